"""The ranked list with its funding line: columns that give way one by one where the wall is narrow."""

from __future__ import annotations

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
    """The list. Rows above the line are funded; the line is drawn heavy."""

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
            lines.append(self._row(budget.rows[place], funded=place < budget.line))
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
        rows, width = self.poster.rows, self.size.width
        ranks, asks, running = (
            max(drawn_line(text).cell_length for text in column)
            for column in zip(*((each.rank, each.asks, each.running) for each in rows), strict=True)
        )
        before = [right(row.rank, ranks)]
        after = [right(row.score, 4), right(row.asks, asks)]
        if width < NARROW:
            after.append(fitted(drawn_line(row.funded), 8))
        else:
            after.append(self._result(row, 10, running))
        room = width - sum(cell.cell_length + 2 for cell in (*before, *after))
        title = f"{row.title} · {row.mark}" if row.mark else row.title
        name = fitted(drawn_line(title, "bold" if funded else ""), max(room, 8))
        line = Content("  ").join([*before, name, *after])
        return line if funded else line.stylize("$quiet")

    @staticmethod
    def _result(row: Row, words: int, running: int) -> Content:
        """Say what a row gets and what is then spent, or the least that would be useful to it."""
        if row.funded or not row.least:
            return joined(fitted(drawn_line(row.funded), words), "  ", right(row.running, running))
        return fitted(drawn_line(say("wall.budget.least", least=row.least)), words + 2 + running)
