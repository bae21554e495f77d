"""What can be put right now, as the facilitator picks it. No value a member gave is among it."""

from __future__ import annotations

from msgspec import Struct

from sessions.decide.changes import may_change_rules
from sessions.decide.late_application import budget_opened
from sessions.model.details import Subject, detail_text, details_of
from sessions.model.session import Consensus, Criterion, Scale
from sessions.state import State, scores_of
from sessions.views.changes import set_aside_words, text_told
from sessions.wording import say


class DetailChoice(Struct, frozen=True):
    """A detail to put right: its name in the folder, its text in the record, and how it is said."""

    detail: str
    field: str
    text: str
    said: str


class Changeable(Struct, frozen=True):
    """An application, a part of the pot, or the day itself, with its details."""

    application: str
    strand: str
    title: str
    remark: str
    details: tuple[DetailChoice, ...]
    scored: bool = False


class PuttingRight(Struct, frozen=True):
    """All that can be put right. What cannot be any more is empty, or said to be settled."""

    day: Changeable
    applications: tuple[Changeable, ...]
    aside: tuple[Changeable, ...]
    strands: tuple[Changeable, ...]
    criteria: tuple[Criterion, ...]
    scale: Scale
    consensus: Consensus
    ties: tuple[str, ...]
    quorum: int
    rules_open: bool
    late_open: bool
    list_open: bool
    ended: bool


def putting_right(state: State) -> PuttingRight:
    """Gather it. Raises LookupError before the doors have been opened."""
    model = state.model
    return PuttingRight(
        day=_changeable(state, Subject(), model.title),
        applications=tuple(_application(state, one.ref) for one in model.applications),
        aside=tuple(
            _changeable(
                state,
                Subject(one.application.ref),
                model.called(one.application.ref),
                remark=set_aside_words(one),
            )
            for one in model.aside
        ),
        strands=tuple(_changeable(state, Subject(strand=one.key), one.title) for one in model.strands),
        criteria=model.criteria,
        scale=model.scale,
        consensus=model.consensus,
        ties=model.ties,
        quorum=model.quorum,
        rules_open=may_change_rules(state),
        late_open=not budget_opened(state),
        list_open=not state.confirmed,
        ended=state.ended,
    )


def _application(state: State, ref: str) -> Changeable:
    subject, scored = Subject(ref), scores_of(state, ref).revealed
    return _changeable(state, subject, state.model.called(ref), remark=ref, scored=scored)


def _changeable(
    state: State, subject: Subject, title: str, *, remark: str = "", scored: bool = False
) -> Changeable:
    return Changeable(
        subject.application,
        subject.strand,
        title,
        remark,
        tuple(
            DetailChoice(
                one.value,
                say(f"changes.field.{one}"),
                text := detail_text(state.model, subject, one),
                text_told(one.value, text, state.model.currency),
            )
            for one in details_of(subject)
        ),
        scored,
    )
