"""Rules about ballots beside opening and closing them (`next_step`): who may cast one, voiding, agreeing by talking."""

from __future__ import annotations

from collections.abc import Collection

from sessions import commands as c
from sessions import events as e
from sessions.decide.position import same_place_if_named
from sessions.model.answers import FEWEST, PaperWay
from sessions.model.decisions import Outcome
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.results.tie_ballots import voters_on
from sessions.state import Round, State, TieBallot, scores_of
from sessions.wording import say
from sessions.wording.enumerations import seats_said

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
    """Return who may vote in the open ballot: its electorate, less those who had to step out since."""
    tie = state.open_tie
    if tie is not None:
        return voters_on(state, tie)
    if state.open_question is not None:
        return state.open_question.electorate
    opened = state.open_round
    aside = scores_of(state, state.application).aside
    return tuple(seat for seat in opened.electorate if seat not in aside) if opened else ()


def able(state: State, ref: str) -> tuple[int, ...]:
    """Return the voters on an application who have not gone home: who has stays one of them, and casts nothing."""
    return tuple(seat for seat in scores_of(state, ref).voters if state.seats[seat].here)


def asks_why(state: State) -> bool:
    """Whether reasons beside the open ballot can be kept: five of us at least can vote without a slip."""
    voters = [seat for seat in voters_of(state) if state.seats[seat].here]
    return sum(not by_slip_alone(state, seat, ()) for seat in voters) >= FEWEST


def on_paper(state: State, phones: Collection[int]) -> tuple[int, ...]:
    """Return the seats that vote on paper in the open ballot: those that chose paper and that no phone has voted for.

    One that chose paper stays among them when it takes a phone: its slip may be in the paper box. One that only
    waits for a new phone is not: it chooses paper first, and then no phone votes for it.
    """
    return tuple(seat for seat in voters_of(state) if by_slip_alone(state, seat, phones))


def by_slip_alone(state: State, seat: int, phones: Collection[int]) -> bool:
    """Whether a seat votes on paper in the open ballot, so that a phone would vote for it a second time.

    Where the device goes round instead nobody does; where we all vote on paper everybody does.
    """
    if state.paper_way is PaperWay.HAND_ROUND:
        return False
    chose = state.paper_way is PaperWay.EVERYONE or state.seats[seat].slip
    return chose and seat not in phones


def may_key_paper(state: State, first: c.Tally, second: c.Tally, *, seats: int) -> c.Tally:
    """Check two members' counts of the slips. Raises Refused.

    Not an order: like a ballot, paper totals never go through events.
    """
    asked = state.open_question
    options = len(asked.answers if asked else state.model.consensus.options)
    if first != second:
        raise Refused(No.PAPER_DIFFERS)
    if len(first.counts) != options or min((*first.counts, first.cant_say)) < 0:
        raise Refused(No.NOT_AN_OPTION)
    if first.cast > seats:
        raise Refused(No.PAPER_TOO_MANY, n=seats)
    return c.Tally(first.counts, first.cant_say)


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
    """Return the latest ballot at hand that can be set aside, if there is one."""
    if state.confirmed:
        return None
    if state.plan.phase in (Phase.TIE, Phase.BUDGET):
        return next((one for one in reversed(state.tie_ballots) if not one.void), None)
    rounds = state.rounds.get(state.application, ())
    return next((one for one in reversed(rounds) if not one.void), None)


def batch(state: State, ref: str, number: int) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the texts of one batch, and the places of those hidden; round nought is that of the other views."""
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


def left_out(command: c.Next, voters: int) -> Refused | None:
    """Say what closing the open ballot now would leave out, of so many who may vote; nothing where nothing is."""
    if command.awaited:
        return Refused(No.ASK_AGAIN_UNREAD, seats=seats_said(command.awaited))
    if command.on_paper:
        return Refused(No.ASK_AGAIN_PAPER, n=command.on_paper)
    missing = voters - command.cast
    writing = say("refusals.still-writing") + " " if command.writing else ""
    return Refused(No.ASK_AGAIN_BALLOT, missing=missing, writing=writing) if missing > 0 else None
