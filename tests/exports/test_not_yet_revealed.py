"""An export in the middle of the day leaves out what the room has not seen."""

import pytest

from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from tests.exports.days import Day, everyone, panel
from tests.exports.made import book, exported, page, raw, session, tables, waiting_of, xlsx


@pytest.fixture
def day():
    """Stand where A02 is scored and closed, and not yet revealed."""
    day = Day(panel(applications=3)).score("A01", everyone(6, c1=2)).reveal("A01")
    return day.score("A02", everyone(6, c1=5)).until(Phase.CLOSED, ref="A02")


def test_its_scores_are_nowhere(day):
    made = tables(day)

    for name in ("scores.csv", "results.csv", "criteria.csv", "rounds.csv"):
        assert {row["application"] for row in made[name]} == {"A01"}
    told = session(day)
    assert {row["application"] for row in told["scores"]} == {"A01"}
    assert [one["revealed"] for one in told["applications"]] == [True, False, False]


def test_other_scores_would_give_the_same_bytes(day):
    other = Day(panel(applications=3)).score("A01", everyone(6, c1=2)).reveal("A01")
    other.score("A02", everyone(6, c1=1)).until(Phase.CLOSED, ref="A02")

    assert raw(day) == raw(other)
    assert xlsx(day) == xlsx(other)


def test_no_sheet_has_a_number_of_it(day):
    read = book(day)

    for name in ("Results", "Criteria", "Scores", "Rounds", "Budget", "Reasons"):
        titles, *rows = read[name].iter_rows(values_only=True)
        assert "A02" not in {row[titles.index("application")] for row in rows}, name


def test_a_ballot_that_is_open_is_nowhere(day):
    """What was put into the box is not in the record yet, so nobody's export can have it."""
    day.reveal("A02").until(Phase.BALLOT, ref="A02")

    assert {row["application"] for row in tables(day)["rounds.csv"]} == {"A01"}
    assert "A02" not in {row[0] for row in book(day)["Rounds"].iter_rows(values_only=True)}


def test_what_is_for_afterwards_waits(day):
    assert waiting_of(day) == {"360giving", "letters"}


def test_it_is_told_after_its_reveal(day):
    assert {row["application"] for row in tables(day.reveal("A02"))["scores.csv"]} == {"A01", "A02"}


def test_a_decision_is_told_even_without_a_score(day):
    day.until(Phase.DECISION, ref="A02").decide("A03", Verdict.RESERVE)

    row = tables(day)["results.csv"][-1]

    assert (row["application"], row["decision"], row["score"], row["rank"]) == ("A03", "reserve list", "", "")


def test_the_readable_record_says_it_may_still_change(day):
    written = page(day)

    assert "may still change" in written
    assert written.count("We had not looked at its scores together") == 2


def test_the_report_names_what_was_left_out(day, tmp_path):
    report = exported(day.keep(tmp_path / "s"))

    assert report.left_out == ("A02", "A03")
