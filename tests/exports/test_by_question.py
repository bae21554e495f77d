"""One strength and one doubt of an application, each on a question: offered, kept, and told in letters and record."""

from decimal import Decimal

import pytest

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit, fits
from sessions.model.decisions import ByQuestion, OnQuestion, Verdict
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from sessions.results.confirming import missing
from sessions.views.by_question import offered
from sessions.views.record.letters import letters
from sessions.views.wall.application import deciding
from sessions.views.wall.posters import Frame
from tests.exports.days import YES, Day, everyone, panel
from tests.exports.made import page, session

SAID = ByQuestion(OnQuestion("c1", "=They ring you up."), OnQuestion("c2", "Nothing is signed."))
SPLIT_ON_C2 = {seat: {"c1": 4, "c2": 1 if seat < 4 else 5} for seat in range(1, 7)}


def decided(verdict: Verdict, said: ByQuestion | None = SAID, **more: Decimal) -> Day:
    """Hear A01, on whose second question six of us are split, and decide about it."""
    day = Day(panel()).score("A01", SPLIT_ON_C2).reveal("A01").ballot("A01", YES)
    day.until(Phase.DECISION, ref="A01").decide("A01", verdict, **more)
    return day.do(c.SayByQuestion("A01", said)) if said else day


def letter(day: Day) -> str:
    day.score("A02", everyone(6, c1=4, c2=4)).reveal("A02").ballot("A02", YES).until(Phase.CONFIRMED)
    return next(one.body for one in letters(day.state) if one.application == "A01")


def test_the_questions_we_were_split_on_are_offered_first():
    assert offered(decided(Verdict.FUND).state, "A01") == (
        ("c2", "Question 2?", True),
        ("c1", "Question 1?", False),
    )


def test_before_the_scores_are_shown_no_order_tells_of_them():
    day = Day(panel()).score("A01", SPLIT_ON_C2)
    assert [key for key, _, split in offered(day.state, "A01") if not split] == ["c1", "c2"]


def test_a_letter_says_the_strength_in_the_panels_words_and_the_doubt_where_it_is_not_all_they_asked_for():
    less = letter(decided(Verdict.PART, amount=Decimal(300)))
    assert (
        "This spoke for it most. We asked ourselves: “Question 1?” In our own words: =They ring you up."
        in less
    )
    assert "What gave us pause: “Question 2?” In our own words: Nothing is signed." in less
    whole = letter(decided(Verdict.FUND))
    assert "=They ring you up." in whole
    assert "Nothing is signed." not in whole
    # without any, what the scores say stands as before
    assert "We asked ourselves: “Question 1?” Most of us said: Mostly." in letter(decided(Verdict.FUND, None))


def test_wall_record_and_files_tell_both():
    day = decided(Verdict.PART, amount=Decimal(300))
    lines = deciding(day.state, Frame("", "")).lines
    assert lines[:2] == (
        "A strength. Question 1? =They ring you up.",
        "A doubt. Question 2? Nothing is signed.",
    )
    assert "A doubt. Question 2? Nothing is signed." in page(day)
    (row,) = session(day)["decisions"]
    assert (row["strength_question"], row["strength"]) == ("c1", "=They ring you up.")
    assert (row["doubt_question"], row["doubt"]) == ("c2", "Nothing is signed.")
    assert audit(day.history) is None


def test_either_may_be_left_out_and_said_anew():
    day = decided(Verdict.FUND).do(c.SayByQuestion("A01", ByQuestion(None, SAID.doubt)))
    assert day.state.by_question["A01"] == ByQuestion(None, SAID.doubt)
    assert len(day.history) == len(day.do(c.SayByQuestion("A01", ByQuestion(None, SAID.doubt))).history)


@pytest.mark.parametrize(
    "said",
    [ByQuestion(OnQuestion("c9", "Near.")), ByQuestion(None, OnQuestion("c1", ""))],
    ids=["unknown", "empty"],
)
def test_what_is_on_no_question_or_says_nothing_is_refused_and_would_be_found(said):
    day = decided(Verdict.FUND, None)
    with pytest.raises(Refused):
        day.do(c.SayByQuestion("A01", said))
    assert not fits(day.state, e.SaidByQuestion("A01", said))


def test_once_the_list_is_confirmed_it_stands():
    day = decided(Verdict.FUND)
    letter(day)
    with pytest.raises(Refused):
        day.do(c.SayByQuestion("A01", ByQuestion()))


def test_where_too_few_scored_to_see_a_shape_none_is_said_to_be_split():
    day = Day(panel(seats=3)).score(
        "A01", {1: {"c1": 5, "c2": 1}, 2: {"c1": 3, "c2": 5}, 3: {"c1": 1, "c2": 5}}
    )
    day.until(Phase.DECISION, ref="A01")
    assert [split for _, _, split in offered(day.state, "A01")] == [False, False]


@pytest.mark.parametrize(
    ("verdict", "said", "says_why"),
    [
        (Verdict.FUND, None, False),
        (Verdict.FUND, ByQuestion(SAID.strength), True),
        (Verdict.NOT_NOW, ByQuestion(None, SAID.doubt), True),
        (Verdict.NOT_NOW, ByQuestion(SAID.strength), False),
    ],
)
def test_a_strength_says_why_to_give_and_a_doubt_why_not(verdict, said, says_why):
    day = decided(verdict, said)
    day.score("A02", everyone(6, c1=4, c2=4)).reveal("A02").ballot("A02", YES).until(Phase.BUDGET)
    assert ("A01" not in missing(day.state).no_reasons) is says_why
    assert "A02" in missing(day.state).no_reasons
