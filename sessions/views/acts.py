"""What the facilitator did by hand, as the panel is shown it."""

from __future__ import annotations

from ..state import Intervention, State
from ..wording import say
from ..wording.exports import EXPORTS
from .frame import clock
from .posters import Act


def did(what: str) -> str:
    """Say one kind of act."""
    key = f"exports.story.did.{what}"
    return say(key) if key in EXPORTS else what.replace("-", " ")


def acts(state: State) -> tuple[Act, ...]:
    """List every act, in the order it was done."""
    return tuple(_act(state, one) for one in state.interventions)


def _act(state: State, one: Intervention) -> Act:
    about = state.model.application(one.application).title if one.application else ""
    why = "" if one.what == "undone" else one.why  # there it names a step, in the program's own words
    return Act(clock(one.at), did(one.what), about, why)
