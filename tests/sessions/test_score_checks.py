"""Checks on the scores: stated for a real panel, said in words, and never about fewer than five."""

import csv
from fractions import Fraction
from itertools import combinations

import pytest
from msgspec.structs import replace

from sessions.methods.scoring import round_half_up
from sessions.model.session import Scale
from sessions.results.budget import order_of
from sessions.results.score_checks import checks
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.sheet_makers import sheet
from tests.sessions.dividing import a_panel, application, divided


def told(state):
    return dict(sheet(state, Laid(sheet="checks")).told)


def scored_as(marks, seats=6):
    model = a_panel(*(application(ref, 10) for ref in marks), pot=1000, seats=seats)
    return divided(model, marks).state


def test_a_panel_of_one_mind_agrees_and_marking_changes_nothing():
    state = scored_as({ref: [mark] * 6 for ref, mark in zip("ABCDE", (5, 4, 3, 2, 1), strict=True)})
    found = checks(state)
    assert (found.alpha_interval, found.alpha_ordinal, found.kendalls_w) == (1, 1, 1)
    assert found.moved == ()
    assert found.disagreed == ()
    assert (found.order.later_higher, found.order.later_lower, found.order.pairs) == (0, 10, 10)
    assert found.order.slope == Fraction(-1, 4)
    words = told(state)
    assert words["How far do we agree?"] == "We see the applications much the same way."
    assert words["Did it matter who came first?"].startswith("Those we heard earlier did better.")


def test_one_harsh_member_who_missed_the_first_moves_it_down():
    marks = {ref: [4, 4, 4, 4, 4, 1] for ref in "BCDEF"}
    state = scored_as({"A": [4, 4, 4, 3, 4, None], **marks, "G": [4, 4, 4, 4, 5, 1]})
    found = checks(state)
    assert found.kendalls_w is None  # there is a gap
    moved = {one.ref: (one.rank, one.fitted) for one in found.moved}
    assert moved["A"] == (1, 7)
    assert "Title A, from 1 to 7" in told(state)["Would it change if we all marked alike?"]
    assert order_of(state)[0] == "A"  # our own scores decide


def test_of_four_members_nothing_is_said():
    state = scored_as({ref: [5, 4, 3, 1] for ref in "ABCDE"}, seats=4)
    found = checks(state)
    assert (found.alpha_interval, found.fitted, found.order, found.disagreed) == (None, None, None, ())
    assert set(told(state).values()) == {"There are too few scores to say."}


def test_those_whose_scores_lie_far_apart_are_named():
    state = scored_as({"A": [1, 1, 1, 5, 5, 5], "B": [3] * 6, "C": [4] * 6})
    assert [ref for ref, _ in checks(state).disagreed] == ["A"]
    assert told(state)["Where do we differ most?"] == "Our scores lie far apart on: Title A."


@pytest.fixture(scope="module")
def real(shared_data):
    """Twelve judges and twenty-eight proposals, 0 the best and 40 the worst, with 57 gaps."""
    with (shared_data / "panel-12x28" / "ratings.csv").open(newline="") as file:
        header, *rows = csv.reader(file)
    scale = Scale(0, 40, best="low", words=())
    model = a_panel(*(application(name, 100) for name in header[1:]), pot=1000, seats=12, scale=scale)
    model = replace(model, criteria=tuple(replace(one, scale=scale) for one in model.criteria))
    marks = {
        name: [int(float(row[at])) if row[at] else None for row in rows]
        for at, name in enumerate(header[1:], start=1)
    }
    return marks, divided(model, marks, tally=None).state


def test_a_real_panels_figures_are_stated(real):
    _, state = real
    found = checks(state)
    figures = {
        "applications": found.applications,
        "members": found.members,
        "alpha": round_half_up(found.alpha_interval, 6),
        "ordinal": round_half_up(found.alpha_ordinal, 6),
        "w": found.kendalls_w,
        "moved": len(found.moved),
        "slope": round_half_up(found.order.slope, 6),
        "pairs": (found.order.later_higher, found.order.later_lower, found.order.pairs),
        "most moved": (found.moved[0].ref, found.moved[0].rank, found.moved[0].fitted),
    }
    assert figures == FIGURES


def test_those_figures_come_out_of_plain_arithmetic(real):
    """Worked out again without any of our code: α over pairs of values, pairs of means, and the slope."""
    marks, state = real
    units = [[1 - Fraction(mark, 40) for mark in row if mark is not None] for row in marks.values()]
    units = [unit for unit in units if len(unit) >= 5]
    values = [value for unit in units for value in unit]
    seen = sum(
        (sum((a - b) ** 2 for a, b in combinations(unit, 2)) * 2 / Fraction(len(unit) - 1) for unit in units),
        Fraction(),
    )
    apart = sum((a - b) ** 2 for a, b in combinations(values, 2)) * 2 / Fraction(len(values) - 1)
    found = checks(state)
    assert found.alpha_interval == 1 - seen / apart
    means = [sum(unit) / len(unit) for unit in units]
    n = len(means)
    mean = sum(means) / n
    along = sum((Fraction(place) - Fraction(n - 1, 2)) * (u - mean) for place, u in enumerate(means))
    assert found.order.slope == along / sum((Fraction(place) - Fraction(n - 1, 2)) ** 2 for place in range(n))
    assert found.order.later_higher == sum(b > a for a, b in combinations(means, 2))


FIGURES = {
    "applications": 28,
    "members": 12,
    "alpha": "0.914396",
    "ordinal": "0.918771",
    "w": None,  # fifty-seven gaps
    "moved": 4,
    "slope": "0.003054",
    "pairs": (205, 169, 378),
    "most moved": ("P19", 2, 3),
}
