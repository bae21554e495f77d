"""Ways of dividing the pot give what their definitions say, and what others' programs gave."""

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.allocate import After, Award, Bid, by_equal_shares, by_rank
from sessions.consensus import Outcome
from sessions.equal_shares import Purchase, completed, equal_shares
from sessions.model import Strand

STOP, GO_ON, IN_PART = After
ONE = Fraction(1)


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


# equal shares


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
    assert "D" not in given_to(by_rank(ranked, Decimal(100), after=GO_ON).awards)


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


# others' programs


class Election(NamedTuple):
    budget: Decimal
    costs: dict[str, Decimal]
    approvals: dict[str, set[int]]  # project → voters
    voters: int
    selected: list[str]

    def utilities(self, name: str) -> dict[str, dict[int, Fraction]]:
        """Give each voter's approval its worth: the project's cost, or one."""
        worth = {ref: Fraction(cost) if name == "cost" else ONE for ref, cost in self.costs.items()}
        return {ref: dict.fromkeys(sorted(by), worth[ref]) for ref, by in self.approvals.items()}


def read_pabulib(path: Path) -> Election:
    """Read an election with approval ballots, in Pabulib's format."""
    sections: dict[str, list[dict[str, str]]] = {}
    columns: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split(";")
        if line in ("META", "PROJECTS", "VOTES"):
            rows, columns = sections.setdefault(line, []), []
        elif not columns:
            columns = cells
        else:
            rows.append(dict(zip(columns, cells, strict=False)))
    meta = {row["key"]: row["value"] for row in sections["META"]}
    assert meta["vote_type"] == "approval"
    projects, votes = sections["PROJECTS"], [row["vote"].split(",") for row in sections["VOTES"]]
    approvals: dict[str, set[int]] = {row["project_id"]: set() for row in projects}
    for voter, vote in enumerate(votes):
        for ref in vote:
            approvals[ref].add(voter)
    return Election(
        Decimal(meta["budget"]),
        {row["project_id"]: Decimal(row["cost"]) for row in projects},
        approvals,
        len(votes),
        sorted(row["project_id"] for row in projects if row["selected"] == "1"),
    )


ORACLES = [
    "poland_gdynia_2020_orlowo-small.pb",
    "poland_warszawa_2017_plac-wojska-polskiego.pb",
    "poland_warszawa_2018_pole-mokotowskie.pb",
    "poland_warszawa_2018_sadul.pb",
]


@pytest.fixture
def expected(shared_data: Path) -> dict[str, Any]:
    return json.loads((shared_data / "budgets" / "EXPECTED.json").read_text())["instances"]


def test_every_oracle_is_tried(expected: dict[str, Any]) -> None:
    assert sorted(expected) == ORACLES


@pytest.mark.parametrize("worth", ["cost", "cardinality"])
@pytest.mark.parametrize("name", ORACLES)
def test_equal_shares_buy_what_pabutools_bought(
    shared_data: Path, expected: dict[str, Any], name: str, worth: str
) -> None:
    election, oracle = read_pabulib(shared_data / "budgets" / name), expected[name][f"mes_{worth}"]
    bought = equal_shares(
        election.costs,
        election.utilities(worth),
        members=election.voters,
        money=Fraction(election.budget),
        precedence=sorted(election.costs),
    )
    assert sorted(one.ref for one in bought) == oracle["selected"]
    assert sum(election.costs[one.ref] for one in bought) == Decimal(oracle["cost"])


@pytest.mark.parametrize("worth", ["cost", "cardinality"])
@pytest.mark.parametrize("name", ORACLES)
def test_by_rank_and_on_to_what_fits_funds_what_pabutools_greedy_funded(
    shared_data: Path, expected: dict[str, Any], name: str, worth: str
) -> None:
    election, oracle = read_pabulib(shared_data / "budgets" / name), expected[name][f"greedy_{worth}"]
    gain = {
        ref: sum(row.values()) / Fraction(election.costs[ref])
        for ref, row in election.utilities(worth).items()
    }
    bids = [
        Bid(ref, election.costs[ref]) for ref in sorted(election.costs, key=lambda ref: (-gain[ref], ref))
    ]
    division = by_rank(bids, election.budget, after=GO_ON)
    assert sorted(award.ref for award in division.awards) == oracle["selected"]
    assert election.budget - division.left == Decimal(oracle["cost"])


def test_a_real_election_by_equal_shares_comes_out_as_it_did(shared_data: Path) -> None:
    """6,586 people in Wieliczka, each share raised by a złoty at a time; from 300 on, to be quick."""
    election = read_pabulib(shared_data / "budgets" / "poland_wieliczka_2023.pb")
    kept: list[str] = []
    for share in count(300):
        bought = equal_shares(
            election.costs,
            election.utilities("cost"),
            members=election.voters,
            money=Fraction(share * election.voters),
            precedence=sorted(election.costs),
        )
        if sum(election.costs[one.ref] for one in bought) > election.budget:
            break
        kept = sorted(one.ref for one in bought)
    assert kept == election.selected
    assert len(kept) == 30


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
