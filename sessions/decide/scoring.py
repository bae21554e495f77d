"""Rules about scores: who may give one, when, and what it may be."""

from __future__ import annotations

from sessions import commands as c
from sessions import events as e
from sessions.decide.position import same_place_if_named
from sessions.decide.seats import step_out
from sessions.model.answers import Answer, Kind, Source
from sessions.model.phases import SECRET, Phase
from sessions.model.refusals import No, Refused
from sessions.state import State, scores_of
from sessions.state.scoring import LATEST


def give_answer(state: State, command: c.GiveAnswer) -> tuple[e.Event, ...]:
    """Take an answer while scoring is open. The same sending again changes nothing; an older one never wins."""
    cell = scores_of(state, command.application).cells.get(command.seat, {}).get(command.criterion)
    if cell and cell.id == command.id:
        return ()
    _may_score(state, command.seat, command.application)
    if command.source is Source.HAND_ROUND and not state.seats[command.seat].handed_round:
        raise Refused(No.OWN_PHONE, seat=command.seat)
    fits(state, command.criterion, command.answer)
    if cell and command.revision < min(cell.revision, LATEST):
        raise Refused(No.OLDER_ANSWER)
    given = e.Answered(
        command.seat,
        command.application,
        command.criterion,
        command.answer,
        command.id,
        command.revision,
        command.source,
        command.helped,
    )
    return (given, *_in_with(state, command))


def _in_with(state: State, command: c.GiveAnswer) -> tuple[e.Event, ...]:
    """Count a member in with the answer that leaves no question open; it can be changed until scoring closes.

    The device that goes round locks once its member is in: there they look over their answers, and say so themselves.
    """
    scoring = scores_of(state, command.application)
    given = scoring.cells.get(command.seat, {}).keys() | {command.criterion}
    whole = all(criterion.key in given for criterion in state.model.criteria)
    if not whole or command.seat in scoring.handed_in or command.source is Source.HAND_ROUND:
        return ()
    return (e.HandedIn(command.seat, command.application),)


def hand_in(state: State, command: c.HandIn) -> tuple[e.Event, ...]:
    """Count a member in who has answered something."""
    scoring = scores_of(state, command.application)
    if command.seat in scoring.handed_in:
        return ()
    _may_score(state, command.seat, command.application)
    if not scoring.cells.get(command.seat):
        raise Refused(No.NOTHING_ANSWERED)
    return (e.HandedIn(command.seat, command.application),)


def key_slip(state: State, command: c.KeySlip) -> tuple[e.Event, ...]:
    """Take a whole paper slip, which is handed in by being keyed."""
    cells = scores_of(state, command.application).cells.get(command.seat, {})
    if any(cell.id == command.id for cell in cells.values()):
        return ()
    _may_score(state, command.seat, command.application)
    if not command.answers:
        raise Refused(No.NOTHING_ANSWERED)
    if not state.seats[command.seat].paper and any(
        cell.source is not Source.PAPER for cell in cells.values()
    ):
        raise Refused(No.THEIR_OWN)
    for key, answer in command.answers.items():
        fits(state, key, answer)
    answered = tuple(
        e.Answered(
            command.seat,
            command.application,
            key,
            answer,
            command.id,
            cells[key].following if key in cells else 1,
            Source.PAPER,
        )
        for key, answer in command.answers.items()
    )
    return (*answered, e.HandedIn(command.seat, command.application))


def key_pile(state: State, command: c.KeyPile) -> tuple[e.Event, ...]:
    """Take a pile of slips of seats on paper, all of them or none. Who steps out on paper declares it by the slip."""
    seats = [slip.seat for slip in command.slips]
    if len(set(seats)) < len(seats):
        raise Refused(No.PILE_CHANGED)
    events: list[e.Event] = []
    for slip in command.slips:
        if slip.seat not in state.seats:
            raise Refused(No.NO_SUCH_SEAT, seat=slip.seat)
        if not state.seats[slip.seat].paper:
            raise Refused(No.THEIR_OWN)
        if slip.out:
            events += step_out(state, c.StepOut(slip.seat, command.application))
        else:
            keyed = c.KeySlip(slip.seat, command.application, slip.answers, f"{command.id}-{slip.seat}")
            events += key_slip(state, keyed)
    return tuple(events)


def may_correct(state: State, ref: str) -> bool:
    """Whether an application's scoring is closed: in hand and closed, or shown, so that it never opens again."""
    closed = state.application == ref and state.plan.phase is Phase.CLOSED
    return closed or scores_of(state, ref).revealed


def correct(state: State, command: c.Correct) -> tuple[e.Event, ...]:
    """Correct an answer after closing, with a reason; never while scoring is open, or may be opened again."""
    scoring = scores_of(state, command.application)
    if not may_correct(state, command.application):
        raise Refused(No.SCORING_OPEN if scoring.electorate else No.NOT_NOW)
    if command.seat not in scoring.electorate:
        raise Refused(No.NOT_IN_ELECTORATE)
    if not command.why:
        raise Refused(No.WHY_NEEDED)
    fits(state, command.criterion, command.answer)
    cell = scoring.cells.get(command.seat, {}).get(command.criterion)
    if cell and cell.answer == command.answer:
        return ()  # it is right already
    return (e.Corrected(command.seat, command.application, command.criterion, command.answer, command.why),)


def void_reveal(state: State, command: c.VoidReveal) -> tuple[e.Event, ...]:
    """Set shown scores aside, with a reason, and let the same seats score again."""
    same_place_if_named(state, command.position)
    if not reveal_voidable(state):
        raise Refused(No.NO_ROUND_TO_VOID)
    if not command.why:
        raise Refused(No.WHY_NEEDED)
    return (e.RevealVoided(state.application, command.why),)


def reveal_voidable(state: State) -> bool:
    """Whether the application in hand has shown scores that nothing was voted on: a ballot goes first."""
    plan, ref = state.plan, state.application
    after = plan.phase in (Phase.REVEAL, Phase.TALK) and not plan.pause
    voted = any(not one.void and not one.before_interview for one in state.rounds.get(ref, ()))
    return after and scores_of(state, ref).revealed and not voted and not state.confirmed


def _may_score(state: State, seat: int, ref: str) -> None:
    if seat not in state.seats:
        raise Refused(No.NO_SUCH_SEAT, seat=seat)
    if all(ref != application.ref for application in state.model.applications):
        raise Refused(No.SET_ASIDE if state.model.set_aside(ref) else No.NO_SUCH_APPLICATION)
    if (seat, ref) in state.conflicts:
        raise Refused(No.STEPPED_OUT)
    if state.application != ref or state.plan.phase is not Phase.SCORE:
        before = state.application == ref and state.plan.phase in SECRET - {Phase.CLOSED}
        raise Refused(No.NOT_NOW if before else No.SCORING_CLOSED)
    if seat not in scores_of(state, ref).electorate:
        raise Refused(No.NOT_IN_ELECTORATE)


def fits(state: State, key: str, answer: Answer) -> None:
    """Check that an answer is on the scale of its question. Raises Refused."""
    try:
        scale = state.model.criterion(key).scale
    except KeyError:
        raise Refused(No.NO_SUCH_QUESTION) from None
    if answer.kind is Kind.SCORE and (answer.value is None or not scale.low <= answer.value <= scale.high):
        raise Refused(No.NOT_ON_SCALE, low=scale.low, high=scale.high)
    if answer.kind is not Kind.SCORE and answer.value is not None:
        raise Refused(No.NOT_ON_SCALE, low=scale.low, high=scale.high)
