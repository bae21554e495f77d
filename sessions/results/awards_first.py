"""How earlier versions laid the list out: a recorded award took its money before any line. Only `audit` asks.

A record that such a version made has to be found sound, so what it claimed is worked out by the rule it had.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from sessions.model.decisions import Decision, Verdict
from sessions.model.session import Value
from sessions.results.budget import agreed_no, decisions_of, first_waiting, order_of, total, unheard
from sessions.state import State

_NOTHING = Decimal(0)


class ListBefore(Value, frozen=True):
    """One list as it was laid out then: what its line may spend, who is in it, how far the line came, who gets what."""

    key: str
    room: Decimal
    order: tuple[str, ...]
    line: int
    listed: dict[str, Decision]


def lists_before(state: State) -> tuple[ListBefore, ...]:
    """Lay the list out: each strand with its own money, then the whole with what is left and who is left."""
    model, order = state.model, order_of(state)
    free = model.pot - total(state.plan.decisions)  # with every recorded decision taken from it
    found: list[ListBefore] = []
    had: set[str] = set()
    for strand in model.strands:
        mine = tuple(ref for ref in order if model.application(ref).strand == strand.key)
        recorded = _as_far_as(strand.pot, mine, state.plan.decisions)
        line = state.plan.strand_lines.get(strand.key)
        laid = _with_line(state, mine, recorded, min(strand.pot - total(recorded), free), line)
        pot = ListBefore(strand.key, *laid)
        found.append(pot)
        had |= {ref for ref, decision in pot.listed.items() if decision.funded}
        free -= total(pot.listed) - total(recorded)
    rest = tuple(ref for ref in order if ref not in had)
    recorded = {ref: state.plan.decisions[ref] for ref in rest if ref in state.plan.decisions}
    whole = _with_line(state, rest, recorded, free, state.plan.line)
    return (*found, ListBefore("", *whole))


def _as_far_as(
    money: Decimal, order: Iterable[str], decisions: Mapping[str, Decision]
) -> dict[str, Decision]:
    """Pick the recorded decisions a strand can pay, best first; what it cannot pay is paid from the whole."""
    kept = {}
    for ref in order:
        decision = decisions.get(ref)
        if decision is None or (decision.funded and decision.amount > money):
            continue
        kept[ref] = decision
        money -= decision.amount if decision.funded else _NOTHING
    return kept


def _with_line(
    state: State, order: tuple[str, ...], recorded: Mapping[str, Decision], room: Decimal, line: int | None
) -> tuple[Decimal, tuple[str, ...], int, dict[str, Decision]]:
    """Put a line where the panel put it, else as far down as the money pays in full; never further than it pays.

    Decisions recorded since may have taken the money a line had. What nobody has scored waits for a decision; what
    fewer than five have, for the panel to move it, or to put the line below it.
    """
    lowest = first_waiting(state, order) if line is None else min(line, len(order))
    left, stands = room, 0
    listed: dict[str, Decision] = {}
    for place, ref in enumerate(order):
        above = place < lowest and stands == place and (ref in recorded or not unheard(state, ref))
        cost = _NOTHING if ref in recorded else _cost_of(state, ref)
        if above and cost <= left:
            stands, left = place + 1, left - cost
            listed[ref] = Decision(Verdict.FUND, cost) if cost else Decision(Verdict.NOT_NOW)
        else:
            listed[ref] = Decision(Verdict.NOT_NOW)
        listed[ref] = recorded.get(ref, listed[ref])
    return room, order, stands, listed


def _cost_of(state: State, ref: str) -> Decimal:
    """Say what the line pays for an application it is put below; nought for one a decision is recorded for."""
    if ref in state.plan.decisions or agreed_no(state, ref):
        return _NOTHING
    return max(state.model.application(ref).asked, _NOTHING)


def over_before(state: State, pot: ListBefore, funded: int) -> Decimal:
    """Say by how much a line below the first `funded` of a pot's list would spend more than there is."""
    return sum((_cost_of(state, ref) for ref in pot.order[:funded]), _NOTHING) - pot.room


def full_list_before(state: State) -> dict[str, Decision]:
    """Return the decision for every application, as it stood then."""
    return decisions_of(lists_before(state))
