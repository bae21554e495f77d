"""How turns are handed out: the first word in a talk. What is drawn from is the seed, and who is at the table."""

from __future__ import annotations

from msgspec.structs import replace

from sessions.methods.turns import Start, next_turn, round_the_table
from sessions.model.session import Session
from sessions.state import Plan, State


def seed_of(model: Session) -> str:
    """Return what turns are drawn from: the seed or, where there is none, what the day was called from the first."""
    return str(model.seed) if model.seed is not None else model.title


def talk_begun(state: State) -> Plan:
    """Return the plan with the first word of a talk handed out; nobody has it where nobody may speak."""
    agreed = state.agreed or state.model
    drawn = next_turn(seed_of(agreed), state.at_the_table(state.application), state.plan.first_words)
    return replace(
        state.plan, first_words=(*state.plan.first_words, drawn) if drawn else state.plan.first_words
    )


def start_of_talk(state: State) -> Start | None:
    """Say who starts the talk that is on and who follows; who has stepped out or gone home since is passed over."""
    words = state.plan.first_words
    if not words:
        return None
    return round_the_table(words[-1], state.at_the_table(state.application), upwards=len(words) % 2 == 1)
