"""A day of three with cards up, taken away: open scores are in the staff's own files, and nowhere else."""

import re

from sessions import commands as c
from sessions import events as e
from sessions.model.answers import score
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Consensus, Joining, Small
from sessions.views.influence import how_it_was_shaped
from sessions.views.record.letters import letters
from tests.exports.days import Day, panel
from tests.exports.made import made_of, page, session, tables

WHY = "I had missed page two"


def of_three(*said: int, end: bool = True) -> Day:
    """Three on phones; what each said when asked about cards up, 1 for yes and 2 for no."""
    day = Day(panel(seats=3, joining=Joining.OPEN, consensus=Consensus(small=Small.OPEN)), here=0)
    for n in (1, 2, 3):
        day.do(c.TakeFreeSeat(f"token{n}", e.Card(0, f"code{n}", f"key{n}")))
    day.until(Phase.CARDS_UP, ref="A01")
    counts = ((said.count(1), said.count(2), 0, 0, 0),)
    told = c.Gathered(len(said), counts=counts, cant_say=(0,))
    day.do(c.Next(day.state.plan.position, sure=True, gathered=told))
    day.score("A01", {1: {"c1": 5, "c2": 5}, 2: {"c1": 3, "c2": 3}, 3: {"c1": 1, "c2": 1}}).reveal("A01")
    if day.state.scoring["A01"].cards_up:
        day.do(c.ChangeCard(3, "A01", "c1", score(2), WHY))
    day.until(Phase.OUTCOME, ref="A01").do(c.AgreeByTalking(yes=True)).press()
    day.decide("A01", Verdict.FUND, reasons="It reaches people.")
    return day.end() if end else day


def test_staff_have_every_score_as_it_was_and_as_it_is_and_why():
    made = session(of_three(1, 1, 1))
    assert made["session"]["small"] == "open"
    assert made["session"]["cards_up"] == ["A01", "A02"]
    [change] = made["session"]["corrections"]
    assert (change["old_value"], change["value"], change["why"], change["own"]) == (1, 2, WHY, True)
    assert made["session"]["corrections"][0]["criterion"] == "c1"


def test_nothing_is_ranked_as_if_five_had_scored():
    for said in ((1, 1, 1), (1, 1, 2)):
        row = tables(of_three(*said))["results.csv"][0]
        assert (row["score"], row["rank"], row["median"], row["outcome"]) == (
            "",
            "",
            "",
            "Agreed by talking: yes",
        )


def test_no_score_and_no_reason_for_changing_one_is_in_what_everyone_may_have():
    day = of_three(1, 1, 1)
    public = {**made_of("csv", day, public=True), **made_of("json", day, public=True)}
    for name, data in public.items():
        assert WHY.encode() not in data, name
    assert session(day, public=True)["session"]["corrections"] == []
    assert not any(row["value"] for row in tables(day, public=True).get("scores.csv", ()))


def test_the_decision_record_says_that_cards_were_turned_and_shows_none():
    for public in (False, True):
        said = re.sub("<[^>]+>", " ", page(of_three(1, 1, 1), public=public))
        assert "All who were here before the first score agreed to turn scores over" in said
        assert "All our scores of this one were turned over, as we had agreed." in said
        assert "Agreed by talking: yes" in said
        for shown in ("Seat 1", "Completely</", WHY):
            assert shown not in said


def test_a_refusal_shows_as_nothing_but_that_we_talked():
    said = [re.sub("<[^>]+>", " ", page(of_three(*answers))) for answers in ((1, 1, 2), (2, 1, 2), (1,))]
    assert said[0] == said[1] == said[2]
    assert "no score was shown, and we talked" in said[0]
    assert "turned over" not in said[0]


def test_a_letter_says_only_what_happened():
    for one in letters(of_three(1, 1, 1).state):
        assert "ballot" not in one.body
        assert "vote" not in one.body
    assert "3 of us scored it, we talked about it" in letters(of_three(1, 1, 2).state)[0].body


def test_a_member_is_told_that_the_cards_were_turned():
    _, lines = how_it_was_shaped(of_three(1, 1, 1).state).applications[0]
    assert lines[0] == "We turned our first scores over together, with seat numbers."
    _, lines = how_it_was_shaped(of_three(1, 1, 2).state).applications[0]
    assert lines[0] == "Its scores could not be shown without telling what a few of us gave."
