"""Real elections come out as they did, and as another program gave them."""

import json
from decimal import Decimal
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sessions.methods.allocate import After, Bid, by_rank
from sessions.methods.equal_shares import equal_shares

ONE = Fraction(1)


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
    division = by_rank(bids, election.budget, after=After.GO_ON)
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
