"""Harsh and lenient marking is fitted exactly, shown as a check, and only where it means something."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sessions.methods.scoring import unit
from sessions.methods.severity import Fit, fit
from sessions.model.session import Scale

Own = dict[str, dict[int, Fraction]]
SIX = [f"A{k}" for k in range(1, 7)]


def marks(rows: dict[int, list[str | None]]) -> Own:
    """Write one row a member, one cell an application; turn them to what `fit` takes."""
    own: Own = {}
    for seat, row in rows.items():
        for ref, cell in zip(SIX, row, strict=False):
            if cell is not None:
                own.setdefault(ref, {})[seat] = Fraction(cell)
    return own


def added(applications: list[str], members: dict[int, str], gaps: set[tuple[str, int]]) -> Own:
    return {
        ref: {s: Fraction(a) + Fraction(m) for s, m in members.items() if (ref, s) not in gaps}
        for ref, a in zip(SIX, applications, strict=True)
    }


def test_marks_that_add_up_are_taken_apart_exactly() -> None:
    applications = ["1/2", "2/3", "1/3", "5/8", "1/7", "3/5"]
    members = {1: "1/10", 2: "-1/5", 3: "1/10"}
    own = added(applications, members, gaps={("A1", 1), ("A2", 2), ("A6", 3)})
    assert fit(own) == Fit(
        applications=dict(zip(SIX, map(Fraction, applications), strict=True)),
        members={seat: Fraction(m) for seat, m in members.items()},
        ranks={"A1": 4, "A2": 1, "A3": 5, "A4": 2, "A5": 6, "A6": 3},
    )


def test_an_application_that_missed_the_harsh_member_is_not_ahead_for_that() -> None:
    """Raw, A1 is ahead by the luck of who stepped out; fitted, A2 is."""
    own = marks(
        {
            1: ["7/10", "3/4", "1/2", "1/2", "1/2", "1/2"],
            2: [None, "1/4", "0", "0", "0", "0"],
        }
    )
    raw = {ref: sum(row.values()) / len(row) for ref, row in own.items()}
    assert raw["A1"] > raw["A2"]
    found = fit(own)
    assert found is not None
    assert (found.ranks["A1"], found.ranks["A2"]) == (2, 1)
    assert found.members == {1: Fraction(1, 4), 2: Fraction(-1, 4)}


def test_equal_fitted_scores_share_a_rank() -> None:
    found = fit(added(["1/2", "1/2", "1/4", "3/4", "1/4", "1/8"], {1: "0", 2: "0"}, set()))
    assert found is not None
    assert found.ranks == {"A4": 1, "A1": 2, "A2": 2, "A3": 4, "A5": 4, "A6": 6}


def test_a_member_with_fewer_than_five_own_scores_is_left_out() -> None:
    full = marks({1: ["1/2", "1/3", "1/4", "1/5", "1/6"], 2: ["1/5"] * 5})
    with_guest = marks({1: ["1/2", "1/3", "1/4", "1/5", "1/6"], 2: ["1/5"] * 5, 3: ["1", "0", "1", "0"]})
    assert fit(with_guest) == fit(full)


def test_an_application_only_guests_scored_has_no_fitted_rank() -> None:
    found = fit(marks({1: ["1/2"] * 5, 2: ["1/5"] * 5, 3: [None] * 5 + ["1"]}))
    assert found is not None
    assert set(found.ranks) == set(SIX[:5])


def test_it_is_not_shown_where_the_panel_falls_in_two() -> None:
    own = {f"A{k}": {1: Fraction(1, 2)} for k in range(5)} | {f"B{k}": {2: Fraction(1, 2)} for k in range(5)}
    assert fit(own) is None
    assert fit(own | {"A0": {1: Fraction(1, 2), 2: Fraction(1, 4)}}) is not None


@pytest.mark.parametrize("own", [{}, {"A1": {}}, {"A1": {1: Fraction(1)}}])
def test_it_is_not_shown_where_nobody_is_left(own: Own) -> None:
    assert fit(own) is None


def assert_least_squares(own: Own, found: Fit) -> None:
    """Check the normal equations: a fit is least squares where what is left over adds up to nought everywhere."""
    left = {
        (ref, seat): u - found.applications[ref] - found.members[seat]
        for ref, row in own.items()
        for seat, u in row.items()
        if seat in found.members
    }
    for ref in found.applications:
        assert sum(over for (r, _), over in left.items() if r == ref) == 0
    for seat in found.members:
        assert sum(over for (_, s), over in left.items() if s == seat) == 0
    assert sum(found.members.values()) == 0


cell = st.integers(0, 15).map(lambda k: Fraction(k, 12) if k <= 12 else None)  # a gap now and then


@settings(max_examples=60)
@given(st.integers(1, 9), st.integers(5, 9), st.data())
def test_a_fit_is_least_squares_whichever_side_is_longer(seats: int, refs: int, data: st.DataObject) -> None:
    table = data.draw(
        st.lists(st.lists(cell, min_size=seats, max_size=seats), min_size=refs, max_size=refs), label="marks"
    )
    own = {
        f"A{k}": {seat: u for seat, u in enumerate(row, start=1) if u is not None}
        for k, row in enumerate(table)
    }
    found = fit(own)
    assume(found is not None)
    assert_least_squares(own, found)


def test_a_real_panel_is_fitted_without_the_judge_who_scored_one(shared_data: Path) -> None:
    with (shared_data / "panel-12x28" / "ratings.csv").open() as file:
        head, *rows = csv.reader(file)
    scale = Scale(0, 40, "low", ())
    own = {
        ref: {s: unit(int(float(row[column])), scale) for s, row in enumerate(rows, start=1) if row[column]}
        for column, ref in enumerate(head[1:], start=1)
    }
    found = fit(own)
    assert found is not None
    assert set(found.members) == set(range(1, 12))
    assert len(found.ranks) == 28
    assert found.ranks["P17"] == 1
    assert_least_squares(own, found)
