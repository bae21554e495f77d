"""Rules about ballots beside opening and closing them (`onward`): who may cast one, voiding, agreeing by talking."""

from __future__ import annotations

from collections.abc import Collection

from .. import commands as c
from .. import events as e
from ..consensus import Outcome
from ..phases import Phase
from ..refusals import No, Refused
from ..scoring import FEWEST
from ..state import Round, State, TieBallot, scores_of
from ..tie_ballots import voters_on
from .position import same_place_if_named

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


def voters_of(state: State) -> tuple[int, ...]:
    """Give who may vote in the open ballot: its electorate, less those who had to step out since."""
    tie = state.open_tie
    if tie is not None:
        return voters_on(state, tie)
    opened = state.open_round
    aside = scores_of(state, state.application).aside
    return tuple(seat for seat in opened.electorate if seat not in aside) if opened else ()


def on_paper(state: State, phones: Collection[int]) -> tuple[int, ...]:
    """Give the seats that vote on paper in the open ballot: those that chose paper and that no phone has voted for.

    One that chose paper stays among them when it takes a phone: its slip may be in the paper box. One that only
    waits for a new phone is not: it chooses paper first, and then no phone votes for it.
    """
    return tuple(seat for seat in voters_of(state) if state.seats[seat].slip and seat not in phones)


def by_slip_alone(state: State, seat: int, phones: Collection[int]) -> bool:
    """Say whether a seat chose paper in the open ballot, so that a phone would vote for it a second time."""
    return state.seats[seat].slip and seat not in phones


def may_key_paper(state: State, first: c.Tally, second: c.Tally, *, seats: int) -> c.Tally:
    """Check two members' counts of the slips. Raises Refused.

    Not an order: like a ballot, paper totals never go through events.
    """
    options = len(state.model.consensus.options)
    if first != second:
        raise Refused(No.PAPER_DIFFERS)
    if len(first.counts) != options or min((*first.counts, first.cant_say)) < 0:
        raise Refused(No.NOT_AN_OPTION)
    if first.cast > seats:
        raise Refused(No.PAPER_TOO_MANY, n=seats)
    return c.Tally(first.counts, first.cant_say)


def differ_enough(state: State, ref: str, voters: tuple[int, ...], *, sure: bool) -> None:
    """Refuse a ballot whose voters are all but those of an earlier one: the two counts would give ballots away.

    Only a declared conflict excuses it, and then the room is warned first. Raises Refused.
    """
    now, out = set(voters), scores_of(state, ref).aside
    for earlier in _shown(state.rounds.get(ref, ())):
        before = set(earlier.voters)
        differing = before ^ now
        if not 0 < len(differing) < FEWEST:
            continue
        if now - before or not before - now <= out:
            raise Refused(No.TOO_ALIKE)
        if not sure:
            raise Refused(No.ASK_AGAIN_FEWER, n=len(differing))


def _shown(rounds: tuple[Round, ...]) -> tuple[Round, ...]:
    """Give the rounds whose counts people have seen; setting one aside does not unsee it."""
    return tuple(one for one in rounds if one.counts is not None)


def void_round(state: State, command: c.VoidRound) -> tuple[e.Event, ...]:
    """Set the latest ballot at hand aside, with a reason: a tie-break ballot, or the present application's."""
    same_place_if_named(state, command.position)
    latest = voidable(state)
    if latest is None:
        raise Refused(No.NO_ROUND_TO_VOID)
    if not command.why:
        raise Refused(No.WHY_NEEDED)
    if isinstance(latest, Round):
        return (e.RoundVoided(state.application, latest.number, command.why),)
    return (e.TieVoided(latest.number, command.why),)


def voidable(state: State) -> Round | TieBallot | None:
    """Give the latest ballot at hand that can be set aside, if there is one."""
    if state.confirmed:
        return None
    if state.plan.phase in (Phase.TIE, Phase.BUDGET):
        return next((one for one in reversed(state.tie_ballots) if not one.void), None)
    rounds = state.rounds.get(state.application, ())
    return next((one for one in reversed(rounds) if not one.void), None)


def batch(state: State, ref: str, number: int) -> tuple[tuple[str, ...], frozenset[int]]:
    """Give the texts of one batch, and the places of those hidden; round nought is that of the other views."""
    if not number:
        return state.minority.get(ref, ()), state.minority_hidden.get(ref, frozenset())
    one = next((r for r in state.rounds.get(ref, ()) if r.number == number), None)
    return (one.reasons, one.hidden) if one else ((), frozenset())


def hide_reason(state: State, command: c.HideReason) -> tuple[e.Event, ...]:
    """Hide one reason, with a reason: what hurts somebody need not stay up because it was written without a name."""
    texts, hidden = batch(state, command.application, command.round)
    if not 0 <= command.place < len(texts):
        raise Refused(No.NO_SUCH_REASON)
    if command.place in hidden:
        return ()
    if not command.why:
        raise Refused(No.WHY_NEEDED)
    return (e.ReasonHidden(command.application, command.round, command.place, command.why),)


def agree_by_talking(state: State, command: c.AgreeByTalking) -> tuple[e.Event, ...]:
    """Record an agreement by talking, only where a ballot was too small and the list is not confirmed."""
    if state.confirmed:
        raise Refused(No.ALREADY_CONFIRMED)
    rounds = [r for r in state.rounds.get(state.application, ()) if not r.void]
    if not rounds or rounds[-1].outcome is not Outcome.TOO_FEW:
        raise Refused(No.NOT_NOW)
    if state.by_talking.get(state.application) is command.yes:
        return ()
    return (e.AgreedByTalking(state.application, command.yes),)
