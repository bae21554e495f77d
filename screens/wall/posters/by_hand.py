"""What the facilitator did by hand, drawn for the panel."""

from __future__ import annotations

from textual.content import Content

from screens.drawn import cut, drawn_line, joined
from screens.wall.widgets.pages import Block
from sessions.views.posters import Act
from sessions.wording import say

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
