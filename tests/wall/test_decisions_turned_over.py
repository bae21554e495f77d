"""Once the list is confirmed, PageDown turns our decisions over, one by one, and only then goes on."""

import pytest
from msgspec.structs import replace

from screens.wall.widgets.turned_over import ALONE
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.views.wall.list_rows import OneDecision
from tests.wall.posters import DECISIONS, POSTERS
from tests.wall.test_nothing_passed_by import to_the_list, wall_of

SIZES = ((60, 20), (80, 24), (100, 30), (120, 40))
CONFIRMED = POSTERS["confirmed"]


async def turned(it, presses):
    """Press PageDown so often; give what stood on the wall after each."""
    seen = []
    for _ in range(presses):
        await it.press("pagedown")
        seen.append(it.text)
    return seen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_list_stands_first_and_then_a_decision_a_press(wall, size):
    async with wall("confirmed", size=size) as it:
        assert "Confirmed together" in it.text
        assert "Decision 1" not in it.text
        seen = await turned(it, len(DECISIONS))
        for number, (text, one) in enumerate(zip(seen, DECISIONS, strict=True), 1):
            assert f"Decision {number} of {len(DECISIONS)}" in text
            words = " ".join(text.split())
            assert all(word in words for word in (*one.title.split(), *one.words.split()))
            assert " · ".join(one.facts) in words
        assert it.room.done == []
        await it.press("pagedown")
        assert [type(one) for one in it.room.done] == [c.Next]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_conditions_stand_with_their_decision_on_one_page(wall, size):
    async with wall("confirmed", size=size) as it:
        await it.press("pagedown")
        words = " ".join(it.text.split())
        assert "On condition that" in words
        assert DECISIONS[0].conditions in words


async def test_one_can_look_back_at_them_and_at_the_list(wall):
    async with wall("confirmed") as it:
        await turned(it, 3)
        await it.press("up")
        assert "Decision 2 of" in it.text
        await it.press("up", "up")
        assert "Confirmed together" in it.text
        await it.press("down")
        assert "Decision 1 of" in it.text


async def test_what_was_looked_back_at_is_not_turned_over_again(wall):
    async with wall("confirmed") as it:
        await turned(it, 3)
        await it.press("up", "up", "pagedown")
        assert "Decision 4 of" in it.text


async def test_j_goes_past_what_is_left_and_the_next_press_goes_on(wall):
    async with wall("confirmed") as it:
        await turned(it, 2)
        await it.press("j")
        assert "Confirmed together" in it.text
        assert "turns them over after all" in it.said
        await it.press("pagedown")
        assert [type(one) for one in it.room.done] == [c.Next]


async def test_after_j_they_can_still_be_looked_at(wall):
    async with wall("confirmed") as it:
        await it.press("j", "down")
        assert "Decision 1 of" in it.text


async def test_j_does_nothing_elsewhere(wall):
    async with wall("scoring") as it:
        await it.press("j")
        assert it.said == ""
        assert it.room.done == []


async def test_many_share_pages_and_each_is_seen_whole(wall):
    many = tuple(
        OneDecision(
            f"Project number {n}", f"Fund: £{n},000", "yes", (f"asks for £{n},000",), f"Condition {n}."
        )
        for n in range(1, ALONE + 20)
    )
    async with wall(posters=[replace(CONFIRMED, decisions=many)]) as it:
        presses, seen = 0, ""
        while not it.room.done:
            await it.press("pagedown")
            presses, seen = presses + 1, seen + it.text
        assert presses < len(many)
        for n in range(1, ALONE + 20):
            assert f"Decision {n} of" in seen
            assert f"Fund: £{n},000" in seen
            assert f"Condition {n}." in seen


async def test_a_list_longer_than_the_wall_is_shown_to_its_end_first(wall):
    rows = tuple(replace(CONFIRMED.rows[0], ref=f"R{n}", title=f"Row {n}") for n in range(30))
    async with wall(posters=[replace(CONFIRMED, rows=rows, line=30)]) as it:
        seen = it.text
        while "Decision 1 of" not in it.text:
            await it.press("pagedown")
            seen += it.text
        assert all(f"Row {n} " in seen for n in range(30))


async def test_a_sheet_over_the_list_turns_nothing_back(wall):
    async with wall("confirmed", "sheet") as it:
        await turned(it, 2)
        confirmed = it.room.posters[0]
        it.room.show(replace(POSTERS["sheet"], frame=confirmed.frame))
        await it.until(lambda: it.app.wall.sheet)
        it.room.show(confirmed)
        await it.until(lambda: not it.app.wall.sheet)
        await it.settle()
        await turned(it, 2)
        assert "Decision 3 of" in it.text


async def test_in_a_real_day_with_strands_each_decision_is_up_before_the_day_goes_on(tmp_path):
    async with wall_of(tmp_path, 4) as it:
        await to_the_list(it.room)
        await it.room.press(position=it.room.position(), sure=True)
        assert it.room.state.plan.phase is Phase.CONFIRMED
        await it.settle()
        seen = ""
        for _ in range(30):
            if it.room.state.plan.phase is not Phase.CONFIRMED:
                break
            seen += it.text
            await it.press("pagedown")
        assert it.room.state.plan.phase is not Phase.CONFIRMED
        for number in range(1, 5):
            assert f"Decision {number} of 4" in seen
