"""`who-these-files-are-for.txt` says of each set what is true of it."""

import pytest

from tests.exports.days import Day, everyone, panel
from tests.exports.made import exported


@pytest.fixture(scope="module")
def day():
    return Day(panel()).score("A01", everyone(6, c1=4, c2=5)).reveal("A01")


def who_for(folder, to, **how) -> str:
    report = exported(folder, to, **how)
    [name] = [one for one in report.files if one.startswith("who-these-files")]
    return (report.folder / name).read_text("utf-8-sig")


@pytest.fixture
def ended(day, tmp_path):
    return Day(panel()).score("A01", everyone(6, c1=4, c2=5)).reveal("A01").end().keep(tmp_path / "s")


def test_members_are_codes_in_one_set_and_seats_in_another(ended, tmp_path):
    codes, seats = who_for(ended, tmp_path / "a"), who_for(ended, tmp_path / "b", seats=True)
    assert "Each member is a code in them." in codes
    assert "code" not in seats
    assert "Each member stands in them by their seat" in seats
    for said in (codes, seats):
        assert "These files are for staff." in said
        assert "letters.csv" in said
        assert "Give them that sheet alone" in said, "beside it stands who scored what"


def test_letters_and_payments_that_are_not_there_are_not_spoken_of(day, tmp_path):
    said = who_for(day.keep(tmp_path / "s"), tmp_path / "a")
    assert "letter" not in said
    assert "Finance" not in said


def test_of_what_is_for_everyone_it_says_only_that(ended, tmp_path):
    said = who_for(ended, tmp_path / "a", public=True)
    assert "for everyone" in said
    assert "staff" not in said
