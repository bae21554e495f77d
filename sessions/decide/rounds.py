"""Rules about ballots beside opening and closing them (`onward`): who may cast one, voiding, agreeing by talking."""

from __future__ import annotations

from .. import commands as c
from .. import events as e
from ..consensus import Outcome
from ..refusals import No, Refused
from ..state import State, scores_of

CANT_SAY = "cant-say"


def may_cast(state: State, seat: int, application: str, number: int, choice: str) -> int | None:
    """Check a ballot; give the option's place from 0, or None for "can't say". Raises Refused.

    Not an order: a ballot goes to the box, never through events.
    """
    opened = state.open_round
    if opened is None or state.application != application or opened.number != number:
        raise Refused(No.BALLOT_CLOSED)
    if seat in scores_of(state, application).aside:
        raise Refused(No.STEPPED_OUT)
    if seat not in opened.electorate:
        raise Refused(No.NOT_IN_ELECTORATE)
    if choice == CANT_SAY:
        return None
    options = [str(place) for place in range(1, len(state.model.consensus.options) + 1)]
    if choice not in options:
        raise Refused(No.NOT_AN_OPTION if choice else No.NOTHING_CHOSEN)
    return options.index(choice)


def void_round(state: State, command: c.VoidRound) -> tuple[e.Event, ...]:
    """Set the present application's latest ballot aside, with a reason."""
    rounds = state.rounds.get(state.application, ())
    latest = next((r for r in reversed(rounds) if not r.void), None)
    if latest is None or state.confirmed:
        raise Refused(No.NO_ROUND_TO_VOID)
    if not command.why:
        raise Refused(No.WHY_NEEDED)
    return (e.RoundVoided(state.application, latest.number, command.why),)


def agree_by_talking(state: State, command: c.AgreeByTalking) -> tuple[e.Event, ...]:
    """Record an agreement by talking, only where a ballot was too small."""
    rounds = [r for r in state.rounds.get(state.application, ()) if not r.void]
    if not rounds or rounds[-1].outcome is not Outcome.TOO_FEW:
        raise Refused(No.NOT_NOW)
    if state.by_talking.get(state.application) is command.yes:
        return ()
    return (e.AgreedByTalking(state.application, command.yes),)
