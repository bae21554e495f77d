"""What the room was asked by the way, in every file that tells of it: totals, and no total that gives anybody away."""

from sessions import commands as c
from sessions.model.phases import Phase
from tests.exports.days import Day, panel
from tests.exports.made import page, raw, session, tables
from tests.exports.recompute_all import csvs


def asked(*tallies: c.Tally) -> Day:
    """Ask a day with six seats, all on paper, one question for each of these tallies."""
    day = Day(panel())
    while day.state.plan.phase is not Phase.NOTE:
        day.press()
    for number, tally in enumerate(tallies, start=1):
        day.do(c.AskRoom(day.state.plan.position, f"=Question {number}?", (f"+Yes {number}", f"No {number}")))
        position = day.state.plan.position
        day.do(c.Next(position, sure=True, cast=tally.cast, tally=tally, voted=()))
        day.press()
    return day


DAY = asked(c.Tally((4, 2), 0), c.Tally((5, 1), 0), c.Tally((2, 2), 1), c.Tally((3, 3), 0))


def test_a_row_for_each_answer_and_counts_only_where_they_may_be_told():
    rows = [
        tuple(row[name] for name in ("number", "answer", "first", "count", "cast", "told"))
        for row in tables(DAY)["questions.csv"]
    ]
    assert rows == [
        ("1", "'+Yes 1", "yes", "4", "6", "counts"),
        ("1", "No 1", "", "2", "6", "counts"),
        ("2", "'+Yes 2", "yes", "", "", "first"),
        ("2", "No 2", "", "", "", "first"),
        ("3", "'+Yes 3", "", "", "", "too-few"),
        ("3", "No 3", "", "", "", "too-few"),
        ("4", "'+Yes 4", "yes", "3", "6", "counts"),
        ("4", "No 4", "yes", "3", "6", "counts"),
    ]
    assert raw(DAY)["questions.csv"] == raw(DAY, public=True)["questions.csv"]


def test_one_who_stood_alone_is_in_no_file():
    told = session(DAY)["session"]["questions"][2:4]
    assert [(one["answer"], one["count"], one["cast"]) for one in told] == [
        ("+Yes 2", None, None),
        ("No 2", None, None),
    ]


def test_the_readable_record_tells_each():
    told = page(DAY)
    assert "What the room was asked" in told
    assert "=Question 1? Chosen most often: +Yes 1. +Yes 1: 4; No 1: 2." in told
    assert "=Question 2? Chosen most often: +Yes 2. One answer has a single ballot." in told
    assert "=Question 4? Level: “+Yes 4” and “No 4”." in told


def test_another_program_makes_the_same_table_of_session_json():
    assert csvs(session(DAY))["questions.csv"] == raw(DAY)["questions.csv"]


def test_a_day_on_which_nothing_was_asked_says_nothing_of_it():
    assert "What the room was asked" not in page(Day(panel()))
