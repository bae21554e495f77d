"""What a session hands on to the stage after it, with its outcomes and decisions in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from sessions.model.stage import EarlierApplication, EarlierStage
from sessions.model.text import clean_lines
from sessions.results.carried_to_next_stage import StageWords, every_shape, stages_so_far
from sessions.state import State
from sessions.views.by_question import told as on_questions
from sessions.views.record.days_met import day_decided
from sessions.views.record.results import outcome_words
from sessions.views.record.story_list import decision_words
from sessions.views.record.tellable import tellable


def handed_on(state: State, refs: Sequence[str], *, session_id: str, head: str) -> tuple[EarlierStage, ...]:
    """Return the stages up to this one, each with these applications. Its text is safe to write anywhere."""
    told = tellable(state)
    said = StageWords(
        {ref: outcome_words(told, ref) for ref in refs},
        {ref: decision_words(told, told.plan.decisions[ref]) for ref in refs if ref in told.plan.decisions},
        {ref: on_questions(told, ref) for ref in refs},
        # no export has them, but the panel that meets the applicants does
        {ref: tuple(map(clean_lines, state.questions.get(ref, ()))) for ref in refs},
    )
    *before, this = stages_so_far(told, refs, session_id=session_id, head=head, said=said)
    day = day_decided(told)
    return (*before, replace(this, date=day.isoformat() if day else ""))


def as_handed_on_before(stages: tuple[EarlierStage, ...], state: State) -> Iterator[tuple[EarlierStage, ...]]:
    """Return them as each earlier version handed them on, the latest first.

    One handed on shapes that the room was not shown, and no strength or doubt; one before it the day that was agreed
    beforehand.
    """
    *before, this = stages
    this = replace(this, carried=tuple(_as_before(tellable(state), one) for one in this.carried))
    yield (*before, this)
    day = state.model.date
    yield (*before, replace(this, date=day.isoformat() if day else ""))


def _as_before(told: State, one: EarlierApplication) -> EarlierApplication:
    decision = told.plan.decisions.get(one.ref)
    return replace(one, shapes=every_shape(told, one.ref), reasons=decision.reasons if decision else "")
