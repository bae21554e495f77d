"""What every poster has in common, and what several draw: acts that were done by hand."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from typing import Generic, TypeVar

from textual.containers import Vertical
from textual.content import Content

from screens.safe_text import cut, drawn_line, joined
from screens.wall.widgets.lines import Block, Pages
from screens.wall.widgets.words import TimeLeft
from sessions.views.wall.list_rows import Act
from sessions.views.wall.posters import Poster
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
