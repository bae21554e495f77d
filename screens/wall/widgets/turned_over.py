"""A decision as it is turned over: its name as large as the wall lets it be, what we decided, and on what terms."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from screens.safe_text import drawn_line, joined
from screens.wall import letters
from screens.wall.widgets.big_text import TITLE
from screens.wall.widgets.lines import NEW_PAGE, Block
from sessions.views.wall.list_rows import OneDecision
from sessions.wording import say

ALONE = 12
"""Decisions up to which each has a page of its own; more of them share pages, or the room would tire."""

_COLOURS = {"yes": "$success", "no": "$foreground", "open": "$foreground"}
_WORDS = 0.4  # of what there is to draw in, for what we decided; the rest is for the name
_BLANK = Content("")
_SMALL = 3  # rows of a name that shares its page with others
_INDENT = "  "


def decision_blocks(decisions: Sequence[OneDecision], width: int, page: int, wall: int) -> list[Block]:
    """Draw them all, for pages of so many rows on a wall of so many."""
    alone = len(decisions) <= ALONE
    blocks: list[Block] = []
    for number, one in enumerate(decisions, 1):
        over = drawn_line(say("wall.turned.number", n=number, of=len(decisions)), "$quiet")
        if alone and blocks:
            blocks.append(NEW_PAGE)
        drawn = _alone(one, width, page - 1, wall) if alone else _sharing(one, width, wall)
        blocks.append([over, *drawn, _BLANK])
    return blocks


def _alone(one: OneDecision, width: int, room: int, wall: int) -> list[Content]:
    """Draw the name and the decision as large as what is said below them, and its mark, leave room for."""
    said = _said(one, width)
    room -= len(said) + 4  # three of air, one for the mark of what is still to come
    words = _large(one.words, width, room * _WORDS, wall, _COLOURS[one.tone])
    title = _large(one.title, width, room - len(words), wall, "$primary")
    return [_BLANK, *title, _BLANK, *words, _BLANK, *said]


def _sharing(one: OneDecision, width: int, wall: int) -> list[Content]:
    words = drawn_line(one.words, f"bold {_COLOURS[one.tone]}").wrap(width)
    return [*_large(one.title, width, _SMALL, wall, "$primary"), *words, *_said(one, width)]


def _large(text: str, width: int, rows: float, wall: int, colour: str) -> list[Content]:
    """Draw words as high as these rows let them be; plain and whole where they do not fit."""
    found = letters.laid_out(text, width, rows, styles=letters.high_enough(TITLE * wall))
    if found is None:
        return drawn_line(text, f"bold {colour}").wrap(width)
    return [Content.styled(row, colour) for row in found.rows]


def _said(one: OneDecision, width: int) -> list[Content]:
    lines = drawn_line(" · ".join(one.facts), "$quiet" if one.conditions else "").wrap(width)
    if one.conditions:
        words = drawn_line(one.conditions).wrap(width - len(_INDENT))
        lines += [drawn_line(say("wall.conditions"), "$quiet"), *(joined(_INDENT, line) for line in words)]
    return lines
