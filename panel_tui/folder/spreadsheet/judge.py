"""Judge a file: give a plan of what was read, or the next question that only a person can answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from panel_tui.folder.amounts import comma_decimals
from panel_tui.folder.cut_amounts import cut_amounts
from panel_tui.folder.fault import Fault, Refusal, nearest, shown
from panel_tui.folder.rows import HowRead, read_rows
from panel_tui.folder.spreadsheet import questions as ask
from panel_tui.folder.spreadsheet.called import columns_called, listed, title_of
from panel_tui.folder.spreadsheet.changing import OF_COLUMN, changing
from panel_tui.folder.spreadsheet.choices import NONE, SheetChoices, names, understood
from panel_tui.folder.spreadsheet.column_names import FIELDS, NEEDED
from panel_tui.folder.spreadsheet.columns import FoundColumns, SheetColumn, columns_of, found_in, is_known
from panel_tui.folder.spreadsheet.currency import USUAL, currencies, is_open
from panel_tui.folder.spreadsheet.grid import Book
from panel_tui.folder.spreadsheet.judged_rows import KINDS, OPEN, SURE, Judged, under_headings
from panel_tui.folder.spreadsheet.plan import SheetPlan
from panel_tui.folder.spreadsheet.question import Question
from panel_tui.folder.spreadsheet.row_kinds import judged
from panel_tui.folder.spreadsheet.row_words import about_currency, about_money
from panel_tui.folder.spreadsheet.scale import scales_of
from panel_tui.folder.spreadsheet.sideways import lies_on_its_side
from panel_tui.folder.spreadsheet.table import Sheets, SheetTable, sheets_of, table_of
from sessions.model.session import Value

Recall = Callable[[Sequence[str]], Mapping[str, str]]


class ReadingWay(NamedTuple):
    """How a file is judged: with somebody to ask, and what was answered for such a file before.

    A sheet that lies `in_folder` was decided on already: nothing is asked, and its text is text.
    """

    asking: bool = False
    in_folder: bool = False
    recall: Recall | None = None
    skip: frozenset[str] = frozenset()  # what nobody could say; only looked past to find what else is missing


class Judgement(Value, frozen=True):
    """A plan, or the next question; or only faults, where what was named is not there."""

    plan: SheetPlan | None = None
    question: Question | None = None
    faults: tuple[Fault, ...] = ()


def judge(book: Book, choices: SheetChoices, way: ReadingWay) -> Judgement:
    """Read the file as far as it is plain. Raises Refusal."""
    if question := changing(book, choices.pending):
        return Judgement(question=question)
    sheets = sheets_of(book, choices)
    if sheets.open and not way.in_folder:
        return Judgement(question=ask.which_sheets(book, sheets))
    chosen = sheets.chosen[:1] if way.in_folder else sheets.chosen
    table = table_of(book, chosen, choices.row)
    before = way.recall(table.titles) if way.asking and way.recall and choices.remembered is None else {}
    if before:
        return Judgement(question=ask.as_before(before))
    named, faults = _named(book, table, choices)
    columns = columns_of(table.titles, table.rows, table.hidden)
    found = found_in(columns, named)
    if choices.pending.startswith(OF_COLUMN):
        return Judgement(
            question=ask.any_column(table, found, choices.pending.removeprefix(OF_COLUMN), columns)
        )
    missing = [field for field in NEEDED if field not in found.at and field not in found.open]
    if missing and not named and not way.in_folder and (kind := lies_on_its_side(book, table.sheets)):
        raise Refusal(kind)
    if question := _needed(book, table, found, columns, choices, way, named):
        return Judgement(question=question, faults=tuple(faults))
    if faults or way.skip:
        return Judgement(faults=tuple(faults))
    if way.asking and not choices.rest_asked and (question := ask.the_rest(table, found)):
        return Judgement(question=question)
    return _rows(book, sheets, table, found, choices, way)


def _needed(
    book: Book,
    table: SheetTable,
    found: FoundColumns,
    columns: Sequence[SheetColumn],
    choices: SheetChoices,
    way: ReadingWay,
    named: Mapping[str, int],
) -> Question | None:
    """Ask for the column of what every application needs, where it is not plain."""
    for field in NEEDED:
        if field in way.skip or (field in choices.mapping and field not in named):
            continue  # what is wrong with it is among the faults already
        if field in found.open and field not in found.at:
            return ask.which_of_several(book, table, found, field, columns)
        if field not in found.at or field in found.empty:
            return ask.which_column(book, table, found, field, columns)
    return None


def _named(book: Book, table: SheetTable, choices: SheetChoices) -> tuple[dict[str, int], list[Fault]]:
    """Return the columns that were named, and a fault for each name that is none."""
    named: dict[str, int] = {}
    faults: list[Fault] = []
    titles = table.titles
    for field, title in (choices.remembered or {}).items():
        found = columns_called(titles, title)
        if len(found) == 1 and is_known(field):
            named[field] = found[0]
    for field, title in choices.mapping.items():
        found = columns_called(titles, title)
        if not is_known(field):
            meant = nearest(field, FIELDS) or ", ".join(FIELDS)
            faults.append(Fault(book.file, None, "map-unknown-field", found=shown(field), meant=meant))
        elif not found:
            likely = shown(nearest(title, [one for one in titles if one]))
            kind = "map-no-column" if likely else "map-no-column-bare"
            faults.append(
                Fault(book.file, table.first, kind, found=shown(title), meant=likely or listed(titles))
            )
        elif len(found) > 1:
            which = ", ".join(f"“{title_of(titles, at)}”" for at in found)
            faults.append(Fault(book.file, table.first, "map-two-columns", found=shown(title), meant=which))
        else:
            named[field] = found[0]
    named.update(choices.named)
    faults += [
        Fault(book.file, None, "rows-not-understood", found=shown(part))
        for part in (*choices.leave_out, *choices.take_in)
        if not understood(part, KINDS)
    ]
    return named, faults


def _rows(
    book: Book, sheets: Sheets, table: SheetTable, found: FoundColumns, choices: SheetChoices, way: ReadingWay
) -> Judgement:
    asked = found.at.get("asked")
    commas = comma_decimals((row.cell(asked) for row in table.rows), usual=table.comma_decimals)
    kinds = judged(table.rows, table.titles, found.at, commas=commas)
    if "strand" not in found.at:
        kinds = under_headings(kinds, table.opening)
    kept, out, taken, undecided = _sorted(kinds, choices, in_folder=way.in_folder)
    for kind in OPEN:
        if rows := [one for one in undecided if one.kind == kind]:
            return Judgement(question=ask.which_rows(book, table, found, kind, rows))
    beside = (*table.above, *(one.row for one in out if one.kind in ("notes", "sums")))
    remarks = about_money(beside)
    said = (*remarks, *about_currency(beside))
    codes = currencies(table, [one.row for one in kept], found.at, book.currency, said)
    if is_open(codes) and not choices.currency and not way.in_folder:
        return Judgement(question=ask.which_currency(book, table, codes))
    html = book.is_text and not way.in_folder
    units = next((one.row for one in kinds if one.kind == "units"), None)
    scales = scales_of(table.titles, units, found.at, remarks)
    whole = [one.row for one in kept]
    cut = {} if book.is_workbook else cut_amounts(whole, table.titles, found.at)
    how = HowRead(
        book.file, table.titles, found.at, commas, html=html, by_row=book.is_workbook, scales=scales, cut=cut
    )
    plain = codes[0] if codes and not is_open(codes) else USUAL
    return Judgement(
        SheetPlan(
            book,
            sheets,
            table,
            found,
            tuple(out),
            tuple(taken),
            read_rows(whole, how),
            choices.currency or plain,
            bool(choices.currency or codes),
            commas,
            _asked_for(table, choices),
            scales,
        )
    )


def _sorted(
    kinds: Sequence[Judged], choices: SheetChoices, *, in_folder: bool
) -> tuple[list[Judged], list[Judged], list[Judged], list[Judged]]:
    """Sort the rows: kept, left out, taken in though something speaks against it, and not decided."""
    kept, out, taken, undecided = [], [], [], []
    everything = any(part.casefold() == NONE for part in choices.leave_out)
    for one in kinds:
        into = _decided(one, choices, everything=everything, in_folder=in_folder)
        if into is None:
            undecided.append(one)
        elif into:
            kept.append(one)
            if one.kind != "application":
                taken.append(one)
        else:
            out.append(one)
    return kept, out, taken, undecided


def _decided(one: Judged, choices: SheetChoices, *, everything: bool, in_folder: bool) -> bool | None:
    """Whether a row is an application; None where that is still to be asked."""
    if names(one.row, one.kind, choices.leave_out):
        return False
    if everything or names(one.row, one.kind, choices.take_in):
        return True
    if one.kind in SURE:
        return False
    return True if one.kind == "application" or in_folder else None


def _asked_for(table: SheetTable, choices: SheetChoices) -> dict[str, str]:
    """Return the columns a person named when asked, to be remembered."""
    by_answer = {field: title_of(table.titles, at) for field, at in choices.named.items()}
    return {**(choices.remembered or {}), **by_answer}
