"""The ways of dividing the pot, side by side: what differs, why, and how equal shares would pay."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from sessions.methods.allocate import Award
from sessions.methods.equal_shares import Purchase
from sessions.model.answers import FEWEST
from sessions.model.text import money
from sessions.results.budget import order_of
from sessions.results.division_methods import DivisionDifference, Way, awarded, differences, ways
from sessions.state import State
from sessions.views.wall import posters as p
from sessions.views.wall.sheets import NOTHING, blank, exact_money
from sessions.wording import say, say_many

_BY_RANK = (Way.STOP, Way.GO_ON, Way.IN_PART)


def ways_sheet(state: State) -> p.Sheet:
    """Set the ways side by side: a row for each application they treat differently, then what is left over."""
    found = ways(state)
    order = order_of(state)
    differing = differences(found, order)
    given = {award.ref for award in awarded(state)}
    apart = {one.ref for one in differing} | given
    alike = sum(award.ref not in apart for award in found[Way.STOP].awards)
    rows = [
        (_title(state, one.ref), *(_gets(state, one.ref, one.awards[way]) for way in Way))
        for one in differing
    ]
    currency = state.model.currency
    rows.append((say("dividing.ways.funded"), *(str(len(found[way].awards)) for way in Way)))
    rows.append((say("dividing.ways.left"), *(money(found[way].left, currency) for way in Way)))
    return replace(
        blank(
            "ways",
            say("dividing.ways.heading"),
            say("dividing.ways.lead"),
            *((say_many("dividing.ways.given", len(given)),) if given else ()),
            say_many("dividing.ways.alike", alike) if differing else say("dividing.ways.no-difference"),
            foot="dividing.ways.foot",
        ),
        columns=("", *(say(f"dividing.way.{way}") for way in Way)),
        rows=tuple(rows),
        told=tuple((say(f"dividing.way.{way}"), say(f"dividing.way.{way}.what")) for way in Way),
    )


def _title(state: State, ref: str) -> str:
    return state.model.called(ref)


def _gets(state: State, ref: str, award: Award | None) -> str:
    if award is None:
        return NOTHING
    if award.amount == state.model.application(ref).asked:
        return say("views.budget.full")
    return money(award.amount, state.model.currency)


def why_sheet(state: State) -> p.Sheet:
    """Say for each application that the ways treat differently, in two sentences, why."""
    found = ways(state)
    bought = {award.ref: award for award in found[Way.EQUAL_SHARES].awards}
    told = tuple(
        (_title(state, one.ref), f"{_by_rank(state, one)} {_by_shares(state, bought.get(one.ref))}")
        for one in differences(found, order_of(state))
    )
    lead = "dividing.why.lead" if told else "dividing.ways.no-difference"
    return replace(blank("why", say("dividing.why.heading"), say(lead), foot="dividing.why.foot"), told=told)


def _by_rank(state: State, one: DivisionDifference) -> str:
    """Say what dividing by rank does with it, and why."""
    given: Mapping[Way, Award | None] = one.awards
    currency, application = state.model.currency, state.model.application(one.ref)
    asked = money(application.asked, currency)
    part = given[Way.IN_PART]
    in_full = [
        way for way in _BY_RANK if (award := given[way]) is not None and award.amount == application.asked
    ]
    if len(in_full) == len(_BY_RANK):
        return say("dividing.why.rank-full", asked=asked)
    if part is not None and part.in_part:
        least = money(application.least or application.asked, currency)
        return say("dividing.why.rank-part", asked=asked, left=money(part.amount, currency), least=least)
    if not in_full:
        return say("dividing.why.rank-none", asked=asked)
    return say(
        "dividing.why.rank-go-on" if in_full == [Way.GO_ON] else "dividing.why.rank-mixed", asked=asked
    )


def _by_shares(state: State, award: Award | None) -> str:
    """Say what equal shares do with it, and why."""
    if award is None:
        return say("dividing.why.shares-none")
    if award.bought is None:
        return say("dividing.why.shares-rest")
    return _paid(state, award.bought, "dividing.why.shares")


def _paid(state: State, bought: Purchase, key: str) -> str:
    """Say how many pay and how much; of fewer than five not even that, for it would tell on each of them."""
    if bought.payers < FEWEST:
        return say(f"{key}-few", fewest=FEWEST)
    most, least = exact_money(state, bought.most), exact_money(state, bought.least)
    return say(f"{key}-same" if most == least else key, n=bought.payers, most=most, least=least)


def shares_sheet(state: State) -> p.Sheet:
    """Explain every purchase of the equal shares, in the order they are made."""
    division = ways(state)[Way.EQUAL_SHARES]
    strands = {strand.key: strand.title for strand in state.model.strands}
    told, given = [], {award.ref for award in awarded(state)}
    for n, award in enumerate(division.awards, start=1):
        amount = money(award.amount, state.model.currency)
        paid = (
            _paid(state, award.bought, "dividing.shares.paid")
            if award.bought
            else say("dividing.shares.given" if award.ref in given else "dividing.shares.rest")
        )
        where = say("dividing.shares.strand", strand=strands[award.strand]) if award.strand else ""
        head = say("dividing.shares.bought", n=n, title=_title(state, award.ref), amount=amount)
        told.append((head, " ".join(part for part in (paid, where) if part)))
    return replace(
        blank(
            "shares",
            say("dividing.shares.heading"),
            say("dividing.shares.lead"),
            say("dividing.shares.left", left=money(division.left, state.model.currency)),
            foot="dividing.sheet.back",
        ),
        told=tuple(told),
    )
