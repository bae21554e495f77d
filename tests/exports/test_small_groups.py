"""With fewer than five, a score says too much about each: it is told only to staff who ask for the seats."""

from sessions.commands import StepOut, Tally
from tests.exports.days import Day, everyone, panel
from tests.exports.made import page, session, tables

SHAPE = ("median", "lowest", "highest", "split", "disagreement_index")


def scored_by(n):
    """Let n of nine score, half of them low and half high."""
    sheets = {seat: {"c1": 1 if seat % 2 else 5, "c2": 3} for seat in range(1, n + 1)}
    return Day(panel(seats=9)).score("A01", sheets).reveal("A01")


def test_four_have_neither_score_nor_rank_nor_shape():
    made = tables(scored_by(4))
    row = made["results.csv"][0]

    assert (row["score"], row["rank"], row["tie_break"], row["fitted_rank"]) == ("", "", "", "")
    assert row["scored_by"] == "4"
    assert {row[name] for name in SHAPE} == {""}
    first = made["criteria.csv"][0]
    assert {first[name] for name in ("mean", "median", "lowest", "highest", "split")} == {""}
    assert first["answered"] == "4"


def test_where_staff_ask_for_the_seats_they_have_their_score_their_range_and_the_rank_it_would_have_had():
    day = scored_by(4).score("A02", everyone(9, c1=5, c2=5)).reveal("A02")
    row, other = tables(day, seats=True)["results.csv"]

    assert (row["score"], row["lowest"], row["median"], row["highest"]) == (
        "3.000000", "2.000000", "3.000000", "4.000000",
    )  # fmt: skip
    assert (row["rank"], other["rank"]) == ("2", "1")
    assert (row["split"], row["disagreement_index"]) == ("", "")


def test_five_have_a_shape():
    made = tables(scored_by(5))
    row = made["results.csv"][0]

    assert row["scored_by"] == "5"
    assert all(row[name] for name in SHAPE if name != "split")
    assert made["criteria.csv"][0]["split"] == "yes"


def test_in_public_four_have_neither_score_nor_head_count():
    made = tables(scored_by(4), public=True)

    row = made["results.csv"][0]
    assert (row["score"], row["scored_by"], row["rank"]) == ("", "", "")
    assert (made["criteria.csv"][0]["answered"], made["criteria.csv"][0]["cant_say"]) == ("", "")


def test_the_readable_record_draws_no_bars_for_four():
    assert "<svg" not in page(scored_by(4))
    assert "<svg" in page(scored_by(5))


def test_who_stepped_out_late_is_told_as_stepping_out_and_counts_nowhere():
    day = Day(panel()).score("A01", {**everyone(5, c1=2), 6: {"c1": 5}}).reveal("A01")
    day.do(StepOut(6, "A01"))

    made = tables(day)

    assert {row["answer"] for row in made["scores.csv"] if row["value"] == "5"} == set()
    assert [row["answer"] for row in made["scores.csv"]].count("stepping-out") == 2
    assert made["results.csv"][0]["score"] == "2.000000"
    assert made["results.csv"][0]["scored_by"] == "5"


def test_in_public_no_row_says_how_few_could_vote():
    day = Day(panel(seats=7))
    day.score("A01", everyone(7, c1=4, c2=5)).reveal("A01").ballot("A01", Tally((0, 0, 0, 0, 7), 0))
    for seat in (4, 5, 6, 7):
        day.do(StepOut(seat, "A02"))
    day.score("A02", everyone(3, c1=4, c2=5)).reveal("A02").end()

    assert [row["eligible"] for row in tables(day)["rounds.csv"] if row["application"] == "A02"] == ["3"]
    assert {row["application"] for row in tables(day, public=True)["rounds.csv"]} == {"A01"}
    assert {one["application"] for one in session(day, public=True)["rounds"]} == {"A01"}
