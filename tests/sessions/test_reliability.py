"""Agreement over the session gives the published answers, and a second road gives the same."""

import csv
import json
from collections import Counter
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.methods.reliability import interval_alpha, kendalls_w, ordinal_alpha

Rows = list[list[Fraction | None]]


@pytest.fixture
def known(shared_data: Path) -> dict[str, Any]:
    return json.loads((shared_data / "statistics" / "KNOWN_ANSWERS.json").read_text())


def units(coders: list[list[float | None]]) -> list[list[Fraction]]:
    return [[Fraction(v) for v in column if v is not None] for column in zip(*coders, strict=True)]


@pytest.mark.parametrize("name", ["krippendorff_2011_4x12", "wikipedia_3x15"])
def test_alpha_gives_the_known_answers_to_every_printed_digit(known: dict[str, Any], name: str) -> None:
    given_units, answers = units(known[name]["data_coders_by_units"]), known[name]
    found = {"ordinal": ordinal_alpha(given_units), "interval": interval_alpha(given_units)}
    for level, alpha in found.items():
        assert f"{float(alpha):.6f}" == f"{answers['computed'][level]:.6f}"
        if level in answers["published"]:
            assert f"{float(alpha):.3f}" == f"{answers['published'][level]:.3f}"


def test_alpha_of_a_real_panel_with_gaps(shared_data: Path, known: dict[str, Any]) -> None:
    with (shared_data / "panel-12x28" / "ratings.csv").open() as file:
        _, *rows = csv.reader(file)
    panel = units([[float(cell) if cell else None for cell in row[1:]] for row in rows])
    answers = known["aibs_panel_12x28_alpha (computed here)"]
    assert f"{float(ordinal_alpha(panel)):.4f}" == str(answers["ordinal"])
    assert f"{float(interval_alpha(panel)):.4f}" == str(answers["interval"])


def test_w_of_twenty_people_by_three_raters_with_ties(shared_data: Path, known: dict[str, Any]) -> None:
    with (shared_data / "statistics" / "anxiety.csv").open() as file:
        _, *lines = csv.reader(file)
    rows = [[Fraction(cell) for cell in column] for column in zip(*lines, strict=True)]
    answers = known["kendall_irr_anxiety_3x20"]
    w = kendalls_w(rows)
    assert float(w) == pytest.approx(answers["computed"]["W"], abs=1e-15)
    assert f"{float(w):.2f}" == f"{answers['published_R_irr']['W_tie_corrected']:.2f}"
    assert f"{float(3 * 19 * w):.1f}" == str(answers["published_R_irr"]["chisq_19"])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("kendall_10projects_4judges", "data_judges_by_projects"),
        ("kendall_proofwiki_3x4", "data_judges_by_competitors"),
    ],
)
def test_w_of_full_rankings(known: dict[str, Any], name: str, data: str) -> None:
    w = kendalls_w([[Fraction(rank) for rank in row] for row in known[name][data]])
    assert float(w) == pytest.approx(known[name]["computed"]["W"], abs=1e-15)


def test_full_agreement_is_one() -> None:
    rows = [[Fraction(v) for v in (1, 2, 2, 4)]] * 3
    assert kendalls_w(rows) == 1
    columns = [list(column) for column in zip(*rows, strict=True)]
    assert (interval_alpha(columns), ordinal_alpha(columns)) == (1, 1)


@pytest.mark.parametrize(
    "rows", [[], [[Fraction(1), Fraction(2)]], [[Fraction(3)] * 4] * 3, [[Fraction(1)]] * 3]
)
def test_w_of_nothing_to_order_is_none(rows: list[list[Fraction]]) -> None:
    assert kendalls_w(rows) is None


def test_w_is_refused_where_there_are_gaps() -> None:
    with pytest.raises(ValueError, match="gaps"):
        kendalls_w([[Fraction(1), Fraction(2)], [Fraction(1)]])


@pytest.mark.parametrize("given_units", [[], [[Fraction(1)], [Fraction(2)]], [[Fraction(2)] * 3] * 4])
def test_alpha_of_nothing_to_differ_on_is_none(given_units: list[list[Fraction]]) -> None:
    assert interval_alpha(given_units) is None
    assert ordinal_alpha(given_units) is None


def by_coincidences(given_units: list[list[Fraction]], *, ordinal: bool) -> Fraction | None:
    """Work alpha out as the textbook does: a table of coincidences, and differences weighed cell by cell."""
    cells: Counter[tuple[Fraction, Fraction]] = Counter()
    for unit in given_units:
        for pair in permutations(range(len(unit)), 2):
            cells[unit[pair[0]], unit[pair[1]]] += Fraction(1, len(unit) - 1)
    values = sorted({value for value, _ in cells})
    n_of = {c: sum(cells[c, k] for k in values) for c in values}

    def apart(c: Fraction, k: Fraction) -> Fraction:
        if not ordinal:
            return (c - k) ** 2
        low, high = min(c, k), max(c, k)
        return (sum(n_of[g] for g in values if low <= g <= high) - Fraction(n_of[c] + n_of[k]) / 2) ** 2

    n = sum(n_of.values())
    observed = sum(cells[c, k] * apart(c, k) for c in values for k in values if c != k)
    expected = sum(n_of[c] * n_of[k] * apart(c, k) for c in values for k in values if c != k)
    return 1 - (n - 1) * Fraction(observed) / expected if expected else None


some_units = st.lists(st.lists(st.integers(1, 5).map(Fraction), max_size=6), max_size=8)


@given(some_units)
def test_alpha_by_the_table_of_coincidences_is_the_same(given_units: list[list[Fraction]]) -> None:
    assert interval_alpha(given_units) == by_coincidences(given_units, ordinal=False)
    assert ordinal_alpha(given_units) == by_coincidences(given_units, ordinal=True)


@given(some_units, st.randoms(use_true_random=False))
def test_the_order_of_members_changes_nothing(given_units: list[list[Fraction]], random) -> None:
    mixed = [random.sample(unit, len(unit)) for unit in given_units]
    assert interval_alpha(mixed) == interval_alpha(given_units)
    assert ordinal_alpha(mixed) == ordinal_alpha(given_units)
