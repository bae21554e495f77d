"""A correction after the reveal tells nobody but staff what one member gave before it, or after."""

import pytest

from sessions import commands as c
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.record import record_view, story
from sessions.views.shapes import shapes
from sessions.views.wall.current_poster import Outside, poster
from tests.exports.days import Day, everyone, panel
from tests.exports.made import exported, session, tables
from tests.sessions.dividing import a_panel, application, divided
from tests.sessions.worlds import World, scored

GIVEN = {1: 1, 2: 1, 3: 3, 4: 4, 5: 5, 6: 5}
YES = c.Tally((0, 0, 0, 0, 6), 0)


def shown() -> World:
    return scored(GIVEN).press_until(Phase.REVEAL)


def corrected(world: World, *seats: int, to: int = 4) -> World:
    for seat in seats:
        world = world.when(c.Correct(seat, "A01", "c1", score(to), "misread slip"))
        assert world.refused is None
    return world


def bars(world: World) -> list[int]:
    drawn = shapes(world.state, "A01")
    return [bar.count for bar in next(one for one in drawn if one.question == "Question 1?").bars]


@pytest.mark.parametrize("n", range(1, 7))
def test_the_bars_stay_as_the_room_saw_them_until_five_of_us_changed(n):
    seats = range(1, n + 1)
    world = shown()
    for seat in seats:
        world = corrected(world, seat, to=2)
    assert (bars(world) == bars(shown())) == (n < 5)


def test_they_are_marked_with_how_many_were_put_right_since():
    looked = poster(corrected(shown(), 1).state, shown().clock, Outside())
    assert {one.since for one in looked.shapes} == {"", "One score was put right since."}
    two = poster(corrected(shown(), 1, 2).state, shown().clock, Outside())
    assert "2 scores were put right since." in {one.since for one in two.shapes}


def test_wall_and_phone_are_the_same_whatever_the_score_was_put_right_to():
    told = set()
    for value in (2, 3, 4, 5):
        world = corrected(shown(), 1, to=value)
        seen = (poster(world.state, world.clock, Outside()), page(world.state, 2, world.clock, Ask(), Mine()))
        told.add(repr(seen))
    assert len(told) == 1


def test_five_at_once_and_then_all_but_one_of_them_back_again_do_not_tell_on_that_one():
    """Every picture the room has seen counts, not only the last."""
    five = corrected(shown(), 1, 2, 3, 4, 5, to=2)
    seen = bars(five)
    back = five
    for seat in (1, 2, 3, 4):
        back = corrected(back, seat, to=GIVEN[seat])
    back = corrected(back, 6, to=3)
    assert bars(back) == seen


def test_an_answer_that_becomes_a_score_is_no_exception():
    world = shown().when(c.Correct(1, "A01", "c1", Answer(Kind.CANT_SAY), "could not say"))
    assert bars(world) == bars(shown())


def list_with_a_correction() -> World:
    model = a_panel(*(application(ref, 500) for ref in "AB"), pot=1000)
    return divided(model, {"A": [4] * 6, "B": [3] * 6})


def test_the_list_on_the_wall_shows_no_second_mean():
    before = list_with_a_correction()
    row = next(one for one in poster(before.state, before.clock, Outside()).rows if one.ref == "A")
    assert row.score == "4.0"
    after = before.when(c.Correct(1, "A", "c1", score(1), "misread slip"))
    row = next(one for one in poster(after.state, after.clock, Outside()).rows if one.ref == "A")
    assert (row.score, row.rank) == ("–", "1")
    assert "a score was put right" in row.mark


def day(*, value: int = 5) -> Day:
    whole = Day(panel()).score("A01", {**everyone(6, c1=2, c2=3), 2: {"c1": 4, "c2": 3}}).reveal("A01")
    return whole.do(c.Correct(1, "A01", "c1", score(value), "misread slip"))


def test_no_public_file_has_what_stood_before_or_after():
    made = {value: tables(day(value=value), public=True) for value in (1, 3, 5)}
    assert len({repr(one) for one in made.values()}) == 1
    told = made[5]
    assert {
        told["results.csv"][0][name] for name in ("score", "median", "lowest", "highest", "scored_by")
    } == {""}
    assert told["criteria.csv"][0]["mean"] == ""
    assert told["criteria.csv"][1]["mean"] == "3.000000", "what nobody put right stays"
    view = [record_view(day(value=value).state, codes={}, public=True) for value in (1, 3, 5)]
    assert len({repr((one.results, one.by_criterion, one.session.corrections)) for one in view}) == 1
    stories = {repr(story(day(value=value).state, public=True).applications) for value in (1, 3, 5)}
    assert len(stories) == 1


def test_staff_have_both():
    (one,) = session(day())["session"]["corrections"]
    assert (one["old_value"], one["value"], one["why"], one["criterion"]) == (2, 5, "misread slip", "c1")
    assert tables(day())["results.csv"][0]["score"] != ""
    assert session(day(), public=True)["session"]["corrections"] == []


def test_before_the_end_there_is_no_public_export_and_after_it_no_correction(tmp_path):
    folder = day().keep(tmp_path / "s")
    with pytest.raises(Exception, match="day is not over"):
        exported(folder, public=True)
    assert not (folder / "exports").exists()
    exported(folder)
    ended = World().after(*(one.event for one in day().end().history))
    ended.when(c.Correct(1, "A01", "c1", score(4), "misread")).then_refused(No.ENDED)
    assert exported(day().end().keep(tmp_path / "t"), public=True).files


def test_what_is_right_already_is_not_put_right():
    world = shown().when(c.Correct(1, "A01", "c1", score(GIVEN[1]), "misread slip"))
    assert (world.refused, world.happened) == (None, ())
