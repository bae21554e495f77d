"""An application as a member may read it."""

from __future__ import annotations

from ..model import Session
from ..money import money
from ..state import State
from ..wording import say
from .pages import About


def about(state: State, ref: str) -> About:
    """Give the application's own words; nothing of any score."""
    return about_application(state.model, ref)


def about_application(model: Session, ref: str) -> About:
    """Give an application's own words, also before the doors have been opened."""
    application = model.application(ref)
    return About(
        application.ref,
        application.title,
        application.organisation,
        application.place,
        say("views.asks", amount=money(application.asked, model.currency)),
        application.summary,
    )
