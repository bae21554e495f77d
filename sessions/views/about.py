"""An application as a member may read it."""

from __future__ import annotations

from ..money import money
from ..state import State
from ..wording import say
from .pages import About


def about(state: State, ref: str) -> About:
    """Give the application's own words; nothing of any score."""
    application = state.model.application(ref)
    return About(
        application.ref,
        application.title,
        application.organisation,
        application.place,
        say("views.asks", amount=money(application.asked, state.model.currency)),
        application.summary,
    )
