"""Read members.toml: what staff call the seats, often by a member's name. It is the folder's alone.

A label never enters the record, nor does any hash of one, so that a name can be erased. Conflicts are no part of it:
they stand in session.toml, by seat, and stay when members.toml is removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from panel_tui.folder.fault import Fault, Notes, Refusal, shown
from panel_tui.folder.safe_open import names, read_ours
from panel_tui.folder.settings import FILE as SETTINGS
from panel_tui.folder.settings import LONGEST_LABEL, Settings
from panel_tui.folder.settings import MOST as MOST_SEATS
from panel_tui.folder.tidy import quoted
from panel_tui.folder.toml_file import toml_file
from panel_tui.folder.toml_lines import line_of
from panel_tui.folder.toml_table import TomlTable

FILE = "members.toml"
MOST_BYTES = 256 * 1024
_ALIKE = ("members.", "member.")


class MembersReading(Struct, frozen=True):
    """What members.toml says: labels by seat, with what is wrong or merely odd in it."""

    labels: Mapping[int, str] = {}
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()


def read_members(folder: Path, settings: Settings | None) -> MembersReading:
    """Read the folder's members.toml beside its settings; nothing where there is none."""
    odd = tuple(_not_read(folder))
    path = folder / FILE
    if not path.exists() and not path.is_symlink():
        return MembersReading(warnings=odd)
    try:
        data = read_ours(path, most=MOST_BYTES)
    except Refusal as refusal:
        return MembersReading(faults=(refusal.fault(FILE),), warnings=odd)
    labels, notes = member_labels(data, settings)
    return MembersReading(labels, tuple(notes.faults), (*odd, *notes.warnings))


def member_labels(data: bytes, settings: Settings | None = None) -> tuple[dict[int, str], Notes]:
    """Read its bytes; an empty file calls nobody anything."""
    if not data.strip():
        return {}, Notes(FILE)
    top, notes = toml_file(FILE, data)
    if top is None:
        return {}, notes
    last = len(settings.seats.members) if settings is not None else MOST_SEATS
    labels: dict[int, str] = {}
    for table in top.children("member"):
        seat, label = _member(table, last)
        if seat in labels:
            table.fault("seat", "naming.twice", found=str(seat))
        elif seat:
            labels[seat] = label
            if settings is not None:
                _compare(table, settings, seat, label)
    top.close()
    return labels, notes


def members_text(labels: Mapping[int, str]) -> bytes:
    """Write labels as members.toml, in the order of their seats."""
    blocks = (f"[[member]]\nseat = {seat}\nlabel = {quoted(labels[seat])}\n" for seat in sorted(labels))
    return "\n".join(blocks).encode()


def _member(table: TomlTable, last: int) -> tuple[int, str]:
    if not table.has("seat"):
        table.fault("seat", "missing-key")
    seat = table.whole("seat", 0, low=1, high=last)
    label = table.text("label", longest=LONGEST_LABEL, needed=True)
    if table.has("conflicts"):
        table.known.append("conflicts")
        table.fault("conflicts", "naming.conflicts", meant=SETTINGS)
    table.close()
    return seat, label


def _compare(table: TomlTable, settings: Settings, seat: int, label: str) -> None:
    """Note where session.toml calls the same seat something else. Neither name is read out."""
    other = settings.seats.members[seat - 1].label
    if other and label and other != label:
        lines = settings.top.notes.lines
        line = line_of(lines, ("member", seat - 1, "label"))
        place = (*table.path, "label")
        table.notes.fault(place, "naming.two-labels", about=str(seat), found=SETTINGS, meant=str(line))


def _not_read(folder: Path) -> Iterable[Fault]:
    """Name files that were likely meant as members.toml: nothing reads them, and `seal` leaves them where they are."""
    try:
        here = names(folder)
    except Refusal:
        return
    for name in here:
        if name.casefold().startswith(_ALIKE) and name != FILE and not _same(folder, name):
            yield Fault(shown(name), None, "naming.not-read", meant=FILE)


def _same(folder: Path, name: str) -> bool:
    """Whether the system takes this for members.toml all the same, as Windows and Macs do with capitals."""
    return name.casefold() == FILE and (folder / FILE).exists()
