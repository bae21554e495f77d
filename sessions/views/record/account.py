"""The whole account of a session: every row that is exported, made from what may be told."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ...state import State
from . import rows as r
from .budget import BudgetRow, budget_rows
from .day import conflict_rows, decision_rows, intervention_rows, timing_rows
from .facts import (
    ApplicationFacts,
    CriterionFacts,
    DecisionRow,
    MemberFacts,
    ReasonsRow,
    SessionFacts,
    application_facts,
    criterion_facts,
    session_facts,
)
from .own_scores import OwnScoreRow, own_score_rows
from .own_words import OwnWordsRow, own_words_rows
from .results import criterion_rows, result_rows
from .rounds import reasons_rows, round_rows
from .scores import score_rows
from .tellable import tellable


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
    budget: tuple[BudgetRow, ...]
    own_words: tuple[OwnWordsRow, ...]
    own_scores: tuple[OwnScoreRow, ...]


def record_view(state: State, *, codes: Mapping[int, str], public: bool = False) -> Account:
    """Give the account of a session. `codes` names each seat; its order is the order of rows by member.

    `public` leaves out every row by member, what members wrote beside their ballots, and groups under five.
    Raises LookupError before the doors have been opened.
    """
    state = tellable(state)
    by_criterion = criterion_rows(state, public=public)
    results = result_rows(state, public=public)
    reasons = () if public else reasons_rows(state)
    return Account(
        session=session_facts(state, public=public),
        criteria=tuple(criterion_facts(one, by_criterion) for one in state.model.criteria),
        applications=tuple(
            application_facts(one, revealed=one.ref in state.scoring) for one in state.model.applications
        ),
        members=() if public else _members(state, codes),
        scores=() if public else score_rows(state, codes),
        results=results,
        by_criterion=by_criterion,
        rounds=round_rows(state),
        reasons=reasons,
        decisions=decision_rows(state),
        conflicts=() if public else conflict_rows(state, codes),
        timings=timing_rows(state),
        interventions=intervention_rows(state, public=public),
        budget=budget_rows(results, state.model.pot),
        own_words=own_words_rows(results, reasons),
        own_scores=() if public else own_score_rows(state, codes),
    )


def _members(state: State, codes: Mapping[int, str]) -> tuple[MemberFacts, ...]:
    conflicted = {seat for seat, _ in state.conflicts}
    return tuple(
        MemberFacts(code, state.seats[seat].taken)
        for seat, code in codes.items()
        if state.seats[seat].taken or seat in conflicted
    )
