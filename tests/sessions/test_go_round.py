"""With whom a talk starts: everybody equally often, never who stepped out, and nothing of it comes from a score."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sessions import commands as c
from sessions.evolve.turns import start_of_talk
from sessions.methods.turns import by_lot, next_turn, round_the_table, turns
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import Phase
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.worlds import doors_open, session

seeds = st.text(st.characters(codec="utf-8"), max_size=12)
tables = st.sets(st.integers(1, 30), min_size=1, max_size=12)


@given(seeds, tables, st.integers(1, 60))
def test_over_a_day_everybody_has_the_first_word_equally_often_to_within_one(seed, seats, talks):
    had = Counter(turns(seed, seats, (), talks))
    often = [had[seat] for seat in seats]
    assert max(often) - min(often) <= 1
    assert sum(often) == talks


@given(seeds, tables, st.data())
def test_whoever_steps_out_is_passed_over_and_two_who_never_do_stay_level(seed, seats, data):
    restless = data.draw(st.sets(st.sampled_from(sorted(seats)), max_size=len(seats) - 1))
    before: list[int] = []
    for _ in range(data.draw(st.integers(1, 40))):
        out = data.draw(st.sets(st.sampled_from(sorted(restless)))) if restless else set()
        seat = next_turn(seed, seats - out, before)
        assert seat in seats - out
        before.append(seat)
    had = Counter(before)
    steady = [had[seat] for seat in seats - restless]
    assert max(steady) - min(steady) <= 1


@given(seeds, tables)
def test_the_lot_is_the_seeds_alone(seed, seats):
    assert by_lot(seed, sorted(seats)) == by_lot(seed, sorted(seats, reverse=True))
    assert set(by_lot(seed, seats)) == seats


def test_another_seed_draws_another_order():
    assert len({by_lot(str(seed), range(1, 13)) for seed in range(50)}) > 40


def test_round_the_table_goes_both_ways_and_passes_over_who_is_not_there():
    up, down = (round_the_table(7, (2, 3, 8), upwards=upwards) for upwards in (True, False))
    assert (up.seat, up.after) == (8, 2)
    assert (down.seat, down.after) == (3, 2)
    assert round_the_table(7, (7,), upwards=True).after == 0
    assert round_the_table(7, (), upwards=True) is None


def scored(world, value):
    """Score the application in hand: each seat another way from `value` on."""
    for seat in world.state.scoring[world.state.application].voters:
        for criterion in world.state.model.criteria:
            answer = Answer(Kind.CANT_SAY) if value is None else score((value + seat) % 5 + 1)
            world = world.when(
                c.GiveAnswer(
                    seat, world.state.application, criterion.key, answer, f"{seat}{criterion.key}", 1
                )
            )
            assert world.refused is None
    return world


def talks(model, value=0):
    """Walk a day and give the world at each talk."""
    world, seen = doors_open(model), []
    tally = c.Tally((0, 0, 0, 0, 6), 0)
    for _ in range(120):
        if world.state.plan.phase is Phase.BUDGET:
            return seen
        if world.state.plan.phase is Phase.SCORE and not world.state.scoring[world.state.application].cells:
            world = scored(world, value)
        if world.state.plan.phase is Phase.TALK:
            seen.append(world)
        world = world.press(tally=tally)
        assert world.refused is None, world.refused
    raise AssertionError("never came to the budget")


def test_wall_and_phone_say_with_whom_we_start():
    for world in talks(session(seats=6, applications=3)):
        start = start_of_talk(world.state)
        said = f"We start with seat {start.seat}, then seat {start.after}, and so on. You may pass."
        assert poster(world.state, world.clock, Outside()).cues[0] == said
        assert page(world.state, 1, world.clock, Ask(), Mine()).lines[0] == said


def test_in_a_day_everybody_begins_as_often_as_the_others():
    began = Counter(start_of_talk(world.state).seat for world in talks(session(seats=5, applications=10)))
    assert set(began.values()) == {2}


@pytest.mark.parametrize("value", [1, 3, None])
def test_who_starts_is_the_same_whatever_was_scored(value):
    model = session(seats=6, applications=6)
    assert [start_of_talk(w.state) for w in talks(model, value)] == [
        start_of_talk(w.state) for w in talks(model, 0)
    ]


def test_who_had_to_step_out_does_not_start():
    model = session(seats=6, applications=6)
    first = start_of_talk(talks(model)[0].state).seat
    members = tuple(replace(m, conflicts=("A01",) if m.seat == first else ()) for m in model.members)
    assert start_of_talk(talks(replace(model, members=members))[0].state).seat != first


def test_who_steps_out_in_the_talk_is_passed_over_at_once():
    world = talks(session(seats=6, applications=2))[0]
    first = start_of_talk(world.state).seat
    world = world.when(c.StepOut(first, "A01"))
    assert world.refused is None
    assert start_of_talk(world.state).seat != first


def test_taking_the_talk_back_takes_the_turn_back_too():
    world = talks(session(seats=6, applications=2))[0]
    before = start_of_talk(world.state)
    again = world.when(c.Undo(world.state.plan.position, sure=True)).press()
    assert again.state.plan.phase is Phase.TALK
    assert start_of_talk(again.state) == before
