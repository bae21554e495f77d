"""A second scan while seated: staying is the obvious thing, moving frees the old seat, an ousted phone is told why."""

from __future__ import annotations

from panel_tui.room.room import Room
from sessions.commands import GiveAnswer, LeaveEarly
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.web.phones import Phone, go_to, printed_card


async def test_a_second_scan_says_which_seat_this_phone_has(room: Room, seated: Phone) -> None:
    await seated.get(f"/J/{room.door_code}")
    assert (seated.page.name, seated.page.heading) == ("seat", "You have seat 1")
    await seated.send()
    assert seated.page.name == "wait"
    assert [n for n, seat in room.state.seats.items() if seat.taken] == [1]


async def test_moving_frees_the_old_seat_for_somebody_else(room: Room, seated: Phone) -> None:
    await seated.get(f"/J/{room.door_code}")
    await seated.send("move")
    assert [n for n, seat in room.state.seats.items() if seat.taken] == [2]
    assert seated.page.marks["seat"] == "2"
    async with Phone(room) as other:
        await other.join(room)
        assert other.page.marks["seat"] == "1"


async def test_the_code_shown_after_moving_is_the_new_seats(room: Room, seated: Phone) -> None:
    await seated.get(f"/J/{room.door_code}")
    await seated.send("move")
    code = seated.text.partition('class="big code">')[2].partition("<")[0]
    async with Phone(room) as other:
        await other.post("/join", code=code)
        assert other.page.heading == "Take seat 2?"


async def test_a_seat_that_has_given_scores_is_never_handed_to_another(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await room.do(GiveAnswer(1, "A01", "reach", score(4), "id", 1))
    card = await printed_card(room, 3)
    await seated.get(f"/J/{card.replace('-', '')}")
    assert seated.page.heading == "You have seat 1"
    await seated.send("move")
    assert seated.page.marks["seat"] == "3"
    assert (room.state.seats[1].left, room.state.seats[1].taken) == (True, True)


async def test_an_ousted_phone_is_told_why_and_what_to_do(room: Room, seated: Phone) -> None:
    card = await printed_card(room, 1)
    await seated.post(f"/J/{card.replace('-', '')}", id="mine")
    async with Phone(room) as other:
        await other.post(f"/J/{card.replace('-', '')}", id="theirs")
        assert other.page.marks["seat"] == "1"
    await seated.get("/")
    assert seated.page.name == "join"
    assert seated.news.startswith("Another phone has taken your seat with its card.")


async def test_a_phone_whose_member_went_home_is_told_that_it_holds_no_seat(
    room: Room, seated: Phone
) -> None:
    await room.do(LeaveEarly(1))
    await seated.get("/")
    assert seated.news.startswith("We were told that you have gone home.")


async def test_a_stranger_is_told_nothing_of_seats(room: Room) -> None:
    async with Phone(room) as stranger:
        await stranger.get("/")
        assert stranger.news == ""
