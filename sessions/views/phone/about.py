"""An application as a member may read it."""

from __future__ import annotations

from msgspec.structs import replace

from sessions.model.session import Session
from sessions.model.text import money
from sessions.state import State
from sessions.views.changes import CHANGED
from sessions.views.phone.pages import About, Applications
from sessions.views.place_names import heard_in_turn
from sessions.views.worked_out_once import worked_out_once
from sessions.wording import say


def about(state: State, ref: str) -> About:
    """Return the application's own words; nothing of any score."""
    changed = any(one.application == ref and one.what.startswith(CHANGED) for one in state.interventions)
    known = replace(about_application(state.model, ref), changed=changed)
    return replace(known, order="") if state.guests_in else known  # it says how many there are


def all_applications(state: State, seat: int) -> Applications:
    """Return every application's own words, in the order they have on the list."""
    found = tuple(about(state, one.ref) for one in state.model.applications)
    return Applications(language=state.model.language, seat=seat, position=state.plan.position, all=found)


def about_application(model: Session, ref: str) -> About:
    """Return an application's own words, also before the doors have been opened."""
    return worked_out_once(_about_application, model, ref)


def _about_application(model: Session, ref: str) -> About:
    application = model.application(ref)
    refs = worked_out_once(heard_in_turn, model)
    return About(
        application.ref,
        model.called(ref),
        application.organisation,
        application.place,
        say("views.asks", amount=money(application.asked, model.currency)),
        application.summary,
        order=say("views.application-n", n=refs.index(ref) + 1, of=len(refs)) if ref in refs else "",
    )
