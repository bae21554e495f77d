"""Make a session folder from a spreadsheet: whole and checked, or not at all."""

from __future__ import annotations

import csv
import errno
import io
import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from panel_tui.folder.fault import Fault, Refusal
from panel_tui.folder.litter import is_litter, things_in
from panel_tui.folder.read_spreadsheet import MOST_BYTES, read_book
from panel_tui.folder.rows import SheetEntry
from panel_tui.folder.safe_open import read_given
from panel_tui.folder.session_folder import FOLDER as SUMMARIES
from panel_tui.folder.session_folder import read_session
from panel_tui.folder.spreadsheet.called import title_of
from panel_tui.folder.spreadsheet.choices import SheetChoices
from panel_tui.folder.spreadsheet.column_names import FIELDS
from panel_tui.folder.spreadsheet.conversation import settle
from panel_tui.folder.spreadsheet.judge import Recall
from panel_tui.folder.spreadsheet.plan import SheetPlan
from panel_tui.folder.spreadsheet.question import Ask
from panel_tui.folder.spreadsheet.told import told
from panel_tui.folder.tidy import fenced, quoted, settled, settled_lines
from panel_tui.system.fresh_files import fresh_folder
from panel_tui.system.held_files import patiently
from sessions.model.session import Value
from sessions.model.text import money
from sessions.wording import say

THEIR_REF = "their_ref"  # kept beside ours where the sheet's own identifier could not be a ref
LONG = 280  # characters; a longer text is easier to edit as a page than in a cell


def write_starter(folder: Path, name: str, plan: SheetPlan) -> None:
    """Write everything `check` needs into `folder`, which is empty and nobody else's."""
    pages = [entry.application for entry in plan.entries if _is_long(entry.application.summary)]
    _write(folder / "session.toml", _settings(name, plan))
    if pages:
        (folder / SUMMARIES).mkdir()
    for application in pages:
        _write(folder / SUMMARIES / f"{application.ref}.md", application.summary + "\n")
    _write(folder / "applications.csv", _sheet(plan))


def _sheet(plan: SheetPlan) -> str:
    """Write our columns, and every other column of the sheet as it stands beside them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    theirs = _their_refs(plan)
    carried = [at for at in plan.carried if not (theirs and at == plan.found.at.get("their_ref"))]
    names = _free_names(plan, carried)
    writer.writerow([*FIELDS, *([THEIR_REF] if theirs else []), *names])
    for entry, their in zip(plan.entries, theirs or [""] * len(plan.entries), strict=True):
        others = [_kept(entry, at) for at in carried]
        writer.writerow([*_row(entry), *([fenced(their)] if theirs else []), *others])
    return text.getvalue()


def _their_refs(plan: SheetPlan) -> list[str]:
    """Return each applicant's own ref, where any differs from ours."""
    theirs = [entry.theirs or entry.given for entry in plan.entries]
    kept = any(
        entry.theirs or (entry.given and entry.given != entry.application.ref) for entry in plan.entries
    )
    return theirs if kept else []


def _free_names(plan: SheetPlan, carried: Sequence[int]) -> list[str]:
    """Name the carried columns as the sheet does, so that none is taken for one of ours."""
    taken = {name.casefold() for name in (*FIELDS, THEIR_REF)}
    names: list[str] = []
    for at in carried:
        title = title_of(plan.table.titles, at)
        name = f"their_{title.casefold()}" if title.casefold() in taken else title
        number = 2
        while name.casefold() in taken:
            name, number = f"{title} ({number})", number + 1
        taken.add(name.casefold())
        names.append(fenced(name))
    return names


def _kept(entry: SheetEntry, at: int) -> str:
    cell = entry.row.cell(at)
    return fenced(settled_lines(cell)) if isinstance(cell, str) else f"{cell:f}"


def _row(entry: SheetEntry) -> list[str]:
    application = entry.application
    least = "" if application.least is None else f"{application.least:f}"
    texts = {
        **{field: str(getattr(application, field)) for field in FIELDS},
        "asked": f"{application.asked:f}",
        "least": least,
        "summary": "" if _is_long(application.summary) else application.summary,
    }
    return [fenced(texts[field]) for field in FIELDS]


def _is_long(summary: str) -> bool:
    return len(summary) > LONG or "\n" in summary


def _settings(name: str, plan: SheetPlan) -> str:
    title = settled(name.replace("-", " ").replace("_", " "), longest=200) or say("folder.starter-title")
    pot = plan.book.pot or plan.total
    return say(
        "folder.starter",
        title=quoted(title[:1].upper() + title[1:]),
        source=settled(plan.book.file),
        count=len(plan.entries),
        pot=f"{pot:f}",
        about_pot=say(
            "folder.starter-pot-known" if plan.book.pot else "folder.starter-pot",
            pot=money(pot, plan.currency),
        ),
        currency=quoted(plan.currency),
        strands=_strands(plan.entries),
    )


def _strands(entries: Sequence[SheetEntry]) -> str:
    """Name the strands of the sheet as a comment: their pots are for staff to write."""
    named = list(dict.fromkeys(entry.application.strand for entry in entries if entry.application.strand))
    return say("folder.starter-strands", names=", ".join(named[:20])) if named else ""


def _write(path: Path, text: str) -> None:
    """Write a new file that only its owner reads, never over another."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


class NewReport(Value, frozen=True):
    """What `new` did: the folder and how many applications are in it, or the faults that kept it from being made.

    `told` says what was decided about the file; `gone_back` that somebody went back from the first question.
    """

    folder: str
    source: str
    applications: int = 0
    pot: Decimal = Decimal(0)
    currency: str = "GBP"
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    answered: Mapping[str, str] = MappingProxyType({})  # the columns a person named when asked, by field
    told: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    pot_is_known: bool = False
    gone_back: bool = False
    worked: bool = False  # whether most rows could be read with the columns that were named

    @property
    def made(self) -> bool:
        """Whether the folder was made."""
        return not self.faults and not self.gone_back


def new_folder(
    folder: Path,
    from_file: Path,
    mapping: Mapping[str, str],
    ask: Ask | None = None,
    *,
    choices: SheetChoices | None = None,
    recall: Recall | None = None,
    announce: Callable[[str], None] = lambda _said: None,
) -> NewReport:
    """Make `folder` from a spreadsheet. `mapping` and `choices` say what options said; `ask` asks a person, if any.

    Nothing is written unless every row can be read and what was decided was agreed to, or told by `announce`; then
    the folder appears whole. `recall` gives the columns named before for such titles.
    """
    source = from_file.name
    try:
        check_free(folder)
    except Refusal as refusal:
        return NewReport(folder.name, source, faults=(refusal.fault(folder.name),))
    chosen = replace(choices or SheetChoices(), mapping={**(choices.mapping if choices else {}), **mapping})
    try:
        book = read_book(source, read_given(from_file, most=MOST_BYTES))
        settled = settle(book, chosen, ask, recall)
    except Refusal as refusal:
        return NewReport(folder.name, source, faults=(refusal.fault(source),))
    plan = settled.plan
    report = NewReport(
        folder.name,
        source,
        faults=settled.faults,
        warnings=(*book.warnings, *(plan.read.warnings if plan else ())),
        answered=plan.asked_for if plan else {},
        told=told(plan) if plan and not settled.faults else (),
        titles=plan.table.titles if plan else (),
        gone_back=settled.gone_back,
        worked=plan is not None and plan.worked,
    )
    if plan is None or not report.made:
        return report
    if not settled.agreed:
        announce("\n".join(report.told))
    return _make(folder, plan, report)


def check_free(folder: Path) -> None:
    """Look whether a folder of this name can be made. Raises Refusal."""
    try:
        _look_free(folder)
    except OSError as problem:
        unfit = problem.errno == errno.ENAMETOOLONG
        raise Refusal("new-name-unfit" if unfit else "new-cannot-write") from problem


_KEPT_BY_WINDOWS = re.compile(r'(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|.*[<>:"|?*].*|.*[. ]')


def windows_takes(name: str) -> bool:
    """Whether Windows makes a folder of this name, and none of another."""
    return _KEPT_BY_WINDOWS.fullmatch(name) is None


def _look_free(folder: Path) -> None:
    if "\0" in str(folder) or (sys.platform == "win32" and not windows_takes(folder.name)):
        raise Refusal("new-name-unfit")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise Refusal("new-name-taken")
    if folder.is_dir() and any(things_in(folder)):
        raise Refusal("new-not-empty")
    if not folder.parent.is_dir():
        raise Refusal("new-no-parent", found=str(folder.parent))


def _make(folder: Path, plan: SheetPlan, report: NewReport) -> NewReport:
    unwritten = replace(report, faults=(Fault(folder.name, None, "new-cannot-write"),))
    try:
        beside = fresh_folder(folder.parent, f".{folder.name}-")
    except OSError:
        return unwritten
    try:
        write_starter(beside, folder.name, plan)
        check = read_session(beside)
        if check.faults:  # a promise of ours: what `new` writes, `check` passes
            return replace(report, faults=check.faults)
        appear(beside, folder)
    except OSError:
        return unwritten
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return replace(
        report,
        applications=len(plan.entries),
        pot=plan.book.pot or plan.total,
        currency=plan.currency,
        pot_is_known=plan.book.pot is not None,
    )


def appear(beside: Path, folder: Path) -> None:
    """Give the finished folder its name in one move; an empty folder of that name makes room first."""
    if folder.is_dir():
        for one in filter(is_litter, folder.iterdir()):
            one.unlink()
        folder.rmdir()  # Windows does not replace a folder; fails where it is no longer empty
    patiently(lambda: beside.rename(folder))
