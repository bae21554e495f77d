"""The ranked list against the pot, the sheets laid over it, and what we decided in the end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from screens.safe_text import cut, drawn, drawn_line, fitted, joined
from screens.wall import keys
from screens.wall.posters.drawing import Drawing, by_hand_blocks
from screens.wall.posters.reveal import written_blocks
from screens.wall.widgets.big_text import TALL, Grown
from screens.wall.widgets.ledger import ColumnHeads, Ledger, right, widest
from screens.wall.widgets.lines import NEW_PAGE, Block, Flow, Pages
from screens.wall.widgets.money_bar import MoneyBar
from screens.wall.widgets.words import Words
from sessions.views.wall.posters import Budget, Closing, Sheet
from sessions.wording import say


def _keys(poster: Budget) -> list[str]:
    """Name the keys that do something here: without strands there is no other list, without money no other way."""
    nothing = (() if poster.heading else ("next_list",), () if poster.money else ("ways",))
    return keys.foot_parts("Budget", leaving_out=[name for names in nothing for name in names])


class BudgetPoster(Drawing[Budget]):
    """The pot as a bar, the list with its line, what there is to know of the row it stands at, the keys."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield MoneyBar()
        yield Words(classes="of-strands")
        yield ColumnHeads()
        yield Ledger()
        yield Grown(share=0.1, least=3, classes="current")
        yield Words(classes="ties")
        yield Flow(classes="keys")

    def turn(self, by: int) -> None:
        """Turn a page of the list."""
        self.query_one(Ledger).turn(by)

    def show(self, poster: Budget) -> None:
        """Draw this poster."""
        self.query_one(MoneyBar).show(poster.sums)
        self.query_one(".of-strands", Words).say("\n".join(filter(None, (poster.heading, *poster.notes))))
        self.query_one(ColumnHeads).show(poster)
        self.query_one(Ledger).show(poster)
        at = poster.current
        self.query_one(".current", Grown).say("" if at is None else poster.rows[at].title)
        self.query_one(".ties", Words).say(" · ".join(poster.ties))
        confirmed = say("wall.budget.confirmed")
        said = [confirmed] if poster.confirmed else _keys(poster)
        self.query_one(Flow).say([drawn_line(words) for words in said])

    def turn_on(self) -> bool:
        """Show the rows of the list that were out of sight; say whether there were some."""
        return self.query_one(Ledger).turn_on()

    def seen(self, seen: set[str]) -> None:
        """Keep which rows were seen together with those of the other lists."""
        self.query_one(Ledger).seen = seen


def _decided(rows: tuple[tuple[str, str], ...], width: int, *, grown: bool) -> list[Block]:
    """Draw each application with its decision at the right, dots leading the eye across."""
    blocks: list[Block] = []
    for title, decided in rows:
        decision = cut(drawn_line(decided, "bold"), width * 2 // 3)
        name = cut(drawn_line(title), width - decision.cell_length - 4)
        dots = "·" * max(width - name.cell_length - decision.cell_length - 2, 0)
        blocks.append(
            [
                joined(name, " ", Content.styled(dots, "$empty"), " ", decision),
                *([Content("")] if grown else []),
            ]
        )
    return blocks


def _all_blocks(poster: Closing, width: int, *, grown: bool) -> list[Block]:
    """Draw the list, the views of those who saw it differently, and what was done by hand on a page of its own."""
    written = written_blocks(poster.written, width)
    between = [[Content("")]] if written else []
    by_hand = [NEW_PAGE, *by_hand_blocks(poster.acts, width)] if poster.acts else []
    return [*_decided(poster.rows, width, grown=grown), *between, *written, *by_hand]


_BESIDE, _TALL_BESIDE = 4, 12  # rows of a wall, and of a tall one, that neither the sum nor the list can have
_LEAST = 7  # rows it takes drawn, on two lines
_MOST = 0.25  # of the wall's height


def sum_rows(poster: Closing, height: int) -> int:
    """Count the rows the title band may have to draw what it all came to, with the list below still whole.

    None where the list needs them: the sum then stands plain above it.
    """
    views = sum(1 + 2 * len(one.texts) for one in poster.written)
    beside = _TALL_BESIDE if height >= TALL else _BESIDE
    spare = height - beside - len(poster.rows) - len(poster.lines) - views
    return min(spare, int(height * _MOST) + 2) if poster.sum and spare >= _LEAST else 0


class ClosingPoster(Drawing[Closing]):
    """What it came to where the title band has no room for it, the whole list, and a few last words."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(classes="sum")
        yield Pages("wall.more-lines", whole_first=True)
        yield Words(classes="lines")

    def show(self, poster: Closing) -> None:
        """Draw this poster."""
        above = sum_rows(poster, self.app.size.height)
        self.query_one(".sum", Words).say("" if above else poster.sum)
        self.query_one(Pages).show(partial(_all_blocks, poster))
        self.query_one(".lines", Words).say("\n".join(poster.lines))


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
        yield Words(classes="lead")
        yield Pages("wall.more-lines", whole_first=True)
        yield Words(classes="keys")

    def show(self, poster: Sheet) -> None:
        """Draw this poster; another sheet begins on its first page."""
        if self.kind != poster.kind:
            self.kind, self.query_one(Pages).page = poster.kind, 0
        self.query_one(".lead", Words).say("\n".join(poster.lead))
        self.query_one(Pages).show(partial(_blocks, poster))
        self.query_one(".keys", Words).say(poster.foot)
