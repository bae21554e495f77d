"""What may be told: the state without what is not revealed yet, without secrets, its text safe to write anywhere."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from ...decisions import Decision
from ...model import Application, Criterion, OpenData, Scale, Session, Step
from ...state import HandRound, Round, Seat, State
from ...text import clean, clean_lines


def tellable(state: State) -> State:
    """Give the state as it may leave the room.

    Scores of an application not revealed, and ballots not closed, are taken out. So are labels and the hashes of
    cards and cookies. Text is cleaned once more: a record from elsewhere may hold what our door never let in.
    """
    return replace(
        state,
        session=_model(state.model),
        steps=tuple(map(_step, state.steps)),
        seats={number: _seat(seat) for number, seat in state.seats.items()},
        plan=replace(state.plan, decisions={r: _decision(d) for r, d in state.plan.decisions.items()}),
        hand_round=HandRound(),
        trail=(),
        scoring={
            ref: replace(scoring, voided=tuple(map(clean, scoring.voided)))
            for ref, scoring in state.scoring.items()
            if scoring.revealed
        },
        rounds={ref: _closed(rounds) for ref, rounds in state.rounds.items()},
        interventions=tuple(replace(one, why=clean_lines(one.why)) for one in state.interventions),
        notes=(),
        minority={ref: _shown(state, ref) for ref in state.minority},
    )


def _model(model: Session) -> Session:
    return replace(
        model,
        title=clean(model.title),
        place=clean(model.place),
        currency=clean(model.currency),
        members=tuple(replace(member, label="") for member in model.members),
        criteria=tuple(map(_criterion, model.criteria)),
        applications=tuple(map(_application, model.applications)),
        steps=tuple(map(_step, model.steps)),
        scale=_scale(model.scale),
        consensus=replace(
            model.consensus,
            question=clean(model.consensus.question),
            options=_all(model.consensus.options),
        ),
        strands=tuple(replace(strand, title=clean(strand.title)) for strand in model.strands),
        wifi=None,
        open_data=model.open_data and _open_data(model.open_data),
    )


def _open_data(given: OpenData) -> OpenData:
    return OpenData(clean(given.funder_id), clean(given.prefix), clean(given.funder_name))


def _application(one: Application) -> Application:
    return replace(
        one,
        title=clean(one.title),
        organisation=clean(one.organisation),
        place=clean(one.place),
        theme=clean(one.theme),
        summary=clean_lines(one.summary),
    )


def _criterion(one: Criterion) -> Criterion:
    return replace(one, question=clean(one.question), scale=_scale(one.scale))


def _scale(scale: Scale) -> Scale:
    return replace(scale, words=_all(scale.words))


def _step(step: Step) -> Step:
    return replace(step, title=clean(step.title))


def _seat(seat: Seat) -> Seat:
    # a mark in place of the cookie's hash: whether somebody sits there is all that is told
    return replace(seat, label="", code="", key="", token="taken" if seat.token else "")


def _decision(one: Decision) -> Decision:
    return replace(one, conditions=clean_lines(one.conditions), reasons=clean_lines(one.reasons))


def _closed(rounds: tuple[Round, ...]) -> tuple[Round, ...]:
    return tuple(map(_told, (one for one in rounds if not one.open)))


def _shown(state: State, ref: str) -> tuple[str, ...]:
    hidden = state.minority_hidden.get(ref, frozenset())
    views = enumerate(state.minority[ref])
    return tuple("" if place in hidden else clean(text) for place, text in views)


def _told(one: Round) -> Round:
    # a reason that was hidden goes no further; that there was one does
    texts = ("" if place in one.hidden else clean(text) for place, text in enumerate(one.reasons))
    return replace(one, reasons=tuple(texts), void=clean(one.void))


def _all(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(clean, texts))
