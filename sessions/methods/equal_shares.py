"""The method of equal shares: everyone gets an equal part of the money, and supporters buy what they like together.

Source: Peters, Pierczyński & Skowron, "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021.
A member's utility is that member's own score, not times the cost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, lcm

from sessions.model.session import Value

Costs = Mapping[str, Decimal]
Utilities = Mapping[str, Mapping[int, Fraction]]  # ref → seat → u; nought and no score are no support


class Purchase(Value, frozen=True):
    """One application bought together: how many paid, and the most and least that one of them paid."""

    ref: str
    payers: int
    most: Fraction
    least: Fraction


def equal_shares(
    costs: Costs, utilities: Utilities, *, members: int, money: Fraction, precedence: Sequence[str]
) -> tuple[Purchase, ...]:
    """Buy, one at a time, what can be paid for at the least price per utility, until nothing more can be.

    The price ρ is where Σ min(what a supporter has, ρ·u) is the cost. `members` share `money` equally, also those
    with no utility here. Equal prices go by `precedence`. Every cost is above nought.
    """
    purse = _Purse(utilities, members, money)
    waiting = {ref: Fraction() for ref in precedence if ref in costs}  # ref → a price it can not be under
    bought: list[Purchase] = []
    while True:
        best: tuple[Fraction, str] | None = None
        for ref, under in sorted(waiting.items(), key=lambda item: item[1]):
            if best and under > best[0]:
                break  # purses only empty, so prices only rise: none of the rest can be better
            price = purse.price(ref, costs[ref])
            if price is None:
                del waiting[ref]
                continue
            waiting[ref] = price
            best = min(best or (price, ref), (price, ref), key=lambda it: (it[0], precedence.index(it[1])))
        if best is None:
            return tuple(bought)
        price, ref = best
        del waiting[ref]
        bought.append(purse.pay(ref, price))


def completed(
    costs: Costs, utilities: Utilities, *, members: int, pot: Decimal, precedence: Sequence[str]
) -> tuple[Purchase, ...]:
    """Raise the shared money from scratch by 1% of the pot while what is bought costs no more than the pot.

    Ends with the last result within the pot, or as soon as everything anyone supports is bought.
    """
    supported = {
        ref: cost for ref, cost in costs.items() if any(u > 0 for u in utilities.get(ref, {}).values())
    }
    if not supported or pot <= 0:
        return ()
    kept: tuple[Purchase, ...] = ()
    percent = _passed_over(supported, utilities, members, Fraction(pot))
    while True:
        money = Fraction(pot) * (100 + percent) / 100
        found = equal_shares(supported, utilities, members=members, money=money, precedence=precedence)
        if sum(supported[one.ref] for one in found) > pot:
            return kept
        kept = found
        if len(kept) == len(supported):
            return kept
        percent += 1


def _passed_over(costs: Costs, utilities: Utilities, members: int, pot: Fraction) -> int:
    """Count the raises before the last that can not yet be the end, so that nothing is worked out in vain.

    An application is out of reach while all its supporters' shares together are under its cost. While those in
    reach cost no more than the pot, and some are out of reach, nothing can end: those raises are passed over.
    """
    needs = sorted(
        (Fraction(cost) * members / sum(u > 0 for u in utilities[ref].values()), cost)
        for ref, cost in costs.items()
    )
    in_reach, enough = Decimal(0), Fraction()
    for need, cost in needs:
        in_reach, enough = in_reach + cost, need
        if in_reach > pot:
            break
    return max(0, ceil((enough - pot) * 100 / pot) - 1)


class _Purse:
    """What each supporter has left, as whole numbers over one common denominator: exact, and far quicker."""

    def __init__(self, utilities: Utilities, members: int, money: Fraction) -> None:
        self._clear = lcm(*(u.denominator for row in utilities.values() for u in row.values()))
        self._wants = {
            ref: {seat: int(u * self._clear) for seat, u in row.items() if u > 0}
            for ref, row in utilities.items()
        }
        share = money / members if members else Fraction()
        self._over = share.denominator
        self._left = {seat: share.numerator for row in self._wants.values() for seat in row}

    def price(self, ref: str, cost: Decimal) -> Fraction | None:
        """Find the price at which supporters can just pay; None where all they have is too little."""
        wants = self._wants.get(ref, {})
        owed = Fraction(cost) * self._over
        if sum(self._left[seat] for seat in wants) < owed:
            return None
        rich = list(wants)
        while True:
            rate = owed / sum(wants[seat] for seat in rich)
            top, bottom = rate.numerator, rate.denominator
            poor = [seat for seat in rich if self._left[seat] * bottom < top * wants[seat]]
            if not poor:
                return rate * self._clear / self._over
            owed -= sum(self._left[seat] for seat in poor)
            spent = set(poor)
            rich = [seat for seat in rich if seat not in spent]

    def pay(self, ref: str, price: Fraction) -> Purchase:
        """Take the price from each supporter, or all that supporter has left."""
        rate = price * self._over / self._clear
        top, bottom = rate.numerator, rate.denominator
        self._left = {seat: left * bottom for seat, left in self._left.items()}
        self._over *= bottom
        paid = {seat: min(self._left[seat], top * want) for seat, want in self._wants[ref].items()}
        for seat, amount in paid.items():
            self._left[seat] -= amount
        some = [amount for amount in paid.values() if amount]
        return Purchase(ref, len(some), Fraction(max(some), self._over), Fraction(min(some), self._over))
