"""Claims about the list and the money: nothing is given beyond the ask, the pot or what the list says."""

from __future__ import annotations

from collections.abc import Mapping

from sessions import events as e
from sessions.audit.moving import Checks
from sessions.decide.decisions import said_of_questions, why_no_decision
from sessions.decide.funder_rules import is_a_rule_here
from sessions.model.decisions import Decision, Verdict, verdict_of
from sessions.model.phases import Phase
from sessions.results.awards_first import full_list_before, lists_before, over_before
from sessions.results.budget import not_ranked, order_of, shown_sheets, total, with_line
from sessions.results.confirming import confirmed_now
from sessions.results.shortlist import chosen
from sessions.state import State


def _decision_recorded(state: State, event: e.DecisionRecorded) -> bool:
    asked, given = state.model.application(event.application).asked, event.decision
    if not _in_our_words(state, event):
        return False
    amount_fits = 0 < given.amount <= asked if given.funded else given.amount == 0
    within = total({**state.plan.decisions, event.application: given}) <= state.model.pot
    return amount_fits and within and why_no_decision(state, event.application) is None


def _said_by_question(state: State, event: e.SaidByQuestion) -> bool:
    known = any(event.application == one.ref for one in state.model.applications)
    return (
        known and said_of_questions(state, event.said) and why_no_decision(state, event.application) is None
    )


def _went_against_rule(state: State, event: e.WentAgainstRule) -> bool:
    here = is_a_rule_here(state, event.application, event.kind, event.rule)
    return here and bool(event.why) and why_no_decision(state, event.application) is None


def _in_our_words(state: State, event: e.DecisionRecorded) -> bool:
    """Whether it is a decision that can be taken here: a shortlist has its own, and no more than its places."""
    given, verdicts, places = event.decision, state.model.verdicts, state.model.places
    if places is None:
        return given.verdict is not Verdict.CHOSEN and not given.words
    ours = given.words in verdicts and given.verdict is verdict_of(given.words, verdicts)
    return ours and len(chosen({**state.plan.decisions, event.application: given})) <= places


def _line_moved(state: State, event: e.LineMoved) -> bool:
    return _may_stand(state, event) or _might_stand_before(state, event)


def _may_stand(state: State, event: e.LineMoved) -> bool:
    pot = with_line(state, event.strand, event.funded)
    return pot is not None and 0 <= event.funded == pot.line


def _might_stand_before(state: State, event: e.LineMoved) -> bool:
    """Whether an earlier version would have let the line stand there."""
    pot = next((one for one in lists_before(state) if one.key == event.strand), None)
    if state.model.places is not None or pot is None or not 0 <= event.funded <= len(pot.order):
        return False
    return over_before(state, pot, event.funded) <= 0 or ranked_earlier(state)


def _application_placed(state: State, event: e.ApplicationPlaced) -> bool:
    others = set(order_of(state)) - {event.application}
    here = not state.confirmed and state.plan.phase is Phase.BUDGET
    return here and event.application in not_ranked(state) and event.before in {"", *others}


def _list_confirmed(state: State, event: e.ListConfirmed) -> bool:
    if state.confirmed or total(event.decisions) > state.model.pot:
        return False
    if event.in_order or state.model.places is not None:
        return event == confirmed_now(state)
    if _closed_lately(state):
        return False
    as_it_stood = event.decisions == full_list_before(state)
    return as_it_stood or (ranked_earlier(state) and _fits(state, event.decisions))


def _closed_lately(state: State) -> bool:
    """Whether a ballot of this day was closed by a version that confirms its list in order: it keeps who cast."""
    return any(one.absent is not None for held in state.rounds.values() for one in held)


def ranked_earlier(state: State) -> bool:
    """Whether a few scored one of these: earlier versions ranked that as well, so their list may be another."""
    return any(shown_sheets(state, ref) for ref in not_ranked(state))


def _fits(state: State, said: Mapping[str, Decision]) -> bool:
    """Whether a list names everything once, keeps what was decided, and gives each what it asked or nothing."""
    decided = state.plan.decisions
    whole = said.keys() == {one.ref for one in state.model.applications}
    kept = all(said.get(ref) == decision for ref, decision in decided.items())
    asked = {one.ref: one.asked for one in state.model.applications}
    return (
        whole
        and kept
        and all(one.amount in (0, asked[ref]) for ref, one in said.items() if ref not in decided)
    )


def _list_reopened(state: State, event: e.ListReopened) -> bool:
    return state.confirmed and bool(event.why)


CHECKS: Checks = {
    e.DecisionRecorded: _decision_recorded,
    e.SaidByQuestion: _said_by_question,
    e.WentAgainstRule: _went_against_rule,
    e.LineMoved: _line_moved,
    e.ApplicationPlaced: _application_placed,
    e.ListConfirmed: _list_confirmed,
    e.ListReopened: _list_reopened,
}
