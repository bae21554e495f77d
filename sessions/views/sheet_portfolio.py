"""What the list as it stands would fund, by place, size and theme."""

from __future__ import annotations

from msgspec.structs import replace

from ..budget import full_list
from ..money import money
from ..portfolio import Kind, Share, portfolio
from ..state import State
from ..wording import say
from . import posters as p
from .sheet_blank import blank


def portfolio_sheet(state: State) -> p.Sheet:
    """Show each way of looking at the list that tells something."""
    found = portfolio(state.model.applications, full_list(state))
    rows: list[tuple[str, ...]] = []
    for kind, shares in found.items():
        rows += [("",)] if rows else []
        rows.append((say(f"dividing.portfolio.{kind}"),))
        rows += [_row(state, kind, share) for share in shares]
    heading = say("dividing.portfolio.confirmed" if state.confirmed else "dividing.portfolio.heading")
    lead = say("dividing.portfolio.lead" if found else "dividing.portfolio.nothing")
    columns = ("", *(say(f"dividing.portfolio.column-{name}") for name in ("asked", "funded", "amount")))
    return replace(blank("portfolio", heading, lead), columns=columns if found else (), rows=tuple(rows))


def _row(state: State, kind: Kind, share: Share) -> tuple[str, ...]:
    amount = money(share.amount, state.model.currency)
    return (_name(state, kind, share), str(share.asked), str(share.funded), amount)


def _name(state: State, kind: Kind, share: Share) -> str:
    if kind is not Kind.SIZE:
        return share.name or say(f"dividing.portfolio.no-{kind}")
    currency = state.model.currency
    above = money(share.above, currency) if share.above is not None else ""
    up_to = money(share.up_to, currency) if share.up_to is not None else ""
    which = "between" if above and up_to else "above" if above else "up-to"
    return say(f"dividing.portfolio.{which}", above=above, up_to=up_to)
