"""What every poster has in common, and the plain ones: a heading with lines, a list, the thanks."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from functools import partial
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from screens.safe_text import cut, drawn_line, joined
from screens.wall.keys import foot
from screens.wall.widgets.big_text import Grown
from screens.wall.widgets.lines import Block, Pages
from screens.wall.widgets.words import RestLeft, TimeLeft, Words
from sessions.views.wall.list_rows import Act
from sessions.views.wall.posters import Listing, Notice, Pause, Poster, Thanks
from sessions.wording import say

P = TypeVar("P", bound=Poster)


class Drawing(Vertical, Generic[P]):
    """One kind of poster. The same kind shown again changes only what differs."""

    @abstractmethod
    def show(self, poster: P) -> None:
        """Draw this poster."""

    def tick(self, now: dt.datetime) -> None:
        """Hear what time it is."""
        for countdown in self.query(TimeLeft):
            countdown.tick(now)

    def turn(self, by: int) -> None:
        """Turn pages, where there are some."""
        for pages in self.query(Pages):
            pages.turn(by)

    def turn_on(self) -> bool:
        """Show what comes next of what has not been seen yet, where there is more; say whether there was."""
        return any(pages.turn_on() for pages in self.query(Pages))

    def seen(self, seen: set[str]) -> None:
        """Keep what is seen of this poster together with what was seen before it."""
        for pages in self.query(Pages):
            pages.seen = seen


_INDENT = 8  # for a time of day


def by_hand_blocks(acts: tuple[Act, ...], width: int) -> list[Block]:
    """Draw a heading, and each act."""
    heading = [Content.styled(say("exports.story.interventions"), "bold $primary"), Content("")]
    return [heading, *(_act(act, width) for act in acts)]


def _act(act: Act, width: int) -> Block:
    """Draw one act: when and what, and below, the reason that was given."""
    when, air = drawn_line(act.at, "bold"), " " * (_INDENT - len(act.at))
    what = " · ".join(part for part in (act.what, act.about) if part)
    line = joined(when, air, cut(drawn_line(what), width - _INDENT))
    why = [joined(" " * _INDENT, cut(drawn_line(act.why, "$quiet"), width - _INDENT))] if act.why else []
    return [line, *why]


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
