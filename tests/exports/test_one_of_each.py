"""A day with one of each: no sentence of what is written out speaks of several."""

import re

from panel_tui.cli.export_verify_seal import exported as told
from sessions.model.session import Member
from tests.exports.days import YES, Day, everyone, panel
from tests.exports.made import exported, page
from tests.exports.test_verify import kept, said

PLURAL = re.compile(r"\b1 (?:of us|applications|seats|files|ballots|scores|places|grants)\b[^.]*")


def one_of_each(seats: int = 1) -> Day:
    """Hear one application, with one member of whom one thing was asked beforehand."""
    model = panel(seats=seats, applications=1)
    asked = tuple(Member(one.seat, asked=one.seat == 1) for one in model.members)
    day = Day(type(model)(**{**{f: getattr(model, f) for f in model.__struct_fields__}, "members": asked}))
    return day.score("A01", everyone(seats, c1=4, c2=4)).reveal("A01").end()


def test_the_record_speaks_of_one_application_and_one_member():
    for public in (False, True):
        words = page(one_of_each(), public=public)
        assert PLURAL.findall(words) == []
        assert "One application asked for £1,000." in words
    assert "Before the day, one of 6 members was asked about conflicts." in page(one_of_each(6))


def test_with_seats_an_application_that_one_member_scored_says_so():
    assert "One of us scored it. Score: 4.00" in page(one_of_each(), seats=True)


def test_verify_speaks_of_one_seat_and_one_application(tmp_path):
    words = said(kept(one_of_each(), tmp_path / "s"))[1]
    assert "A panel, 3 December 2026: 1 seat, 1 application." in words


def test_one_file_is_told_of_as_one(tmp_path):
    folder = kept(one_of_each(), tmp_path / "s")
    assert told(exported(folder, formats=["xlsx"])).startswith("One file is in exports.")


def test_what_was_never_shown_on_a_day_that_is_over_is_not_said_to_be_shown_yet(tmp_path):
    day = Day(panel()).score("A01", everyone(6, c1=4, c2=5)).reveal("A01").ballot("A01", YES)
    going_on = told(exported(kept(day, tmp_path / "on"), formats=["csv"]))
    assert "Not revealed yet, so left out: A02" in going_on
    step = day.state.steps[-1].key
    from sessions import commands as c

    day.do(c.JumpTo(day.state.plan.position, step, sure=True)).end()
    over = told(exported(kept(day, tmp_path / "over"), formats=["csv"]))
    assert "yet" not in over
    assert "Scores of these were never shown to the room, so none are told: A02" in over
