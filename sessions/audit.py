"""Work out again what a history claims: every event must follow from what came before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from . import events as e
from .ahead import ahead, passed_over
from .answers import Answer, Kind, Source
from .budget import over_with, pots, total
from .commands import Places
from .consensus import Outcome, outcome
from .decide.rounds import batch
from .decide.scoring import reveal_voidable
from .decide.tie_ballots import open_ties
from .decide.unsigned import POINTS, asks_confidence
from .decide.workshop import workshop_open
from .evolve import evolve
from .model import StepKind
from .phases import Phase
from .retiming import floor
from .scoring import FEWEST
from .state import State, scores_of
from .workshop import agreed, first_list, weights


def audit(history: Iterable[e.Stamped]) -> int | None:
    """Replay a history; give the place, from 0, of the first event that does not fit, or None if all do."""
    state = State()
    for place, stamped in enumerate(history):
        try:
            if not fits(state, stamped.event):
                return place
            state = evolve(state, stamped)
        except (LookupError, StopIteration, AttributeError):
            return place  # it speaks of a seat, step or round that is not there
    return None


def fits(state: State, event: e.Event) -> bool:
    """Say whether an event could have happened in this state."""
    if state.sealed:
        return False  # nothing follows a seal
    check = _CHECKS.get(type(event))
    return check is None or check(state, event)


def _answered(state: State, event: e.Answered) -> bool:
    scoring = scores_of(state, event.application)
    here = state.application == event.application and state.plan.phase is Phase.SCORE
    road = event.source is not Source.HAND_ROUND or state.seats[event.seat].handed_round
    who = event.seat in scoring.electorate and road
    return here and who and _on_scale(state, event.criterion, event.answer)


def _corrected(state: State, event: e.Corrected) -> bool:
    return bool(event.why) and _on_scale(state, event.criterion, event.answer)


def _on_scale(state: State, key: str, answer: Answer) -> bool:
    scale = state.model.criterion(key).scale
    if answer.kind is not Kind.SCORE:
        return answer.value is None
    return answer.value is not None and scale.low <= answer.value <= scale.high


def _round_closed(state: State, event: e.RoundClosed) -> bool:
    if event.counts is None:
        return event.outcome is Outcome.TOO_FEW and event.cast is None
    n = sum(event.counts)
    whole = event.cast == n + (event.cant_say or 0) and n >= FEWEST and n <= event.eligible
    return whole and outcome(state.model.consensus.rule, event.counts) is event.outcome


def _reason_hidden(state: State, event: e.ReasonHidden) -> bool:
    texts, hidden = batch(state, event.application, event.round)
    return bool(event.why) and event.place in range(len(texts)) and event.place not in hidden


def _minority_recorded(state: State, event: e.MinorityRecorded) -> bool:
    voters = len(scores_of(state, event.application).voters)
    whole = bool(event.views) and event.views == tuple(sorted(event.views))
    return whole and state.application == event.application and voters >= max(FEWEST, len(event.views))


def _confidence_closed(state: State, event: e.ConfidenceClosed) -> bool:
    here = state.step is not None and state.step.key == event.step and asks_confidence(state)
    if event.counts is None:
        return here and event.cant_say is None
    n = sum(event.counts)
    return here and len(event.counts) == POINTS and FEWEST <= n <= event.eligible - (event.cant_say or 0)


def _tie_opened(state: State, event: e.TieOpened) -> bool:
    seated = len(event.electorate) >= FEWEST and set(event.electorate) <= set(state.seats)
    return seated and event.number == len(state.tie_ballots) + 1 and event.applications in open_ties(state)


def _ranking_closed(state: State, event: e.RankingClosed) -> bool:
    opened = state.open_tie
    if opened is None or opened.number != event.number:
        return False
    if event.places is None:
        return event.cast is None and event.cant_say is None
    kept = Places(event.places, event.cant_say or 0)
    whole = kept.add_up and len(event.places) == len(opened.refs) and event.cast == kept.cast
    return whole and kept.ranked >= FEWEST and kept.cast <= len(opened.electorate)


def _tie_voided(state: State, event: e.TieVoided) -> bool:
    return bool(event.why) and any(one.number == event.number and not one.void for one in state.tie_ballots)


def _line_moved(state: State, event: e.LineMoved) -> bool:
    pot = next((one for one in pots(state) if one.key == event.strand), None)
    return (
        pot is not None and 0 <= event.funded <= len(pot.order) and over_with(state, pot, event.funded) <= 0
    )


def _criteria_agreed(state: State, event: e.CriteriaAgreed) -> bool:
    if not workshop_open(state) or state.step is None or state.step.key != event.step:
        return False
    given = weights(event.counts) if event.counts is not None else None
    weighed = event.counts is None or (given is not None and len(event.counts) == len(state.draft))
    return weighed and event.criteria == agreed(state.model, state.draft, given)


def _suggestions_closed(state: State, event: e.SuggestionsClosed) -> bool:
    return workshop_open(state) and event.lines == first_list(state.model, event.suggestions)


def _reveal_voided(state: State, event: e.RevealVoided) -> bool:
    return bool(event.why) and event.application == state.application and reveal_voidable(state)


def _scoring_opened(state: State, event: e.ScoringOpened) -> bool:
    return set(event.electorate) <= set(state.seats) and not scores_of(state, event.application).revealed


def _list_confirmed(state: State, event: e.ListConfirmed) -> bool:
    refs = {application.ref for application in state.model.applications}
    return set(event.decisions) == refs and total(event.decisions) <= state.model.pot


def _doors_opened(state: State, _event: e.DoorsOpened) -> bool:
    return state.session is None


def _undone(state: State, event: e.Undone) -> bool:
    return bool(state.trail) and state.trail[-1].what == event.what


def _coming(state: State) -> dict[str, StepKind]:
    return {step.key: step.kind for step in ahead(state)}


def _step_started(state: State, event: e.StepStarted) -> bool:
    return set(event.skipping) <= {step.key for step in passed_over(state, event.step)}


def _step_added(state: State, event: e.StepAdded) -> bool:
    refs = {application.ref for application in state.model.applications}
    places = {step.key: at for at, step in enumerate(state.steps)}
    whole = event.step.key not in places and event.step.minutes > 0
    known = event.step.ref in refs if event.step.kind is StepKind.APPLICATION else not event.step.ref
    return whole and known and (places[event.after] if event.after else -1) >= state.plan.step


def _step_moved(state: State, event: e.StepMoved) -> bool:
    places = {step.key: at for at, step in enumerate(state.steps)}
    return event.step in _coming(state) and (places[event.after] if event.after else -1) >= state.plan.step


def _step_skipped(state: State, event: e.StepSkipped) -> bool:
    return event.step in _coming(state)


def _agenda_retimed(state: State, event: e.AgendaRetimed) -> bool:
    coming = {step.key: step for step in ahead(state)}
    return all(
        coming[key].kind is not StepKind.BREAK and minutes >= floor(state, coming[key])
        for key, minutes in event.minutes.items()
    )


def _start_moved(state: State, event: e.StartMoved) -> bool:
    return state.step is not None and event.minutes >= 0


def _held(state: State, event: e.Held) -> bool:
    return bool(event.message) and state.plan.pause is None


def _list_reopened(state: State, event: e.ListReopened) -> bool:
    return state.confirmed and bool(event.why)


def _register_signed(state: State, event: e.RegisterSigned) -> bool:
    return event.conflicts == len(state.conflicts)


def _hand_round_taken(state: State, _event: e.HandRoundTaken) -> bool:
    return bool(state.hand_round.code)


def _seat_handed_round(state: State, event: e.SeatHandedRound) -> bool:
    return bool(state.hand_round.token) and not state.seats[event.seat].token


_CHECKS: dict[type[e.Fact], Callable[[State, Any], bool]] = {
    e.DoorsOpened: _doors_opened,
    e.Answered: _answered,
    e.HandRoundTaken: _hand_round_taken,
    e.SeatHandedRound: _seat_handed_round,
    e.Corrected: _corrected,
    e.ScoringOpened: _scoring_opened,
    e.RevealVoided: _reveal_voided,
    e.RoundClosed: _round_closed,
    e.ReasonHidden: _reason_hidden,
    e.MinorityRecorded: _minority_recorded,
    e.SuggestionsClosed: _suggestions_closed,
    e.CriteriaAgreed: _criteria_agreed,
    e.ConfidenceClosed: _confidence_closed,
    e.ListConfirmed: _list_confirmed,
    e.LineMoved: _line_moved,
    e.TieOpened: _tie_opened,
    e.RankingClosed: _ranking_closed,
    e.TieVoided: _tie_voided,
    e.Undone: _undone,
    e.StepStarted: _step_started,
    e.StepAdded: _step_added,
    e.StepMoved: _step_moved,
    e.StepSkipped: _step_skipped,
    e.AgendaRetimed: _agenda_retimed,
    e.StartMoved: _start_moved,
    e.Held: _held,
    e.ListReopened: _list_reopened,
    e.RegisterSigned: _register_signed,
}
