"""A shortlist has places in place of money: its list, its decisions, what it refuses, what is said of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from sessions import commands as c
from sessions.audit import audit
from sessions.model.decisions import Verdict, Why
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.model.session import Consensus
from sessions.model.stage import Stage, StageName
from sessions.results.budget import full_list, pots
from sessions.views.phone.result import ended
from sessions.views.record import story
from sessions.views.record.letters import letters
from sessions.views.record.written import written
from sessions.views.wall.budget import budget
from sessions.views.wall.closing import closing, decided
from sessions.views.wall.confirmed import decisions
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.posters import Frame
from sessions.wording import speaking_of
from tests.sessions.dividing import YES, a_panel, application, divided
from tests.sessions.worlds import World

VERDICTS = ("see them", "hold", "not this time")
MARKS = {"A": [5] * 6, "B": [4] * 6, "C": [3] * 6, "D": [2] * 6}
FRAME = Frame("", "")


def a_shortlist(places=2, *, pot=0, verdicts=VERDICTS, **more):
    model = a_panel(*(application(ref, 1000) for ref in MARKS), pot=1, **more)
    return replace(
        model,
        pot=Decimal(pot),
        consensus=Consensus(question="Should this go on?"),
        stage=Stage(StageName.SHORTLIST, places=places, verdicts=verdicts),
    )


def at_the_list(places=2, **more) -> World:
    return divided(a_shortlist(places, **more), MARKS)


def words(state) -> dict[str, str]:
    return {ref: one.words for ref, one in full_list(state).items()}


def confirmed(world: World) -> World:
    world = world.press()
    assert world.refused is None, world.refused
    assert world.state.confirmed
    return world


def test_the_first_on_the_list_go_on_until_the_places_end():
    world = at_the_list(2)
    assert words(world.state) == {
        "A": "see them",
        "B": "see them",
        "C": "not this time",
        "D": "not this time",
    }
    assert pots(world.state)[0].line == 2
    assert [one.verdict for one in full_list(world.state).values()][:2] == [Verdict.CHOSEN] * 2
    assert all(one.amount == 0 for one in full_list(world.state).values())


def test_a_decision_in_our_own_words_leaves_a_place_that_the_line_can_go_down_to():
    world = at_the_list(2).when(c.RecordDecision("A", Verdict.RESERVE, words="hold"))
    assert words(world.state)["C"] == "not this time"  # the line stays where people saw it
    with speaking_of(world.state.model):
        assert budget(world.state, FRAME, Laid()).left == "1 place left"
        asks = world.press(sure=False).refused
        assert asks is not None
        assert "We agreed yes and they get no place, though 1 place is left" in asks.sentence
    world = world.when(c.MoveLine(3))
    assert words(world.state) == {
        "A": "hold",
        "B": "see them",
        "C": "see them",
        "D": "not this time",
    }
    assert confirmed(world).state.plan.why == {
        "A": Why.HELD,
        "B": Why.CHOSEN,
        "C": Why.CHOSEN,
        "D": Why.PLACES,
    }


def test_a_verdict_alone_is_enough_where_only_one_decision_means_it():
    world = at_the_list().when(c.RecordDecision("D", Verdict.RESERVE))
    assert full_list(world.state)["D"].words == "hold"
    two_between = ("see them", "perhaps", "hold", "no")
    at_the_list(verdicts=two_between).when(c.RecordDecision("D", Verdict.RESERVE)).then_refused(
        No.OTHER_DECISIONS
    )


@pytest.mark.parametrize(
    "order",
    [
        c.RecordDecision("A", Verdict.FUND),
        c.RecordDecision("A", Verdict.PART, Decimal(10)),
        c.RecordDecision("A", Verdict.CHOSEN, words="fund"),
        c.RecordDecision("A", Verdict.CHOSEN, Decimal(10)),
    ],
)
def test_a_shortlist_gives_no_money_and_knows_no_other_decision(order):
    at_the_list().when(order).then_refused(No.OTHER_DECISIONS)


def test_where_money_is_given_nothing_is_chosen_without_it():
    world = divided(a_panel(*(application(ref, 1000) for ref in MARKS), pot=2000), MARKS)
    world.when(c.RecordDecision("A", Verdict.CHOSEN)).then_refused(No.OTHER_DECISIONS)
    world.when(c.RecordDecision("A", Verdict.FUND, words="see them")).then_refused(No.OTHER_DECISIONS)


def test_no_more_go_on_than_there_are_places():
    world = (
        at_the_list(2).when(c.RecordDecision("A", Verdict.CHOSEN)).when(c.RecordDecision("B", Verdict.CHOSEN))
    )
    world.when(c.RecordDecision("C", Verdict.CHOSEN)).then_refused(No.NO_PLACE_LEFT)
    world.when(c.MoveLine(3)).then_refused(No.NO_PLACE_LEFT)
    assert world.when(c.MoveLine(1)).refused is None


def test_one_we_agreed_no_on_takes_no_place():
    no = c.Tally((6, 0, 0, 0, 0), 0)
    world = divided(a_shortlist(2), MARKS, tally=no)
    assert set(words(world.state).values()) == {"not this time"}
    assert confirmed(world).state.plan.why == dict.fromkeys("ABCD", Why.AGREED_NO)


def test_the_wall_draws_the_line_at_the_places_and_says_no_word_about_money():
    world = at_the_list(2)
    with speaking_of(world.state.model):
        poster = budget(world.state, FRAME, Laid())
        last = closing(confirmed(world).state, FRAME)
    assert (poster.pot, poster.left, poster.line) == ("2 places", "0 places left", 2)
    assert [(row.funded, row.running, row.asks) for row in poster.rows[:3]] == [
        ("see them", "1", ""),
        ("see them", "2", ""),
        ("", "", ""),
    ]
    assert [row.why for row in poster.rows[2:]] == ["the places ended here", "no place is left"]
    assert last.lines[-1] == "2 of 2 places are taken."
    assert [said for _, said in last.rows] == [
        "see them",
        "see them",
        "not this time: the places ended here",
        "not this time: no place is left",
    ]


def test_a_shortlist_that_has_a_pot_too_says_what_the_chosen_ask_for():
    world = at_the_list(2, pot=1500)
    with speaking_of(world.state.model):
        poster = budget(world.state, FRAME, Laid())
    assert poster.notes == ("Those chosen ask for £2,000 together. The pot is £1,500.",)
    assert poster.rows[0].asks == "£1,000"


def test_everything_that_is_told_is_free_of_money():
    world = at_the_list(2).when(
        c.RecordDecision("C", Verdict.RESERVE, words="hold", reasons="It is early days.")
    )
    state = confirmed(world).press_until(Phase.THANKS).state
    assert state.ended
    with speaking_of(state.model):
        record = written(story(state), head="some words", program="panel-tui")
        sent = {one.application: one.body for one in letters(state)}
        phone = ended(state, ())
    told = str(record) + str(phone) + "".join(sent.values())
    for word in ("pot", "fund", "Given", "£0", "money left", "reserve list", "We gave £"):
        assert word not in told.replace("asks for £1,000", ""), word
    assert "We chose 2 of 4 applications, for 2 places." in told
    assert "You go on to the next stage." in sent["A"]
    assert "We have not said yes or no yet." in sent["C"]
    assert "“hold”" in sent["C"]
    assert "There was no place left for it." in sent["D"]


def test_a_record_that_claims_what_no_shortlist_may_is_found_out():
    world = confirmed(at_the_list(2))
    assert audit(world.history) is None
    for place, one in enumerate(world.history):
        decided = getattr(one.event, "decisions", None)
        if decided:
            more = {**decided, "C": replace(decided["A"])}
            forged = replace(one, event=replace(one.event, decisions=more))
            assert audit((*world.history[:place], forged)) == place
            break
    else:
        raise AssertionError("no list was confirmed")


def test_a_recorded_decision_that_is_none_of_ours_is_found_out():
    world = at_the_list(2).when(c.RecordDecision("A", Verdict.CHOSEN))
    last = world.history[-1]
    forged = replace(last, event=replace(last.event, decision=replace(last.event.decision, words="fund")))
    assert audit((*world.history[:-1], forged)) == len(world.history) - 1


def test_a_decision_is_not_given_as_the_reason_for_itself():
    world = confirmed(at_the_list().when(c.RecordDecision("B", Verdict.NOT_NOW, words="not this time")))
    told = dict(decided(world.state))
    assert told["Title B"] == "not this time"
    assert told["Title D"] == "not this time: below the line"
    assert "we said" not in str(decisions(world.state))


def test_the_day_ends_as_any_day_does():
    assert confirmed(at_the_list(2)).press_until(Phase.THANKS, tally=YES).state.ended
