"""A million guesses at the door, on a clock of our own: nobody gets in, and few are even looked at."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest

from panel_tui import door as door_module
from panel_tui.codes import ALPHABET, CODE_LENGTH, DOOR_LENGTH, KEY_LENGTH, draw_card, fast_hash
from panel_tui.web import build_app
from panel_tui.web.wrong_codes import EVERYONE, WrongCodes
from sessions.commands import PrintCards
from sessions.events import Card
from tests.web.phones import QuickClock, small_room, small_session

from .asking import ask
from .conftest import quick_hash

SEATS, ADDRESSES = 50, 250
A_TRY = 4 * 60 * 60 / 1_000_000  # seconds between two guesses: a million in four hours


class SeededClock(QuickClock):
    """Chance that comes out the same at each run, so that a test cannot fail by a stranger's luck."""

    def __init__(self) -> None:
        super().__init__()
        self._chance = random.Random(20)

    def letters(self, alphabet: str, length: int) -> str:
        return "".join(self._chance.choices(alphabet, k=length))

    def token(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"


class Night:
    """Time that passes as strangers try, and as they are made to wait."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


async def guess(folder: Path, many: int) -> tuple[int, int, int, float]:
    """Guess codes, keys and cookies from many addresses; count those let in, looked at and turned away."""
    chance, night = random.Random(21), Night()
    async with small_room(folder, small_session(seats=SEATS)) as room:
        room.clock = SeededClock()
        cards = [draw_card(room.clock, seat) for seat in room.state.seats]
        await room.do(
            PrintCards(
                tuple(Card(one.seat, quick_hash(one.code, "salt"), fast_hash(one.key)) for one in cards)
            )
        )
        for card in cards[: SEATS // 2]:
            await room.take(card.key)
        app = build_app(room)
        codes = app.state.reception.codes = WrongCodes(clock=night, sleep=night.sleep)
        taken, inside, turned = room.state.taken, 0, 0
        addresses = itertools.cycle(f"10.0.1.{n}" for n in range(ADDRESSES))
        for address in itertools.islice(addresses, many):
            night.now += A_TRY
            length = chance.choice((CODE_LENGTH, CODE_LENGTH, DOOR_LENGTH, KEY_LENGTH))
            code = "".join(chance.choices(ALPHABET, k=length))
            method = chance.choice(("GET", "POST"))
            cookie = f"seat={chance.getrandbits(128):032x}"
            status, body = await ask(app, f"/J/{code}", method=method, cookie=cookie, address=address)
            turned += status == 429
            inside += status not in (404, 429) or b'data-seat=""' not in body
        assert room.state.taken == taken
        return inside, codes.seen, turned, night.now


def _guesses_allowed(seconds: float) -> float:
    return EVERYONE * (1 + seconds / 60)


async def _nobody_gets_in(folder: Path, many: int) -> None:
    inside, looked_at, turned_away, seconds = await guess(folder, many)
    print(
        f"\n{many} guesses in {seconds / 3600:.1f} hours: {looked_at} looked at, {turned_away} turned away, {inside} in"
    )
    assert inside == 0
    assert looked_at + turned_away == many
    assert looked_at <= _guesses_allowed(seconds)


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


async def _any_card(state, _code):
    return next(seat.key for seat in state.seats.values())


def test_the_chance_of_a_right_guess_in_four_hours_is_below_a_millionth() -> None:
    guesses = _guesses_allowed(4 * 60 * 60)
    assert guesses * SEATS / len(ALPHABET) ** CODE_LENGTH <= 1e-6
