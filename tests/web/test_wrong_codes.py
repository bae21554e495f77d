"""Patience with wrong codes, on a clock of our own."""

from __future__ import annotations

import asyncio

import pytest

from panel_tui.codes import draw_card, fast_hash
from panel_tui.room import Room
from panel_tui.web.wrong_codes import LONGEST, TooMany, WrongCodes
from sessions.commands import PrintCards
from sessions.events import Card

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


class Looking:
    """Codes that are being looked at, until somebody says what they are."""

    def __init__(self, codes: WrongCodes, address: str, many: int) -> None:
        self.codes, self.address = codes, address
        self.known = asyncio.Event()
        self.right = False
        self.tries = [asyncio.ensure_future(self._one()) for _ in range(many)]

    async def _one(self) -> None:
        async with self.codes.turn(self.address) as this:
            await self.known.wait()
            if self.right:
                this.right()

    async def turn_out(self, *, right: bool) -> None:
        self.right = right
        self.known.set()
        await asyncio.gather(*self.tries)


async def begun() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_codes_that_are_still_being_looked_at_hold_up_no_right_one(
    codes: WrongCodes, time: Time
) -> None:
    looking = Looking(codes, "10.0.0.5", 60)
    await begun()
    await looking.turn_out(right=True)
    assert time.now == 0.0
    assert codes.seen == 0


async def test_codes_that_turn_out_wrong_make_those_behind_them_wait(codes: WrongCodes, time: Time) -> None:
    looking = Looking(codes, "10.0.0.66", 14)
    await begun()
    await looking.turn_out(right=False)
    assert time.now >= 4 * 6
    assert codes.seen == 14


async def test_a_crowd_of_guesses_behind_those_being_looked_at_is_turned_away_in_the_end() -> None:
    forever = asyncio.Event()
    codes = WrongCodes(clock=lambda: 0.0, sleep=lambda _seconds: forever.wait())  # type: ignore[arg-type]
    looking = Looking(codes, "10.0.0.66", 100)
    await begun()
    looking.known.set()
    await begun()
    turned_away = [one for one in looking.tries if one.done() and isinstance(one.exception(), TooMany)]
    assert len(turned_away) == 100 - 10 - 4
    forever.set()
    await asyncio.gather(*looking.tries, return_exceptions=True)


async def test_many_addresses_with_right_codes_at_one_moment_hold_up_nobody(
    codes: WrongCodes, time: Time
) -> None:
    crowds = [Looking(codes, f"10.0.0.{n}", 15) for n in range(8)]
    await begun()
    for one in crowds:
        await one.turn_out(right=True)
    assert time.now == 0.0


async def test_a_cards_own_key_is_taken_however_many_codes_were_guessed(room: Room, phone: Phone) -> None:
    desk = phone.app.state.reception
    desk.codes = WrongCodes(clock=lambda: 0.0, sleep=lambda _seconds: asyncio.sleep(0))
    card = draw_card(room.clock, 4)
    await room.do(PrintCards((Card(4, "", fast_hash(card.key)),)))
    while (await phone.http.get("/J/WRONG")).status_code != 429:
        pass
    assert (await phone.get(f"/J/{card.key}")).name == "seat"
    await phone.send()
    assert phone.page.marks["seat"] == "4"


async def test_a_made_up_key_is_a_wrong_code_like_any_other(room: Room, phone: Phone) -> None:
    desk = phone.app.state.reception
    desk.codes = WrongCodes(clock=lambda: 0.0, sleep=lambda _seconds: asyncio.sleep(0))
    statuses = [(await phone.http.get(f"/J/{'A' * 25}{n}")).status_code for n in range(2, 8)]
    assert statuses == [404] * 6
    assert desk.codes.seen == 6
