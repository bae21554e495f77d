"""The whole account of a session: every row that is exported, made from what may be told."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from sessions.state import State
from sessions.views.record import rows as r
from sessions.views.record.application_facts import ApplicationFacts, application_facts
from sessions.views.record.asked import question_rows
from sessions.views.record.audience import audience
from sessions.views.record.closing import felt_facts, felt_rows
from sessions.views.record.day import (
    OwnWordsRow,
    conflict_rows,
    decision_rows,
    intervention_rows,
    own_words_rows,
    reasons_rows,
    round_rows,
    timing_rows,
)
from sessions.views.record.facts import (
    CriterionFacts,
    DecisionRow,
    MemberFacts,
    ReasonsRow,
    SessionFacts,
    criterion_facts,
    session_facts,
)
from sessions.views.record.interviews import InterviewRow, interview_rows
from sessions.views.record.results import BudgetRow, budget_rows, criterion_rows, result_rows
from sessions.views.record.scores import OwnScoreRow, own_score_rows, score_rows
from sessions.views.record.tellable import tellable


class Account(Struct, frozen=True):
    """The rows of every CSV and all that `session.json` holds but the head and the program; those of the workbook."""

    session: SessionFacts
    criteria: tuple[CriterionFacts, ...]
    applications: tuple[ApplicationFacts, ...]
    members: tuple[MemberFacts, ...]
    scores: tuple[r.ScoreRow, ...]
    results: tuple[r.ResultRow, ...]
    by_criterion: tuple[r.CriterionRow, ...]
    rounds: tuple[r.RoundRow, ...]
    reasons: tuple[ReasonsRow, ...]
    decisions: tuple[DecisionRow, ...]
    conflicts: tuple[r.ConflictRow, ...]
    timings: tuple[r.TimingRow, ...]
    interventions: tuple[r.InterventionRow, ...]
    interviews: tuple[InterviewRow, ...]
    budget: tuple[BudgetRow, ...]
    own_words: tuple[OwnWordsRow, ...]
    own_scores: tuple[OwnScoreRow, ...]
    felt: tuple[r.FeltRow, ...]
    questions: tuple[r.QuestionRow, ...]


def record_view(
    state: State, *, codes: Mapping[int, str], public: bool = False, seats: bool = False
) -> Account:
    """Return the account of a session. `codes` names each seat; its order is the order of rows by member.

    `public` leaves out every row by member, what members wrote beside their ballots, and groups under five. `seats`
    says that the codes are the seats themselves: then the score of a group under five is told as well.
    Raises LookupError before the doors have been opened.
    """
    state = tellable(state)
    who = audience(public=public, seats=seats)
    by_criterion = criterion_rows(state, who)
    results = result_rows(state, who)
    reasons = () if public else reasons_rows(state)
    decided_on = tuple(row for row in results if state.model.set_aside(row.application) is None)
    # why one was set aside are not the panel's own words about it
    gone = tuple(replace(row, reasons="") for row in results if row not in decided_on)
    return Account(
        session=session_facts(state, codes, public=public),
        criteria=tuple(criterion_facts(one, by_criterion) for one in state.model.criteria),
        applications=tuple(
            application_facts(one, revealed=one.ref in state.scoring) for one in state.model.applications
        ),
        members=() if public else _members(state, codes),
        scores=() if public else score_rows(state, codes),
        results=results,
        by_criterion=by_criterion,
        rounds=round_rows(state, public=public),
        reasons=reasons,
        decisions=decision_rows(state),
        conflicts=() if public else conflict_rows(state, codes),
        timings=timing_rows(state),
        interventions=intervention_rows(state, public=public),
        interviews=interview_rows(state, public=public),
        budget=budget_rows(state, decided_on),
        own_words=own_words_rows((*decided_on, *gone), reasons),
        own_scores=() if public else own_score_rows(state, codes),
        felt=felt_rows(felt_facts(state)),
        questions=question_rows(state),
    )


def _members(state: State, codes: Mapping[int, str]) -> tuple[MemberFacts, ...]:
    conflicted = {seat for seat, _ in state.conflicts}
    return tuple(
        MemberFacts(code, state.seats[seat].taken)
        for seat, code in codes.items()
        if state.seats[seat].taken or seat in conflicted
    )
