"""Read a session folder whole: settings, spreadsheet and summaries, checked against each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace

from panel_tui.folder.earlier_stages import read_before
from panel_tui.folder.fault import Fault, Notes, Refusal, nearest, shown
from panel_tui.folder.in_folder import read_applications
from panel_tui.folder.learn_pages import read_pages
from panel_tui.folder.members_file import FILE as MEMBERS
from panel_tui.folder.members_file import read_members
from panel_tui.folder.read_spreadsheet import MOST_BYTES as MOST_SHEET_BYTES
from panel_tui.folder.read_spreadsheet import read_book
from panel_tui.folder.refs import shuffled, told_apart
from panel_tui.folder.rows import SheetEntry
from panel_tui.folder.safe_open import names, read_ours
from panel_tui.folder.settings import FILE, MOST_BYTES, Settings, read_settings
from panel_tui.folder.spreadsheet.grid import Book
from panel_tui.folder.steps import expand
from panel_tui.folder.strands import strands_of
from panel_tui.folder.tidy import decoded, settled_lines
from sessions.model.session import Application, Session, Value
from sessions.model.stage import EarlierStage
from sessions.wording import speaking

FOLDER = "summaries"
MOST_SUMMARY_BYTES = 64 * 1024  # twenty pages; a summary is one


def read_summaries(folder: Path, refs: dict[str, str]) -> tuple[dict[str, str], list[Fault], list[Fault]]:
    """Return each ref's summary, the faults and the warnings. `refs` maps casefolded names to refs."""
    found: dict[str, str] = {}
    faults: list[Fault] = []
    warnings: list[Fault] = []
    if (folder / FOLDER).is_symlink():
        return found, [Fault(FOLDER, None, "is-link")], warnings
    for name in names(folder / FOLDER):
        if not name.casefold().endswith(".md"):
            continue
        file = f"{FOLDER}/{shown(name)}"
        ref = refs.get(name[:-3].casefold())
        if ref is None:
            likely = nearest(name[:-3], refs.values())
            warnings.append(
                Fault(file, None, "summary-unknown" if likely else "summary-unknown-bare", meant=likely)
            )
            continue
        try:
            text, old = decoded(read_ours(folder / FOLDER / name, most=MOST_SUMMARY_BYTES))
        except Refusal as refusal:
            faults.append(refusal.fault(file))
            continue
        if old:
            warnings.append(Fault(file, None, "sheet-encoding", found="Windows (cp1252)"))
        found[ref] = settled_lines(text)
    return found, faults, warnings


SHEETS = ("applications.csv", "applications.xlsx", "applications.ods")

_TABLES = (".csv", ".xlsx", ".ods")
_OTHERS = ("wording.toml", MEMBERS, "adjustments.toml")

Draw = Callable[[], int]


class FolderReading(Value, frozen=True):
    """What a folder holds: a session, or every fault that keeps it from being one; warnings either way.

    `unnamed` are refs that stand nowhere in the folder: they were made from a row's place. `asked` is what `check` has
    to say of adjustments for seats.
    """

    session: Session | None
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    unnamed: frozenset[str] = frozenset()
    asked: str = ""


def read_session(folder: Path, *, draw: Draw | None = None, known: tuple[str, ...] = ()) -> FolderReading:
    """Read the folder. `draw` gives the seed where the order is shuffled and none is written.

    Without `draw` such a session keeps the listed order and no seed, and a warning says so. `known` are the
    refs of a day that has begun: where the sheet has lost one, what still names it is no slip.
    """
    if not folder.is_dir():
        return FolderReading(None, (Fault(folder.name, None, "no-folder"),))
    from panel_tui.folder.languages import languages, learn_language
    from panel_tui.folder.own_words import read_wording

    settings, notes = _settings(folder)
    entries, sheet_notes = _entries(folder)
    own, own_faults = read_wording(folder)
    members = read_members(folder, settings)
    before, before_faults, odd = read_before(folder, settings.stage) if settings is not None else ((), (), ())
    session = None
    if settings is not None and entries:
        if not learn_language(settings.language):
            spoken = ", ".join(languages())
            notes.faults.append(Fault(FILE, None, "language", found=settings.language, meant=spoken))
        shortlist = settings.stage is not None and settings.stage.places is not None
        with speaking(
            settings.language, own, shortlist=shortlist
        ):  # a step without a title is named in the room's language
            session = _session(folder, settings, entries, sheet_notes, draw, before, known)
            session = _without_lost(session) if known else session
            session = replace(session, wording=tuple(own.items()), before=before)
            session = _called(session, members.labels)
    faults = (*notes.faults, *sheet_notes.faults, *own_faults, *before_faults, *members.faults)
    unnamed = frozenset(one.application.ref for one in entries if not told_apart(one.given))
    warnings = (*notes.warnings, *sheet_notes.warnings, *odd, *members.warnings)
    return FolderReading(None if faults else session, faults, warnings, unnamed)


def _called(session: Session, labels: Mapping[int, str]) -> Session:
    """Call the seats of members.toml what it calls them; those of session.toml are there already."""
    if not labels:
        return session
    members = (replace(one, label=labels.get(one.seat, one.label)) for one in session.members)
    return replace(session, members=tuple(members))


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
        name for name in names(folder) if name.casefold().endswith(".toml") and name not in _OTHERS
    ]
    if not other:
        return Fault(FILE, None, "missing-file")
    return Fault(FILE, None, "misnamed", found=shown(other[0]), meant=FILE)


def _entries(folder: Path) -> tuple[list[SheetEntry], Notes]:
    notes = Notes(SHEETS[0])
    try:
        here = [name for name in names(folder) if name.casefold() in SHEETS]
        notes.file = here[0] if here else SHEETS[0]
        entries, faults, warnings = read_applications(_only_sheet(folder, here))
    except Refusal as refusal:
        notes.faults.append(refusal.fault(notes.file))
        return [], notes
    notes.faults += faults
    notes.warnings += warnings
    return entries, notes


def sheet_of(folder: Path) -> Book:
    """Read the folder's spreadsheet as it stands. Raises Refusal."""
    return _only_sheet(folder, [name for name in names(folder) if name.casefold() in SHEETS])


def _only_sheet(folder: Path, here: list[str]) -> Book:
    if not here:
        likely = [name for name in names(folder) if Path(name).suffix.casefold() in _TABLES]
        if likely:
            meant = f"applications{Path(likely[0]).suffix.casefold()}"
            raise Refusal("misnamed", found=shown(likely[0]), meant=meant)
    if len(here) != 1:
        raise Refusal("two-sheets" if here else "no-sheet", found=", ".join(here))
    return read_book(here[0], read_ours(folder / here[0], most=MOST_SHEET_BYTES), ours=True)


def _session(
    folder: Path,
    settings: Settings,
    entries: list[SheetEntry],
    sheet_notes: Notes,
    draw: Draw | None,
    before: tuple[EarlierStage, ...],
    known: tuple[str, ...],
) -> Session:
    refs = {entry.application.ref.casefold(): entry.application.ref for entry in entries}
    for entry in entries:
        for given in (entry.given, entry.theirs):
            refs.setdefault(given.casefold(), entry.application.ref)
    for ref in known:
        refs.setdefault(ref.casefold(), ref)
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
    read_pages(folder, settings.lines, tuple(one.rule for one in settings.funder_rules))
    return Session(
        title=settings.title,
        pot=settings.pot,
        members=settings.seats.settled(refs),
        criteria=settings.criteria,
        applications=applications,
        steps=expand(settings.lines, applications, refs, before),
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
        stage=settings.stage,
        programme=settings.programme,
        funder_rules=settings.funder_rules,
    )


def _without_lost(session: Session) -> Session:
    """Leave out lines about applications that the sheet has no more; a conflict stays what it was."""
    here = {application.ref for application in session.applications}
    return replace(session, steps=tuple(step for step in session.steps if not step.ref or step.ref in here))


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
