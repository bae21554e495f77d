"""One export: read the record, draw new codes, make the files, put them in place together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from panel_tui import __version__
from panel_tui.folder.open_data import open_data_in
from sessions.state import State
from sessions.views.record import record_view, tellable
from sessions.wording import say

from .formats import chosen, unable, waiting
from .material import File, Maker, Material
from .member_codes import Draw, drawn_codes, seat_codes
from .own_words import with_letters_of
from .placing import place
from .progress import Progress, untold
from .reading import Found, read_record
from .refusal import ExportRefused

# What may hold rows by member or their own words: it must not be left standing beside a public export.
PRIVATE = (
    "scores.csv",
    "conflicts.csv",
    "session.json",
    "session.schema.json",
    "workbook.xlsx",
    "budget.pb",
    "decision-record.html",
    "decision-record.pdf",
    "letters.csv",
    "letters",
)
# What stands for a confirmed list, and must not be left standing once the list has been opened again.
CONFIRMED = ("360giving.json", "360giving.csv", "letters.csv", "letters")


class ExportReport(Struct, frozen=True):
    """What was written and where; `left_out` are the refs not revealed yet, `head` the record's five words.

    `remarks` say what could not be made, or not as it was written.
    """

    folder: Path
    files: tuple[str, ...]
    left_out: tuple[str, ...]
    head: str
    remarks: tuple[str, ...] = ()


def export_all(
    folder: Path,
    to: Path | None,
    formats: Sequence[str],
    *,
    seats: bool,
    public: bool,
    draw: Draw,
    progress: Progress = untold,
) -> ExportReport:
    """Export a session's folder into `to`, or its own `exports`. No formats named means all there are.

    `progress` is told how far it is. It takes a while for a big session: never call it where the room is answered.
    Raises RecordError where the record cannot be read, ExportRefused otherwise; either is a plain sentence.
    """
    if seats and public:
        raise ExportRefused("exports.seats-or-public")
    makers = chosen(formats)
    found = read_record(folder)
    material = _material(folder, found, seats=seats, public=public, draw=draw)
    target = to or folder / "exports"
    remarks = _without_those_that_wait(makers, material, asked=bool(formats))
    if "letters" in makers:
        model, slip = with_letters_of(folder, material.state.model)
        material = replace(material, state=replace(material.state, session=model))
        remarks += [slip] if slip else []
    files = place(_made(makers, material, remarks, progress), target, stale=_stale(material))
    left_out = tuple(a.ref for a in material.account.applications if not a.revealed)
    return ExportReport(target, files, left_out, found.head, tuple(dict.fromkeys(remarks)))


def _without_those_that_wait(makers: dict[str, Maker], material: Material, *, asked: bool) -> list[str]:
    """Take out the formats that cannot be made as yet, and say why. Raises ExportRefused where one was asked for."""
    remarks = [] if asked or not unable() else [say("paper.pdf.missing")]
    for name, why in waiting(makers, material).items():
        if asked:
            raise ExportRefused(why)
        del makers[name]
        remarks.append(say("exports.waits", name=name, why=say(why)))
    return remarks


def _stale(material: Material) -> tuple[str, ...]:
    """Name what an earlier export may have left that must not stand beside this one."""
    return (PRIVATE if material.public else ()) + (() if material.state.confirmed else CONFIRMED)


def _material(folder: Path, found: Found, *, seats: bool, public: bool, draw: Draw) -> Material:
    state = _with_open_data(folder, found.state)
    codes = seat_codes(state.seats) if seats else drawn_codes(state.seats, draw)
    return Material(
        account=record_view(state, codes=codes, public=public),
        state=tellable(state),
        head=found.head,
        program=f"panel-tui {__version__}",
        public=public,
    )


def _with_open_data(folder: Path, state: State) -> State:
    """Take what 360Giving needs from the folder, where the record has none of it: it decides nothing."""
    if state.model.open_data:
        return state
    return replace(state, session=replace(state.model, open_data=open_data_in(folder)))


def _made(
    makers: dict[str, Maker], material: Material, remarks: list[str], progress: Progress
) -> Iterator[File]:
    for done, (name, make) in enumerate(makers.items()):
        tick = partial(progress, done, len(makers), name)
        tick()
        for file in make(replace(material, tick=tick)):
            remarks += file.remarks
            yield file
