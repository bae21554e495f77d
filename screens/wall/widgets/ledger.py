"""The ranked list with its funding line: columns that give way one by one where the wall is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from screens.safe_text import drawn_line, fitted, joined, stacked
from screens.wall.widgets.laid_lines import LaidLines
from sessions.views.wall.list_rows import Row
from sessions.views.wall.posters import Budget
from sessions.wording import say

NARROW = 70  # below this many cells the running total gives way
_GAP = "  "
_NARROW_WHY = 14  # cells that words of why may take there


def right(text: str, wide: int) -> Content:
    """Set a cell against its right edge."""
    cell = drawn_line(text)
    return cell.pad_left(max(wide - cell.cell_length, 0))


def widest(texts: Iterable[str]) -> int:
    """Measure the widest of a column's texts, in cells."""
    return max((drawn_line(text).cell_length for text in texts), default=0)


def window(rows: int, line: int, room: int, current: int | None = None) -> range:
    """Choose which rows to show: the current one, and the line too where both fit."""
    if rows <= room:
        return range(rows)
    low, high = (line, line) if current is None else (min(line, current), max(line, current + 1))
    middle = (low + high) // 2 if high - low < room else line if current is None else current
    first = min(max(middle - room // 2, 0), rows - room)
    return range(first, first + room)


def heavy_line(left: str, width: int) -> Content:
    """Draw the funding line, with what is left in it."""
    words = joined(" ", drawn_line(left, "bold"), " ")
    before = max((width - words.cell_length) * 2 // 3, 0)
    after = max(width - words.cell_length - before, 0)
    return joined(Content.styled("━" * before, "$warning"), words, Content.styled("━" * after, "$warning"))


class Ledger(Widget):
    """The list, in its order. Rows that get money are bold, the line below the last of them is drawn heavy.

    What has been drawn is remembered, so that nobody confirms what nobody has seen.
    """

    DEFAULT_CSS = "Ledger { height: 1fr; width: 1fr; }"
    poster: Budget | None = None
    first: int | None = None
    """The row a page turned to begins with; none while the window follows the line."""
    seen: set[str]
    """The rows that have been drawn so far, by their list and their place in it."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        super().__init__()
        self.seen = set()

    def show(self, poster: Budget) -> None:
        """Show this list; where the line has moved, the window follows it."""
        if poster == self.poster:
            return
        if self.poster is None or _stands(poster) != _stands(self.poster):
            self.first = None
        self.poster = poster
        self.refresh()

    def turn(self, by: int) -> None:
        """Turn a page."""
        if self.poster is not None:
            shown = self._shown(self.poster)
            self._begin_with(shown.start + by * len(shown))

    def turn_on(self) -> bool:
        """Show the first rows that were not drawn yet; say whether there were some."""
        rows = self.poster.rows if self.poster is not None and self.size.height else ()
        for place, row in enumerate(rows):
            if self._key_of(row) not in self.seen:
                self.seen.add(self._key_of(row))  # it is turned to once, whatever becomes of the drawing
                self._begin_with(place)
                return True
        return False

    @property
    def at_end(self) -> bool:
        """Whether the last row is in sight."""
        return self.poster is None or self._shown(self.poster).stop >= len(self.poster.rows)

    def _key_of(self, row: Row) -> str:
        assert self.poster is not None
        return f"{self.poster.strand}/{row.ref}"

    def _begin_with(self, row: int) -> None:
        assert self.poster is not None
        last = len(self.poster.rows) - self._room(self.poster)
        self.first = max(min(row, last), 0)
        self.refresh()

    def _room(self, budget: Budget) -> int:
        """Count the rows there is room for beside the line, and what is said of rows out of sight."""
        height = self.size.height
        return max(height - (1 if len(budget.rows) < height else 3), 1)

    def _shown(self, budget: Budget) -> range:
        """Choose the rows to show."""
        room = self._room(budget)
        if self.first is not None:
            first = max(min(self.first, len(budget.rows) - room), 0)
            return range(first, min(first + room, len(budget.rows)))
        return window(len(budget.rows), budget.line, room, budget.current)

    def render(self) -> Content:
        """Draw the rows around the line. The line is always there, if only above or below what is shown."""
        if self.poster is None:
            return Content("")
        budget, width, height = self.poster, self.size.width, self.size.height
        shown = self._shown(budget)
        line, lines = heavy_line(budget.left, width), []
        if budget.line < shown.start:
            lines.append(line)
        if shown.start:
            lines.append(_out_of_sight("above", shown.start))
        for place in shown:
            if place == budget.line:
                lines.append(line)
            lines.append(self._row(budget, place))
        if budget.line == shown.stop:
            lines.append(line)
        if shown.stop < len(budget.rows):
            lines.append(_out_of_sight("below", len(budget.rows) - shown.stop))
        if budget.line > shown.stop:
            lines.append(line)
        self.seen.update(self._key_of(budget.rows[place]) for place in shown)
        aired = [each for line in lines for each in (line, Content(""))][:-1]
        return stacked(aired if len(aired) <= height else lines)

    def _row(self, budget: Budget, place: int) -> Content:
        """Draw one row, in columns every row of this list shares."""
        rows, row = budget.rows, budget.rows[place]
        narrow, funded = self.size.width < NARROW, row.running != ""
        after = [
            right(row.score, _score_wide(rows)),
            right(row.asks, _asks_wide(rows)),
            _result(row, rows, narrow=narrow),
        ]
        mark = "▸" if place == budget.current else " "
        before = [joined(mark, right(row.rank, widest(each.rank for each in rows)))]
        room = self.size.width - sum(cell.cell_length + len(_GAP) for cell in (*before, *after))
        title = f"{row.title} · {row.mark}" if row.mark else row.title
        name = fitted(drawn_line(title, "bold" if funded else ""), max(room, 8))
        line = Content(_GAP).join([*before, name, *after])
        return line if funded or place == budget.current else line.stylize("$quiet")


class ColumnHeads(LaidLines):
    """The names of the list's columns, each over its own."""

    poster: Budget | None = None

    def show(self, poster: Budget) -> None:
        """Name the columns of this list."""
        if poster != self.poster:
            self.poster = poster
            self.refresh()

    def lines(self, width: int) -> list[Content]:
        """Draw the one line."""
        if self.poster is None or not self.poster.rows:
            return [Content("")]
        rows, narrow = self.poster.rows, width < NARROW
        result = _result(rows[0], rows, narrow=narrow).cell_length
        gets, running = _head("gets"), Content("") if narrow else _head("running")
        if gets.cell_length + running.cell_length + len(_GAP) > result:
            running = Content("")
        parts = [
            right(say("wall.budget.head-score"), _score_wide(rows)),
            right(say("wall.budget.head-asks"), _asks_wide(rows)),
            joined(gets, " " * max(result - gets.cell_length - running.cell_length, 0), running),
        ]
        named = Content(_GAP).join(parts)
        return [named.pad_left(max(width - named.cell_length, 0))]


def _head(column: str) -> Content:
    return drawn_line(say(f"wall.budget.head-{column}"))


def _score_wide(rows: Sequence[Row]) -> int:
    return widest((say("wall.budget.head-score"), *(row.score for row in rows)))


def _asks_wide(rows: Sequence[Row]) -> int:
    return widest((say("wall.budget.head-asks"), *(row.asks for row in rows)))


def _stands(poster: Budget) -> tuple[object, ...]:
    """Say where the line stands, and in which list."""
    return poster.strand, poster.line, poster.current


def _out_of_sight(where: str, count: int) -> Content:
    return Content.styled(say(f"wall.budget.rows-{where}", count=count), "$quiet")


def _result(row: Row, rows: Sequence[Row], *, narrow: bool) -> Content:
    """Say what a row gets and what is then spent, or why it gets nothing.

    An amount of money is never cut short; a title gives way to it.
    """
    words, whys = widest(each.funded for each in rows), [each.why for each in rows if not each.funded]
    running = 0 if narrow else widest(each.running for each in rows)
    room = (
        widest(whys) if not narrow else max(min(widest(whys), _NARROW_WHY), widest(filter(_has_money, whys)))
    )
    across = max(words + len(_GAP) + running if running else words, room)
    if not row.funded:
        return fitted(drawn_line(row.why), across)
    if narrow:
        return fitted(drawn_line(row.funded), across)
    return joined(fitted(drawn_line(row.funded), words), right(row.running, across - words))


def _has_money(words: str) -> bool:
    return any(letter.isdigit() for letter in words)
