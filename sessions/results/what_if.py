"""What if we fund this one lower? A list beside the real one, kept apart from it until the panel accepts it."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from sessions import commands as c
from sessions.model.decisions import Decision, Verdict
from sessions.model.refusals import No, Refused
from sessions.model.session import Value
from sessions.model.text import money
from sessions.results.budget import full_list, pots, total
from sessions.state import State


class Supposed(Value, frozen=True):
    """One thing supposed: an application gets this much, or nothing, in place of what the list gives it."""

    ref: str
    amount: Decimal


class Changed(Value, frozen=True):
    """An application that gets something else in the supposed list than in the real one."""

    ref: str
    now: Decision
    then: Decision


def as_if(state: State, supposed: Supposed) -> State:
    """Return the state as it would be, lines moved down as far as they then pay where they had stood so far. Pure."""
    if state.confirmed:
        raise Refused(No.ALREADY_CONFIRMED)
    asked = _asked(state, supposed.ref)
    if supposed.amount > asked:
        raise Refused(No.ABOVE_ASK, asked=money(asked, state.model.currency))
    verdict = (
        Verdict.NOT_NOW
        if supposed.amount <= 0
        else Verdict.FUND
        if supposed.amount == asked
        else Verdict.PART
    )
    recorded = state.plan.decisions.get(supposed.ref, Decision(verdict))
    decision = replace(recorded, verdict=verdict, amount=max(supposed.amount, Decimal(0)))
    plan = replace(state.plan, decisions={**state.plan.decisions, supposed.ref: decision})
    over = total(plan.decisions) - state.model.pot
    if over > 0:
        raise Refused(No.TOO_MUCH_MONEY, over=money(over, state.model.currency))
    free = {pot.key for pot in pots(state) if _as_low_as_it_goes(state, pot.key)}
    plan = replace(
        plan,
        line=None if "" in free else plan.line,
        strand_lines={key: line for key, line in plan.strand_lines.items() if key not in free},
    )
    then = replace(state, plan=plan)
    short = pots(then)[-1].walked.unreached.get(supposed.ref)
    if short:
        raise Refused(No.TOO_MUCH_MONEY, over=money(short, state.model.currency))
    return then


def _asked(state: State, ref: str) -> Decimal:
    try:
        return state.model.application(ref).asked
    except KeyError:
        raise Refused(No.NO_SUCH_APPLICATION) from None


def _as_low_as_it_goes(state: State, key: str) -> bool:
    """Whether a line stands as far down as its pot pays: then more money would let it down further."""
    plan = state.plan
    eased = replace(
        plan,
        line=None if not key else plan.line,
        strand_lines={one: line for one, line in plan.strand_lines.items() if one != key},
    )
    now, then = (
        next(pot for pot in pots(one) if pot.key == key) for one in (state, replace(state, plan=eased))
    )
    return now.line == then.line


def changes(state: State, supposed: State) -> tuple[Changed, ...]:
    """Return what differs between the two lists, as ranked now."""
    now, then = full_list(state), full_list(supposed)
    return tuple(
        Changed(ref, now[ref], then[ref])
        for ref in now
        if (now[ref].verdict, now[ref].amount) != (then[ref].verdict, then[ref].amount)
    )


def accepted(state: State, supposed: Supposed, against: str = "") -> tuple[c.Command, ...]:
    """Return the orders that make the supposed list the real one; `against` says why, where it goes against a rule."""
    then = as_if(state, supposed)
    decision = then.plan.decisions[supposed.ref]
    orders: list[c.Command] = [
        c.RecordDecision(
            supposed.ref,
            decision.verdict,
            decision.amount if decision.verdict is Verdict.PART else None,
            decision.conditions,
            decision.reasons,
            against=against,
        )
    ]
    return (*orders, *(c.MoveLine(pot.line, pot.key) for pot in pots(then)))
