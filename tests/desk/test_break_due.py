"""A break that is due by load is said at the desk, in a quiet line among those about time, and never on the wall."""

import pytest
from msgspec.structs import replace

from screens.wall.widgets.words import Words
from sessions.model.session import StepKind
from sessions.schedule.break_due import MOST_ITEMS
from tests.sessions.worlds import session

SAID = f"looked at {MOST_ITEMS + 1} since the last one."


def without_breaks():
    """Plan one more application in a row than anybody should look at."""
    plan = session(applications=MOST_ITEMS + 1)
    steps = tuple(one for one in plan.steps if one.kind is not StepKind.BREAK)
    return replace(plan, steps=steps)


async def come_to(room, ref):
    for _ in range(100):
        if room.state.application == ref:
            return
        await room.press(position=room.position(), sure=True)
    raise AssertionError(f"never came to {ref}")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_a_break_that_is_due_is_said_at_the_desk_and_not_on_the_wall(desk, size):
    async with desk(size=size, plan=without_breaks()) as it:
        await come_to(it.room, f"A{MOST_ITEMS:02d}")
        await it.heard()
        assert "A break is due." not in it.text
        await come_to(it.room, f"A{MOST_ITEMS + 1:02d}")
        await it.heard()
        assert "A break is due." in it.text
        assert SAID in it.app.screen.query_one("Present .pace", Words).said.plain
        assert "A break is due" not in str(it.room.poster())


async def test_a_break_that_is_due_is_said_before_the_reasons_why_time_is_as_it_is(desk):
    async with desk(plan=without_breaks()) as it:
        await come_to(it.room, f"A{MOST_ITEMS + 1:02d}")
        await it.heard()
        told = it.app.api.view.pace
        assert [line.split()[0] for line in told[:3]] == ["We", "A", "Went"]
