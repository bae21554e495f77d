"""z over an open ballot: nobody's ballot goes at one key, and the question says how many would."""

import pytest

from panel_tui.facilitator.wall_app import WallApp
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from tests.desk.conftest import a_room, desk, press_until, runtime_folder  # noqa: F401 - fixtures
from tests.wall.conftest import Driven


async def three_ballots_in(room):
    await press_until(room, Phase.BALLOT)
    for seat in (1, 2, 3):
        await room.cast(seat, "A01", 1, "1")


async def test_a_step_back_over_ballots_that_are_in_is_asked_about_with_their_number(tmp_path):
    async with a_room(tmp_path / "day") as room:
        await three_ballots_in(room)
        with pytest.raises(Refused) as refused:
            await room.do(c.Undo(room.position()))
        assert refused.value.code is No.ASK_AGAIN_UNDO_BALLOT
        assert "(3)" in refused.value.sentence
        assert room.in_box()[0].ballots == 3
        await room.do(c.Undo(room.position(), sure=True))
        assert room.state.plan.phase is Phase.TALK


async def test_an_open_ballot_that_nobody_has_cast_is_taken_back_at_once(tmp_path):
    async with a_room(tmp_path / "day") as room:
        await press_until(room, Phase.BALLOT)
        await room.do(c.Undo(room.position()))
        assert room.state.plan.phase is Phase.TALK


async def test_ballots_that_a_crash_left_unread_count_too(tmp_path):
    async with a_room(tmp_path / "day") as room:
        await three_ballots_in(room)
    async with a_room(tmp_path / "day", taken=0) as room:
        with pytest.raises(Refused) as refused:
            await room.do(c.Undo(room.position()))
        assert "(3)" in refused.value.sentence


async def test_at_the_wall_z_asks_any_other_key_is_a_no_and_z_once_more_a_yes(tmp_path):
    async with a_room(tmp_path / "day") as room:
        await three_ballots_in(room)
        async with WallApp(room).run_test(size=(80, 30)) as pilot:
            wall = Driven(pilot.app, pilot)
            await wall.until(lambda: pilot.app.standing)
            await wall.press("z")
            await wall.until(lambda: "(3)" in wall.said)
            await room.cast(4, "A01", 1, "1")
            await wall.until(lambda: "(4)" in wall.said)
            await wall.press("b", "b", "z")
            await wall.until(lambda: "(4)" in wall.said)
            assert room.state.plan.phase is Phase.BALLOT
            await wall.press("pagedown")
            assert room.state.plan.phase is Phase.BALLOT, "a question about z was answered by another key"
            await wall.press("z")
            await wall.until(lambda: wall.said == "")  # it takes back what PageDown asked, and nothing else
            await wall.press("z")
            await wall.until(lambda: "(4)" in wall.said)
            await wall.press("z")
            await wall.until(lambda: "What was in the box is gone" in wall.said)
            assert room.state.plan.phase is Phase.TALK


async def test_at_the_desk_too(desk):  # noqa: F811 - the fixture
    async with desk() as it:
        await three_ballots_in(it.room)
        await it.heard()
        await it.press("z")
        await it.until(lambda: "(3)" in it.said)
        await it.press("z")
        await it.until(lambda: it.room.state.plan.phase is Phase.TALK)
