"""Ballots as they may be told: options, or bands, or only that they were too few."""

from sessions import commands as c
from sessions.model.phases import Phase
from tests.exports.days import ONE_ALONE, SPLIT, YES, Day, everyone, panel
from tests.exports.made import page, session, tables


def talked(seats=6):
    return Day(panel(seats=seats)).score("A01", everyone(seats, c1=3)).until(Phase.TALK, ref="A01")


def rows(day):
    return tables(day)["rounds.csv"]


def test_a_round_has_one_row_an_option():
    told = rows(talked().ballot("A01", SPLIT))

    assert [(row["option"], row["count"]) for row in told] == [
        ("No", "3"),
        ("Probably not", "0"),
        ("Not sure", "0"),
        ("Probably", "0"),
        ("Yes", "3"),
    ]
    assert {(row["eligible"], row["cast"], row["outcome"]) for row in told} == {("6", "6", "We are split")}


def test_where_one_option_has_one_ballot_bands_are_told_instead():
    told = rows(talked().ballot("A01", ONE_ALONE))

    assert [(row["option"], row["count"]) for row in told] == [("low", "3"), ("middle", "0"), ("high", "3")]


def test_every_round_is_kept():
    told = rows(talked().ballot("A01", SPLIT).ballot("A01", YES))

    assert {(row["round"], row["outcome"]) for row in told} == {("1", "We are split"), ("2", "We agree: yes")}


def test_a_ballot_too_small_has_one_row_and_no_count():
    [told] = rows(talked(seats=4).until(Phase.OUTCOME, ref="A01"))

    assert (told["option"], told["count"], told["cast"], told["outcome"]) == ("", "", "", "too-few")


def test_what_was_agreed_by_talking_is_said_as_such():
    day = talked(seats=4).until(Phase.OUTCOME, ref="A01").do(c.AgreeByTalking(yes=False))

    assert [row["outcome"] for row in rows(day)] == ["by-talking"]
    assert tables(day)["results.csv"][0]["outcome"] == "Agreed by talking: no"


def test_a_ballot_set_aside_stays_and_says_so():
    day = talked().ballot("A01", SPLIT).do(c.VoidRound("We had read the wrong page"))

    assert {row["void"] for row in rows(day)} == {"yes"}
    assert tables(day)["results.csv"][0]["outcome"] == ""
    assert "We had read the wrong page" in page(day)


def test_an_open_ballot_is_not_there():
    day = talked().until(Phase.BALLOT, ref="A01")

    assert rows(day) == []
    assert session(day)["rounds"] == []


def test_reasons_come_in_the_order_of_the_alphabet_and_never_in_public():
    tally = c.Tally((3, 0, 0, 0, 3), 0, ("Zest", "A plan"))
    day = talked().ballot("A01", tally)

    [told] = session(day)["reasons"]
    assert (told["application"], told["round"], told["reasons"]) == ("A01", 1, ["A plan", "Zest"])
    assert session(day, public=True)["reasons"] == []
    assert "Zest" in page(day)
    assert "Zest" not in page(day, public=True)
