"""A sheet laid over the list: a table and paragraphs, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from screens.drawn import drawn, drawn_line, fitted, joined
from screens.wall.widgets.grown import Grown
from screens.wall.widgets.ledger import right, widest
from screens.wall.widgets.pages import Block, Pages
from screens.wall.widgets.words import Words
from sessions.views.posters import Sheet

from .drawing import Drawing

_GAP = "  "
_NARROWEST = 12  # cells a row's name keeps, whatever its figures take
_INDENT = "   "


def _table(sheet: Sheet, width: int) -> list[list[Content]]:
    """Draw the rows in columns, their names at the left, the column heads over them."""
    lines = [row for row in (sheet.columns, *sheet.rows) if len(row) > 1]
    figures = [widest(row[at] for row in lines) for at in range(1, max(map(len, lines), default=1))]
    room = max(width - sum(wide + len(_GAP) for wide in figures), _NARROWEST)
    drawn_rows = []
    for row in (sheet.columns, *sheet.rows) if sheet.columns else sheet.rows:
        strong = "bold" if row is sheet.columns or len(row) == 1 else ""
        cells = [fitted(drawn_line(row[0], strong), room)]
        cells += [right(text, wide).stylize(strong) for text, wide in zip(row[1:], figures, strict=False)]
        drawn_rows.append([Content(_GAP).join(cells)])
    return drawn_rows


def _paragraphs(told: Sequence[tuple[str, str]], width: int, *, air: bool) -> list[list[Content]]:
    blocks = []
    for title, words in told:
        lines = drawn(words).wrap(max(width - len(_INDENT), 1))
        block = [*drawn_line(title, "bold").wrap(width), *(joined(_INDENT, line) for line in lines)]
        blocks.append([*block, *([Content("")] if air else [])])
    return blocks


def _blocks(sheet: Sheet, width: int, *, grown: bool) -> list[Block]:
    table = _table(sheet, width)
    if table and sheet.told:
        table[-1].append(Content(""))
    return [*table, *_paragraphs(sheet.told, width, air=grown or not table)]


class SheetPoster(Drawing[Sheet]):
    """A heading, a sentence or two, then as much as there is."""

    kind = ""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="heading")
        yield Words(classes="lead")
        yield Pages("wall.more-lines", whole_first=True)
        yield Words(classes="keys")

    def show(self, poster: Sheet) -> None:
        """Draw this poster; another sheet begins on its first page."""
        if self.kind != poster.kind:
            self.kind, self.query_one(Pages).page = poster.kind, 0
        self.query_one(Grown).say(poster.heading)
        self.query_one(".lead", Words).say("\n".join(poster.lead))
        self.query_one(Pages).show(partial(_blocks, poster))
        self.query_one(".keys", Words).say(poster.foot)
