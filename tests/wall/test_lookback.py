import pytest

from screens.wall.lookback import Lookback
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.views.earlier import earlier
from sessions.views.wall.current_poster import Outside
from sessions.views.wall.posters import Ballot
from sessions.wording import say
from tests.sessions.clocked import AGREED
from tests.sessions.worlds import scored
from tests.wall.posters import POSTERS
from tests.wall.rooms import table

A, B, C = POSTERS["lobby"], POSTERS["practice"], POSTERS["scoring"]


def seen(*posters):
    lookback = Lookback()
    for poster in posters:
        lookback.keep(poster)
    return lookback


def test_looking_back_goes_a_poster_at_a_time_and_stops_at_the_first():
    lookback = seen(A, B, C)
    assert lookback.back()
    assert lookback.poster is B
    assert lookback.back()
    assert lookback.poster is A
    assert not lookback.back()


def test_coming_forward_ends_at_the_present():
    lookback = seen(A, B)
    lookback.back()
    lookback.forward()
    assert lookback.poster is B
    assert not lookback.active


def test_a_new_place_ends_looking_back_and_a_change_in_the_same_place_does_not():
    lookback = seen(A, B)
    lookback.back()
    assert not lookback.keep(B)
    assert lookback.active
    assert lookback.keep(C)
    assert not lookback.active


def test_what_was_taken_back_is_forgotten():
    lookback = seen(A, B, C, B)
    lookback.back()
    assert lookback.poster is A


def test_what_was_up_before_this_wall_comes_in_front_of_what_it_has_shown():
    lookback = seen(B, C)
    lookback.remember((A, B, C))
    assert lookback.back()
    assert lookback.poster is B
    assert lookback.back()
    assert lookback.poster is A
    assert not lookback.back()


async def test_after_a_new_start_people_can_look_back_and_coming_forward_changes_nothing(wall):
    async with wall("scoring", "closed") as it:
        it.room.before = (A, B)
        await it.press("pageup")
        assert "Looking back" in it.text
        assert "Have a go" in it.text
        await it.press("pageup", "pageup", "pagedown", "pagedown")
        assert "Scoring is open" in it.text
        assert it.room.done == []


async def test_the_first_poster_says_that_it_is_the_first(wall):
    async with wall("scoring") as it:
        await it.press("pageup")
        assert it.said == say("wall.looking-back.first")


@pytest.mark.parametrize("key", ["z", "t"])
async def test_while_looking_back_a_key_that_would_change_something_only_comes_back(wall, key):
    async with wall("lobby", "scoring", state=table()) as it:
        await it.press("pagedown", "pageup")
        it.room.done.clear()
        await it.press(key)
        assert it.room.done == []
        assert "Scoring is open" in it.text
        assert it.said == say("wall.looking-back.over")
        await it.press(key)
        assert len(it.room.done) == 1


def test_a_whole_day_can_be_looked_back_at_and_claims_no_count_that_is_not_known():
    world = scored(dict.fromkeys(range(1, 7), 3)).press_until(Phase.THANKS, tally=AGREED)
    made = earlier(world.history, Outside())
    places = [poster.frame.position for poster in made]
    assert {place.split(".")[1] for place in places} >= {"arriving", "score", "reveal", "ballot", "outcome"}
    assert world.state.plan.position not in places
    ballots = [poster for poster in made if isinstance(poster, Ballot)]
    assert [poster.done for poster in ballots] == [AGREED.cast] * len(ballots)


def test_a_ballot_that_was_taken_back_is_not_shown_again():
    world = scored(dict.fromkeys(range(1, 7), 3)).press_until(Phase.BALLOT)
    world = world.when(c.Undo(world.state.plan.position))
    made = earlier(world.history, Outside())
    assert not any(isinstance(poster, Ballot) for poster in made)
