"""The desk at every size, with words that were written to do harm."""

import pytest
from msgspec.structs import replace

from screens.wall.themes import NAMES
from sessions import commands as c
from sessions.model.phases import Phase
from tests.desk.samples import sample_desk
from tests.sessions.worlds import session
from tests.snapshots import at_rest

HOSTILE = "[/] [@click=app.quit]go[/] \x1b]0;x\x07\x1b[2J\u202e=1+1 [bold"
SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]


def hostile():
    plan = session(seats=7)
    applications = tuple(
        replace(one, title=HOSTILE, organisation=HOSTILE, place=HOSTILE) for one in plan.applications
    )
    members = tuple(replace(one, label=HOSTILE) for one in plan.members)
    criteria = tuple(replace(one, question=HOSTILE) for one in plan.criteria)
    steps = tuple(replace(step, title=HOSTILE) for step in plan.steps)
    return replace(
        plan, title=HOSTILE, applications=applications, members=members, criteria=criteria, steps=steps
    )


@pytest.mark.parametrize(
    "size",
    [SIZES[1], *(pytest.param(size, marks=pytest.mark.slow) for size in SIZES if size != SIZES[1])],
    ids=str,
)
async def test_nothing_raw_reaches_the_screen_and_nothing_in_it_is_obeyed(desk, size):
    async with desk(size=size, plan=hostile(), until=Phase.SCORE, paper=(2,)) as it:
        await it.room.do(c.AddNote(HOSTILE))
        await it.room.do(c.StepOut(3, "A01"))
        await it.until(lambda: "stepping out" in it.text)
        for keys in ([], ["m"], ["x"], ["p"], ["p", "2", "enter"], ["question_mark"], ["n"], ["k"]):
            await it.press(*keys)
            assert not set(it.text) & {"\x1b", "\x07", "\u202e", "\x9b"}
            assert it.app.is_running
            while it.app.screen is not it.app.desk:
                await it.press("escape")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_is_wanted_first_is_in_sight_at_every_size(desk, size):
    async with desk(size=size, plan=session(seats=12), taken=10, until=Phase.SCORE) as it:
        for words in ("PageDown:", "0 of 10 scores are in", "asleep", "for you alone"):
            assert words in it.text
        seats = [row for row in it.rows if "asleep" in row]
        assert sum(row.count("asleep") for row in seats) == 10


@pytest.mark.parametrize("theme", NAMES)
async def test_every_theme_draws_it(desk, theme):
    async with desk(until=Phase.SCORE) as it:
        it.app.theme = theme
        await it.settle()
        assert "PageDown:" in it.text


async def test_a_desk_made_smaller_and_larger_goes_on(desk):
    async with desk(until=Phase.SCORE) as it:
        for size in [(60, 20), (120, 40), (40, 10), (80, 24)]:
            await it.pilot.resize_terminal(*size)
            await it.settle()
        assert "0 of 6 scores are in" in it.text


async def test_a_wide_desk_gives_every_title_its_room_from_the_first_view():
    async with sample_desk("scoring").run_test(size=(120, 40)) as pilot:
        assert "Good Neighbours, Garforth" in await at_rest(pilot)


async def test_a_great_many_seats_are_listed_in_their_order(desk):
    async with desk(plan=session(seats=60), taken=60, until=Phase.SCORE) as it:
        shown = [seat.seat for seat in it.app.api.view.seats]
        assert shown == list(range(1, 61))
        assert "asleep" in it.text
