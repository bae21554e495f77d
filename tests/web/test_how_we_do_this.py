""" "Can we talk about how we do this?", what is agreed on it, and the facilitator's own look back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from panel_tui.desk.allowed_commands import read_wish
from panel_tui.facilitator.facilitator_api import RoomApi
from panel_tui.record.history import history
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.audit import audit
from sessions.evolve import fold
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from sessions.views.desk.look_back import looking_back
from tests.exports.days import Day, panel
from tests.exports.made import page, session
from tests.web.phones import Phone, go_to, small_room


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    async with small_room(tmp_path) as room:
        yield room


async def test_the_signal_is_a_count_and_nothing_else(day: Room) -> None:
    async with Phone(day) as phone:
        await phone.join(day)
        before = len(day.record.entries)
        await phone.send("our-way")
        assert "Can we talk about how we do this?" in phone.text
        assert RoomApi(day).signals()["our-way"] == 1
        assert len(day.record.entries) == before, "it is kept nowhere"
        await go_to(day, Phase.PRACTICE)
        assert RoomApi(day).signals()["our-way"] == 0


async def test_what_the_room_agreed_is_in_the_record_as_it_was_said(day: Room) -> None:
    await go_to(day, Phase.TALK)
    for text in ("We let the quiet ones speak first.", "We stop at one."):
        await day.do(c.AgreeWay(text))
    assert [one.text for one in day.state.ways] == ["We let the quiet ones speak first.", "We stop at one."]
    assert fold(history(day.record.entries)).ways == day.state.ways
    assert audit(history(day.record.entries)) is None
    with pytest.raises(Refused):
        await day.do(c.AgreeWay(""))


async def test_the_look_back_counts_what_was_done_by_hand_and_comes_as_the_day_closes(day: Room) -> None:
    async with Phone(day) as phone:
        await phone.join(day)
        await go_to(day, Phase.PRACTICE)
        assert looking_back(day.state) is None
        with pytest.raises(Refused):
            await day.do(c.LookBack(("I hurried us.",)))
        await day.do(c.AddSeat())
        await day.do(c.TakeBreak(5))
        await day.do(c.Undo(day.position()))
        await go_to(day, Phase.CLOSING)
    found = looking_back(day.state)
    assert found is not None
    assert ("The last step was taken back", 1) in found.steering
    assert ("A seat was added", 1) in found.others
    by_hand = sum(n for _, n in (*found.steering, *found.others))
    assert by_hand == sum(
        one.what not in ("member-left", "ballots-unread") for one in day.state.interventions
    )


async def test_two_lines_are_kept_also_when_the_day_is_over(day: Room) -> None:
    await go_to(day, Phase.THANKS)
    await day.do(c.LookBack(("I skipped the tea.", "I looked at the clock when seat three spoke.")))
    await day.do(c.LookBack(("I skipped the tea.",)))
    assert day.state.look_back == ("I skipped the tea.",)
    assert audit(history(day.record.entries)) is None
    for lines in ((), ("",), ("1", "2", "3")):
        with pytest.raises(Refused):
            await day.do(c.LookBack(lines))


def test_the_desk_may_wish_for_both() -> None:
    for body in (
        b'{"name":"AgreeWay","values":{"text":"x"}}',
        b'{"name":"LookBack","values":{"lines":["x"]}}',
    ):
        read_wish(body)


def test_files_for_staff_tell_both_and_public_ones_what_the_room_agreed() -> None:
    day = Day(panel())
    day.do(c.AgreeWay("=We let the quiet ones speak first."))
    while day.state.plan.phase is not Phase.CLOSING:
        day.press()
    day.do(c.LookBack(("I skipped the tea.",)))
    while not day.state.ended:
        day.press()
    assert session(day)["session"]["ways"] == ["=We let the quiet ones speak first."]
    assert session(day)["session"]["look_back"] == ["I skipped the tea."]
    told, public = page(day), page(day, public=True)
    for text in ("How we agreed to do this", "We let the quiet ones speak first."):
        assert text in told
        assert text in public
    assert "The facilitator looks back" in told
    assert "I skipped the tea." in told
    assert "I skipped the tea." not in public
    assert session(day, public=True)["session"]["look_back"] == []
