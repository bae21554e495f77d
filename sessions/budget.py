"""The ranked list against the pot: who comes where, and what the line pays for.

The line stands below a number of applications of the ranked list. Those above it are funded in full, unless
the panel has recorded something else; a recorded decision always goes before the line.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from .consensus import Outcome
from .decisions import Decision, Verdict
from .state import State, scores_of
from .ties import Place, rank, ranked

_NOTHING = Decimal(0)


def ranking(state: State) -> tuple[Place, ...]:
    """Put the applications in order, by score and then by the tie-break list."""
    model = state.model
    return rank(
        [ranked(a, scores_of(state, a.ref).sheets, model.criteria) for a in model.applications], model.ties
    )


def outcome_of(state: State, ref: str) -> Outcome | None:
    """Give what an application's last standing round came to, or the talk after it."""
    if ref in state.by_talking:
        return Outcome.BY_TALKING
    closed = [r for r in state.rounds.get(ref, ()) if r.outcome and not r.void]
    return closed[-1].outcome if closed else None


def agreed_no(state: State, ref: str) -> bool:
    """Say whether the panel agreed not to fund it."""
    return outcome_of(state, ref) is Outcome.NO or state.by_talking.get(ref) is False


def proposal(state: State, order: tuple[str, ...], line: int) -> dict[str, Decision]:
    """Say what each application gets with the line below the first `line` of `order`."""
    asked = {a.ref: a.asked for a in state.model.applications}
    proposed = {}
    for place, ref in enumerate(order):
        recorded = state.plan.decisions.get(ref)
        if recorded:
            proposed[ref] = recorded
        elif place < line and not agreed_no(state, ref) and asked[ref] > 0:
            proposed[ref] = Decision(Verdict.FUND, asked[ref])
        else:
            proposed[ref] = Decision(Verdict.NOT_NOW)
    return proposed


def total(decisions: Mapping[str, Decision]) -> Decimal:
    """Add up the money."""
    return sum((d.amount for d in decisions.values() if d.funded), _NOTHING)


def order_of(state: State) -> tuple[str, ...]:
    """Give the refs as ranked."""
    return tuple(place.ref for place in ranking(state))


def spent_with(state: State, line: int) -> Decimal:
    """Add up what the list would cost with the line there."""
    return total(proposal(state, order_of(state), line))


def line_of(state: State, order: tuple[str, ...]) -> int:
    """Give where the line stands: where the panel put it, else as far down as the pot pays in full.

    Decisions recorded since may have taken the money a line had: it never stands further down than the pot pays.
    """
    lowest = len(order) if state.plan.line is None else state.plan.line
    line = 0
    while line < lowest and total(proposal(state, order, line + 1)) <= state.model.pot:
        line += 1
    return line


def full_list(state: State) -> dict[str, Decision]:
    """Give the decision for every application, as the list stands now."""
    order = order_of(state)
    return proposal(state, order, line_of(state, order))
