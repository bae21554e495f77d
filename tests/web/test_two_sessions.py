"""Two sessions on one laptop share a host, and cookies know no ports: neither takes what the other gave."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from panel_tui.room.room import Room
from tests.web.phones import HOME, Phone, cookie_of, printed_card, small_room, small_session
from tests.web.test_hand_round import make


@pytest.fixture
async def next_door(tmp_path: Path) -> AsyncIterator[Room]:
    (tmp_path / "next-door").mkdir()
    async with small_room(tmp_path / "next-door", small_session(title="Next door")) as room:
        yield room


async def visiting(phone: Phone, room: Room) -> Phone:
    """Open the other session's pages in the same browser."""
    other = Phone(room)
    other.http.cookies = phone.http.cookies
    return other


async def test_a_phone_that_takes_a_seat_next_door_keeps_its_own(
    room: Room, next_door: Room, phone: Phone
) -> None:
    await phone.join(room)
    other = await visiting(phone, next_door)
    await other.get("/")
    assert other.page.name == "join"
    await other.join(next_door)
    for one in (phone, other):
        await one.get("/")
        assert (one.page.name, 'data-seat="1"' in one.text) == ("wait", True)
        await one.get("/mine")
        assert one.page.signal("my-code") is not None, "and its own code"


async def test_a_phone_that_goes_round_next_door_keeps_its_seat_here(
    room: Room, next_door: Room, phone: Phone
) -> None:
    await phone.join(room)
    other = await visiting(phone, next_door)
    await make(other, next_door)
    assert (await other.get("/")).name == "hand-round"
    assert (await phone.get("/")).name == "wait"


async def test_a_phone_seated_by_an_earlier_version_stays_seated(room: Room, phone: Phone) -> None:
    taken = await room.take(room.door_code)
    phone.http.cookies.set("seat", taken.token, domain="127.0.0.1")
    await phone.get("/")
    assert (phone.page.name, 'data-seat="1"' in phone.text) == ("wait", True)
    card = await printed_card(room, 4)  # and moves as any other does
    await phone.http.post(f"/J/{card}", headers={"Origin": HOME})
    await phone.get("/")
    assert 'data-seat="4"' in phone.text


async def test_one_of_an_earlier_version_that_goes_round_leaves_its_seat(room: Room, phone: Phone) -> None:
    taken = await room.take(room.door_code)
    phone.http.cookies.set("seat", taken.token, domain="127.0.0.1", path="/")
    await make(phone, room)
    assert "seat" not in phone.http.cookies
    assert cookie_of(phone.http, "seat") == ""
    assert (await phone.get("/")).name == "hand-round"
