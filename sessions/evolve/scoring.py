"""How scores come in, are handed in, and close."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.moving import enter, with_intervention
from sessions.evolve.pictures import looked_at
from sessions.model.answers import Source
from sessions.model.phases import Phase
from sessions.state import Cell, Correction, Intervention, ScoringState, State, scores_of


def _with(state: State, ref: str, scoring: ScoringState) -> State:
    return replace(state, scoring={**state.scoring, ref: scoring})


def cards_up_asked(state: State, event: e.CardsUpAsked, _at: datetime) -> State:
    """Keep whether all of us agreed, and who we all were; never who did not."""
    return replace(state, cards_up=frozenset(event.agreed))


def scoring_opened(state: State, event: e.ScoringOpened, at: datetime) -> State:
    """Freeze the electorate and let answers in; after an interview, beside what was scored before it."""
    before, ref = scores_of(state, event.application), event.application
    here = state.step.key if state.step else ""
    begun = before
    if before.revealed:
        earlier = replace(before, earlier=None, begun_anew=None)
        begun = replace(before.begun_anew or ScoringState(), earlier=earlier)
    begun = replace(begun, electorate=event.electorate, step=here, cards_up=event.cards_up)
    opened = _with(state, ref, begun)
    return enter(opened, at, what="score", plan=replace(state.plan, phase=Phase.SCORE))


def earlier_stands(state: State) -> State:
    """Let what was scored before an interview count again, where the scoring after it is left and was never shown.

    What was given in it is kept, and goes on where it is opened again.
    """
    ref = state.application
    scoring = state.scoring.get(ref)
    if scoring is None or scoring.revealed or scoring.earlier is None:
        return state
    return _with(state, ref, replace(scoring.earlier, begun_anew=replace(scoring, earlier=None)))


def voting_anew(state: State, ref: str) -> State:
    """Let what was voted before an interview be told as that, and no more be the outcome: the new scores are shown."""
    rounds = tuple(replace(one, before_interview=True) for one in state.rounds.get(ref, ()))
    talked = {one: yes for one, yes in state.by_talking.items() if one != ref}
    return replace(state, rounds={**state.rounds, ref: rounds} if rounds else state.rounds, by_talking=talked)


def _put(state: State, ref: str, seat: int, criterion: str, cell: Cell) -> State:
    scoring = scores_of(state, ref)
    sheet = {**scoring.cells.get(seat, {}), criterion: cell}
    return _with(state, ref, replace(scoring, cells={**scoring.cells, seat: sheet}))


def answered(state: State, event: e.Answered, _at: datetime) -> State:
    """Put an answer in its place."""
    return _put(state, event.application, event.seat, event.criterion, _cell(event))


def _cell(event: e.Answered) -> Cell:
    return Cell(event.answer, event.id, event.revision, event.source, event.helped)


def all_answered(state: State, run: Iterable[e.Answered]) -> State:
    """Put a run of answers in their places in order, without the states between that nobody sees."""
    scoring: dict[str, dict[int, Mapping[str, Cell]]] = {}
    sheets: dict[tuple[str, int], dict[str, Cell]] = {}
    for event in run:
        ref, seat = event.application, event.seat
        if ref not in scoring:
            scoring[ref] = {**scores_of(state, ref).cells}
        cells = scoring[ref]
        if (ref, seat) not in sheets:
            cells[seat] = sheets[ref, seat] = {**cells.get(seat, {})}
        sheets[ref, seat][event.criterion] = _cell(event)
    changed = {ref: replace(scores_of(state, ref), cells=cells) for ref, cells in scoring.items()}
    return replace(state, scoring={**state.scoring, **changed})


def handed_in(state: State, event: e.HandedIn, _at: datetime) -> State:
    """Count a member as in."""
    scoring = scores_of(state, event.application)
    return _with(state, event.application, replace(scoring, handed_in=scoring.handed_in | {event.seat}))


def scoring_closed(state: State, _event: e.ScoringClosed, at: datetime) -> State:
    """Let no more answers in; nothing is shown yet."""
    return enter(state, at, what="close", plan=replace(state.plan, phase=Phase.CLOSED))


def reveal_voided(state: State, event: e.RevealVoided, at: datetime) -> State:
    """Let the same seats score again. Their answers stand, and each is asked to look at them and hand in anew."""
    before = scores_of(state, event.application)
    again = replace(
        before,
        revealed=False,
        handed_in=frozenset(),
        voided=(*before.voided, event.why),
    )
    told = with_intervention(
        _with(state, event.application, again),
        Intervention(at, "reveal-voided", event.application, event.why),
    )
    entered = enter(told, at, what="score", plan=replace(state.plan, phase=Phase.SCORE, round=0))
    return replace(entered, trail=())  # what is set aside must not come back by undo


def corrected(state: State, event: e.Corrected, at: datetime) -> State:
    """Put a corrected answer in, marked, and tell the panel; one of a member's own everybody sees on the card."""
    old = scores_of(state, event.application).cells.get(event.seat, {}).get(event.criterion)
    cell = Cell(
        event.answer,
        old.id if old else "",
        old.revision if old else 0,
        old.source if old else Source.PAPER,
        helped=old.helped if old else False,
        corrected=True,
    )
    put = _put(state, event.application, event.seat, event.criterion, cell)
    scoring = put.scoring[event.application]
    told = Correction(
        event.seat, event.criterion, old.answer if old else None, event.answer, event.why, at, event.own
    )
    kept = replace(scoring, corrections=(*scoring.corrections, told))
    seen = looked_at(kept, state.model) if scoring.revealed else kept
    with_it = _with(put, event.application, seen)
    if event.own:
        return with_it
    return with_intervention(with_it, Intervention(at, "corrected", event.application, event.why))
