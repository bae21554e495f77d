"""The ranked list with its funding line: columns that give way one by one where the wall is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from screens.drawn import drawn_line, fitted, joined, stacked
from sessions.views.posters import Budget, Row
from sessions.wording import say

NARROW = 70  # below this many cells the running total gives way


def right(text: str, wide: int) -> Content:
    """Set a cell against its right edge."""
    cell = drawn_line(text)
    return cell.pad_left(max(wide - cell.cell_length, 0))


def widest(texts: Iterable[str]) -> int:
    """Measure the widest of a column's texts, in cells."""
    return max((drawn_line(text).cell_length for text in texts), default=0)


def least_words(row: Row) -> str:
    """Say the least that would be useful to a row that gets nothing yet."""
    return say("wall.budget.least", least=row.least) if row.least and not row.funded else ""


def window(rows: int, line: int, room: int) -> range:
    """Choose which rows to show so that the line stands near the middle."""
    if rows <= room:
        return range(rows)
    first = min(max(line - room // 2, 0), rows - room)
    return range(first, first + room)


def heavy_line(left: str, width: int) -> Content:
    """Draw the funding line, with what is left in it."""
    words = joined(" ", drawn_line(left, "bold"), " ")
    before = max((width - words.cell_length) * 2 // 3, 0)
    after = max(width - words.cell_length - before, 0)
    return joined(Content.styled("━" * before, "$warning"), words, Content.styled("━" * after, "$warning"))


class Ledger(Widget):
    """The list. Rows above the line are funded, and a part award below it; the line is drawn heavy."""

    DEFAULT_CSS = "Ledger { height: 1fr; width: 1fr; }"
    poster: Budget | None = None

    def show(self, poster: Budget) -> None:
        """Show this list."""
        if poster != self.poster:
            self.poster = poster
            self.refresh()

    def render(self) -> Content:
        """Draw the rows around the line."""
        if self.poster is None:
            return Content("")
        budget, width, height = self.poster, self.size.width, self.size.height
        shown = window(len(budget.rows), budget.line, max(height - 1, 1))
        if len(shown) < len(budget.rows):
            shown = window(len(budget.rows), budget.line, max(height - 3, 1))
        lines = []
        if shown.start:
            lines.append(Content.styled(say("wall.budget.rows-above", count=shown.start), "$quiet"))
        for place in shown:
            if place == budget.line:
                lines.append(heavy_line(budget.left, width))
            row = budget.rows[place]
            lines.append(self._row(row, funded=place < budget.line or row.running != ""))
        if budget.line >= shown.stop:
            lines.append(heavy_line(budget.left, width))
        if shown.stop < len(budget.rows):
            lines.append(
                Content.styled(say("wall.budget.rows-below", count=len(budget.rows) - shown.stop), "$quiet")
            )
        aired = [each for line in lines for each in (line, Content(""))][:-1]
        return stacked(aired if len(aired) <= height else lines)

    def _row(self, row: Row, *, funded: bool) -> Content:
        """Draw one row, in columns every row of this list shares."""
        assert self.poster is not None
        rows, narrow = self.poster.rows, self.size.width < NARROW
        after = [
            right(row.score, widest(each.score for each in rows)),
            right(row.asks, widest(each.asks for each in rows)),
            self._result(row, rows, narrow=narrow),
        ]
        before = [right(row.rank, widest(each.rank for each in rows))]
        room = self.size.width - sum(cell.cell_length + 2 for cell in (*before, *after))
        title = f"{row.title} · {row.mark}" if row.mark else row.title
        name = fitted(drawn_line(title, "bold" if funded else ""), max(room, 8))
        line = Content("  ").join([*before, name, *after])
        return line if funded else line.stylize("$quiet")

    @staticmethod
    def _result(row: Row, rows: Sequence[Row], *, narrow: bool) -> Content:
        """Say what a row gets and what is then spent, or the least that would be useful to it.

        An amount of money is never cut short; a title gives way to it.
        """
        words = widest(each.funded for each in rows)
        if narrow:
            return fitted(drawn_line(row.funded), words)
        running = widest(each.running for each in rows)
        across = max(words + 2 + running, widest(least_words(each) for each in rows))
        if least_words(row):
            return fitted(drawn_line(least_words(row)), across)
        return joined(fitted(drawn_line(row.funded), words), right(row.running, across - words))
