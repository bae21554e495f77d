"""What is to be read first of a poster: the same in the terminal and on the page for other screens."""

from __future__ import annotations

from msgspec.structs import replace

from sessions.views.wall.posters import (
    AnyPoster,
    Budget,
    Closing,
    Frame,
    Introduce,
    Learning,
    Listing,
    Lobby,
    Notice,
    Pause,
    Practice,
    Sheet,
    Thanks,
    ThenAndNow,
)
from sessions.wording import say

_DRAWS_ITSELF = Introduce, Notice, Practice, Pause, Lobby
"""Posters that say in their own middle what is to be read first."""


def titled(poster: AnyPoster) -> Frame:
    """Return the title band: what is to be read first of a list stands in it, so that the list keeps its rows."""
    if isinstance(poster, Thanks):
        under = poster.frame.title if poster.frame.title != poster.heading else ""
        return replace(poster.frame, title=poster.heading, subtitle=under, about="")
    if isinstance(poster, Budget):
        return replace(poster.frame, about=poster.left, corner=say("wall.budget.pot", pot=poster.pot))
    if isinstance(poster, Listing | Learning | Sheet | Closing | ThenAndNow):
        return replace(poster.frame, about=poster.heading)
    return replace(poster.frame, about="") if isinstance(poster, _DRAWS_ITSELF) else poster.frame
