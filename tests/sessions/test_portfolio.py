"""What the list funds, by place, by size and by theme."""

from decimal import Decimal

import pytest

from sessions.methods.portfolio import GroupKind, portfolio, round_amount
from sessions.model.decisions import Decision, Verdict
from tests.sessions.dividing import application

ASKED = [
    application("A", 100, place="Holbeck", theme="Food"),
    application("B", 5000, place="Bramley", theme="Food"),
    application("C", 61_000, place="Holbeck", theme="Food"),
    application("D", 900, theme="Food"),
]
FUNDED = {
    "A": Decision(Verdict.FUND, Decimal(100)),
    "B": Decision(Verdict.PART, Decimal(2000)),
    "C": Decision(Verdict.RESERVE),
    "D": Decision(Verdict.FUND, Decimal(900)),
}


def rows(kind, applications=ASKED):
    return [(s.name, s.asked, s.funded, int(s.amount)) for s in portfolio(applications, FUNDED)[kind]]


def test_places_come_by_money_and_those_without_a_name_last():
    assert rows(GroupKind.PLACE) == [("Bramley", 1, 1, 2000), ("Holbeck", 2, 1, 100), ("", 1, 1, 900)]


def test_what_is_the_same_for_all_tells_nothing_and_is_left_out():
    assert GroupKind.THEME not in portfolio(ASKED, FUNDED)
    assert portfolio([], {}) == {}


def test_sizes_have_round_marks_and_hold_each_application_once():
    sizes = portfolio(ASKED, FUNDED)[GroupKind.SIZE]
    assert [(s.above, s.up_to, s.asked, s.funded) for s in sizes] == [
        (None, Decimal(900), 2, 2),
        (Decimal(900), Decimal(5000), 1, 1),
        (Decimal(5000), None, 1, 0),
    ]


@pytest.mark.parametrize(
    ("amount", "mark"), [("148900", 100_000), ("51000", 50_000), ("7", 7), ("0", 0), ("0.75", "0.7")]
)
def test_a_mark_has_one_figure(amount, mark):
    assert round_amount(Decimal(amount)) == Decimal(str(mark))


def test_every_way_of_looking_adds_up_to_the_same():
    for shares in portfolio(ASKED, FUNDED).values():
        assert sum(share.asked for share in shares) == 4
        assert sum(share.amount for share in shares) == 3000
