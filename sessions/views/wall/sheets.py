"""Sheets laid over the list for the room to look at together: checks, the whole picture, what if."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from sessions.methods.portfolio import GroupKind, Share, portfolio
from sessions.methods.scoring import round_half_up
from sessions.model.decisions import Decision, Verdict
from sessions.model.text import money
from sessions.results.budget import full_list, total
from sessions.results.score_checks import Checks, OrderEffect, checks
from sessions.results.what_if import as_if, changes
from sessions.state import State
from sessions.views.rules_told import newly_against
from sessions.views.wall import posters as p
from sessions.views.wall.poster_inputs import Laid
from sessions.wording import say, say_many

_NO_FRAME = p.Frame("", "")  # the wall's own bands take its place
NOTHING = "–"


def blank(kind: str, heading: str, *lead: str, foot: str = "dividing.sheet.back") -> p.Sheet:
    """Begin a sheet; `foot` is the key of how it is put away."""
    return p.Sheet(_NO_FRAME, kind, heading, lead, foot=say(foot))


def exact_money(state: State, amount: Fraction) -> str:
    """Say an exact amount, to the penny; in whole units where it is large."""
    return money(Decimal(round_half_up(amount, 0 if amount >= 1000 else 2)), state.model.currency)


_RELIABLE, _TENTATIVE = Fraction(4, 5), Fraction(2, 3)  # Krippendorff, Content Analysis, 2004, chapter 11
_EVEN = Fraction(1, 5)  # of all pairs: less than this between the two directions is as good as even
_FEWEST_PAIRS = 6  # of four applications; fewer say nothing about the order
_NAMED = 4  # applications named in one sentence


def checks_sheet(state: State) -> p.Sheet:
    """Say what each check found."""
    found = checks(state)
    told = (
        (say("dividing.checks.agreement"), _agreement(found)),
        (say("dividing.checks.marking"), _marking(state, found)),
        (say("dividing.checks.disagreed"), _disagreed(state, found)),
        (say("dividing.checks.order"), _order(found.order)),
    )
    return replace(blank("checks", say("dividing.checks.heading"), say("dividing.checks.lead")), told=told)


def _agreement(found: Checks) -> str:
    alpha = found.alpha_interval
    if alpha is None:
        return say("dividing.checks.too-little")
    how = "high" if alpha >= _RELIABLE else "middle" if alpha >= _TENTATIVE else "low"
    return say(f"dividing.checks.agreement-{how}")


def _marking(state: State, found: Checks) -> str:
    if found.fitted is None:
        return say("dividing.checks.too-little")
    if not found.moved:
        return say("dividing.checks.marking-none")
    named = [
        say("dividing.checks.moved", title=_title(state, one.ref), rank=one.rank, fitted=one.fitted)
        for one in found.moved[:_NAMED]
    ]
    return _with_more("dividing.checks.marking-moved", named, len(found.moved))


def _disagreed(state: State, found: Checks) -> str:
    if not found.applications:
        return say("dividing.checks.too-little")
    if not found.disagreed:
        return say("dividing.checks.disagreed-none")
    named = [_title(state, ref) for ref, _ in found.disagreed[:_NAMED]]
    return _with_more("dividing.checks.disagreed-most", named, len(found.disagreed))


def _with_more(key: str, named: list[str], n: int) -> str:
    """Name some, and count the others."""
    said = say(key, named="; ".join(named))
    return f"{said} {say_many('dividing.checks.more', n - len(named))}" if n > len(named) else said


def _order(effect: OrderEffect | None) -> str:
    if effect is None or effect.pairs < _FEWEST_PAIRS:
        return say("dividing.checks.too-little")
    leaning = effect.later_higher - effect.later_lower
    how = "even" if abs(leaning) < _EVEN * effect.pairs else "later" if leaning > 0 else "earlier"
    counted = say(
        "dividing.checks.pairs", pairs=effect.pairs, higher=effect.later_higher, lower=effect.later_lower
    )
    return f"{say(f'dividing.checks.order-{how}')} {counted}"


def _title(state: State, ref: str) -> str:
    return state.model.called(ref)


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
    amount = () if state.model.places is not None else ("amount",)  # a shortlist gives no money
    columns = ("", *(say(f"dividing.portfolio.column-{name}") for name in ("asked", "funded", *amount)))
    return replace(blank("portfolio", heading, lead), columns=columns if found else (), rows=tuple(rows))


def _row(state: State, kind: GroupKind, share: Share) -> tuple[str, ...]:
    counted = (_name(state, kind, share), str(share.asked), str(share.funded))
    return (
        counted if state.model.places is not None else (*counted, money(share.amount, state.model.currency))
    )


def _name(state: State, kind: GroupKind, share: Share) -> str:
    if kind is not GroupKind.SIZE:
        return share.name or say(f"dividing.portfolio.no-{kind}")
    currency = state.model.currency
    above = money(share.above, currency) if share.above is not None else ""
    up_to = money(share.up_to, currency) if share.up_to is not None else ""
    which = "between" if above and up_to else "above" if above else "up-to"
    return say(f"dividing.portfolio.{which}", above=above, up_to=up_to)


def what_if_sheet(state: State, laid: Laid) -> p.Sheet:
    """Show what would change. Raises Refused where that cannot be supposed."""
    assert laid.supposed is not None
    currency = state.model.currency
    then = as_if(state, laid.supposed)
    differing = changes(state, then)
    rows: list[tuple[str, ...]] = [
        (
            state.model.called(one.ref),
            _gets(state, one.ref, one.now),
            _gets(state, one.ref, one.then),
        )
        for one in differing
    ]
    left = [money(state.model.pot - total(full_list(one)), currency) for one in (state, then)]
    rows.append((say("dividing.ways.left"), *left))
    title = state.model.called(laid.supposed.ref)
    amount = money(laid.supposed.amount, currency)
    heading = say(
        "dividing.what-if.heading" if laid.supposed.amount > 0 else "dividing.what-if.without",
        title=title,
        amount=amount,
    )
    lead = say("dividing.what-if.lead" if differing else "dividing.what-if.same")
    warned = newly_against(state, then)
    return replace(
        blank("what-if", heading, lead, *warned, foot="dividing.what-if.foot"),
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
