"""Make the choices the facilitator is offered, from the state."""

from __future__ import annotations

import datetime as dt

from ..ahead import ahead
from ..budget import full_list
from ..decide.deciding import why_no_decision
from ..decide.moving import ballot_to_undo
from ..decide.onward import standing
from ..decide.rounds import batch, on_paper, voidable
from ..decide.scoring import may_correct, reveal_voidable
from ..decide.tie_ballots import open_ties
from ..decisions import Verdict
from ..events import Signing
from ..model import StepKind
from ..money import money
from ..phases import Phase
from ..state import State, scores_of
from ..wording import say
from .choices import (
    BallotSlips,
    Choices,
    Correctable,
    RegisterChoice,
    SeatChoice,
    Slip,
    SlipQuestion,
    StepChoice,
    Supposable,
    TextChoice,
    Tie,
    ToDecide,
    Void,
)
from .frame import clock
from .naming import step_name
from .pacing import expected, pacing
from .phone_rank import place_words
from .wall_budget import titles


def choices(state: State, now: dt.datetime) -> Choices:
    """Gather all that can be chosen from at `now`."""
    dividing = state.plan.phase is Phase.BUDGET  # at no other time is a list worked out for it
    return Choices(
        application=state.application,
        seats=seats(state),
        agenda=agenda(state, now),
        slip=slip(state),
        ballot_slips=ballot_slips(state),
        decidable=decidable(state),
        reasons=reasons(state),
        ties=ties(state) if dividing else (),
        supposable=supposable(state) if dividing else (),
        draft=state.draft if state.plan.phase is Phase.WORKSHOP_LIST else (),
        questions=questions(state),
        correctable=correctable(state),
        register=register(state),
        pacing=pacing(state, now),
        confirmed=state.confirmed,
        why_no_decision=why_no_decision(state, state.application),
        to_void=to_void(state),
        undoes_ballot=ballot_to_undo(state) is not None,
    )


def to_void(state: State) -> Void | None:
    """Say what would be set aside now: the confirmed list, the latest ballot, or else the shown scores."""
    if state.confirmed:
        return Void.LIST
    if voidable(state) is not None:
        return Void.BALLOT
    return Void.SCORES if reveal_voidable(state) else None


def seats(state: State) -> tuple[SeatChoice, ...]:
    """List the seats, with who is out of the application in hand."""
    return tuple(
        SeatChoice(
            seat.number,
            seat.label,
            seat.taken,
            seat.paper,
            (seat.number, state.application) in state.conflicts,
            seat.left,
            seat.number in scores_of(state, state.application).handed_in,
            seat.handed_round,
        )
        for seat in state.seats.values()
    )


def agenda(state: State, now: dt.datetime) -> tuple[StepChoice, ...]:
    """List the agenda's lines; an application goes by its title."""
    times, coming = expected(state, now), [step.key for step in ahead(state)]
    return tuple(
        StepChoice(
            step.key,
            state.model.application(step.ref).title if step.ref else step_name(state, index),
            step.minutes,
            index == state.plan.step,
            times.get(step.key, ""),
            step.key in coming,
            step.key in state.plan.skipped,
            step.kind is StepKind.BREAK,
            _up(state, coming, step.key),
            _down(coming, step.key),
        )
        for index, step in enumerate(state.steps)
    )


def _up(state: State, coming: list[str], key: str) -> str | None:
    """Name the line that one would stand after if it came earlier."""
    place = coming.index(key) if key in coming else 0
    if not place:
        return None
    return coming[place - 2] if place > 1 else state.step.key if state.step else ""


def _down(coming: list[str], key: str) -> str | None:
    place = coming.index(key) if key in coming else len(coming)
    return coming[place + 1] if place + 1 < len(coming) else None


def correctable(state: State) -> tuple[Correctable, ...]:
    """List the applications whose scores are closed, with the seats that could score them."""
    return tuple(
        Correctable(one.ref, one.title, scores_of(state, one.ref).voters)
        for one in state.model.applications
        if may_correct(state, one.ref)
    )


def register(state: State) -> RegisterChoice:
    """Say how the register of conflicts stands."""
    shown = any(scoring.revealed for scoring in state.scoring.values())
    when = Signing.END if shown else Signing.START
    last = next((clock(one.at) for one in reversed(state.register) if one.when is when), "")
    return RegisterChoice(len(state.conflicts), when, last)


def slip(state: State) -> Slip | None:
    """Give the slip to key in; nothing unless scoring is open."""
    if not state.application or state.plan.phase is not Phase.SCORE or state.plan.pause:
        return None
    application = state.model.application(state.application)
    electorate = scores_of(state, application.ref).electorate
    out = (seat for seat, ref in state.conflicts if ref == application.ref and seat not in electorate)
    return Slip(application.ref, application.title, questions(state), (*electorate, *out))


def questions(state: State) -> tuple[SlipQuestion, ...]:
    """List what applications are scored by, with each one's scale."""
    return tuple(
        SlipQuestion(criterion.key, criterion.question, criterion.scale.low, criterion.scale.high)
        for criterion in state.model.criteria
    )


def ballot_slips(state: State) -> BallotSlips | None:
    """Give what two members count of the slips; nothing where no ballot is open or nobody votes on paper."""
    seats = len(on_paper(state, ())) if state.open_round or state.open_tie else 0
    if not seats:
        return None
    if state.open_tie is not None:
        return _tie_slips(state, state.open_tie.refs, seats)
    words = (*state.model.consensus.options, say("views.answer.cant-say"))
    return BallotSlips(seats, tuple(SlipQuestion(str(n), word, 0, seats) for n, word in enumerate(words)))


def reasons(state: State) -> tuple[TextChoice, ...]:
    """List what is shown of what people wrote: at the end of the day all other views, before it what is in hand.

    Of the application in hand that is the other views, then the newest ballot's reasons first.
    """
    if state.plan.phase in (Phase.CLOSING, Phase.THANKS):
        return tuple(
            one
            for a in state.model.applications
            for one in _shown(state, a.ref, 0, say("people.minority.heading", title=a.title))
        )
    ref = state.application
    found = [*_shown(state, ref, 0, say("people.minority.short"))]
    for one in reversed(standing(state.rounds.get(ref, ()))):
        found += _shown(state, ref, one.number, say(f"views.round.name-{min(one.number, 4)}", n=one.number))
    return tuple(found)


def _shown(state: State, ref: str, number: int, name: str) -> tuple[TextChoice, ...]:
    texts, hidden = batch(state, ref, number)
    return tuple(TextChoice(ref, number, at, name, text) for at, text in enumerate(texts) if at not in hidden)


def _tie_slips(state: State, refs: tuple[str, ...], seats: int) -> BallotSlips:
    """Ask how often each of the tied was put in each place."""
    questions = [
        SlipQuestion(
            f"{ref} {place}",
            say("dividing.tie.slip", title=state.model.application(ref).title, place=place_words(place)),
            0,
            seats,
        )
        for ref in refs
        for place in range(1, len(refs) + 1)
    ]
    cant_say = SlipQuestion("cant-say", say("views.answer.cant-say"), 0, seats)
    return BallotSlips(seats, (*questions, cant_say), len(refs))


def ties(state: State) -> tuple[Tie, ...]:
    """List the ties that wait for a ballot, best first."""
    return tuple(Tie(refs, titles(state, refs)) for refs in open_ties(state))


def supposable(state: State) -> tuple[Supposable, ...]:
    """List what the list funds now, best first: one of these may be supposed to get less."""
    return tuple(
        Supposable(ref, state.model.application(ref).title, money(decision.amount, state.model.currency))
        for ref, decision in full_list(state).items()
        if decision.funded
    )


def to_decide(state: State, ref: str) -> ToDecide:
    """Give what is recorded about an application's decision. Raises KeyError where there is no such one."""
    application = state.model.application(ref)
    decision = state.plan.decisions.get(ref)
    return ToDecide(
        ref,
        application.title,
        money(application.asked, state.model.currency),
        decision.verdict if decision else None,
        decision.amount if decision and decision.verdict is Verdict.PART else None,
        decision.conditions if decision else "",
        decision.reasons if decision else "",
        application.asked,
    )


def decidable(state: State) -> tuple[ToDecide, ...]:
    """List every application, in the order it is heard; none before the session has begun."""
    if state.session is None:
        return ()
    return tuple(to_decide(state, application.ref) for application in state.model.applications)
