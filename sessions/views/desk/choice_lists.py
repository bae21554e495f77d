"""Make the choices the facilitator is offered, from the state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sessions.decide.anonymous import asks_confidence, closing_questions, slip_writers, slips_askable
from sessions.decide.decisions import why_no_decision
from sessions.decide.moving import ballot_to_undo
from sessions.decide.rounds import batch, on_paper, voidable
from sessions.decide.scoring import may_correct, reveal_voidable
from sessions.decide.tie_ballots import open_ties
from sessions.decide.workshop import put_together
from sessions.events import Signing
from sessions.model.answers import PaperWay
from sessions.model.phases import Phase
from sessions.model.session import StepKind
from sessions.model.text import money
from sessions.plan.day_load import STARTS
from sessions.results.budget import full_list, not_ranked, order_of
from sessions.state import State, scores_of
from sessions.state.days import ahead, lines_set_aside, no_list_to_come
from sessions.state.rounds import standing
from sessions.views.asking import numbered
from sessions.views.closing_questions import felt_question, point_words, skip_words
from sessions.views.days import meeting_days
from sessions.views.desk.choices import (
    NO_LABELS,
    BallotSlips,
    Choices,
    ClosingSlips,
    Correctable,
    RegisterChoice,
    SeatChoice,
    SlipChoice,
    SlipQuestion,
    StepChoice,
    Supposable,
    TextChoice,
    Tie,
    Void,
)
from sessions.views.desk.look_back import looking_back
from sessions.views.desk.pacing import expected, pacing
from sessions.views.desk.rules_asked import rules_asked
from sessions.views.desk.to_decide import decidable
from sessions.views.frame import clock
from sessions.views.phone.rounds import place_words
from sessions.views.place_names import step_name
from sessions.views.wall.budget import titles
from sessions.wording import say


def choices(
    state: State, now: dt.datetime, labels: Mapping[int, str] = NO_LABELS, *, shut: bool = False
) -> Choices:
    """Gather all that can be chosen from at `now`; `labels` name seats, `shut`: the ballot on phones is closed."""
    dividing = state.plan.phase is Phase.BUDGET  # at no other time is a list worked out for it
    return Choices(
        application="" if state.model.set_aside(state.application) else state.application,
        seats=seats(state, labels),
        agenda=agenda(state, now),
        slip=slip(state),
        ballot_slips=ballot_slips(state, shut=shut),
        closing_slips=closing_slips(state),
        decidable=decidable(state),
        reasons=reasons(state),
        ties=ties(state) if dividing else (),
        supposable=supposable(state) if dividing else (),
        goes_round=bool(state.hand_round.token),
        movable=not_ranked(state) if dividing else (),
        listed=order_of(state) if dividing else (),
        draft=state.draft if state.plan.phase is Phase.WORKSHOP_LIST else (),
        listing=put_together(state),
        own_list=bool(state.step and state.step.ask),
        questions=questions(state),
        correctable=correctable(state),
        register=register(state),
        pacing=pacing(state, now),
        confirmed=state.confirmed,
        no_list=no_list_to_come(state),
        why_no_decision=why_no_decision(state, state.application),
        to_void=to_void(state),
        meeting_days=meeting_days(now.date()),
        starts=f"{state.model.start or STARTS:%H:%M}" if state.session else "",
        looking_back=looking_back(state),
        against=rules_asked(state),
        view_slips=len(slip_writers(state)),
        undoes_ballot=ballot_to_undo(state) is not None,
        device_goes_round=bool(state.hand_round.token),
    )


def to_void(state: State) -> Void | None:
    """Say what would be set aside now: the confirmed list, the latest ballot, or else the shown scores."""
    if state.confirmed:
        return Void.LIST
    if voidable(state) is not None:
        return Void.BALLOT
    return Void.SCORES if reveal_voidable(state) else None


def seats(state: State, labels: Mapping[int, str] = NO_LABELS) -> tuple[SeatChoice, ...]:
    """List the seats, with who is out of the application in hand."""
    return tuple(
        SeatChoice(
            seat.number,
            labels.get(seat.number, ""),
            seat.taken,
            seat.paper,
            (seat.number, state.application) in state.conflicts,
            seat.left,
            seat.number in scores_of(state, state.application).handed_in,
            seat.handed_round,
            seat.number in state.seats_before,
            seat.away,
        )
        for seat in state.seats.values()
    )


def agenda(state: State, now: dt.datetime) -> tuple[StepChoice, ...]:
    """List the agenda's lines; an application goes by its title."""
    times, coming = expected(state, now), [step.key for step in ahead(state)]
    gone = lines_set_aside(state)
    return tuple(
        StepChoice(
            step.key,
            state.model.called(step.ref) if step.ref else step_name(state, index),
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
        if index == state.plan.step or step.key not in gone
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
        Correctable(one.ref, state.model.called(one.ref), scores_of(state, one.ref).voters)
        for one in state.model.applications
        if may_correct(state, one.ref)
    )


def register(state: State) -> RegisterChoice:
    """Say how the register of conflicts stands."""
    shown = any(scoring.revealed for scoring in state.scoring.values())
    when = Signing.END if shown else Signing.START
    last = next((clock(one.at) for one in reversed(state.register) if one.when is when), "")
    return RegisterChoice(len(state.conflicts), when, last, len(state.taken_back))


def slip(state: State) -> SlipChoice | None:
    """Return the slip to key in; nothing unless scoring is open."""
    if not state.application or state.plan.phase is not Phase.SCORE or state.plan.pause:
        return None
    application = state.model.application(state.application)
    electorate = scores_of(state, application.ref).electorate
    out = (seat for seat, ref in state.conflicts if ref == application.ref and seat not in electorate)
    return SlipChoice(
        application.ref, state.model.called(application.ref), questions(state), (*electorate, *out)
    )


def questions(state: State) -> tuple[SlipQuestion, ...]:
    """List what applications are scored by, with each one's scale."""
    return tuple(
        SlipQuestion(criterion.key, criterion.question, criterion.scale.low, criterion.scale.high)
        for criterion in state.model.criteria
    )


def ballot_slips(state: State, *, shut: bool = False) -> BallotSlips | None:
    """Return what two members count of the slips; nothing where no ballot is open or nobody votes on paper."""
    asked = state.open_question
    seats = len(on_paper(state, ())) if state.open_round or state.open_tie or asked else 0
    if not seats:
        return None
    if state.open_tie is not None:
        return _tie_slips(state, state.open_tie.refs, seats, shut=shut)
    options = numbered(asked.answers) if asked else state.model.consensus.options
    words = (*options, say("views.answer.cant-say"))
    lines = tuple(SlipQuestion(str(n), word, 0, seats) for n, word in enumerate(words))
    return BallotSlips(seats, lines, state.paper_way is PaperWay.TWO_SEE, shut=shut)


def closing_slips(state: State) -> ClosingSlips | None:
    """Return what two members count of the closing questions' slips; nothing where none are asked on paper."""
    seats = len(slips_askable(state))
    if state.plan.phase is not Phase.CONFIDENCE or not seats or not asks_confidence(state):
        return None
    questions = closing_questions(state)
    skip = skip_words(questions)
    return ClosingSlips(
        seats,
        tuple(
            (
                felt_question(one),
                tuple(
                    SlipQuestion(str(n), word, 0, seats) for n, word in enumerate((*point_words(one), skip))
                ),
            )
            for one in questions
        ),
    )


def reasons(state: State) -> tuple[TextChoice, ...]:
    """List what is shown of what people wrote: at the end of the day all other views, before it what is in hand.

    Of the application in hand that is the other views, then the newest ballot's reasons first.
    """
    if state.plan.phase in (Phase.CLOSING, Phase.THANKS):
        return tuple(
            one
            for a in state.model.applications
            for one in _shown(
                state, a.ref, 0, say("people.minority.heading", title=state.model.called(a.ref))
            )
        )
    ref = state.application
    found = [*_shown(state, ref, 0, say("people.minority.short"))]
    for one in reversed(standing(state.rounds.get(ref, ()))):
        found += _shown(state, ref, one.number, say(f"views.round.name-{min(one.number, 4)}", n=one.number))
    return tuple(found)


def _shown(state: State, ref: str, number: int, name: str) -> tuple[TextChoice, ...]:
    texts, hidden = batch(state, ref, number)
    return tuple(TextChoice(ref, number, at, name, text) for at, text in enumerate(texts) if at not in hidden)


def _tie_slips(state: State, refs: tuple[str, ...], seats: int, *, shut: bool) -> BallotSlips:
    """Ask how often each of the tied was put in each place."""
    questions = [
        SlipQuestion(
            f"{ref} {place}",
            say("dividing.tie.slip", title=state.model.called(ref), place=place_words(place)),
            0,
            seats,
        )
        for ref in refs
        for place in range(1, len(refs) + 1)
    ]
    cant_say = SlipQuestion("cant-say", say("views.answer.cant-say"), 0, seats)
    return BallotSlips(seats, (*questions, cant_say), state.paper_way is PaperWay.TWO_SEE, len(refs), shut)


def ties(state: State) -> tuple[Tie, ...]:
    """List the ties that wait for a ballot, best first."""
    return tuple(Tie(refs, titles(state, refs)) for refs in open_ties(state))


def supposable(state: State) -> tuple[Supposable, ...]:
    """List what the list funds now, best first: one of these may be supposed to get less."""
    return tuple(
        Supposable(ref, state.model.called(ref), money(decision.amount, state.model.currency))
        for ref, decision in full_list(state).items()
        if decision.funded
    )
