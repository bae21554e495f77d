"""Read `adjustments.toml`, beside the record: what members asked for, seat by seat.

It is a file of staff's own and stays one. It sets how a seat's phone and slips look and what the desk is reminded of;
nothing of it enters the record, an export or the wall, and sealing removes it.
"""

from __future__ import annotations

from pathlib import Path

from panel_tui.folder.fault import Fault, Notes, Refusal, shown
from panel_tui.folder.languages import languages, learn_language
from panel_tui.folder.safe_open import names, read_ours
from panel_tui.folder.toml_lines import locate
from panel_tui.folder.toml_mistakes import broken
from panel_tui.folder.toml_table import TomlTable
from panel_tui.folder.toml_text import toml
from sessions.model.adjustments import SeatAdjustments
from sessions.wording import say

FILE = "adjustments.toml"
MOST_BYTES = 64 * 1024
MOST = 10_000  # seats, where it is not known how many there are

Adjusted = tuple[tuple[SeatAdjustments, ...], tuple[Fault, ...]]


def read_adjustments(folder: Path, seats: int = 0) -> Adjusted:
    """Return what was asked for, or every fault; nothing of either where there is no such file.

    `seats` is how many there are; with 0 a seat of any number is let pass.
    """
    if not (folder / FILE).exists() and not (folder / FILE).is_symlink():
        return (), ()
    try:
        data = read_ours(folder / FILE, most=MOST_BYTES)
    except Refusal as refusal:
        return (), (refusal.fault(FILE),)
    asked, faults = _read(data, seats or MOST)
    return (() if faults else asked), tuple(faults)


def misnamed(folder: Path) -> str:
    """Say which file is likely meant to be this one; nothing where it is there, or nothing is like it."""
    try:
        here = names(folder)
    except Refusal:
        return ""
    if FILE in here:
        return ""
    likely = next((name for name in here if name.casefold().startswith("adjust")), "")
    return say("adjusting.misnamed", file=shown(likely), meant=FILE) if likely else ""


def _read(data: bytes, seats: int) -> tuple[tuple[SeatAdjustments, ...], list[Fault]]:
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        values = toml(text)
    except UnicodeDecodeError as problem:
        return (), [Fault(FILE, data.count(b"\n", 0, problem.start) + 1, "toml-not-utf8")]
    except RecursionError:
        return (), [Fault(FILE, None, "toml-too-deep")]
    except ValueError as problem:
        return (), [broken(FILE, text, str(problem))]
    notes = Notes(FILE, locate(text))
    top = TomlTable(values, notes)
    asked: dict[int, SeatAdjustments] = {}
    for table in top.children("seat"):
        one = _seat(table, seats)
        if one.seat in asked:
            table.fault("seat", "adjusting.seat-twice", found=str(one.seat))
        elif one.seat:
            asked[one.seat] = one
    top.close()
    return tuple(asked[seat] for seat in sorted(asked)), notes.faults


def _seat(table: TomlTable, seats: int) -> SeatAdjustments:
    """Read one seat's; its number is 0 where it has a fault."""
    if not table.has("seat"):
        table.fault("seat", "missing-key")
    one = SeatAdjustments(
        seat=table.whole("seat", 0, low=1, high=seats),
        large_text=table.flag("large_text", default=False),
        paper=table.flag("paper", default=False),
        easy_read=table.flag("easy_read", default=False),
        language=_language(table),
        helper=table.flag("helper", default=False),
        longer=table.flag("longer", default=False),
        breaks=table.flag("breaks", default=False),
    )
    before = len(table.notes.faults)
    table.close()
    if not one.kinds and set(table.values) == {"seat"} and len(table.notes.faults) == before:
        table.fault("seat", "adjusting.nothing")
    return one


def _language(table: TomlTable) -> str:
    given = table.text("language", longest=20)
    if given and not learn_language(given):
        table.fault("language", "language", found=shown(given), meant=", ".join(languages()))
        return ""
    return given
