"""Read a session folder whole: settings, spreadsheet and summaries, checked against each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from sessions.model import Application, Session, Value
from sessions.wording import say, speaking

from .columns import columns
from .disk import names, read_ours
from .fault import Fault, Refusal, shown
from .notes import Notes
from .order import shuffled
from .rows import Entry, read_rows
from .settings import FILE, MOST_BYTES, Settings, read_settings
from .sheet import MOST_BYTES as MOST_SHEET_BYTES
from .sheet import Sheet
from .spreadsheet import read_sheet
from .steps import expand
from .strands import strands_of
from .summaries import read_summaries

SHEETS = ("applications.csv", "applications.xlsx", "applications.ods")

_TABLES = (".csv", ".xlsx", ".ods")

Draw = Callable[[], int]


class Reading(Value, frozen=True):
    """What a folder holds: a session, or every fault that keeps it from being one; warnings either way."""

    session: Session | None
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()


def read_session(folder: Path, *, draw: Draw | None = None) -> Reading:
    """Read the folder. `draw` gives the seed where the order is shuffled and none is written.

    Without `draw` such a session keeps the listed order and no seed, and a warning says so.
    """
    if not folder.is_dir():
        return Reading(None, (Fault(folder.name, None, "no-folder"),))
    from ..wording import languages, learn_language  # here, so that nothing waits for them that does not read
    from ..wording.own_words import read_wording

    settings, notes = _settings(folder)
    entries, sheet_notes = _entries(folder)
    own, own_faults = read_wording(folder)
    session = None
    if settings is not None and entries:
        if not learn_language(settings.language):
            known = ", ".join(languages())
            notes.faults.append(Fault(FILE, None, "language", found=settings.language, meant=known))
        with speaking(settings.language, own):  # a step without a title is named in the room's language
            session = _session(folder, settings, entries, sheet_notes, draw)
            session = replace(session, wording=tuple(own.items()))
    faults = (*notes.faults, *sheet_notes.faults, *own_faults)
    return Reading(None if faults else session, faults, tuple(notes.warnings + sheet_notes.warnings))


def _settings(folder: Path) -> tuple[Settings | None, Notes]:
    try:
        return read_settings(read_ours(folder / FILE, most=MOST_BYTES))
    except Refusal as refusal:
        notes = Notes(FILE)
        notes.faults.append(_misnamed(folder) if refusal.kind == "missing-file" else refusal.fault(FILE))
        return None, notes


def _misnamed(folder: Path) -> Fault:
    """Say that session.toml is missing, or which file is likely it: editors add an ending nobody sees."""
    likely = [name for name in names(folder) if name.casefold().startswith("session.")]
    other = likely or [
        name for name in names(folder) if name.casefold().endswith(".toml") and name != "wording.toml"
    ]
    if not other:
        return Fault(FILE, None, "missing-file")
    return Fault(FILE, None, "misnamed", found=shown(other[0]), meant=FILE)


def _entries(folder: Path) -> tuple[list[Entry], Notes]:
    notes = Notes(SHEETS[0])
    try:
        here = [name for name in names(folder) if name.casefold() in SHEETS]
        notes.file = here[0] if here else SHEETS[0]
        sheet = _only_sheet(folder, here)
    except Refusal as refusal:
        notes.faults.append(refusal.fault(notes.file))
        return [], notes
    notes.warnings += sheet.warnings
    found, faults = columns(sheet, {}, None)
    if faults:
        notes.faults += [_renamed(fault) for fault in faults]
        return [], notes
    entries, faults, warnings = read_rows(sheet, found)
    notes.faults += faults
    notes.warnings += warnings
    return entries, notes


def _renamed(fault: Fault) -> Fault:
    """Say how a column is named in the folder's own file, where no option of `new` can name it."""
    field = fault.kind.rpartition("-")[2]
    return replace(fault, meant=say("folder.rename-column", field=field))


def _only_sheet(folder: Path, here: list[str]) -> Sheet:
    if not here:
        likely = [name for name in names(folder) if Path(name).suffix.casefold() in _TABLES]
        if likely:
            meant = f"applications{Path(likely[0]).suffix.casefold()}"
            raise Refusal("misnamed", found=shown(likely[0]), meant=meant)
    if len(here) != 1:
        raise Refusal("two-sheets" if here else "no-sheet", found=", ".join(here))
    return read_sheet(here[0], read_ours(folder / here[0], most=MOST_SHEET_BYTES))


def _session(
    folder: Path,
    settings: Settings,
    entries: list[Entry],
    sheet_notes: Notes,
    draw: Draw | None,
) -> Session:
    refs = {entry.application.ref.casefold(): entry.application.ref for entry in entries}
    for entry in entries:
        refs.setdefault(entry.given.casefold(), entry.application.ref)
    refs.pop("", None)
    summaries, faults, warnings = read_summaries(folder, refs)
    sheet_notes.faults += faults
    sheet_notes.warnings += warnings
    strands = strands_of(entries, settings.strands, sheet_notes)
    listed = tuple(
        _complete(entry.application, strand, summaries)
        for entry, strand in zip(entries, strands, strict=True)
    )
    seed, applications = _ordered(listed, settings, draw)
    return Session(
        title=settings.title,
        pot=settings.pot,
        members=settings.seats.settled(refs),
        criteria=settings.criteria,
        applications=applications,
        steps=expand(settings.lines, applications, refs),
        scale=settings.scale,
        consensus=settings.consensus,
        ties=settings.ties,
        currency=settings.currency,
        date=settings.date,
        place=settings.place,
        start=settings.start,
        quorum=settings.seats.quorum,
        language=settings.language,
        joining=settings.joining,
        order=settings.order,
        seed=seed,
        wifi=settings.wifi,
        strands=settings.strands,
        open_data=settings.open_data,
    )


def _complete(application: Application, strand: str, summaries: dict[str, str]) -> Application:
    summary = summaries.get(application.ref, application.summary)
    return replace(application, strand=strand, summary=summary)


def _ordered(
    listed: tuple[Application, ...], settings: Settings, draw: Draw | None
) -> tuple[int | None, tuple[Application, ...]]:
    if settings.order == "listed":
        if settings.seed is not None:
            settings.top.warn("seed", "seed-unused")
        return settings.seed, listed
    seed = draw() if settings.seed is None and draw is not None else settings.seed
    if seed is None:
        settings.top.warn("order", "order-not-drawn")
        return None, listed
    return seed, shuffled(listed, seed)
