"""A list of our own at the wall: begun from nothing, and recalled by one line while we talk."""

import pytest
from msgspec.structs import replace

from sessions import commands as c
from sessions.events import Draft
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from sessions.state import Plan
from tests.wall.posters import POSTERS
from tests.wall.rooms import table

ASK = "How do we want to work together?"


def own_list(**more):
    steps = (Step("w", StepKind.WORKSHOP, 20, ask=ASK),)
    return replace(table(), steps=steps, plan=Plan(0, Phase.WORKSHOP_LIST), **more)


async def test_the_first_line_is_added_by_the_same_key(wall):
    async with wall("listing", state=own_list()) as it:
        await it.press("e")
        assert "Add a line" in it.text
        await it.press("enter")
        assert "In a few plain words" in it.text
        await it.press(*"Listen", "enter")
        assert it.room.done == [c.ListCriteria("1.workshop-list.0", (Draft("Listen"),))]


async def test_the_last_line_may_go_again(wall):
    async with wall("listing", state=own_list(draft=(Draft("Listen"),))) as it:
        await it.press("e", "enter", "down", "down", "enter")
        assert it.room.done == [c.ListCriteria("1.workshop-list.0", ())]


async def test_a_list_that_is_kept_is_not_put_together_any_more(wall):
    async with wall("listing", state=own_list(kept={"w": ("Listen",)})) as it:
        await it.press("e")
        assert "no list to change" in it.said


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_the_talk_recalls_a_line_and_loses_none_of_its_own(wall, size):
    line = f"{ASK} “Let everybody finish, also those who take their time to say it.”"
    shown = replace(POSTERS["talk"], kept=line)
    async with wall(posters=[POSTERS["talk"]], size=size) as before, wall(posters=[shown], size=size) as it:
        assert line.split()[0] in it.text
        assert "Let everybody finish" in " ".join(it.text.split())
        assert [cue for cue in POSTERS["talk"].cues if cue[:20] in before.text] == [
            cue for cue in POSTERS["talk"].cues if cue[:20] in it.text
        ]
