"""All the applications can be read in every phase, and say nothing of any score."""

from __future__ import annotations

from panel_tui.room.room import Room
from sessions.model.phases import Phase
from tests.web.phones import Phone


async def test_all_the_applications_can_be_read_in_every_phase_of_the_day(room: Room, seated: Phone) -> None:
    met = set()
    for _ in range(60):
        await seated.get("/applications")
        assert (seated.status, seated.page.name) == (200, "applications")
        for one in room.state.model.applications:
            assert one.title in seated.text
            assert one.summary in seated.text
        met.add(room.state.plan.phase)
        if room.state.ended:
            break
        await room.press(position=room.position(), sure=True)
    assert {Phase.PRACTICE, Phase.READ, Phase.SCORE, Phase.TALK, Phase.BREAK, Phase.THANKS} <= met


async def test_a_stranger_is_asked_to_take_a_seat_first(room: Room) -> None:
    async with Phone(room) as stranger:
        await stranger.get("/applications")
        assert stranger.page.name == "join"
        assert "Lunch." not in stranger.text
