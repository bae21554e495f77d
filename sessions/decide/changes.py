"""Rules about putting right what was agreed: until when each thing may be, and what follows from it."""

from __future__ import annotations

from decimal import Decimal

from sessions import commands as c
from sessions import events as e
from sessions.decide.agenda import fresh_key
from sessions.decide.late_application import last_line
from sessions.methods.ranking_and_ties import CRITERION
from sessions.model.details import Detail, Subject, detail_text, settled, with_detail
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused, needs_why
from sessions.model.session import Criterion, Scale, Session, Standing, Step, StepKind
from sessions.model.text import money
from sessions.results.budget import pots, total
from sessions.state import State, scores_of
from sessions.state.days import ahead

_LOOKED_AT = frozenset({Detail.ASKED, Detail.LEAST})
_CLOSING_MINUTES = 15  # of a closing that is put in, where nothing else follows


def change_detail(state: State, command: c.ChangeDetail) -> tuple[e.Event, ...]:
    """Put words right at any time, money until the list is confirmed."""
    subject = Subject(command.application, command.strand)
    try:
        was = detail_text(state.model, subject, command.detail)
    except LookupError:
        raise Refused(No.NO_SUCH_DETAIL) from None
    try:
        now = settled(command.detail, command.now)
    except ValueError:
        raise Refused(No.NOT_THAT_DETAIL) from None
    if now == was:
        return ()
    why_not = why_no_change(state, command.detail)
    if why_not is not None:
        raise Refused(why_not)
    fits_the_money(with_detail(state.model, subject, command.detail, now), state)
    needs_why(command.why)
    return (e.DetailChanged(command.application, command.strand, command.detail, was, now, command.why),)


def why_no_change(state: State, detail: Detail) -> No | None:
    """Say why a detail cannot be put right any more; nothing where it can."""
    money_matters = detail in _LOOKED_AT or detail is Detail.POT
    return No.CONFIRMED_MONEY if money_matters and state.confirmed else None


def fits_the_money(model: Session, state: State) -> None:
    """Refuse a pot smaller than its strands, or than what is given from it."""
    over = sum((strand.pot for strand in model.strands), Decimal(0)) - model.pot
    if over > 0:
        raise Refused(No.STRANDS_OVER_POT, over=money(over, model.currency))
    over = total(state.plan.decisions) - model.pot
    if over > 0:
        raise Refused(No.TOO_MUCH_MONEY, over=money(over, model.currency))


# what we score by, and how we agree


def change_criteria(state: State, command: c.ChangeCriteria) -> tuple[e.Event, ...]:
    """Put criteria, weights and scales right, until the first score opens."""
    if (command.criteria, command.scale) == (state.model.criteria, state.model.scale):
        return ()
    if not may_change_rules(state):
        raise Refused(No.SCORING_HAS_BEGUN)
    if not criteria_stand(command.criteria, command.scale):
        raise Refused(No.NOT_THAT_DETAIL)
    if _tied(state.model.ties) - {one.key for one in command.criteria}:
        raise Refused(No.TIES_NEED_IT)
    needs_why(command.why)
    return (e.CriteriaChanged(command.criteria, command.scale, command.why),)


def may_change_rules(state: State) -> bool:
    """Whether no score has been opened yet: what decides is never chosen after scores are seen."""
    return not state.scoring


def criteria_stand(criteria: tuple[Criterion, ...], scale: Scale) -> bool:
    """Whether applications could be scored by these."""
    keys = [one.key for one in criteria]
    scales = [scale, *(one.scale for one in criteria)]
    whole = all(one.key and one.question and one.weight > 0 for one in criteria)
    on_scale = all(one.low < one.high and len(one.words) in (0, len(one.points)) for one in scales)
    return whole and on_scale and len(set(keys)) == len(keys) and any(one.counted for one in criteria)


def _tied(ties: tuple[str, ...]) -> set[str]:
    return {tie.removeprefix(CRITERION) for tie in ties if tie.startswith(CRITERION)}


def change_rule(state: State, command: c.ChangeRule) -> tuple[e.Event, ...]:
    """Put the rule, the rounds, the tie-break or the quorum right, until the first score opens."""
    model = state.model
    if (command.consensus, command.ties, command.quorum) == (model.consensus, model.ties, model.quorum):
        return ()
    if not may_change_rules(state):
        raise Refused(No.SCORING_HAS_BEGUN)
    if _tied(command.ties) - {one.key for one in model.criteria}:
        raise Refused(No.NO_SUCH_QUESTION)
    if command.consensus.rounds < 1 or len(command.consensus.options) < 2 or command.quorum < 1:
        raise Refused(No.NOT_THAT_DETAIL)
    needs_why(command.why)
    return (e.RuleChanged(command.consensus, command.ties, command.quorum, command.why),)


# an application that is not decided on


def set_aside(state: State, command: c.SetApplicationAside) -> tuple[e.Event, ...]:
    """Count an application no more: what is open on it closes unshown, and the room moves on."""
    ref = command.application
    if state.model.set_aside(ref) is not None:
        return ()
    if all(ref != one.ref for one in state.model.applications):
        raise Refused(No.NO_SUCH_APPLICATION)
    if state.confirmed:
        raise Refused(No.CONFIRMED_MONEY)
    if len(state.model.applications) == 1:
        raise Refused(No.THE_ONLY_ONE)
    needs_why(command.why, No.RULE_NEEDED if command.how is Standing.NOT_ELIGIBLE else No.WHY_NEEDED)
    gone = e.ApplicationSetAside(ref, command.how, command.why)
    moving = _moved_on(state) if state.application == ref and not state.plan.pause else ()
    return (*_closed_unshown(state, command), *_lines_without(state, ref), gone, *moving)


def _closed_unshown(state: State, command: c.SetApplicationAside) -> tuple[e.Event, ...]:
    """Close what is open on it: ballots are void, and of scores nothing is shown."""
    ref, tie = command.application, state.open_tie
    if tie is not None and ref in tie.refs:
        return (e.TieVoided(tie.number, command.why),)
    if state.application != ref:
        return ()
    if state.open_question is not None:
        return (e.AskingVoided(state.open_question.number, command.why),)
    if state.open_round is not None:
        return (e.RoundVoided(ref, state.open_round.number, command.why),)
    scoring = state.plan.phase is Phase.SCORE and not state.plan.pause
    return (e.ScoringClosed(ref),) if scoring else ()


def _lines_without(state: State, ref: str) -> tuple[e.Event, ...]:
    """Keep the lines the panel put under the same applications as before, where it put any."""
    put = state.plan.line is not None or state.plan.strand_lines
    moved: list[e.Event] = []
    for pot in pots(state) if put else ():
        line = state.plan.strand_lines.get(pot.key) if pot.key else state.plan.line
        if line is not None and ref in pot.order[: min(line, pot.line)]:
            moved.append(e.LineMoved(min(line, pot.line) - 1, pot.key))
    return tuple(moved)


def _moved_on(state: State) -> tuple[e.Event, ...]:
    """Leave an application that was set aside for the next line; where there is none, for a closing."""
    coming = ahead(state)
    if coming:
        return (e.StepStarted(coming[0].key),)
    step = Step(fresh_key(state.steps), StepKind.CLOSING, _CLOSING_MINUTES)
    after = state.step.key if state.step else ""
    return (e.StepAdded(step, after), e.StepStarted(step.key))


def after_a_pause(state: State) -> tuple[e.Event, ...]:
    """Move on as a pause ends over an application that was set aside meanwhile."""
    return _moved_on(state) if state.model.set_aside(state.application) is not None else ()


def bring_back(state: State, command: c.BringBack) -> tuple[e.Event, ...]:
    """Count an application again: one we have not looked at yet gets a line of the agenda."""
    ref = command.application
    if any(ref == one.ref for one in state.model.applications):
        return ()
    if state.model.set_aside(ref) is None:
        raise Refused(No.NO_SUCH_APPLICATION)
    if state.confirmed:
        raise Refused(No.CONFIRMED_MONEY)
    needs_why(command.why)
    here = {step.ref for step in state.steps[max(state.plan.step, 0) :]}
    if ref in here or scores_of(state, ref).revealed:
        return (e.ApplicationBroughtBack(ref, command.why),)
    step, after = last_line(state, ref)
    return (e.ApplicationBroughtBack(ref, command.why, step, after),)
