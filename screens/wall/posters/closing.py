"""What we decided: a line for each application."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from screens.drawn import cut, drawn_line, joined
from screens.wall.widgets.grown import Grown
from screens.wall.widgets.pages import NEW_PAGE, Block, Pages
from screens.wall.widgets.words import Words
from sessions.views.posters import Closing

from .by_hand import by_hand_blocks
from .drawing import Drawing
from .written import written_blocks


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


class ClosingPoster(Drawing[Closing]):
    """The whole list, and a few last words."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="heading")
        yield Pages("wall.more-lines", whole_first=True)
        yield Words(classes="lines")

    def show(self, poster: Closing) -> None:
        """Draw this poster."""
        self.query_one(Grown).say(poster.heading)
        self.query_one(Pages).show(partial(_all_blocks, poster))
        self.query_one(".lines", Words).say("\n".join(poster.lines))
