"""Find where a table's titles stand: below a heading, in two lines, anywhere near the top."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from panel_tui.folder.fault import Refusal
from panel_tui.folder.spreadsheet.column_names import FIELDS, NEEDED, VAGUE_TITLES_OF
from panel_tui.folder.spreadsheet.grid import Cell, GridRow, SheetGrid
from panel_tui.folder.spreadsheet.title_trust import known, squeezed, trust
from panel_tui.folder.tidy import settled
from sessions.model.session import Value

_KIND_OF_ANSWER = re.compile(r"(?i)open-ended response|response|comment box")  # as SurveyMonkey writes it
_PIVOT = re.compile(r"(?i)(?:sum|count|average) of |(?:summe|anzahl) von |(?:somme|nombre) de |suma z ")
_LOOKED_AT = 60  # rows that are not empty, from the top; no sheet has more above its titles
_LONGEST = 100  # characters of a title that are kept


class Header(Value, frozen=True):
    """A table's titles and the lines they stand on; the rows above it and those below."""

    titles: tuple[str, ...]
    first: int
    last: int
    above: tuple[GridRow, ...]
    below: tuple[GridRow, ...]
    found: bool  # whether the titles themselves say so, or only their place


def header_of(grid: SheetGrid, row: int | None = None) -> Header:
    """Find the titles, or take the row that was named. Raises Refusal."""
    if not grid.rows:
        raise Refusal("sheet-no-rows")
    if row is not None:
        at = next((at for at, one in enumerate(grid.rows) if one.line == row), None)
        if at is None:
            raise Refusal("row-empty", found=str(row), meant=str(grid.rows[0].line))
        return _made(grid, at, at, found=True)
    best, place = 0.0, (0, 0)
    for at in range(min(len(grid.rows), _LOOKED_AT)):
        for lines in (1, 2):
            said = _said(grid.rows[at : at + lines]) if at + lines <= len(grid.rows) else 0.0
            if said > best:
                best, place = said, (at, at + lines - 1)
    if best:
        return _made(grid, *place, found=True)
    at = next((at for at, one in enumerate(grid.rows) if len(one.held) > 1), 0)
    return _made(grid, at, at, found=False)


def is_ours(titles: Sequence[str]) -> bool:
    """Whether a table has our own names for what is needed, letter by letter: then nothing else is meant by them."""
    return all(field in titles for field in NEEDED)


def _said(rows: Sequence[GridRow]) -> float:
    """Say how far rows read as titles. A second line must add to the first, and hold words alone."""
    titles = _joined(rows)
    if not all(isinstance(cell, str) for row in rows for cell in row.cells[: _width(rows)]):
        return 0
    if len(rows) == 2 and rows[1].line == rows[0].line + 1 and _is_below_questions(rows[1]):
        return _said(rows[:1]) + 0.25
    if len(rows) == 2 and rows[1].line == rows[0].line + 1 and _is_below_groups(rows):
        return _said(rows[:1]) + 0.25
    if len(rows) == 2 and (rows[1].line != rows[0].line + 1 or not _adds(rows)):
        return 0
    held = [title for title in titles if title]
    fields: set[str] = set()
    for title in held:
        fields |= known(title)
    needed = sum(3 for field in NEEDED if field in fields)
    maybe = 0.5 * any(trust(title, field) for title in held for field in VAGUE_TITLES_OF)
    alone = len(held) == 1  # one cell is a heading, whatever it says
    return 0 if alone else needed + len(fields) + maybe - 0.25 * (len(rows) - 1)


def _width(rows: Sequence[GridRow]) -> int:
    """Return how far the titles reach: up to an empty column, where what stands beside it is a box of its own."""
    widest = max(len(row.cells) for row in rows)
    held = [any(row.cell(at) != "" for row in rows) for at in range(widest)]
    gaps = (at for at in range(widest) if not held[at] and sum(held[:at]) > 1 and any(held[at:]))
    return next(gaps, widest)


def _is_below_questions(row: GridRow) -> bool:
    """Whether a row is the second line of a survey's titles: what kind of answer, or which choice, each column has."""
    return any(_KIND_OF_ANSWER.fullmatch(str(cell).strip()) for cell in row.cells)


def _is_below_groups(rows: Sequence[GridRow]) -> bool:
    """Whether a line only parts what the line above names once over several columns: its years, its kinds of cost."""
    above, below = rows
    fields = set[str]().union(*(known(str(cell)) for cell in above.cells))
    spans = [at for at in below.held if _span(above, below, at)]
    return "title" in fields and bool(spans) and all(_group(above, below, at) in spans for at in below.held)


def _span(above: GridRow, below: GridRow, at: int) -> bool:
    return above.cell(at) != "" and above.cell(at + 1) == "" and below.cell(at + 1) != ""


def _group(above: GridRow, below: GridRow, at: int) -> int:
    """Return the column that a group begins with; itself where there is none."""
    first = at
    while first > 0 and above.cell(first) == "" and below.cell(first - 1) != "":
        first -= 1
    return first


def _adds(rows: Sequence[GridRow]) -> bool:
    """Whether the second line goes on where the first stops, rather than having titles of its own."""
    above, below = rows
    return any(above.cell(at) and below.cell(at) for at in range(len(below.cells))) and not any(
        known(str(cell)) and known(str(below.cell(at)))
        for at, cell in enumerate(above.cells)
        if cell and below.cell(at)
    )


def _joined(rows: Sequence[GridRow]) -> tuple[str, ...]:
    widest = max((len(row.cells) for row in rows), default=0)
    if len(rows) == 2 and _is_below_groups(rows):
        above, below = rows
        spread = (above.cell(_group(above, below, at) if below.cell(at) else at) for at in range(widest))
        rows = (replace(above, cells=tuple(spread)), below)
    return tuple(
        settled(
            " ".join(
                str(row.cell(at))
                for row in rows
                if row.cell(at)
                and not (row is not rows[0] and _KIND_OF_ANSWER.fullmatch(str(row.cell(at)).strip()))
            ),
            longest=_LONGEST,
        )
        for at in range(widest)
    )


def _made(grid: SheetGrid, first: int, last: int, *, found: bool) -> Header:
    lines = grid.rows[first : last + 1]
    below = grid.rows[last + 1 :]
    titles = _joined(lines)
    return Header(titles, lines[0].line, lines[-1].line, grid.rows[:first], below, found)


def repeats(row: GridRow, titles: Sequence[str]) -> bool:
    """Whether a row says the titles again, as sheets do that were pasted together."""
    cells = [squeezed(str(cell)) for cell in row.cells if cell != ""]
    said = {squeezed(title) for title in titles if title}
    return len(cells) > 1 and all(cell in said for cell in cells) and not _numbers(row.cells)


def _numbers(cells: Sequence[Cell]) -> bool:
    return any(isinstance(cell, Decimal) for cell in cells)


def holds_applications(header: Header) -> bool:
    """Whether the titles name what every application has, and something stands below."""
    fields: set[str] = set()
    for title in header.titles:
        fields |= {field for field in FIELDS if trust(title, field)}
    return header.found and bool(header.below) and all(field in fields for field in NEEDED)


def is_pivot(header: Header) -> bool:
    """Whether the titles are those that a pivot table makes, such as `Sum of Amount requested`."""
    return any(_PIVOT.match(title) for title in header.titles)
