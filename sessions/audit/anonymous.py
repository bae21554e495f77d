"""Claims about what members gave without their name, and about the criteria workshop."""

from __future__ import annotations

from sessions import events as e
from sessions.audit.moving import Checks
from sessions.decide.anonymous import POINTS, asks_confidence, closing_questions
from sessions.decide.workshop import SUGGESTIONS, workshop_open
from sessions.model.answers import CONFIDENT, FEWEST
from sessions.model.phases import Phase
from sessions.results.workshop import SHARED, agreed, first_list, weights
from sessions.state import State, scores_of


def _minority_recorded(state: State, event: e.MinorityRecorded) -> bool:
    voters = len(scores_of(state, event.application).voters)
    whole = bool(event.views) and event.views == tuple(sorted(event.views))
    return whole and state.application == event.application and voters >= max(FEWEST, len(event.views))


def _questions_shown(state: State, event: e.QuestionsShown) -> bool:
    whole = bool(event.questions) and event.questions == tuple(sorted(event.questions))
    here = state.application == event.application and state.plan.phase is Phase.REVEAL
    return whole and here and len(event.questions) <= len(state.seats)


def _confidence_closed(state: State, event: e.ConfidenceClosed) -> bool:
    here = state.step is not None and state.step.key == event.step and asks_confidence(state)
    totals = event.felt or (e.FeltTotal(CONFIDENT, event.counts, event.cant_say),)
    asked = tuple(one.question for one in totals) == closing_questions(state)
    people = event.eligible <= len(state.here)
    return here and asked and people and all(_told(one, event.eligible) for one in totals)


def _told(one: e.FeltTotal, eligible: int) -> bool:
    if one.counts is None:
        return one.cant_say is None
    n = sum(one.counts)
    return len(one.counts) == POINTS and FEWEST <= n <= eligible - (one.cant_say or 0)


def _suggestions_closed(state: State, event: e.SuggestionsClosed) -> bool:
    if (
        state.step is None
        or state.step.key != event.step
        or event.suggestions != tuple(sorted(event.suggestions))
    ):
        return False
    own = len(event.suggestions) <= SUGGESTIONS * len(state.here)
    lines = event.lines == first_list(state.model, event.suggestions, state.step.ask)
    return workshop_open(state) and own and lines


def _list_kept(state: State, event: e.ListKept) -> bool:
    here = state.step is not None and state.step.key == event.step and bool(state.step.ask)
    return here and workshop_open(state) and event.lines == tuple(line.question for line in state.draft)


def _criteria_agreed(state: State, event: e.CriteriaAgreed) -> bool:
    if not workshop_open(state) or state.step is None or state.step.key != event.step or state.step.ask:
        return False
    if event.counts is not None and not _shared_out(event.counts, len(state.here)):
        return False
    given = weights(event.counts) if event.counts is not None else None
    weighed = event.counts is None or (given is not None and len(event.counts) == len(state.draft))
    return weighed and event.criteria == agreed(state.model, state.draft, given)


def _shared_out(counts: tuple[tuple[int, ...], ...], most: int) -> bool:
    """Whether as many weighed each question, no more than are here; where points were shared, each shared all."""
    heads = {sum(one) for one in counts}
    if len(heads) != 1 or max(heads) > most or min(min(one) for one in counts) < 0:
        return False
    shared = all(len(one) == SHARED + 1 for one in counts)
    points = sum(point * n for one in counts for point, n in enumerate(one))
    return not shared or points == SHARED * heads.pop()


CHECKS: Checks = {
    e.MinorityRecorded: _minority_recorded,
    e.ConfidenceClosed: _confidence_closed,
    e.QuestionsShown: _questions_shown,
    e.SuggestionsClosed: _suggestions_closed,
    e.CriteriaAgreed: _criteria_agreed,
    e.ListKept: _list_kept,
}
