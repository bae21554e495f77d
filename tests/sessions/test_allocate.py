"""Ways of dividing the pot give what their definitions say."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.methods.allocate import After, Award, Bid, by_equal_shares, by_rank
from sessions.model.decisions import Outcome
from sessions.model.session import Strand

STOP, GO_ON, IN_PART = After


def bid(
    ref: str, asked: int, least: int | None = None, strand: str = "", outcome: Outcome | None = None
) -> Bid:
    return Bid(ref, Decimal(asked), None if least is None else Decimal(least), strand, outcome)


def given_to(awards: tuple[Award, ...]) -> dict[str, int]:
    return {award.ref: int(award.amount) for award in awards}


# by rank

LIST = [bid("A", 50), bid("B", 40, least=10), bid("C", 30), bid("D", 5)]


@pytest.mark.parametrize(
    ("after", "awards", "left"),
    [
        (STOP, {"A": 50}, 20),
        (GO_ON, {"A": 50, "D": 5}, 15),
        (IN_PART, {"A": 50, "B": 20}, 0),
    ],
)
def test_down_the_list_each_in_full_while_money_lasts(
    after: After, awards: dict[str, int], left: int
) -> None:
    division = by_rank(LIST, Decimal(70), after=after)
    assert given_to(division.awards) == awards
    assert division.left == left
    assert division.unfunded == tuple(one.ref for one in LIST if one.ref not in awards)


@pytest.mark.parametrize("least", [None, 21])
def test_the_next_is_not_funded_in_part_where_its_least_does_not_fit(least: int | None) -> None:
    division = by_rank([bid("A", 50), bid("B", 40, least), bid("C", 5)], Decimal(70), after=IN_PART)
    assert given_to(division.awards) == {"A": 50}


def test_the_next_is_funded_in_part_where_its_least_is_just_what_is_left() -> None:
    division = by_rank([bid("A", 50), bid("B", 40, 20)], Decimal(70), after=IN_PART)
    assert given_to(division.awards) == {"A": 50, "B": 20}


def test_an_award_in_part_says_so() -> None:
    division = by_rank(LIST, Decimal(70), after=IN_PART)
    assert [award.in_part for award in division.awards] == [False, True]


def test_what_we_agreed_not_to_fund_is_left_out_and_what_did_not_settle_is_marked() -> None:
    bids = [
        bid("A", 10, outcome=Outcome.NO),
        bid("B", 10, outcome=Outcome.SPLIT),
        bid("C", 10, outcome=Outcome.NOT_SETTLED),
        bid("D", 10, outcome=Outcome.TOO_FEW),
        bid("E", 10, outcome=Outcome.YES),
        bid("F", 10, outcome=Outcome.BY_TALKING),
        bid("G", 10),
    ]
    division = by_rank(bids, Decimal(1000), after=STOP)
    assert division.left_out == ("A",)
    assert list(given_to(division.awards)) == list("BCDEFG")
    assert division.marked == {"B": Outcome.SPLIT, "C": Outcome.NOT_SETTLED, "D": Outcome.TOO_FEW}


def test_who_asks_for_nothing_is_given_nothing() -> None:
    assert by_rank([bid("A", 0), bid("B", 5)], Decimal(10), after=STOP).awards == (Award("B", Decimal(5)),)


SMALL = Strand("small", "Small groups", Decimal(20))


def test_a_strand_goes_first_and_what_it_leaves_joins_the_whole() -> None:
    """20 of the pot of 100 is for small groups: S1 takes 12, the 8 left join the 80, and so does S2."""
    bids = [bid("A", 80), bid("S1", 12, strand="small"), bid("S2", 9, strand="small"), bid("B", 8)]
    division = by_rank(bids, Decimal(100), [SMALL], after=GO_ON)
    assert [(a.ref, a.strand) for a in division.awards] == [("S1", "small"), ("A", ""), ("B", "")]
    assert (division.left, division.unfunded) == (0, ("S2",))


def test_a_strands_money_is_for_its_own_first() -> None:
    bids = [bid("A", 100), bid("S1", 15, strand="small")]
    assert given_to(by_rank(bids, Decimal(100), [SMALL], after=GO_ON).awards) == {"S1": 15}


def test_an_application_funded_in_part_by_its_strand_is_not_funded_again() -> None:
    bids = [bid("S1", 30, least=10, strand="small"), bid("A", 80)]
    division = by_rank(bids, Decimal(100), [SMALL], after=IN_PART)
    assert given_to(division.awards) == {"S1": 20, "A": 80}


# equal shares, strand by strand


def support(**rows: dict[int, int]) -> dict[str, dict[int, Fraction]]:
    return {ref: {seat: Fraction(u, 4) for seat, u in row.items()} for ref, row in rows.items()}


def test_after_equal_shares_what_still_fits_is_funded_by_rank_and_has_no_buyers() -> None:
    own = support(A={1: 4, 2: 4}, B={1: 0}, C={2: 0})
    bids = [bid("C", 50), bid("B", 20), bid("A", 60)]
    division = by_equal_shares(bids, Decimal(100), own=own, precedence=["A", "B", "C"])
    assert [(a.ref, a.bought and a.bought.payers) for a in division.awards] == [("A", 2), ("B", None)]
    assert (division.left, division.unfunded) == (20, ("C",))


def test_equal_shares_leave_out_what_we_agreed_not_to_fund() -> None:
    own = support(A={1: 4}, B={1: 4})
    bids = [bid("A", 10, outcome=Outcome.NO), bid("B", 10)]
    division = by_equal_shares(bids, Decimal(100), own=own, precedence=["A", "B"])
    assert (list(given_to(division.awards)), division.left_out) == (["B"], ("A",))


def test_equal_shares_within_a_strand_then_the_whole() -> None:
    own = support(A={1: 4, 2: 4}, S1={1: 4, 2: 4}, S2={2: 1})
    bids = [bid("A", 80), bid("S1", 15, strand="small"), bid("S2", 11, strand="small")]
    division = by_equal_shares(bids, Decimal(100), [SMALL], own=own, precedence=["A", "S1", "S2"])
    assert [(a.ref, a.strand) for a in division.awards] == [("S1", "small"), ("A", "")]
    assert division.unfunded == ("S2",)


# what holds for any way of dividing

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


@given(panels, st.integers(1, 200), st.sampled_from([0, 15]))
def test_no_way_of_dividing_spends_more_than_the_pot(
    panel: tuple[int, list], pot: int, strand_pot: int
) -> None:
    _, rows = panel
    bids = [bid(f"A{k}", cost, cost // 2, "small" if k % 2 else "") for k, (cost, _) in enumerate(rows)]
    own = {f"A{k}": row for k, (_, row) in enumerate(rows)}
    strands = [Strand("small", "Small groups", Decimal(min(strand_pot, pot)))]
    ways = [by_rank(bids, Decimal(pot), strands, after=after) for after in After]
    ways.append(by_equal_shares(bids, Decimal(pot), strands, own=own, precedence=[one.ref for one in bids]))
    for division in ways:
        assert division.left >= 0
        assert sum(award.amount for award in division.awards) + division.left == pot
        assert {a.ref for a in division.awards} | set(division.unfunded) == {one.ref for one in bids}
        assert len({a.ref for a in division.awards}) == len(division.awards)
