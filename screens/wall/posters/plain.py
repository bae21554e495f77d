"""The plain posters: a heading with lines, a list, the thanks, a break with its clock."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from screens.safe_text import drawn_line, joined
from screens.wall.keys import foot
from screens.wall.posters.drawing import Drawing
from screens.wall.widgets.big_text import Grown
from screens.wall.widgets.lines import Pages
from screens.wall.widgets.words import RestLeft, Words
from sessions.views.wall.posters import Listing, Notice, Pause, Thanks
from sessions.wording import say


class NoticePoster(Drawing[Notice]):
    """The heading over its lines."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="heading")
        yield Words(classes="lines")

    def show(self, poster: Notice) -> None:
        """Draw this poster."""
        self.query_one(Grown).say(poster.heading)
        self.query_one(".lines", Words).say("\n\n".join(poster.lines))


class ThanksPoster(Drawing[Thanks]):
    """The thanks, in the middle of the wall, as big as they can be."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(share=0.3, classes="thanks")
        yield Words("♥", classes="mark")
        yield Words(classes="lines")

    def show(self, poster: Thanks) -> None:
        """Draw this poster."""
        self.query_one(Grown).say(poster.heading)
        self.query_one(".lines", Words).say("\n\n".join(poster.lines))


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
        yield Pages("wall.more-lines", air_above=True)
        yield Words(classes="lines")
        yield Words(classes="foot")

    def show(self, poster: Listing) -> None:
        """Draw this poster."""
        self.query_one(Pages).show(partial(_blocks, poster))
        self.query_one(".lines", Words).say("\n".join(poster.lines))
        self.query_one(".foot", Words).say(foot("Listing") if poster.numbered else "")


class PausePoster(Drawing[Pause]):
    """Rest, with nothing to work out: when to be back, large; how long that is, small and without haste."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(say("wall.break"), classes="kind")
        yield Grown(share=0.45, classes="heading")
        yield RestLeft(classes="countdown")
        yield Words(classes="lines")

    def show(self, poster: Pause) -> None:
        """Draw this poster."""
        self.query_one(Grown).say(poster.heading)
        self.query_one(RestLeft).countdown = poster.countdown
        self.query_one(".lines", Words).say("\n".join(poster.lines))
