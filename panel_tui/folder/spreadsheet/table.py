"""A table to judge: one sheet, or several put under one another, their titles brought together."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from panel_tui.folder.fault import Refusal
from panel_tui.folder.spreadsheet.choices import SheetChoices
from panel_tui.folder.spreadsheet.column_names import FIELDS
from panel_tui.folder.spreadsheet.grid import Book, GridRow, SheetGrid
from panel_tui.folder.spreadsheet.header import Header, header_of, holds_applications, is_pivot
from panel_tui.folder.spreadsheet.row_words import is_sure_sum
from panel_tui.folder.spreadsheet.title_trust import STRONG, squeezed, trust
from sessions.model.session import Value

OURS = ("Read me", "Results", "Criteria", "Scores")  # our own workbook: the applications are in Results
MOST_ROWS, MOST_COLUMNS = 5_000, 1_000


class SheetTable(Value, frozen=True):
    """Titles and rows of one or more sheets."""

    sheets: tuple[str, ...]
    titles: tuple[str, ...]
    first: int  # the line its titles begin on, and the one they end on
    last: int
    rows: tuple[GridRow, ...]
    above: tuple[GridRow, ...]
    hidden: frozenset[int]
    filtered: bool
    found: bool
    comma_decimals: bool

    @property
    def opening(self) -> str:
        """Return what stands alone right above the titles: the name of the first of several tables."""
        last = self.above[-1] if self.above else None
        alone = last is not None and len(last.held) == 1 and last.line == self.first - 1
        return last.words(last.held[0]) if last is not None and alone else ""


class Sheets(Value, frozen=True):
    """The sheets to read; where `open`, a person may choose others; `same` hold nothing that these do not."""

    chosen: tuple[str, ...]
    others: tuple[str, ...]
    open: bool = False
    same: tuple[str, ...] = ()


def sheets_of(book: Book, choices: SheetChoices) -> Sheets:
    """Choose the sheets that hold applications. Raises Refusal where a named one is not there."""
    names = [grid.name for grid in book.grids]
    if choices.sheets:
        chosen = _named(choices.sheets, names)
        return Sheets(chosen, tuple(name for name in names if name not in chosen))
    if set(OURS) <= set(names):
        return Sheets(("Results",), tuple(name for name in names if name != "Results"))
    filled = [grid for grid in book.grids if grid.rows]
    holding = [grid for grid in filled if holds_applications(header_of(grid))]
    if not holding:
        holding = filled[:1]
    holding = [grid for grid in holding if not is_pivot(header_of(grid))] or holding
    holding, same = _without_repeats(holding)
    chosen = tuple(grid.name for grid in holding)
    others = tuple(name for name in names if name not in chosen)
    return Sheets(chosen, others, len(chosen) > 1, same)


def _named(wanted: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    by_fold = {name.casefold().strip(): name for name in names}
    if [one.casefold() for one in wanted] == ["all"] and "all" not in by_fold:
        return tuple(names)
    missing = [one for one in wanted if one.casefold().strip() not in by_fold]
    if missing:
        raise Refusal("no-such-sheet", found=missing[0], meant=", ".join(f"“{name}”" for name in names))
    return tuple(dict.fromkeys(by_fold[one.casefold().strip()] for one in wanted))


def _without_repeats(grids: list[SheetGrid]) -> tuple[list[SheetGrid], tuple[str, ...]]:
    """Leave out a sheet all of whose applications stand on another one: all of them beside one for each strand."""
    said = {grid.name: _said(grid) for grid in grids}
    kept, same = list(grids), []
    places = {grid.name: at for at, grid in enumerate(grids)}
    for grid in sorted(
        grids, key=lambda one: (len(said[one.name]), len(header_of(one).titles), -places[one.name])
    ):
        others = [one for one in kept if one is not grid]
        if any(said[grid.name] <= said[other.name] for other in others):
            kept = others
            same.append(grid.name)
    return kept, tuple(same)


def _said(grid: SheetGrid) -> set[tuple[str, ...]]:
    """Return what tells the rows of a sheet apart: its words and amounts, whatever their order."""
    header = header_of(grid)
    at = [
        column for column, title in enumerate(header.titles) if trust(title, "title") or trust(title, "asked")
    ]
    return {
        tuple(sorted(row.words(column) for column in at))
        for row in header.below
        if not any(is_sure_sum(row.words(column)) for column in row.held)
    }


def table_of(book: Book, sheets: Sequence[str], row: int | None) -> SheetTable:
    """Put the chosen sheets together. Raises Refusal."""
    grids = [grid for name in sheets for grid in book.grids if grid.name == name]
    if not grids:
        raise Refusal("sheet-no-rows")
    headers = [header_of(grid, row) for grid in grids]
    if sum(len(header.below) for header in headers) > MOST_ROWS:
        raise Refusal("sheet-too-long", meant=f"{MOST_ROWS:,}")
    table = _one(grids[0], headers[0]) if len(grids) == 1 else _several(grids, headers)
    if len(_trimmed(table.titles)) > MOST_COLUMNS:
        raise Refusal("sheet-too-wide", meant=f"{MOST_COLUMNS:,}")
    return table


def _one(grid: SheetGrid, header: Header) -> SheetTable:
    return SheetTable(
        (grid.name,), header.titles, header.first, header.last, header.below, header.above,
        grid.hidden_columns, grid.filtered, header.found, grid.comma_decimals,
    )  # fmt: skip


def _several(grids: Sequence[SheetGrid], headers: Sequence[Header]) -> SheetTable:
    """Bring columns of the same title together; those only one sheet has come after."""
    titles: list[str] = list(headers[0].titles)
    rows: list[GridRow] = []
    named = any(trust(title, "strand") for header in headers for title in header.titles)
    for grid, header in zip(grids, headers, strict=True):
        places = _places(header.titles, titles)
        for row in header.below:
            cells = dict(zip(places, row.cells, strict=False))
            whole = tuple(cells.get(at, "") for at in range(len(titles)))
            moved = replace(
                row,
                cells=whole,
                sheet=grid.name,
                struck=frozenset(places[at] for at in row.struck if at < len(places)),
                part_struck=frozenset(places[at] for at in row.part_struck if at < len(places)),
                filled=frozenset(places[at] for at in row.filled if at < len(places)),
                broken=tuple((places[at], shown) for at, shown in row.broken if at < len(places)),
                signs=tuple((places[at], sign) for at, sign in row.signs if at < len(places)),
                strand="" if named else grid.name,
            )
            rows.append(moved)
    above = tuple(row for header in headers for row in header.above)
    return SheetTable(
        tuple(grid.name for grid in grids), tuple(titles), headers[0].first, headers[0].last, tuple(rows), above,
        frozenset(), any(grid.filtered for grid in grids), all(header.found for header in headers),
        comma_decimals=False,
    )  # fmt: skip


def _places(titles: Sequence[str], whole: list[str]) -> list[int]:
    """Return each title's column in the whole table, which grows where it has none."""
    places: list[int] = []
    for title in titles:
        alike = [at for at, one in enumerate(whole) if squeezed(one) == squeezed(title) and at not in places]
        alike = alike or [at for at in _same_field(title, titles, whole) if at not in places]
        if not alike:
            whole.append(title)
            alike = [len(whole) - 1]
        places.append(alike[0])
    return places


def _same_field(title: str, titles: Sequence[str], whole: Sequence[str]) -> list[int]:
    """Find the column of other sheets that holds the same under another title, where each has one such alone."""
    for field in FIELDS:
        here = [one for one in titles if trust(one, field) >= STRONG]
        there = [at for at, one in enumerate(whole) if trust(one, field) >= STRONG]
        if here == [title] and len(there) == 1:
            return there if squeezed(whole[there[0]]) not in map(squeezed, titles) else []
    return []


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    length = len(cells)
    while length and cells[length - 1] == "":
        length -= 1
    return cells[:length]
