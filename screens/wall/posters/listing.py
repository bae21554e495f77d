"""A list that is being put together, or has been agreed: a line each, with a remark under it."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from screens.drawn import drawn_line, joined
from screens.wall.keys import foot
from screens.wall.widgets.grown import Grown
from screens.wall.widgets.pages import Pages
from screens.wall.widgets.words import Words
from sessions.views.posters import Listing

from .drawing import Drawing


def _blocks(poster: Listing, width: int, *, grown: bool) -> list[list[Content]]:
    """Draw each line with its number where it has one, and what is said of it below."""
    blocks = []
    for number, (words, remark) in enumerate(poster.rows, start=1):
        mark = f"{number:>2}  " if poster.numbered else ""
        lines = list(drawn_line(words, "bold").wrap(max(width - len(mark), 1)))
        pads = [mark, *[" " * len(mark)] * len(lines)]
        block = [joined(pad, line) for pad, line in zip(pads, lines, strict=False)]
        if remark:
            block.append(joined("   ", drawn_line(remark, "$accent")))
        blocks.append([*block, *([Content("")] if grown or remark else [])])
    return blocks


class ListingPoster(Drawing[Listing]):
    """The heading, the list, what to do with it."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="heading")
        yield Pages("wall.more-lines", air_above=True)
        yield Words(classes="lines")
        yield Words(classes="foot")

    def show(self, poster: Listing) -> None:
        """Draw this poster."""
        self.query_one(Grown).say(poster.heading)
        self.query_one(Pages).show(partial(_blocks, poster))
        self.query_one(".lines", Words).say("\n".join(poster.lines))
        self.query_one(".foot", Words).say(foot("Listing") if poster.numbered else "")
