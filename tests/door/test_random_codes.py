"""A million guesses at the door, on a clock of our own: nobody gets in, and few are even looked at."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from panel_tui.room import joining as door_module
from panel_tui.room.card_codes import (
    ALPHABET,
    DOOR_LENGTH,
    KEY_LENGTH,
    LOOKS,
    NAME_LENGTH,
    code_length,
    draw_card,
    hashed,
)
from panel_tui.web import build_app
from panel_tui.web.wrong_codes import CodeTries
from sessions.commands import PrintCards
from tests.door.asking import ask
from tests.web.phones import QuickClock, small_room, small_session
from tests.web.virtual_time import VirtualTime

SEATS, ADDRESSES = 50, 250


class SeededClock(QuickClock):
    """Chance that comes out the same at each run, so that a test cannot fail by a stranger's luck."""

    def __init__(self) -> None:
        super().__init__()
        self._chance = random.Random(20)

    def letters(self, alphabet: str, length: int) -> str:
        return "".join(self._chance.choices(alphabet, k=length))

    def token(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"


async def guess(folder: Path, many: int) -> tuple[int, int, int, float]:
    """Guess codes, keys and cookies from many addresses; count those let in, looked at and turned away."""
    chance, night = random.Random(21), VirtualTime()
    async with small_room(folder, small_session(seats=SEATS)) as room:
        room.clock = SeededClock()
        cards = [draw_card(room.clock, seat, seats=SEATS) for seat in room.state.seats]
        await room.do(PrintCards(tuple(hashed(card, "salt") for card in cards)))
        for card in cards[: SEATS // 2]:
            await room.take(card.key)
        app = build_app(room)
        codes = app.reception.codes = CodeTries(clock=night, sleep=night.sleep)
        taken, names = room.state.taken, [card.code[:NAME_LENGTH] for card in cards]
        guesses = iter(range(many))
        inside = turned = 0

        async def stranger(address: str) -> None:
            nonlocal inside, turned
            for number in guesses:
                code = _drawn(chance, names, number)
                method = chance.choice(("GET", "POST"))
                cookie = f"seat={chance.getrandbits(128):032x}"
                status, body = await ask(app, f"/J/{code}", method=method, cookie=cookie, address=address)
                turned += status == 429
                inside += status not in (404, 429) or b'data-seat=""' not in body

        await night.run(asyncio.gather(*(stranger(f"10.0.1.{n}") for n in range(ADDRESSES))))
        assert room.state.taken == taken
        return inside, codes.seen, turned, night.now


def _drawn(chance: random.Random, names: list[str], number: int) -> str:
    """Draw a guess; one in a hundred begins with the first letters of a card."""
    if number % 100 == 0:
        return chance.choice(names) + "".join(chance.choices(ALPHABET, k=code_length(SEATS) - NAME_LENGTH))
    length = chance.choice((code_length(SEATS), code_length(SEATS), DOOR_LENGTH, 8, KEY_LENGTH))
    return "".join(chance.choices(ALPHABET, k=length))


async def _nobody_gets_in(folder: Path, many: int) -> None:
    inside, looked_at, turned_away, seconds = await guess(folder, many)
    print(
        f"\n{many} guesses in {seconds / 3600:.2f} hours: {looked_at} looked at, {turned_away} turned away, {inside} in"
    )
    assert inside == 0
    assert looked_at + turned_away == many
    assert looked_at <= LOOKS * (seconds + 5)


async def test_twenty_thousand_random_codes_let_nobody_in(tmp_path: Path) -> None:
    await _nobody_gets_in(tmp_path, 20_000)


@pytest.mark.slow
async def test_a_million_random_codes_let_nobody_in(tmp_path: Path) -> None:
    await _nobody_gets_in(tmp_path, 1_000_000)


async def test_the_count_would_notice_somebody_who_got_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_module, "card_hash", _any_card)
    inside, *_ = await guess(tmp_path, 50)
    assert inside > 0


async def _any_card(state, _code, _slowly):
    return next(seat.key for seat in state.seats.values())
