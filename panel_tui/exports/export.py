"""One export: which formats, read the record, draw new codes, make the files, put them in place together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from panel_tui import __version__
from panel_tui.exports.audience import ABOUT, about_these_files, named_for
from panel_tui.exports.csv_files import csv_files
from panel_tui.exports.letter_files import letter_files, why_no_letters
from panel_tui.exports.material import (
    RECORD,
    Draw,
    File,
    FoundRecord,
    Maker,
    Material,
    Progress,
    beside_the_record,
    drawn_codes,
    read_record,
    seat_codes,
    untold,
    with_letters_of,
)
from panel_tui.exports.pabulib import pabulib, why_no_votes
from panel_tui.exports.papers import decision_pdf, decision_record
from panel_tui.exports.placing import place
from panel_tui.exports.session_json import session_json
from panel_tui.exports.threesixty_giving import giving, why_no_grants
from panel_tui.exports.workbook import workbook
from panel_tui.folder.open_data import open_data_in
from panel_tui.record import RecordView
from panel_tui.record.history import blaming
from panel_tui.system.errors import ExportRefused
from panel_tui.system.process import gc_of_new_alone
from screens.paper.press import can_press
from sessions.state import State
from sessions.views.record import record_view, tellable
from sessions.wording import say

FORMATS: dict[str, Maker] = {
    "csv": csv_files,
    "xlsx": workbook,
    "json": session_json,
    "html": decision_record,
    "pdf": decision_pdf,
    "360giving": giving,
    "pabulib": pabulib,
    "letters": letter_files,
}
# Formats that have to wait for something: each gives the wording key of what it waits for, or nothing.
WAITS: dict[str, Callable[[Material], str]] = {
    "360giving": why_no_grants,
    "pabulib": why_no_votes,
    "letters": why_no_letters,
}


def chosen(names: Sequence[str]) -> dict[str, Maker]:
    """Return the formats asked for, or all that can be made here where none is named. Raises ExportRefused."""
    known = ", ".join(FORMATS)
    for name in names:
        if name not in FORMATS:
            raise ExportRefused("exports.no-such-format", name=repr(name)[1:-1], known=known)
        if name in unable():
            raise ExportRefused("paper.pdf.refused")
    return {name: FORMATS[name] for name in names or FORMATS if name not in unable()}


def unable() -> tuple[str, ...]:
    """Name the formats that cannot be made here: a PDF needs typst, which is an extra."""
    return () if can_press() else ("pdf",)


def waiting(names: Iterable[str], material: Material) -> dict[str, str]:
    """Return the formats of these that cannot be made of this session yet, each with the key that says why."""
    found = {name: WAITS[name](material) for name in names if name in WAITS}
    return {name: why for name, why in found.items() if why}


# What is for staff: it must not be left standing beside a public export, where somebody asked for one folder.
PRIVATE = (
    ABOUT,
    "results.csv",
    "criteria.csv",
    "rounds.csv",
    "timings.csv",
    "interventions.csv",
    "interviews.csv",
    "felt.csv",
    "questions.csv",
    "scores.csv",
    "conflicts.csv",
    "session.json",
    "session.schema.json",
    "workbook.xlsx",
    "budget.pb",
    "decision-record.html",
    "decision-record.pdf",
    "letters.csv",
    "letters.xlsx",
    "letters",
)
# What stands for a confirmed list, and must not be left standing once the list has been opened again.
CONFIRMED = ("360giving.json", "360giving.csv", "letters.csv", "letters.xlsx", "letters")


class ExportReport(Struct, frozen=True):
    """What was written and where; `left_out` are the refs not revealed yet, `head` the record's words.

    Where the day is `over` they never will be. `remarks` say what could not be made, or not as it was written.
    """

    folder: Path
    files: tuple[str, ...]
    left_out: tuple[str, ...]
    head: str
    remarks: tuple[str, ...] = ()
    over: bool = False


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
    with blaming(lambda: RecordView.read(folder / RECORD).entries):
        found = read_record(folder)
        if public and not found.state.ended:
            raise ExportRefused("exports.public-too-early")
        material = _material(folder, found, seats=seats, public=public, draw=draw)
        target = to or (folder / "exports" / "public" if public else folder / "exports")
        if target.resolve() == folder.resolve():
            raise ExportRefused("exports.own-folder", place=target)
        remarks = _without_those_that_wait(makers, material, asked=bool(formats))
        if "letters" in makers:
            model, slip = with_letters_of(folder, material.state.model)
            material = replace(material, state=replace(material.state, session=model), kept={})
            remarks += [slip] if slip else []
        material = replace(material, beside=beside_the_record(folder))
        made = _made(makers, material, remarks, progress)
        about = () if formats else about_these_files(material)
        with gc_of_new_alone():
            files = place(named_for(chain(made, about), public=public), target, stale=_stale(material))
        left_out = tuple(a.ref for a in material.account.applications if not a.revealed)
        return ExportReport(
            target, files, left_out, found.head, tuple(dict.fromkeys(remarks)), found.state.ended
        )


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


def _material(folder: Path, found: FoundRecord, *, seats: bool, public: bool, draw: Draw) -> Material:
    state = _with_open_data(folder, found.state)
    codes = seat_codes(state.seats) if seats else drawn_codes(state.seats, draw)
    return Material(
        account=record_view(state, codes=codes, public=public, seats=seats),
        state=tellable(state),
        head=found.head,
        program=f"panel-tui {__version__}",
        public=public,
        seats=seats,
        record=found.record,
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
