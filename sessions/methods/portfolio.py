"""What the list as it stands would fund, by place, by size and by theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from sessions.model.decisions import Decision
from sessions.model.session import Application, Value


class GroupKind(StrEnum):
    """What the list is looked at by."""

    PLACE = "place"
    SIZE = "size"
    THEME = "theme"


class Share(Value, frozen=True):
    """One group: its name (nothing where an application has none), how many asked, how many get, and how much.

    For a size, `above` and `up_to` are the asks it holds, nothing where there is no such end.
    """

    name: str
    asked: int
    funded: int
    amount: Decimal
    above: Decimal | None = None
    up_to: Decimal | None = None


Portfolio = Mapping[GroupKind, tuple[Share, ...]]


def portfolio(applications: Sequence[Application], decisions: Mapping[str, Decision]) -> Portfolio:
    """Look at the list in all three ways; a way in which nothing differs is left out."""
    found = {
        GroupKind.PLACE: _named(applications, decisions, lambda one: one.place),
        GroupKind.SIZE: _sized(applications, decisions),
        GroupKind.THEME: _named(applications, decisions, lambda one: one.theme),
    }
    return {kind: shares for kind, shares in found.items() if len(shares) > 1}


def _named(
    applications: Sequence[Application], decisions: Mapping[str, Decision], name: Callable[[Application], str]
) -> tuple[Share, ...]:
    """Group by a name, the most money first, those without a name last."""
    names = sorted({name(one) for one in applications})
    shares = [
        Share(each, *_of([one for one in applications if name(one) == each], decisions)) for each in names
    ]
    return tuple(sorted(shares, key=lambda share: (not share.name, -share.amount, share.name)))


def _sized(applications: Sequence[Application], decisions: Mapping[str, Decision]) -> tuple[Share, ...]:
    """Group by what was asked for, in three: the marks are round amounts near a third and two thirds of the asks."""
    asks = sorted(one.asked for one in applications)
    if not asks:
        return ()
    marks = sorted({round_amount(asks[len(asks) * n // 3]) for n in (1, 2)})
    ends: list[Decimal | None] = [None, *marks, None]
    shares = []
    for above, up_to in pairwise(ends):
        inside = [
            one
            for one in applications
            if (above is None or one.asked > above) and (up_to is None or one.asked <= up_to)
        ]
        if inside:
            shares.append(Share("", *_of(inside, decisions), above=above, up_to=up_to))
    return tuple(shares)


def round_amount(amount: Decimal) -> Decimal:
    """Round an amount to one figure: 148,900 to 100,000, and 51,000 to 50,000."""
    if amount <= 0:
        return Decimal(0)
    one = Decimal(1).scaleb(amount.adjusted())
    return (amount // one) * one


def _of(inside: Sequence[Application], decisions: Mapping[str, Decision]) -> tuple[int, int, Decimal]:
    given = [decisions[one.ref].amount for one in inside if one.ref in decisions and decisions[one.ref].takes]
    return len(inside), len(given), sum(given, Decimal(0))
