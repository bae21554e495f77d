"""Patience with wrong codes, on a clock of our own."""

from __future__ import annotations

import asyncio

import pytest

from panel_tui.room import Room
from panel_tui.web.wrong_codes import LONGEST, TooMany, WrongCodes

from .phones import Phone


class Time:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def codes(time: Time) -> WrongCodes:
    return WrongCodes(clock=time, sleep=time.sleep)


async def wrong(codes: WrongCodes, address: str) -> None:
    async with codes.turn(address):
        pass


async def right(codes: WrongCodes, address: str) -> None:
    async with codes.turn(address) as this:
        this.right()


async def test_the_first_wrong_codes_of_a_phone_wait_for_nothing(codes: WrongCodes, time: Time) -> None:
    for _ in range(10):
        await wrong(codes, "10.0.0.5")
    assert time.now == 0.0
    assert codes.seen == 10


async def test_right_codes_cost_nothing(codes: WrongCodes, time: Time) -> None:
    for _ in range(500):
        await right(codes, "10.0.0.5")
    assert time.now == 0.0


async def test_an_address_that_goes_on_guessing_waits(codes: WrongCodes, time: Time) -> None:
    for _ in range(20):
        await wrong(codes, "10.0.0.66")
    assert time.now >= 10 * 6  # ten more at six seconds each


async def test_a_guesser_does_not_hold_up_another_address(codes: WrongCodes, time: Time) -> None:
    for _ in range(15):
        await wrong(codes, "10.0.0.66")
    before = time.now
    await right(codes, "10.0.0.5")
    assert time.now == before


async def test_many_addresses_together_get_thirty_wrong_codes_a_minute(codes: WrongCodes, time: Time) -> None:
    tried = 0
    while time.now < 4 * 60 * 60:
        for n in range(250):
            try:
                await wrong(codes, f"10.0.0.{n}")
                tried += 1
            except TooMany:
                time.now += 0.1
    # 28 letters, 8 places, 50 seats: 10⁻⁶ in four hours allows 7,555 guesses
    assert tried <= 7_555
    assert tried * 50 / 28**8 <= 1e-6


async def test_nobody_is_ever_shut_out(codes: WrongCodes, time: Time) -> None:
    for n in range(200):
        await wrong(codes, f"10.0.1.{n % 100}")
    before = time.now
    await right(codes, "10.0.0.5")
    assert time.now - before <= LONGEST
    time.now += 60
    before = time.now
    await right(codes, "10.0.1.7")
    assert time.now - before <= LONGEST


async def test_only_a_few_tries_of_one_address_wait_at_once() -> None:
    forever = asyncio.Event()

    async def sleep(_seconds: float) -> None:
        await forever.wait()

    codes = WrongCodes(clock=lambda: 0.0, sleep=sleep)
    for _ in range(10):
        await wrong(codes, "10.0.0.66")
    waiting = [asyncio.ensure_future(wrong(codes, "10.0.0.66")) for _ in range(4)]
    for _ in range(5):
        await asyncio.sleep(0)
    with pytest.raises(TooMany):
        await wrong(codes, "10.0.0.66")
    forever.set()
    await asyncio.gather(*waiting)


async def test_a_page_asks_for_a_minute_when_too_many_were_tried(room: Room, phone: Phone) -> None:
    desk = phone.app.state.reception
    desk.codes = WrongCodes(clock=lambda: 0.0, sleep=lambda _seconds: asyncio.sleep(0))
    statuses = {(await phone.http.get(f"/J/WRONG{n}")).status_code for n in range(40)}
    assert statuses == {404, 429}
    assert (await phone.http.get("/J/WRONG9")).status_code == 429
    async with Phone(room, "10.0.0.9") as other:
        assert (await other.get(f"/J/{room.door_code}")).name == "seat"
