"""A facilitator who types fast: keys sent all at once do what they do one by one."""

from decimal import Decimal

import pytest
from textual.events import Key

from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from tests.wall.rooms import table
from tests.wall.test_asking import BUDGET


async def send_at_once(it, *keys):
    for key in keys:
        it.app.post_message(Key(key, key if len(key) == 1 else None))
    await it.until(lambda: bool(it.room.done))
    await it.until(lambda: it.app.screen is it.app.wall)
    await it.settle()


@pytest.mark.parametrize(
    ("keys", "conditions"),
    [
        ((*"400", "tab", "tab", "enter"), ""),
        ((*"400", "enter", *"ok", "enter", "enter"), "ok"),
        (("tab", *"yes", "shift+tab", *"400", "enter", "enter", "enter"), "yes"),
    ],
    ids=["tab", "enter", "there and back"],
)
async def test_every_key_of_a_part_award_reaches_its_field(wall, keys, conditions):
    async with wall(posters=[BUDGET], state=table(Phase.BUDGET, step=3)) as it:
        await send_at_once(it, "enter", *keys)
        assert it.room.done == [c.RecordDecision("A02", Verdict.PART, Decimal(400), conditions)]


async def test_keys_go_on_to_the_next_card(wall):
    async with wall("notice", state=table(Phase.NOTE, step=0)) as it:
        await send_at_once(it, "r", "down", "enter", "up", "tab", *"fair", "enter", "enter")
        (order,) = it.room.done
        assert (order.application, order.conditions) == ("A02", "fair")


async def test_what_is_left_over_when_a_card_closes_is_no_order_to_the_room(wall):
    async with wall("scoring") as it:
        await send_at_once(it, "n", *"tea", "enter", "z", "t", "pagedown")
        assert it.room.done == [c.AddNote("tea")]
        await it.press("t")
        assert it.room.done == [c.AddNote("tea"), c.TakeBreak()]
