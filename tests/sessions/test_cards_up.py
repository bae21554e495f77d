"""Cards up: where fewer than five can score, all scores turn over at once, if all of us agreed beforehand."""

import pytest
from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.evolve import evolve
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.model.session import Consensus, Small
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.phone.pages import OpenScores, Received, Result, Score, Wait
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.worlds import MORNING, doors_open, session

OPEN = Consensus(small=Small.OPEN)
YES, NO, NOBODY = 1, 2, None


def small(seats=3, **more):
    return session(seats=seats, consensus=OPEN, **more)


def asked(model=None, *, taken=None, before=()):
    world = doors_open(model or small(), taken=taken)
    for order in before:
        world = world.when(order)
    return world.press_until(Phase.CARDS_UP)


def gathered(answers):
    """Make what phones have said: a point for each, or nothing where one has not answered."""
    given = [one for one in answers if one]
    return c.Gathered(len(given), counts=((given.count(YES), given.count(NO), 0, 0, 0),), cant_say=(0,))


def answered(world, *answers, sure=True):
    return world.when(c.Next(world.state.plan.position, sure, gathered=gathered(answers)))


def agreed(model=None, **more):
    world = asked(model, **more)
    return answered(world, *[YES] * len(world.state.here))


def given(world, marks):
    for seat, mark in marks.items():
        for one in world.state.model.criteria:
            world = world.answer(seat, mark, one.key)
    return world


def turned(marks=None, model=None):
    world = given(agreed(model), marks or {1: 5, 2: 3, 3: 1})
    return world.press_until(Phase.REVEAL)


def wall(world):
    return poster(world.state, MORNING, Outside())


def phone(world, seat, ask=None, **mine):
    return page(world.state, seat, MORNING, ask or Ask(), Mine(**mine))


def cards(world):
    return [shape.cards for shape in wall(world).shapes]


# the question


def test_all_are_asked_once_before_the_first_score_and_never_again():
    world = agreed()
    assert world.happened == (
        e.CardsUpAsked((1, 2, 3)), e.ScoringOpened("A01", (1, 2, 3), cards_up=True),
    )  # fmt: skip
    while world.state.application != "A02":
        world = world.press()
    assert world.press().press().happened == (e.ScoringOpened("A02", (1, 2, 3), cards_up=True),)


def test_nobody_is_asked_where_the_panel_talks_or_is_large_enough_for_any_day():
    for model in (session(seats=3), session(seats=8, consensus=OPEN)):
        world = doors_open(model).press_until(Phase.SCORE)
        assert not any(isinstance(one.event, e.CardsUpAsked) for one in world.history)
        assert not world.state.scoring["A01"].cards_up


def test_a_larger_panel_is_asked_where_conflicts_leave_four():
    out = [c.StepOut(seat, "A02") for seat in range(1, 5)]
    assert asked(small(8), before=out).state.plan.phase is Phase.CARDS_UP


@pytest.mark.parametrize("answers", [(YES, YES, NO), (YES, YES, NOBODY), (NO, NO, NO), (NOBODY,) * 3])
def test_any_refusal_and_any_silence_shows_as_nothing_but_that_we_talk(answers):
    world = answered(asked(), *answers)
    assert world.happened == (e.CardsUpAsked(()), e.ScoringOpened("A01", (1, 2, 3)))
    assert world.history == answered(asked(), NO, YES, YES).history


def test_it_asks_once_more_before_it_closes_over_somebody():
    world = answered(asked(), YES, YES, NOBODY, sure=False)
    world.then_refused(No.ASK_AGAIN_CLOSING)
    assert answered(asked(), YES, YES, YES, sure=False).state.scoring["A01"].cards_up


def test_slips_are_looked_at_whatever_phones_said_so_that_looking_tells_nothing():
    world = asked(small(4), before=[c.TakePaperSeat(4)])
    answered(world, YES, NO, YES).then_refused(No.SLIPS_AGREE)
    answered(world, YES, YES, YES).then_refused(No.SLIPS_AGREE)
    place = world.state.plan.position
    for yes, up in ((True, True), (False, False)):
        said = world.when(c.SlipsAgree(place, yes, gathered=gathered((YES, YES, YES))))
        assert said.state.scoring["A01"].cards_up is up
        assert audit(said.history) is None
    assert not world.when(c.SlipsAgree(place, True, gathered=gathered((YES, NO, YES)))).state.cards_up
    world.when(c.SlipsAgree(place, True, gathered=gathered((YES,)))).then_refused(No.ASK_AGAIN_CLOSING)
    assert not world.when(c.SlipsAgree(place, True, sure=True, gathered=gathered((YES,)))).state.cards_up
    said.when(c.SlipsAgree(place, True, gathered=gathered((YES,) * 3))).then_refused(No.MOVED_ON)


def test_who_was_not_asked_keeps_the_cards_down():
    world = agreed(small(4), taken=3).when(c.ReopenDoors())
    world = world.when(c.TakeFreeSeat("token4", e.Card(0, "code4", "key4")))
    while world.state.application != "A02":
        world = world.press()
    assert world.press_until(Phase.SCORE).state.scoring["A02"].electorate == (1, 2, 3, 4)
    assert not world.press_until(Phase.SCORE).state.scoring["A02"].cards_up


@pytest.mark.parametrize(("out", "up"), [(1, False), (2, True), (4, True), (5, False)])
def test_cards_turn_up_for_two_to_four_alone(out, up):
    world = asked(small(6), before=[c.StepOut(seat, "A01") for seat in range(1, out + 1)])
    assert answered(world, *[YES] * 6).state.scoring["A01"].cards_up is up


def test_the_wall_and_phones_say_what_is_asked_and_count_who_has_answered():
    world = asked(small(4), before=[c.TakePaperSeat(4)])
    shown = poster(world.state, MORNING, Outside(given=2))
    assert (shown.done, shown.of) == (2, 3)
    assert "One of us answers on a slip." in shown.lines
    assert isinstance(phone(world, 1), OpenScores)
    assert phone(world, 1, given=True).may_agree_again
    assert phone(world, 1, Ask("open-scores"), given=True).again
    assert isinstance(phone(world, 4), Wait)


def test_the_rule_may_change_before_the_first_score_and_then_the_answer_goes_with_it():
    world = agreed().when(c.Undo("")).when(c.Undo(agreed().state.plan.position))
    assert world.state.plan.phase is Phase.CARDS_UP
    assert "answered this already" in str(wall(world))
    assert world.press().state.scoring["A01"].cards_up


# scores


def test_before_they_are_turned_wall_and_phone_say_what_comes_of_them():
    for world, said in (
        (agreed(), "We all agreed"),
        (doors_open(session(seats=3)).press_until(Phase.SCORE), "Fewer than 5"),
    ):
        assert any(said in line for line in wall(world).lines)
        first = phone(world, 1)
        assert isinstance(first, Score)
        assert said in first.promise
    assert phone(doors_open(session(seats=5)).press_until(Phase.SCORE), 1).promise == ""


def test_all_turn_over_at_once_with_seat_numbers_and_not_before():
    before = given(agreed(), {1: 5, 2: 3, 3: 1})
    for world in (before, before.press()):
        assert "Completely" not in str(wall(world))
        assert "Completely" not in str(phone(world, 2))
    assert cards(before.press().press())[0] == ("Seat 1: Completely", "Seat 2: Partly", "Seat 3: Not at all")
    assert isinstance(phone(before.press(), 2), Received)
    shown = phone(before.press().press(), 2)
    assert shown.questions[0].cards == cards(before.press().press())[0]


def test_what_somebody_did_not_score_is_on_the_card_as_well():
    world = agreed().answer(1, 5).when(c.GiveAnswer(2, "A01", "c1", Answer(Kind.CANT_SAY), "x", 1))
    assert cards(world.press().press())[0] == (
        "Seat 1: Completely",
        "Seat 2: I can't say",
        "Seat 3: No answer",
    )


def test_where_not_all_agreed_nothing_of_a_score_is_shown():
    world = given(answered(asked(), YES, YES, NO), {1: 5, 2: 3, 3: 1}).press_until(Phase.REVEAL)
    for shown in (wall(world), phone(world, 1), wall(world.press()), phone(world.press(), 1)):
        assert "Seat" not in str(shown)
        assert "Completely" not in str(shown)
    assert isinstance(phone(world, 1), Result)


# changing one


def changed(world, seat=3, mark=4, why="I had not read page two"):
    return world.when(c.ChangeCard(seat, "A01", "c1", score(mark), why))


def test_each_may_change_a_score_with_a_reason_and_both_are_kept():
    for world in (turned(), turned().press()):
        now = changed(world)
        assert now.happened == (e.Corrected(3, "A01", "c1", score(4), "I had not read page two", own=True),)
        assert cards(now)[0][2] == "Seat 3: Mostly (at first: Not at all)"
        kept = now.state.scoring["A01"].corrections[0]
        assert (kept.old, kept.new, kept.own) == (score(1), score(4), True)
        assert audit(now.history) is None
        again = changed(now, mark=5)
        assert cards(again)[0][2] == "Seat 3: Completely (at first: Not at all)"


def test_a_change_is_not_laid_at_the_facilitators_door():
    assert not changed(turned()).state.interventions


def test_a_change_needs_a_reason_and_its_time_and_ones_own_seat():
    world = turned()
    changed(world, why="").then_refused(No.WHY_NEEDED)
    changed(world, mark=9).then_refused(No.NOT_ON_SCALE)
    assert changed(world, mark=1).happened == ()
    changed(given(agreed(), {1: 5, 2: 3, 3: 1})).then_refused(No.SCORING_CLOSED)
    changed(world.press_until(Phase.OUTCOME)).then_refused(No.SCORING_CLOSED)
    talking = given(answered(asked(), YES, NO, YES), {1: 5, 2: 3, 3: 1}).press_until(Phase.TALK)
    changed(talking).then_refused(No.SCORING_CLOSED)
    changed(world.when(c.StepOut(3, "A01"))).then_refused(No.STEPPED_OUT)


def test_the_phone_leads_to_ones_own_scores_alone():
    world = turned().press()
    assert [one.number for one in phone(world, 2).questions] == [1, 2]
    asked_for = phone(world, 2, Ask("card", 1))
    assert (asked_for.said, asked_for.given) == ("Partly", "3")
    assert phone(world, 2, Ask("card", 9)).questions


def test_who_steps_out_later_stays_on_the_card_as_the_room_saw_it():
    world = turned().when(c.StepOut(2, "A01"))
    assert cards(world)[0][1] == "Seat 2: Partly (has stepped out since)"
    assert 2 not in world.state.scoring["A01"].sheets


def test_the_talk_does_not_say_that_nobody_is_asked_how_they_scored():
    assert not any("Nobody is asked" in cue for cue in wall(turned().press()).cues)
    assert "Nobody is asked" not in str(phone(turned().press(), 1))


def test_scores_that_are_set_aside_turn_over_once_more():
    world = turned().when(c.VoidReveal("we misread the question"))
    assert world.state.scoring["A01"].cards_up
    again = world.press_until(Phase.REVEAL)
    assert cards(again)[0][0] == "Seat 1: Completely"
    assert audit(again.history) is None


# the record


def test_a_record_of_cards_that_not_all_agreed_to_is_found_out():
    world = answered(asked(), YES, YES, NO)
    *before, opened = world.history
    lying = replace(opened, event=replace(opened.event, cards_up=True))
    assert audit((*before, lying)) == len(before)
    asking = asked()
    part = e.Stamped(asking.clock, e.CardsUpAsked((1, 2)))
    assert audit((*asking.history, part)) == len(asking.history)
    own = e.Stamped(MORNING, e.Corrected(1, "A01", "c1", score(2), "why", own=True))
    shown = given(world, {1: 5, 2: 3, 3: 1}).press_until(Phase.REVEAL)
    assert audit((*shown.history, own)) == len(shown.history)


def test_a_record_of_before_opens_without_any_of_it():
    world = doors_open(session(seats=3)).press_until(Phase.SCORE)
    assert world.state.cards_up is None
    assert evolve(world.state, world.history[-1]).scoring["A01"].cards_up is False
