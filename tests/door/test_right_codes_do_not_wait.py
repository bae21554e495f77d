"""Strangers try codes from every side; whoever has a right one is in at once, and scoring goes on as before."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from panel_tui.room import card_codes as codes_module
from panel_tui.room import joining as door_module
from panel_tui.room.card_codes import ALPHABET, NAME_LENGTH, NewCard, code_length, draw_card, hashed
from panel_tui.room.room import Room
from panel_tui.web import build_app
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.door.asking import ask
from tests.elbow_room import stretched
from tests.web.phones import go_to, small_room, small_session

pytestmark = pytest.mark.held_back
REAL_HASH = codes_module.slow_hash
SEATS, SCORING = 30, range(1, 11)
HOME = "10.0.0.1"  # the room's own address, as a router gives it to everyone in it


@contextlib.asynccontextmanager
async def doors(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Room, Starlette, list[NewCard]]]:
    """A room in the middle of scoring, whose cards were really hashed."""
    monkeypatch.setattr(door_module, "slow_hash", REAL_HASH)
    monkeypatch.setattr(codes_module, "slow_hash", REAL_HASH)
    async with small_room(folder, small_session(seats=SEATS)) as room:
        cards = [draw_card(room.clock, seat, seats=SEATS) for seat in room.state.seats]
        await room.do(c.PrintCards(tuple(hashed(card, "salt") for card in cards)))
        for card in cards[: len(SCORING)]:
            await room.take(card.key)
        await go_to(room, Phase.SCORE)
        yield room, build_app(room), cards


async def strangers(app: Starlette, addresses: list[str], names: list[str]) -> None:
    """Try one code after another from each address; every hundredth begins as a card does."""
    chance = random.Random(3)

    async def one(address: str) -> None:
        while True:
            known = names and chance.random() < 0.01
            length = code_length(SEATS) - (NAME_LENGTH if known else 0)
            code = (chance.choice(names) if known else "") + "".join(chance.choices(ALPHABET, k=length))
            await ask(app, f"/J/{code}", address=address)

    await asyncio.gather(*(one(address) for address in addresses))


async def how_long(work) -> float:
    began = time.perf_counter()
    await work
    return time.perf_counter() - began


async def arrive(app: Starlette, card: NewCard, address: str) -> None:
    """Type a card's code and take its seat."""
    assert (await ask(app, f"/J/{card.code}", address=address))[0] == 200
    assert (await ask(app, f"/J/{card.code}", method="POST", address=address))[0] == 303


async def answers(room: Room, seconds: float) -> list[float]:
    """Let members score all the while; say how long each answer took to be kept."""
    took, until, number = [], time.perf_counter() + seconds, 0
    while time.perf_counter() < until:
        number += 1
        seat = SCORING[number % len(SCORING)]
        answer = c.GiveAnswer(seat, "A01", "reach", score(1 + number % 5), f"s{number}", number)
        took.append(await how_long(room.do(answer)))
        await asyncio.sleep(0.02)
    return took


async def waits(
    folder: Path, monkeypatch: pytest.MonkeyPatch, addresses: list[str], seconds: float
) -> tuple[list[float], list[float]]:
    """Say how long each honest member took to be seated, and each answer to be kept, under these addresses."""
    async with doors(folder, monkeypatch) as (room, app, cards):
        names = [card.code[:NAME_LENGTH] for card in cards[::2]]
        trying = asyncio.ensure_future(strangers(app, addresses, names))
        scoring = asyncio.ensure_future(answers(room, seconds))
        arriving = cards[len(SCORING) :]
        took = []
        for card in arriving:
            await asyncio.sleep(seconds / len(arriving) / 2)
            took.append(await how_long(arrive(app, card, HOME)))
        kept = await scoring
        assert not trying.done() or trying.result()
        trying.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await trying
        assert len(room.state.taken) == SEATS
        return sorted(took), sorted(kept)


def told(took: list[float], kept: list[float]) -> str:
    return (
        f"\nseated: median {took[len(took) // 2]:.3f} s, slowest {took[-1]:.3f} s;"
        f" answers kept: median {kept[len(kept) // 2] * 1e3:.1f} ms, p99 {kept[int(len(kept) * 0.99)] * 1e3:.0f} ms"
    )


@pytest.mark.alone
async def test_right_codes_are_in_though_a_stranger_behind_their_address_tries_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    took, kept = await waits(tmp_path, monkeypatch, [HOME] * 200, 4)
    print(told(took, kept))
    assert took[-1] <= stretched(2.0)


@pytest.mark.slow
@pytest.mark.alone
async def test_right_codes_are_in_within_two_seconds_under_a_thousand_addresses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    took, kept = await waits(tmp_path, monkeypatch, [f"10.1.{n // 250}.{n % 250}" for n in range(1_000)], 20)
    print(told(took, kept))
    assert took[-1] <= stretched(2.0)
    assert kept[int(len(kept) * 0.99)] <= stretched(0.5)
