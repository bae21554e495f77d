"""A list that is only supposed, beside the real one."""

from __future__ import annotations

from msgspec.structs import replace

from ..budget import full_list, total
from ..decisions import Decision, Verdict
from ..money import money
from ..state import State
from ..supposing import as_if, changes
from ..wording import say
from . import posters as p
from .laid import Laid
from .sheet_blank import NOTHING, blank


def what_if_sheet(state: State, laid: Laid) -> p.Sheet:
    """Show what would change. Raises Refused where that cannot be supposed."""
    assert laid.supposed is not None
    currency = state.model.currency
    then = as_if(state, laid.supposed)
    differing = changes(state, then)
    rows: list[tuple[str, ...]] = [
        (
            state.model.application(one.ref).title,
            _gets(state, one.ref, one.now),
            _gets(state, one.ref, one.then),
        )
        for one in differing
    ]
    left = [money(state.model.pot - total(full_list(one)), currency) for one in (state, then)]
    rows.append((say("dividing.ways.left"), *left))
    title = state.model.application(laid.supposed.ref).title
    amount = money(laid.supposed.amount, currency)
    heading = say(
        "dividing.what-if.heading" if laid.supposed.amount > 0 else "dividing.what-if.without",
        title=title,
        amount=amount,
    )
    lead = say("dividing.what-if.lead" if differing else "dividing.what-if.same")
    return replace(
        blank("what-if", heading, lead, foot="dividing.what-if.foot"),
        columns=("", say("dividing.what-if.now"), say("dividing.what-if.then")),
        rows=tuple(rows),
    )


def _gets(state: State, ref: str, decision: Decision) -> str:
    if decision.verdict is Verdict.RESERVE:
        return say("views.verdict.reserve")
    if not decision.funded:
        return NOTHING
    if decision.amount == state.model.application(ref).asked:
        return say("views.budget.full")
    return money(decision.amount, state.model.currency)
