"""Read the spreadsheet that lies in a session's folder: everything was decided when the folder was made."""

from __future__ import annotations

from msgspec.structs import replace

from panel_tui.folder.fault import Fault, shown
from panel_tui.folder.funder_rules import read_eligible
from panel_tui.folder.rows import SheetEntry
from panel_tui.folder.spreadsheet.choices import SheetChoices
from panel_tui.folder.spreadsheet.grid import Book
from panel_tui.folder.spreadsheet.judge import Judgement, ReadingWay, judge
from panel_tui.folder.spreadsheet.judged_rows import Judged
from panel_tui.folder.spreadsheet.plan import SheetPlan
from panel_tui.folder.spreadsheet.question import Question
from sessions.wording import say

Applications = tuple[list[SheetEntry], list[Fault], list[Fault]]


def read_applications(book: Book) -> Applications:
    """Return the applications, the faults and the warnings. Raises Refusal.

    Nobody is asked: a row that somebody may have left out by hiding or striking it is an application, and is warned of.
    """
    outcome, faults = _judged(book)
    plan = outcome.plan
    if plan is None:
        return [], [*faults, *outcome.faults], list(book.warnings)
    warnings = [*book.warnings, *_sheets(plan), *_rows(plan), *plan.read.warnings]
    return list(plan.entries), list(plan.faults), warnings


def plan_of(book: Book) -> SheetPlan | None:
    """Return what was read, where the columns can be told apart. Raises Refusal."""
    return _judged(book)[0].plan


def _judged(book: Book) -> tuple[Judgement, list[Fault]]:
    """Read the table; a question there would be is a fault, as only the sheet itself can answer it."""
    faults: list[Fault] = []
    skip: frozenset[str] = frozenset()
    while True:
        outcome = judge(book, SheetChoices(), ReadingWay(in_folder=True, skip=skip))
        if outcome.question is None:
            return outcome, faults
        faults.append(_renamed(outcome.question))
        skip |= set(outcome.question.fields)


def _renamed(question: Question) -> Fault:
    """Say how a column is named in the folder's own file, where no option of `new` can name it."""
    assert question.fault is not None
    (field,) = question.fields
    return replace(question.fault, meant=say("folder.rename-column", field=field))


def _sheets(plan: SheetPlan) -> list[Fault]:
    others = bool(plan.sheets.others) or len(plan.sheets.chosen) > 1
    return [Fault(plan.book.file, None, "sheet-others", found=shown(plan.table.sheets[0]))] if others else []


def _rows(plan: SheetPlan) -> list[Fault]:
    """Warn of each row that was left out, or read though something speaks against it."""
    title = plan.found.at.get("title")
    file = plan.book.file

    def said(one: Judged) -> str:
        return shown(one.says.strip() or one.row.words(title))

    return [
        *(
            Fault(
                plan.book.file,
                one.row.line,
                f"left-{one.kind}",
                found=shown(one.says.strip() or one.row.words(title)),
            )
            for one in plan.left_out
        ),
        *(
            Fault(file, one.row.line, f"kept-{one.kind}", found=shown(one.row.words(title)))
            for one in plan.taken_in
            if not _not_eligible(plan, one)
        ),
    ]


def _not_eligible(plan: SheetPlan, one: Judged) -> bool:
    """Whether it is the column `eligible` alone that speaks against a row: that is told beside the funder's rules."""
    if one.column is None or one.column != plan.found.at.get("eligible"):
        return False
    try:
        return read_eligible(one.row.words(one.column)) is False
    except ValueError:
        return False
