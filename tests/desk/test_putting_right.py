"""Put something right at the desk: over the line, the same as at the wall; what was taken back is told there alone."""

from __future__ import annotations

import pytest

from panel_tui.desk.client import DeskApi, DeskClient
from panel_tui.desk.listener import desk_listener
from panel_tui.room.open_room import live_room
from panel_tui.system.clock import Clock
from sessions import commands as c
from sessions.model.details import Detail
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.views.desk.desk import acts
from tests.journeys.small_session import small_session


@pytest.fixture
async def at_desk(tmp_path):
    """A room over a folder, and a hand on it from another terminal."""
    folder = small_session(tmp_path / "panel", titles=("Warm Lunches", "Choirs", "Tea"))
    async with live_room(folder) as room:
        for seat in range(1, 6):
            await room.do(c.TakePaperSeat(seat))
        async with desk_listener(room, folder) as note:
            link = DeskClient(lambda: note)
            hand = DeskApi(link, Clock())
            hand.view = await link.look()
            yield folder, room, hand
            await link.close()


async def test_all_that_can_be_put_right_comes_over_the_line(at_desk):
    _folder, room, hand = at_desk
    plan = await hand.putting_right()
    assert [one.title for one in plan.applications] == ["Warm Lunches", "Choirs", "Tea"]
    assert plan.criteria == room.state.model.criteria
    assert (plan.rules_open, plan.late_open) == (True, True)


async def test_orders_go_over_the_line_and_come_back_refused_in_words(at_desk):
    _folder, room, hand = at_desk
    await hand.do(c.ChangeDetail(Detail.TITLE, "Thursdays", "A01", why="a slip"))
    await hand.do(c.AddApplication("Late", room.state.model.pot, why="the post"))
    await hand.do(c.ChangeRule(room.state.model.consensus, ("smaller-ask",), 2, "we agreed"))
    assert room.state.model.application("A01").title == "Thursdays"
    assert room.state.model.applications[-1].ref == "A04"
    assert room.state.model.quorum == 2
    with pytest.raises(Refused) as refused:
        await hand.do(c.SetApplicationAside("A01", "not-eligible"))
    assert refused.value.code is No.RULE_NEEDED


async def test_what_the_folder_says_otherwise_is_taken_over_from_the_desk(at_desk):
    folder, room, hand = at_desk
    sheet = folder / "applications.csv"
    sheet.write_text(sheet.read_text().replace("Warm Lunches", "Thursdays").replace('"Tea",502\n', ""))
    title, gone = await hand.differences()
    await hand.take_over(title.key, "over", "a slip")
    await hand.take_over(gone.key, "withdrawn", "they rang")
    assert room.state.model.application("A01").title == "Thursdays"
    assert room.state.model.set_aside("A03").why == "they rang"
    assert await hand.differences() == ()


async def test_the_desk_alone_is_told_whose_conflict_was_taken_back(at_desk):
    _folder, room, hand = at_desk
    while room.state.plan.phase is not Phase.READ:
        await room.press(position=room.position(), sure=True)
    await room.do(c.StepOut(3, "A01"))
    with pytest.raises(Refused) as refused:
        await hand.do(c.ComeBack(3, "A01"))
    assert refused.value.code is No.ASK_AGAIN_CONFLICT
    await hand.do(c.ComeBack(3, "A01", sure=True, why="another Jo"))
    [act] = acts(room.state)
    assert act.what.startswith("Seat 3 and “Warm Lunches”: said on the day, taken back at ")
    assert act.why == "another Jo"
