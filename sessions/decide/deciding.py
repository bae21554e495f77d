"""Rules about decisions and the funding line. The program proposes a line by rank; the panel decides."""

from __future__ import annotations

from decimal import Decimal

from .. import commands as c
from .. import events as e
from ..budget import over_with, pots, unheard
from ..decisions import Decision, Verdict
from ..model import StepKind
from ..money import money
from ..phases import SECRET
from ..refusals import No, Refused
from ..state import State


def record_decision(state: State, command: c.RecordDecision) -> tuple[e.Event, ...]:
    """Record a decision within the ask and the pot; never while its scores are still secret."""
    why_not = why_no_decision(state, command.application)
    if why_not is not None:
        raise Refused(why_not)
    try:
        asked = state.model.application(command.application).asked
    except KeyError:
        raise Refused(No.NO_SUCH_APPLICATION) from None
    amount = _amount(command, asked, state.model.currency)
    decision = Decision(command.verdict, amount, command.conditions, command.reasons)
    decided = {**state.plan.decisions, command.application: decision}
    over = sum((d.amount for d in decided.values()), Decimal(0)) - state.model.pot
    if over > 0:
        raise Refused(No.TOO_MUCH_MONEY, over=money(over, state.model.currency))
    if state.plan.decisions.get(command.application) == decision:
        return ()
    return (e.DecisionRecorded(command.application, decision),)


def why_no_decision(state: State, ref: str) -> No | None:
    """Say why nothing can be decided about an application now; nothing where it can."""
    if state.confirmed:
        return No.ALREADY_CONFIRMED
    return No.NOT_SHOWN_YET if state.application == ref and state.plan.phase in SECRET else None


def _amount(command: c.RecordDecision, asked: Decimal, currency: str) -> Decimal:
    if command.verdict not in (Verdict.FUND, Verdict.PART):
        return Decimal(0)
    amount = asked if command.amount is None else command.amount
    if command.verdict is Verdict.PART and command.amount is None:
        raise Refused(No.AMOUNT_NEEDED)
    if amount <= 0:
        raise Refused(No.AMOUNT_NEEDED)
    if amount > asked:
        raise Refused(No.ABOVE_ASK, asked=money(asked, currency))
    return amount


def move_line(state: State, command: c.MoveLine) -> tuple[e.Event, ...]:
    """Move a funding line, never past what its pot can pay for."""
    if state.confirmed:
        raise Refused(No.ALREADY_CONFIRMED)
    pot = next((one for one in pots(state) if one.key == command.strand), None)
    if pot is None or not 0 <= command.funded <= len(pot.order):
        raise Refused(No.NOT_NOW)
    if any(unheard(state, ref) for ref in pot.order[: command.funded] if ref not in state.plan.decisions):
        raise Refused(No.NOT_SCORED)
    over = over_with(state, pot, command.funded)
    if over > 0:
        raise Refused(No.TOO_MUCH_MONEY, over=money(over, state.model.currency))
    put = state.plan.strand_lines.get(command.strand) if command.strand else state.plan.line
    return () if put == command.funded else (e.LineMoved(command.funded, command.strand),)


def reopen_list(state: State, command: c.ReopenList) -> tuple[e.Event, ...]:
    """Set the confirmed list aside, with a reason, and go back to dividing the pot."""
    if not state.confirmed:
        raise Refused(No.NOT_NOW)
    if not command.why:
        raise Refused(No.WHY_NEEDED)
    budget = next((step.key for step in state.steps if step.kind is StepKind.BUDGET), "")
    there = state.step is not None and state.step.key == budget
    back = (e.StepStarted(budget),) if budget and not there else ()
    return (e.ListReopened(command.why), *back)
