"""What the facilitator wrote and did, as the desk lists it: the newest first."""

from __future__ import annotations

from msgspec import Struct

from ..state import State
from ..wording import say
from ..wording.exports import EXPORTS
from .frame import clock


class NoteLine(Struct, frozen=True):
    """A note: when, about what, and its words."""

    at: str
    about: str
    text: str


class ActLine(Struct, frozen=True):
    """Something done by hand: when, what, about which application, and why."""

    at: str
    what: str
    about: str
    why: str


def _about(state: State, ref: str) -> str:
    return state.model.application(ref).title if ref else ""


def notes(state: State) -> tuple[NoteLine, ...]:
    """List the notes."""
    return tuple(
        NoteLine(clock(one.at), _about(state, one.application), one.text) for one in reversed(state.notes)
    )


def acts(state: State) -> tuple[ActLine, ...]:
    """List what was done by hand."""
    return tuple(
        ActLine(
            clock(one.at),
            say(key) if (key := f"exports.story.did.{one.what}") in EXPORTS else one.what.replace("-", " "),
            _about(state, one.application),
            "" if one.what == "undone" else one.why,  # there it names a step, in the program's own words
        )
        for one in reversed(state.interventions)
    )
