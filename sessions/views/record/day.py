"""The rows about the day itself, and what the panel said in its own words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from sessions.methods.consensus import bars
from sessions.model.answers import FEWEST
from sessions.model.decisions import Decision, Outcome
from sessions.state import Conflict, Intervention, Round, State
from sessions.views.by_question import ASKED, said_on
from sessions.views.changes import is_change
from sessions.views.record.facts import DecisionRow, ReasonsRow
from sessions.views.record.rows import (
    ConflictRow,
    InterventionRow,
    ResultRow,
    RoundRow,
    TimingRow,
)
from sessions.views.rules_told import rules_told
from sessions.views.shapes import told_views
from sessions.views.wall.poster_inputs import why_said

# A reason given for one of these may say whose card or score it was.
_ABOUT_ONE_MEMBER = frozenset(
    {"card-reissued", "seat-put-back", "corrected", "late-conflict", "conflict-taken-back"}
)
# Why an applicant took an application back is between them and staff.
_ABOUT_AN_APPLICANT = frozenset({"withdrawn", "not-eligible"})


def stamp(at: dt.datetime | None) -> str:
    """Write a time as ISO 8601 to the second, with its zone; nothing for none."""
    return at.isoformat(timespec="seconds") if at else ""


def conflict_rows(state: State, codes: Mapping[int, str]) -> tuple[ConflictRow, ...]:
    """Return one row a conflict, by application, members in the order of `codes`; times only of who was there."""
    return tuple(
        _conflict(state, state.conflicts[seat, a.ref], code)
        for a in state.model.every_application
        for seat, code in codes.items()
        if (seat, a.ref) in state.conflicts
    ) + tuple(
        ConflictRow(one.application, codes[one.seat], one.declared.value, "", "", stamp(one.at))
        for one in state.taken_back
        if one.seat in codes
    )


def _conflict(state: State, one: Conflict, code: str) -> ConflictRow:
    here = state.seats[one.seat].taken
    return ConflictRow(
        one.application,
        code,
        one.declared.value,
        stamp(one.stepped_out) if here else "",
        stamp(one.came_back) if here else "",
    )


def timing_rows(state: State) -> tuple[TimingRow, ...]:
    """Return one row a phase, in the order they ran; the one that still runs has no end."""
    names = {step.key: step.ref or step.title or step.kind.value for step in state.steps}
    return tuple(
        TimingRow(
            names.get(one.step, one.step), one.phase.value, one.planned, stamp(one.started), stamp(one.ended)
        )
        for one in state.timings
    )


def intervention_rows(state: State, *, public: bool) -> tuple[InterventionRow, ...]:
    """Return one row an act; in public without the reason where that is about one member."""
    return tuple(
        InterventionRow(
            stamp(one.at),
            one.what,
            one.application,
            _why(state, one, public=public),
            one.was if is_change(one.what) else "",
            one.now if is_change(one.what) else "",
        )
        for one in state.interventions
    )


def _why(state: State, one: Intervention, *, public: bool) -> str:
    if public and one.what in _ABOUT_ONE_MEMBER | _ABOUT_AN_APPLICANT:
        return ""
    return why_said(state, one) if one.amount is not None else one.why


def decision_rows(state: State) -> tuple[DecisionRow, ...]:
    """Return one row a decision, in the order the applications were heard."""
    decided = [(a.ref, state.plan.decisions.get(a.ref)) for a in state.model.applications]
    return tuple(_decision(state, ref, one) for ref, one in decided if one)


def _decision(state: State, ref: str, one: Decision) -> DecisionRow:
    strength, doubt = (_on_question(state, ref, which) for which in ASKED)
    return DecisionRow(
        ref,
        one.words or one.verdict.value,
        one.amount,
        one.conditions,
        one.reasons,
        state.confirmed,
        *strength,
        *doubt,
        against_rules=rules_told(state, ref),
    )


def _on_question(state: State, ref: str, which: str) -> tuple[str, str]:
    said = said_on(state, ref, which)
    return (said.criterion, said.words) if said else ("", "")


REASONS, CONDITIONS, AGAINST_RULES = "reasons", "conditions", "against-rules"


class OwnWordsRow(Struct, frozen=True):
    """Some words about one application; `said` tells where: `reasons`, `conditions`, `against-rules`, a
    `ballot`, or `differently`."""

    application: str
    title: str
    said: str
    round: int | None
    words: str


def own_words_rows(results: Iterable[ResultRow], ballots: Iterable[ReasonsRow]) -> tuple[OwnWordsRow, ...]:
    """Return one row for each: the reasons, the conditions, the rules gone against, each reason beside a ballot."""
    beside: dict[str, list[ReasonsRow]] = {}
    for row in ballots:
        beside.setdefault(row.application, []).append(row)
    return tuple(row for one in results for row in _of(one, beside.get(one.application, [])))


def _of(one: ResultRow, beside: list[ReasonsRow]) -> Iterator[OwnWordsRow]:
    if one.reasons:
        yield OwnWordsRow(one.application, one.title, REASONS, None, one.reasons)
    if one.conditions:
        yield OwnWordsRow(one.application, one.title, CONDITIONS, None, one.conditions)
    if one.against_rules:
        yield OwnWordsRow(one.application, one.title, AGAINST_RULES, None, one.against_rules)
    for row in beside:
        for words in row.reasons:
            yield OwnWordsRow(one.application, one.title, row.said, row.round or None, words)


DIFFERENTLY = "differently"
BANDS = ("low", "middle", "high")


def round_rows(state: State, *, public: bool = False) -> tuple[RoundRow, ...]:
    """Return one row an option of each closed ballot; a band's where any option has exactly one ballot.

    A ballot with no counts, too few, set aside while open, or of the outcome only, has one row with its option and
    counts empty. The ballot the panel then agreed about by talking says `by-talking` for its outcome. In public there
    are none of an application that was not decided on, and none of a ballot on which fewer than five could vote: what
    is left of such a one is how many that were.
    """
    those = state.model.applications if public else state.model.every_application
    rows = (row for a in those for row in _of_application(state, a.ref))
    return tuple(row for row in rows if not public or row.eligible >= FEWEST)


def _of_application(state: State, ref: str) -> Iterator[RoundRow]:
    rounds = state.rounds.get(ref, ())
    settled = _settled_by_talking(state, ref)
    for one in rounds:
        outcome = Outcome.BY_TALKING if one.number == settled else one.outcome
        words = outcome.value if outcome else ""
        for option, count in _counted(state, one):
            yield RoundRow(
                application=ref,
                round=one.number,
                option=option,
                count=count,
                eligible=len(one.electorate) if one.eligible is None else one.eligible,
                cast=one.cast,
                outcome=words,
                rule=state.model.consensus.rule.value,
                void=bool(one.void),
            )


def _settled_by_talking(state: State, ref: str) -> int | None:
    if ref not in state.by_talking:
        return None
    small = [r.number for r in state.rounds.get(ref, ()) if r.outcome is Outcome.TOO_FEW and not r.void]
    return small[-1] if small else None


def _counted(state: State, one: Round) -> Iterator[tuple[str, int | None]]:
    if one.counts is None:
        return iter([("", None)])
    drawn = bars(one.counts)
    labels = BANDS if drawn.banded else state.model.consensus.options
    return zip(labels, drawn.counts, strict=True)


def reasons_rows(state: State) -> tuple[ReasonsRow, ...]:
    """Return the reasons of each closed ballot that has some, in the order of the alphabet; then the other views."""
    return tuple(row for a in state.model.every_application for row in reasons_of(state, a.ref))


def reasons_of(state: State, ref: str) -> Iterator[ReasonsRow]:
    """Return those of one application."""
    for one in state.rounds.get(ref, ()):
        if one.reasons:
            yield ReasonsRow(ref, one.number, tuple(sorted(one.told)), len(one.hidden))
    views, hidden = told_views(state, ref)
    if views or hidden:
        yield ReasonsRow(ref, 0, views, hidden, DIFFERENTLY)
