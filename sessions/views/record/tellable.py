"""What may be told: the state without what is not revealed yet, without secrets, its text safe to write anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from sessions.model.decisions import ByQuestion, Decision, OnQuestion
from sessions.model.session import Application, Criterion, OpenData, Scale, Session, Step
from sessions.model.text import clean, clean_lines
from sessions.state import HandRound, Interview, Round, ScoringState, Seat, State

_Part = TypeVar("_Part")


def tellable(state: State) -> State:
    """Return the state as it may leave the room.

    Scores of an application not revealed, and ballots not closed, are taken out. So are the hashes of cards and
    cookies. Text is cleaned once more: a record from elsewhere may hold what our door never let in.
    """
    return replace(
        state,
        session=_model(state.model),
        steps=tuple(map(_step, state.steps)),
        seats={number: _seat(seat) for number, seat in state.seats.items()},
        plan=replace(
            state.plan,
            decisions={r: _decision(d) for r, d in state.plan.decisions.items()},
            interviews={key: _interview(one) for key, one in state.plan.interviews.items()},
        ),
        hand_round=HandRound(),
        trail=(),
        scoring={
            ref: _scoring(scoring)
            for ref, scoring in state.scoring.items()
            if scoring.revealed or (state.ended and state.model.set_aside(ref) is not None)
        },
        rounds={ref: _closed(rounds) for ref, rounds in state.rounds.items()},
        interventions=tuple(
            replace(one, why=clean_lines(one.why), was=clean_lines(one.was), now=clean_lines(one.now))
            for one in state.interventions
        ),
        notes=(),
        questions={},  # shown in the room, and in no export
        by_question={
            ref: ByQuestion(*(_said(one) for one in (both.strength, both.doubt)))
            for ref, both in state.by_question.items()
        },
        went_against={
            (ref, kind, clean(rule)): clean_lines(why)
            for (ref, kind, rule), why in state.went_against.items()
        },
        ways=tuple(replace(one, text=clean_lines(one.text)) for one in state.ways),
        kept={key: _all(lines) for key, lines in state.kept.items()},
        look_back=tuple(map(clean_lines, state.look_back)),
        asked=tuple(
            replace(
                one,
                question=clean(one.question),
                answers=tuple(map(clean, one.answers)),
                void=clean_lines(one.void),
            )
            for one in state.asked
        ),
        felt=tuple(replace(one, question=clean(one.question)) for one in state.felt),
        tie_ballots=tuple(replace(one, void=clean(one.void)) for one in state.tie_ballots),
        minority={ref: _shown(state, ref) for ref in state.minority},
    )


def _scoring(scoring: ScoringState) -> ScoringState:
    """Clean the words in it. Where there are none it stays the very same, and so does all that was made of it."""
    if not scoring.voided and not scoring.corrections:
        return scoring
    return replace(
        scoring,
        voided=tuple(map(clean, scoring.voided)),
        corrections=tuple(replace(one, why=clean_lines(one.why)) for one in scoring.corrections),
    )


def _kept(given: _Part, cleaned: _Part) -> _Part:
    """Return the very same back where there was nothing to clean: what was worked out from it is then known again."""
    return given if given == cleaned else cleaned


def _model(model: Session) -> Session:
    return replace(
        model,
        title=clean(model.title),
        place=clean(model.place),
        programme=clean(model.programme),
        currency=clean(model.currency),
        criteria=_kept(model.criteria, tuple(map(_criterion, model.criteria))),
        applications=_kept(model.applications, tuple(map(_application, model.applications))),
        aside=tuple(
            replace(one, application=_application(one.application), why=clean_lines(one.why))
            for one in model.aside
        ),
        steps=tuple(map(_step, model.steps)),
        scale=_kept(model.scale, _scale(model.scale)),
        consensus=replace(
            model.consensus,
            question=clean(model.consensus.question),
            options=_all(model.consensus.options),
        ),
        strands=tuple(replace(strand, title=clean(strand.title)) for strand in model.strands),
        wifi=None,
        funder_rules=tuple(replace(one, rule=clean(one.rule)) for one in model.funder_rules),
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
        in_short=clean(one.in_short),
    )


def _criterion(one: Criterion) -> Criterion:
    return replace(one, question=clean(one.question), scale=_kept(one.scale, _scale(one.scale)))


def _scale(scale: Scale) -> Scale:
    return replace(scale, words=_all(scale.words))


def _step(step: Step) -> Step:
    return replace(
        step,
        title=clean(step.title),
        questions=_all(step.questions),
        ask=clean(step.ask),
        file=clean(step.file),
        text=clean_lines(step.text),
        easy=clean_lines(step.easy),
    )


def _interview(one: Interview) -> Interview:
    # whose turn it was is told of nobody
    return replace(one, questions=_all(one.questions), asking=tuple(0 for _ in one.asking))


def _said(one: OnQuestion | None) -> OnQuestion | None:
    return replace(one, words=clean_lines(one.words)) if one else None


def _seat(seat: Seat) -> Seat:
    # a mark in place of the cookie's hash: whether somebody sits there is all that is told
    return replace(seat, code="", key="", token="taken" if seat.token else "")


def _decision(one: Decision) -> Decision:
    return replace(
        one,
        conditions=clean_lines(one.conditions),
        reasons=clean_lines(one.reasons),
        words=clean(one.words),
    )


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
