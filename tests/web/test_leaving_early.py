"""A phone whose member goes home early: it lets go, its signals with it, and the card brings it back."""

from __future__ import annotations

from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.web.phones import Phone, go_to, printed_card


async def test_the_phone_lets_go_and_comes_back_by_card_with_what_it_gave(room: Room, seated: Phone) -> None:
    code = await printed_card(room, 1)
    await seated.get(f"/J/{code}")
    await seated.send()
    await go_to(room, Phase.SCORE)
    await room.do(c.GiveAnswer(1, "A01", "reach", score(4), "x", 1))
    await seated.post("/signal", signal="break")
    await room.do(c.LeaveEarly(1))
    await seated.get("/")
    assert (seated.page.name, room.signals.counts["break"], room.remind()) == ("join", 0, False)
    assert room.waiting == 1, "the facilitator still sees that one is missing"
    await seated.get(f"/J/{code}")
    await seated.send()
    assert (seated.page.name, room.state.seats[1].here) == ("score", True)
    assert seated.page.heading == "Can they do what they say?", "the first question is answered already"


async def test_the_record_knows_who_went_home_after_a_restart(room: Room, seated: Phone) -> None:
    from panel_tui.record import Record

    await room.do(c.LeaveEarly(1))
    path = room.record.path
    await room.record.close()
    again = Room(Record.open(path, program="tests"))
    assert (again.state.here, again.state.seats[1].left) == ((), True)
    await again.record.close()
