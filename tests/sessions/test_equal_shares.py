"""Equal shares buy what the textbook says, and raise the shared money only as far as the pot allows."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.methods.allocate import After, Bid, by_rank
from sessions.methods.equal_shares import Purchase, completed, equal_shares

ONE = Fraction(1)


def support(**rows: dict[int, int]) -> dict[str, dict[int, Fraction]]:
    return {ref: {seat: Fraction(u, 4) for seat, u in row.items()} for ref, row in rows.items()}


def costs(**asked: int) -> dict[str, Decimal]:
    return {ref: Decimal(cost) for ref, cost in asked.items()}


def test_supporters_pay_in_proportion_to_what_they_gave_and_no_more_than_they_have() -> None:
    """Shares of 30. B first: 28/3 and 14/3. Of A's 60, seat 1 has only 62/3 left; 2 and 3 pay the rest, 3 to 2."""
    own = support(A={1: 3, 2: 3, 3: 2}, B={1: 4, 3: 2})
    bought = equal_shares(costs(A=60, B=14), own, members=3, money=Fraction(90), precedence=["A", "B"])
    assert bought == (
        Purchase("B", payers=2, most=Fraction(28, 3), least=Fraction(14, 3)),
        Purchase("A", payers=3, most=Fraction(118, 5), least=Fraction(236, 15)),
    )
    assert Fraction(62, 3) + Fraction(118, 5) + Fraction(236, 15) == 60


def test_a_small_group_that_agrees_is_not_outvoted() -> None:
    """Seven of ten like A, B and C; three like only D. By rank D gets nothing; with equal shares it does."""
    most, few = dict.fromkeys(range(1, 8), 4), dict.fromkeys(range(8, 11), 4)
    own = support(A=most, B=most, C=most, D=few)
    asked = costs(A=30, B=30, C=30, D=30)
    bought = equal_shares(asked, own, members=10, money=Fraction(100), precedence=list("ABCD"))
    assert [(one.ref, one.payers, one.most) for one in bought] == [
        ("A", 7, Fraction(30, 7)),
        ("B", 7, Fraction(30, 7)),
        ("D", 3, Fraction(10)),
    ]
    ranked = [Bid(ref, cost) for ref, cost in asked.items()]
    assert "D" in by_rank(ranked, Decimal(100), after=After.GO_ON).unfunded


def test_equal_prices_go_by_the_tie_break_order() -> None:
    own = support(A={1: 4}, B={1: 4})
    for order in (["A", "B"], ["B", "A"]):
        bought = equal_shares(costs(A=5, B=5), own, members=1, money=Fraction(5), precedence=order)
        assert [one.ref for one in bought] == order[:1]


def test_no_score_and_a_score_of_nought_pay_nothing() -> None:
    own = support(A={1: 4, 2: 0}, B={})
    bought = equal_shares(costs(A=5, B=1), own, members=3, money=Fraction(30), precedence=["A", "B"])
    assert bought == (Purchase("A", payers=1, most=Fraction(5), least=Fraction(5)),)


def test_the_shared_money_is_raised_while_the_result_stays_within_the_pot() -> None:
    """A share of 50 each buys neither; raised to 60 each buys A; B, at 70, would pass the pot."""
    own = support(A={1: 4}, B={2: 4})
    bought = completed(costs(A=60, B=70), own, members=2, pot=Decimal(100), precedence=["A", "B"])
    assert [one.ref for one in bought] == ["A"]


def test_raising_stops_when_everything_supported_is_bought() -> None:
    own = support(A={1: 4}, B={2: 4}, C={})
    bought = completed(costs(A=60, B=40, C=1), own, members=2, pot=Decimal(100), precedence=list("ABC"))
    assert {one.ref for one in bought} == {"A", "B"}


@pytest.mark.parametrize(("own", "pot"), [({}, 100), ({"A": {1: Fraction(0)}}, 100), ({"A": {1: ONE}}, 0)])
def test_nothing_is_bought_without_support_or_without_money(own: Mapping[str, Any], pot: int) -> None:
    assert completed(costs(A=5), own, members=1, pot=Decimal(pot), precedence=["A"]) == ()


# a second road


def by_sorting(
    asked: Mapping[str, Decimal],
    own: Mapping[str, Mapping[int, Fraction]],
    *,
    members: int,
    money: Fraction,
    precedence: list[str],
) -> tuple[Purchase, ...]:
    """Work equal shares out the textbook's way: everyone by what they have per u, poorest first, each time anew."""
    left = {seat: money / members for row in own.values() for seat in row}
    bought: list[Purchase] = []
    while True:
        prices = {}
        for ref in set(asked) - {one.ref for one in bought}:
            line = sorted((left[s] / u, u, left[s]) for s, u in own[ref].items() if u)
            owed, wants = Fraction(asked[ref]), sum(u for _, u, _ in line)
            for reach, u, has in line:
                if owed <= reach * wants:
                    prices[ref] = owed / wants
                    break
                owed, wants = owed - has, wants - u
        if not prices:
            return tuple(bought)
        ref = min(prices, key=lambda one: (prices[one], precedence.index(one)))
        paid = {s: min(left[s], prices[ref] * u) for s, u in own[ref].items()}
        left |= {s: left[s] - amount for s, amount in paid.items()}
        some = [amount for amount in paid.values() if amount]
        assert sum(some) == asked[ref]
        bought.append(Purchase(ref, len(some), max(some), min(some)))


panels = st.integers(1, 6).flatmap(
    lambda members: st.lists(
        st.tuples(
            st.integers(1, 60),
            st.dictionaries(st.integers(1, members), st.integers(0, 4).map(lambda u: Fraction(u, 4))),
        ),
        min_size=1,
        max_size=6,
    ).map(lambda rows: (members, rows))
)


@given(panels, st.integers(1, 200))
def test_equal_shares_by_the_textbook_are_the_same(panel: tuple[int, list], money: int) -> None:
    members, rows = panel
    refs = [f"A{k}" for k in range(len(rows))]
    asked = {ref: Decimal(cost) for ref, (cost, _) in zip(refs, rows, strict=True)}
    own = {ref: row for ref, (_, row) in zip(refs, rows, strict=True)}
    told = {"members": members, "money": Fraction(money), "precedence": refs[::-1]}
    assert equal_shares(asked, own, **told) == by_sorting(asked, own, **told)


@given(panels, st.integers(20, 200))
def test_raises_that_are_passed_over_would_have_changed_nothing(panel: tuple[int, list], pot: int) -> None:
    members, rows = panel
    refs = [f"A{k}" for k in range(len(rows))]
    asked = {ref: Decimal(cost) for ref, (cost, row) in zip(refs, rows, strict=True) if any(row.values())}
    own = {ref: row for ref, (_, row) in zip(refs, rows, strict=True)}
    kept: tuple[Purchase, ...] = ()
    for percent in count(100):
        found = by_sorting(asked, own, members=members, money=Fraction(pot * percent, 100), precedence=refs)
        if sum(asked[one.ref] for one in found) > pot:
            break
        kept = found
        if len(kept) == len(asked):
            break
    assert completed(asked, own, members=members, pot=Decimal(pot), precedence=refs) == kept
