"""Patience with wrong codes, on a clock of our own: a right code never waits for other people's wrong ones."""

from __future__ import annotations

import asyncio

import pytest

from panel_tui.room.card_codes import CHANCE, HASHES, LOOKS, draw_card, fast_hash, hashed
from panel_tui.room.room import Room
from panel_tui.web import wrong_codes as wrong_codes_module
from panel_tui.web.wrong_codes import (
    FIRST_VERSION_A_MINUTE,
    HELD_FOR,
    MOST_HELD,
    CodeTries,
    RateLimit,
    TooMany,
)
from sessions.commands import PrintCards
from sessions.events import Card
from tests.web.phones import Phone
from tests.web.virtual_time import VirtualTime


@pytest.fixture
def time() -> VirtualTime:
    return VirtualTime()


@pytest.fixture
def codes(time: VirtualTime, monkeypatch: pytest.MonkeyPatch) -> CodeTries:
    async def no_work(work, _name):
        return work()

    monkeypatch.setattr(wrong_codes_module, "at_once", no_work)
    return CodeTries(clock=time, sleep=time.sleep)


MOST_SEATS_OF_EIGHT = 50  # above, the first version's codes had ten letters


class Tried:
    """What became of one try: when it was looked at, when it was answered, or that it was turned away."""

    def __init__(self) -> None:
        self.looked_at = self.answered = -1.0
        self.turned_away = False


async def attempt(
    codes: CodeTries, time: VirtualTime, address: str, *, name: str | None = None, right: bool = False
) -> Tried:
    """Try a code. `name` says that its first letters are some card's, nothing that it is a first version's card."""
    tried = Tried()
    try:
        async with codes.turn(address) as this:
            if name is not None:
                await this.slowly(lambda: "hash", name)
            tried.looked_at = time.now
            if right:
                this.right()
    except TooMany:
        tried.turned_away = True
    tried.answered = time.now
    return tried


def addresses(many: int) -> list[str]:
    return [f"10.0.{n // 250}.{n % 250}" for n in range(many)]


async def guess_for(
    codes: CodeTries, time: VirtualTime, address: str, seconds: float, *, name: str | None = None
) -> list[Tried]:
    """Guess one code after another, as fast as they are answered."""
    tried = []
    while time.now < seconds:
        tried.append(await attempt(codes, time, address, name=name))
        if tried[-1].turned_away:
            await time.sleep(0.1)
    return tried


async def test_a_right_code_is_answered_at_once_and_costs_nothing(
    codes: CodeTries, time: VirtualTime
) -> None:
    async def all_right() -> None:
        for _ in range(500):
            await attempt(codes, time, "10.0.0.5", name="KMP", right=True)

    await time.run(all_right())
    assert time.now == 0.0
    assert codes.seen == 0


@pytest.mark.parametrize("name", [None, "KMP"], ids=["first letters wrong", "first letters right"])
async def test_a_wrong_code_is_answered_after_a_second_whatever_was_wrong(codes, time, name) -> None:
    tried = await time.run(attempt(codes, time, "10.0.0.66", name=name))
    assert tried.answered == HELD_FOR
    assert codes.seen == 1


async def test_right_codes_behind_one_address_do_not_wait_for_the_wrong_ones_of_a_stranger_there(
    codes: CodeTries, time: VirtualTime
) -> None:
    """One stranger behind the room's own address, with 200 connections, held four members up for 100 seconds."""

    async def members() -> list[float]:
        waits = []
        for n in range(80):
            await time.sleep(0.37)
            began = time.now
            tried = await attempt(codes, time, "10.0.0.1", name=f"N{n % 4}", right=True)
            waits.append(tried.answered - began)
        return waits

    strangers = [asyncio.ensure_future(guess_for(codes, time, "10.0.0.1", 30)) for _ in range(200)]
    waits = await time.run(members())
    assert max(waits) == 0.0
    assert codes.seen > 1_000
    await time.run(asyncio.gather(*strangers))


async def test_right_codes_do_not_wait_for_a_thousand_addresses(codes: CodeTries, time: VirtualTime) -> None:
    """They know the first letters of half the cards, too, and come back as fast as they are answered."""

    async def honest() -> list[float]:
        waits = []
        for n in range(200):
            await time.sleep(0.29)
            began = time.now
            tried = await attempt(codes, time, f"10.9.0.{n}", name=f"N{n % 50}", right=True)
            assert not tried.turned_away
            waits.append(tried.answered - began)
        return waits

    strangers = [
        asyncio.ensure_future(guess_for(codes, time, address, 60, name=f"N{n % 25}" if n % 20 == 0 else None))
        for n, address in enumerate(addresses(1_000))
    ]
    waits = sorted(await time.run(honest()))
    assert waits[-3] <= 2.0, waits[-5:]
    await time.run(asyncio.gather(*strangers))


async def test_a_right_code_comes_before_guesses_at_other_cards_from_its_own_address(
    codes: CodeTries, time: VirtualTime
) -> None:
    strangers = [asyncio.ensure_future(guess_for(codes, time, "10.0.0.1", 60, name="KMP")) for _ in range(60)]

    async def member() -> float:
        await time.sleep(30)
        began = time.now
        return (await attempt(codes, time, "10.0.0.1", name="R7X", right=True)).answered - began

    assert await time.run(member()) <= 1 / HASHES + 0.01
    await time.run(asyncio.gather(*strangers))


async def test_all_addresses_together_try_no_more_in_four_hours_than_codes_are_long_for(
    codes: CodeTries, time: VirtualTime
) -> None:
    seconds = 60.0
    tried = await time.run(
        asyncio.gather(*(guess_for(codes, time, address, seconds) for address in addresses(1_400)))
    )
    looked_at = sum(not one.turned_away for each in tried for one in each)
    assert looked_at <= LOOKS * (seconds + 5) + 1
    assert looked_at >= LOOKS * seconds * 0.5, "and they did try"


async def test_codes_whose_first_letters_are_known_are_hashed_no_faster_than_they_are_long_for(
    codes: CodeTries, time: VirtualTime
) -> None:
    seconds = 60.0
    tried = await time.run(
        asyncio.gather(*(guess_for(codes, time, one, seconds, name="KMP") for one in addresses(150)))
    )
    looked_at = sum(not one.turned_away for each in tried for one in each)
    assert looked_at <= HASHES * (seconds + 5) + 1
    assert looked_at >= HASHES * seconds * 0.5


async def test_answers_held_back_have_a_bound(codes: CodeTries, time: VirtualTime) -> None:
    tried = await time.run(
        asyncio.gather(*(attempt(codes, time, "10.0.0.66") for _ in range(MOST_HELD + 100)))
    )
    assert sum(one.turned_away for one in tried) == 100
    assert time.now <= MOST_HELD / LOOKS + 0.01


async def test_cards_of_the_first_version_are_guessed_at_no_faster_than_their_letters_allow(
    codes: CodeTries, time: VirtualTime
) -> None:
    seconds = 600.0
    tried = await time.run(
        asyncio.gather(*(guess_for(codes, time, one, seconds, name="") for one in addresses(100)))
    )
    looked_at = sum(not one.turned_away for each in tried for one in each)
    assert looked_at <= FIRST_VERSION_A_MINUTE * (1 + time.now / 60) + 1
    # 28 letters, 8 places, 50 seats
    four_hours = FIRST_VERSION_A_MINUTE * (1 + 4 * 60)
    assert four_hours * MOST_SEATS_OF_EIGHT / 28**8 <= CHANCE


async def after_a_burst(limit: RateLimit, time: VirtualTime) -> float:
    """Say how long a try waits that comes ten seconds after three hundred guesses at once."""

    async def guess() -> None:
        try:
            await limit.take(1)
        except TooMany:
            return

    async def burst() -> float:
        guesses = [asyncio.ensure_future(guess()) for _ in range(300)]
        await time.sleep(10)
        began = time.now
        await limit.take(0)
        waited = time.now - began
        for one in guesses:
            one.cancel()
        return waited

    return await time.run(burst())


async def test_a_burst_leaves_no_debt_behind(time: VirtualTime) -> None:
    """A burst of three hundred made every typed code take half a minute for minutes."""
    limit = RateLimit(0.5, 30, 15, time, time.sleep)
    assert await after_a_burst(limit, time) <= 2.1


async def test_a_seeded_debt_without_a_floor_is_caught(time: VirtualTime) -> None:
    class InDebt(RateLimit):
        async def take(self, misses: float) -> None:
            self._fill()
            self._tokens -= 1
            if self._tokens < 0:
                await self._sleep(min(30.0, -self._tokens / self._a_second))

    assert await after_a_burst(InDebt(0.5, 30, 15, time, time.sleep), time) > 2.1


async def test_a_full_queue_turns_away_those_who_missed_most(time: VirtualTime) -> None:
    limit = RateLimit(1, 1, 3, time, time.sleep)
    await limit.take(0)
    guesses = [asyncio.ensure_future(limit.take(9)) for _ in range(3)]
    await asyncio.sleep(0)
    honest = asyncio.ensure_future(limit.take(0))
    await time.run(asyncio.wait([honest]))
    assert honest.exception() is None
    assert time.now <= 1.01
    assert sum(one.done() and isinstance(one.exception(), TooMany) for one in guesses) == 1
    await time.run(asyncio.gather(*guesses, return_exceptions=True))


async def test_whoever_gives_up_waiting_leaves_the_queue(time: VirtualTime) -> None:
    limit = RateLimit(1, 1, 3, time, time.sleep)
    await limit.take(0)
    gone = asyncio.ensure_future(limit.take(0))
    await asyncio.sleep(0)
    gone.cancel()
    await time.run(limit.take(0))
    assert time.now <= 1.01


async def test_sixty_right_codes_at_once_hold_nobody_up(codes: CodeTries, time: VirtualTime) -> None:
    crowd = [attempt(codes, time, f"10.0.0.{n % 8}", name=f"N{n}", right=True) for n in range(60)]
    await time.run(asyncio.gather(*crowd))
    assert time.now == 0.0


async def test_sixty_right_codes_at_once_of_the_first_version_hold_nobody_up(
    codes: CodeTries, time: VirtualTime
) -> None:
    crowd = [attempt(codes, time, "10.0.0.5", name="", right=True) for _ in range(60)]
    await time.run(asyncio.gather(*crowd))
    assert time.now == 0.0


def instantly(phone: Phone) -> CodeTries:
    desk = phone.app.reception
    desk.codes = CodeTries(clock=lambda: 0.0, sleep=lambda _seconds: asyncio.sleep(0))
    return desk.codes


async def test_a_page_asks_for_a_minute_when_too_many_are_held_back(
    room: Room, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    instantly(phone)
    assert (await phone.http.get("/J/WRONG")).status_code == 404
    monkeypatch.setattr(wrong_codes_module, "MOST_HELD", 0)
    assert (await phone.http.get("/J/WRONG")).status_code == 429


async def test_a_cards_own_key_is_taken_however_many_codes_were_guessed(room: Room, phone: Phone) -> None:
    instantly(phone)
    card = draw_card(room.clock, 4)
    await room.do(PrintCards((Card(4, "", fast_hash(card.key)),)))
    for n in range(60):
        await phone.http.get(f"/J/WRONG{n}")
    assert (await phone.get(f"/J/{card.key}")).name == "seat"
    await phone.send()
    assert phone.page.marks["seat"] == "4"


async def test_a_guess_is_hashed_only_where_its_first_letters_are_a_cards(
    room: Room, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = draw_card(room.clock, 4)
    await room.do(PrintCards((hashed(card, "salt"),)))
    worked: list[str] = []

    async def noted(work, name):
        worked.append(name)
        return work()

    monkeypatch.setattr(wrong_codes_module, "at_once", noted)
    instantly(phone)
    other = "2" if card.code[0] != "2" else "3"
    assert (await phone.http.get(f"/J/{other}{card.code[1:]}")).status_code == 404
    assert (await phone.http.get(f"/J/{card.code[:8]}")).status_code == 404
    assert worked == [card.code[:3]], "only the code with the card's own first letters"
    assert (await phone.get(f"/J/{card.code.lower()}")).name == "seat"


async def test_a_made_up_key_is_a_wrong_code_like_any_other(room: Room, phone: Phone) -> None:
    codes = instantly(phone)
    statuses = [(await phone.http.get(f"/J/{'A' * 25}{n}")).status_code for n in range(2, 8)]
    assert statuses == [404] * 6
    assert codes.seen == 6
