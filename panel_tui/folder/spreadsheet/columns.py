"""Tell which column of a table holds what: by its title and by what stands below it, both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from panel_tui.folder.spreadsheet.column_names import EXTRAS, FIELDS, NEEDED, TITLES_OF
from panel_tui.folder.spreadsheet.grid import Cell, GridRow
from panel_tui.folder.spreadsheet.header import is_ours
from panel_tui.folder.spreadsheet.title_trust import STRONG, is_vague, may_be_money, trust
from panel_tui.folder.spreadsheet.values import Profile, profile
from sessions.model.session import Value

_MOSTLY_DIFFERENT, _HARDLY_DIFFERENT = 0.8, 0.51  # shares of different values among those of a column
_LONGEST_TITLE = 80  # characters, of most; what is longer tells about a project


class SheetColumn(Value, frozen=True):
    """One column: its title, whether it shows, and what its values look like."""

    at: int
    title: str
    hidden: bool
    cells: tuple[Cell, ...]
    looks: Profile


class FoundColumns(Value, frozen=True):
    """Each field's column, counted from 0; and the columns to choose from where a field may have several.

    `set_aside` has columns whose title names a field that their values do not fit, and why.
    """

    at: Mapping[str, int]
    open: Mapping[str, tuple[int, ...]]
    set_aside: Mapping[str, tuple[int, str]]
    empty: tuple[str, ...] = ()


def columns_of(
    titles: Sequence[str], rows: Sequence[GridRow], hidden: frozenset[int]
) -> tuple[SheetColumn, ...]:
    """Look at every column."""
    columns = []
    for at, title in enumerate(titles):
        cells = tuple(row.cell(at) for row in rows)
        columns.append(SheetColumn(at, title, at in hidden, cells, profile(cells)))
    return tuple(columns)


def found_in(columns: Sequence[SheetColumn], named: Mapping[str, int]) -> FoundColumns:
    """Find each field's column. What was `named` is taken as it stands."""
    ours = is_ours([column.title for column in columns])
    at, several, aside, empty = dict(named), dict[str, tuple[int, ...]](), dict[str, tuple[int, str]](), []
    any_rows = any(column.looks.count for column in columns)
    for field in (*NEEDED, *FIELDS, *EXTRAS):
        if field in at:
            continue
        exact = [column.at for column in columns if column.title == field] if ours else []
        if exact:
            at[field] = exact[0]
            if field in NEEDED and any_rows and not columns[exact[0]].looks.count:
                empty.append(field)
            continue
        free = [column for column in columns if column.at not in at.values() or field in EXTRAS]
        ranked = _ranked(free, field, aside)
        if not ranked:
            continue
        filled = (
            [column for column in ranked if column.looks.count] if field in NEEDED and any_rows else ranked
        )
        if not filled:
            empty.append(field)
            at[field] = ranked[0].at
        elif _is_open(field, filled):
            several[field] = tuple(column.at for column in filled)
        else:
            at[field] = filled[0].at
    return FoundColumns(at, several, aside, tuple(empty))


def _ranked(
    columns: Sequence[SheetColumn], field: str, aside: dict[str, tuple[int, str]]
) -> list[SheetColumn]:
    """List the columns that may hold a field, the best first."""
    trusted = {column.at: trust(column.title, field) for column in columns}
    strong = [column for column in columns if trusted[column.at] >= STRONG]
    fit = []
    for column in sorted(strong, key=lambda one: (one.hidden, -trusted[one.at])):
        why = unfit(column, field)
        if not why:
            fit.append(column)
        elif field not in aside:
            aside[field] = (column.at, why)
    if field == "title" and len(fit) > 1:  # a name of somebody is no project's, where another column is
        fit = [column for column in fit if column.looks.people < 0.8] or fit
        fit = _telling_apart(fit, aside)
    if field == "title" and len(fit) == 1 and fit[0].looks.people >= 0.8:
        fit += _perhaps_titles(columns, trusted, fit[0])
    if field == "asked" and any(column.looks.money >= 0.5 for column in fit):
        fit = [column for column in fit if column.looks.money or not column.looks.count]
    if fit:
        return fit
    weak = [column for column in columns if trusted[column.at] and not unfit(column, field, weak=True)]
    weak.sort(key=lambda one: (one.hidden, -trusted[one.at]))
    if field == "asked" and weak and is_vague(weak[0].title):
        weak += [
            c for c in columns if c not in weak and may_be_money(c.title) and not unfit(c, field, weak=True)
        ]
    return weak


def _perhaps_titles(
    columns: Sequence[SheetColumn], trusted: Mapping[int, int], best: SheetColumn
) -> list[SheetColumn]:
    """List what may hold the titles where the only column called so holds names as people have them."""
    return [
        column
        for column in columns
        if 0 < trusted[column.at] < STRONG
        and not column.hidden
        and not unfit(column, "title", weak=True)
        and column.looks.people < _HARDLY_DIFFERENT
        and column.looks.money < _HARDLY_DIFFERENT
        and column.looks.unique >= _MOSTLY_DIFFERENT
        and column.looks.length <= _LONGEST_TITLE
        and best.looks.count > 1
    ]


def _telling_apart(columns: list[SheetColumn], aside: dict[str, tuple[int, str]]) -> list[SheetColumn]:
    """Keep the columns whose values differ from row to row, where there are any: the fund's name is no project's."""
    telling = [column for column in columns if column.looks.unique >= _MOSTLY_DIFFERENT]
    if not telling:
        return columns
    same = [one for one in columns if 0 < one.looks.unique < _HARDLY_DIFFERENT and not one.hidden]
    if same and "title" not in aside:
        aside["title"] = (same[0].at, "not-titles")
    return [column for column in columns if column not in same]


def unfit(column: SheetColumn, field: str, *, weak: bool = False) -> str:
    """Say why a column's values are not what its title promises, in one word; nothing where they may be."""
    looks = column.looks
    if not looks.count:
        return "empty" if weak else ""
    if field in ("title", "organisation") and looks.honorifics >= 0.5:
        return "honorifics"
    if field == "title" and (
        looks.yes_no == 1 or max(looks.addresses, looks.dates) >= 0.5 or looks.codes == 1 < looks.count
    ):
        return "not-titles"
    if field == "organisation" and (
        looks.yes_no == 1 or looks.addresses >= 0.5 or looks.codes == 1 < looks.count
    ):
        return "not-names"
    if field == "asked" and weak and (looks.money < 0.5 or looks.years == 1):
        return "not-money"
    if field == "asked" and looks.yes_no == 1:
        return "not-money"
    if field == "ref":
        return _unfit_ref(looks, weak=weak)
    return ""


def _unfit_ref(looks: Profile, *, weak: bool) -> str:
    if looks.yes_no == 1 and looks.count > 1:
        return "not-refs"
    if weak and (looks.length > 40 or looks.unique < 1 or looks.spaced > 0.1):
        return "not-refs"
    return "not-refs" if looks.length > 60 or looks.unique < 0.5 else ""


def _is_open(field: str, columns: Sequence[SheetColumn]) -> bool:
    """Whether a person must say which of several it is: always for money; for titles where none is more exact."""
    if len(columns) < 2 or field not in NEEDED:
        return False
    best, *others = [column for column in columns if not column.hidden] or columns
    others = [column for column in others if column.cells != best.cells]
    if field == "asked":
        return bool(others)
    if best.looks.people >= _MOSTLY_DIFFERENT or best.looks.bodies >= _MOSTLY_DIFFERENT:
        return any(
            max(column.looks.people, column.looks.bodies) < _HARDLY_DIFFERENT
            and column.looks.unique >= _MOSTLY_DIFFERENT
            for column in others
        )
    alike = trust(best.title, field)
    return any(trust(column.title, field) == alike for column in others)


def is_known(field: str) -> bool:
    """Whether there is such a field."""
    return field in FIELDS and field in TITLES_OF
