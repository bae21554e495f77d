"""Rules about decisions and the funding line. The program proposes a line by rank; the panel decides."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.decide.funder_rules import went_against
from sessions.model.decisions import ByQuestion, Decision, Verdict, verdict_of, words_of
from sessions.model.phases import SECRET, Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import StepKind
from sessions.model.text import money
from sessions.results.budget import moved, not_ranked, order_of, pots, ranking, unheard, with_line
from sessions.results.shortlist import chosen
from sessions.state import State

_PENNY = Decimal("0.01")


def record_decision(state: State, command: c.RecordDecision) -> tuple[e.Event, ...]:
    """Record a decision within the ask and the pot, or within the places; never while its scores are still secret."""
    why_not = why_no_decision(state, command.application)
    if why_not is not None:
        raise Refused(why_not)
    try:
        asked = state.model.application(command.application).asked
    except KeyError:
        raise Refused(No.NO_SUCH_APPLICATION) from None
    if state.model.places is not None:
        return _record_place(state, command, state.model.places)
    if command.verdict is Verdict.CHOSEN or command.words:
        raise Refused(No.OTHER_DECISIONS)
    amount = _amount(command, asked, state.model.currency)
    decision = Decision(command.verdict, amount, command.conditions, command.reasons)
    decided = {**state.plan.decisions, command.application: decision}
    over = sum((d.amount for d in decided.values()), Decimal(0)) - state.model.pot
    if over > 0:
        raise Refused(No.TOO_MUCH_MONEY, over=money(over, state.model.currency))
    if _recorded(state, command.application, decision):
        return ()
    recorded = e.DecisionRecorded(command.application, decision, _lines(state))
    _must_be_reached(state, recorded)
    return (*went_against(state, command, decision), recorded)


def _record_place(state: State, command: c.RecordDecision, places: int) -> tuple[e.Event, ...]:
    """Record one of a shortlist's own decisions; no more go on than there are places."""
    verdicts = state.model.verdicts
    words = command.words or words_of(command.verdict, verdicts)
    if words not in verdicts or command.amount is not None:
        raise Refused(No.OTHER_DECISIONS)
    decision = Decision(
        verdict_of(words, verdicts), conditions=command.conditions, reasons=command.reasons, words=words
    )
    decided = {**state.plan.decisions, command.application: decision}
    if len(chosen(decided)) > places:
        raise Refused(No.NO_PLACE_LEFT, n=places)
    if _recorded(state, command.application, decision):
        return ()
    recorded = e.DecisionRecorded(command.application, decision, _lines(state))
    _must_be_reached(state, recorded)
    return (*went_against(state, command, decision), recorded)


def _recorded(state: State, ref: str, decision: Decision) -> bool:
    """Whether just that is recorded already, and did not only come of a list that was confirmed."""
    return state.plan.decisions.get(ref) == decision and ref not in state.plan.unsaid


def _lines(state: State) -> dict[str, int]:
    """Return where the lines stand on the list people look at: an award moves none of them."""
    return {pot.key: pot.line for pot in pots(state)} if state.plan.phase is Phase.BUDGET else {}


def _must_be_reached(state: State, recorded: e.DecisionRecorded) -> None:
    """Refuse an award, while people look at the list, that what stands above it leaves too little for."""
    if state.plan.phase is not Phase.BUDGET:
        return
    decided = {**state.plan.decisions, recorded.application: recorded.decision}
    short = pots(replace(state, plan=replace(state.plan, decisions=decided)))[-1].walked.unreached
    over = short.get(recorded.application, Decimal(0))
    if over > 0 and state.model.places is not None:
        raise Refused(No.NO_PLACE_LEFT, n=state.model.places)
    if over > 0:
        raise Refused(No.TOO_MUCH_MONEY, over=money(over, state.model.currency))


def why_no_decision(state: State, ref: str) -> No | None:
    """Say why nothing can be decided about an application now; nothing where it can."""
    if state.confirmed:
        return No.ALREADY_CONFIRMED
    if state.session is not None and state.session.set_aside(ref) is not None:
        return No.SET_ASIDE
    return No.NOT_SHOWN_YET if state.application == ref and state.plan.phase in SECRET else None


def say_by_question(state: State, command: c.SayByQuestion) -> tuple[e.Event, ...]:
    """Keep a strength and a doubt, as long as a decision could be recorded."""
    why_not = why_no_decision(state, command.application)
    if why_not is not None:
        raise Refused(why_not)
    if all(command.application != one.ref for one in state.model.applications):
        raise Refused(No.NO_SUCH_APPLICATION)
    if not said_of_questions(state, command.said):
        raise Refused(No.NO_SUCH_QUESTION)
    if state.by_question.get(command.application, ByQuestion()) == command.said:
        return ()
    return (e.SaidByQuestion(command.application, command.said),)


def said_of_questions(state: State, said: ByQuestion) -> bool:
    """Whether each is on a question there is, and says something."""
    keys = {one.key for one in state.model.criteria}
    return all(one.criterion in keys and one.words for one in (said.strength, said.doubt) if one is not None)


def _amount(command: c.RecordDecision, asked: Decimal, currency: str) -> Decimal:
    if command.verdict not in (Verdict.FUND, Verdict.PART):
        return Decimal(0)
    amount = asked if command.amount is None else command.amount
    if command.verdict is Verdict.PART and command.amount is None:
        raise Refused(No.AMOUNT_NEEDED)
    if not amount.is_finite() or amount <= 0:
        raise Refused(No.AMOUNT_NEEDED)
    if amount > asked:
        raise Refused(No.ABOVE_ASK, asked=money(asked, currency))
    if amount != amount.quantize(_PENNY):  # after the above it is small enough to be rounded
        raise Refused(No.AMOUNT_NEEDED)
    return amount


def move_line(state: State, command: c.MoveLine) -> tuple[e.Event, ...]:
    """Move a funding line, never past what its pot can pay for."""
    if state.confirmed:
        raise Refused(No.ALREADY_CONFIRMED)
    pot = with_line(state, command.strand, command.funded)
    if pot is None or not 0 <= command.funded <= len(pot.order):
        raise Refused(No.NOT_NOW)
    if any(unheard(state, ref) for ref in pot.order[: command.funded] if ref not in state.plan.decisions):
        raise Refused(No.NOT_SCORED)
    if pot.line < command.funded and state.model.places is not None:
        raise Refused(No.NO_PLACE_LEFT, n=state.model.places)
    if pot.line < command.funded:
        raise Refused(No.TOO_MUCH_MONEY, over=money(pot.walked.short, state.model.currency))
    put = state.plan.strand_lines.get(command.strand) if command.strand else state.plan.line
    return () if put == command.funded else (e.LineMoved(command.funded, command.strand),)


def place(state: State, command: c.Place) -> tuple[e.Event, ...]:
    """Move what fewer than five scored in the list; what our scores have ranked stays where they put it."""
    if state.confirmed:
        raise Refused(No.ALREADY_CONFIRMED)
    if state.plan.phase is not Phase.BUDGET or state.plan.pause:
        raise Refused(No.NOT_NOW)
    if command.application not in not_ranked(state):
        raise Refused(No.RANKED)
    others = set(order_of(state)) - {command.application}
    if command.before and command.before not in others:
        raise Refused(No.NO_SUCH_APPLICATION)
    move = (command.application, command.before)
    if moved(state, ranking(state), [move]) == ranking(state) and command.application in dict(
        state.plan.placed
    ):
        return ()
    return (e.ApplicationPlaced(*move),)


def reopen_list(state: State, command: c.ReopenList) -> tuple[e.Event, ...]:
    """Set the confirmed list aside, with a reason, and go back to dividing the pot."""
    if not state.confirmed:
        raise Refused(No.NOT_NOW)
    if not command.why:
        raise Refused(No.WHY_NEEDED)
    budget = next((step.key for step in state.steps if step.kind is StepKind.BUDGET), "")
    there = state.step is not None and state.step.key == budget
    back = (e.StepStarted(budget),) if budget and not there else ()
    return (e.ListReopened(command.why, told_apart=True), *back)
