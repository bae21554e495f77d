"""A whole panel arrives at one moment, behind one address: nobody who has a right code waits."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from panel_tui.room import card_codes as codes_module
from panel_tui.room import joining as door_module
from panel_tui.room.card_codes import NewCard, draw_card, fast_hash, slow_hash
from panel_tui.room.room import Room
from panel_tui.web import serve
from panel_tui.web.wrong_codes import CodeTries
from sessions.commands import PrintCards
from sessions.events import Card
from tests.web.phones import cookie_of, small_room, small_session

SEATS = 60
WAYS: dict[str, Callable[[Room, NewCard], str]] = {
    "by the square on the card": lambda _room, card: card.key,
    "by the code typed from the card": lambda _room, card: card.code,
    "by the square on the wall": lambda room, _card: room.door_code,
}
in_every_way = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())


def quick_hash(code: str, salt: str) -> str:
    return f"{salt}:{hashlib.sha256(f'{salt}{code}'.encode()).hexdigest()}"


async def arrive(folder: Path, way: Callable[[Room, NewCard], str], hash_code: Callable) -> list[float]:
    """Let everyone look at the door and take the seat at once; say how long each one took."""
    async with (
        small_room(folder, small_session(seats=SEATS)) as room,
        serve(room, "127.0.0.1", 0) as server,
    ):
        cards = [draw_card(room.clock, seat) for seat in room.state.seats]
        await room.do(
            PrintCards(
                tuple(
                    Card(one.seat, f"{one.code[:3]}:{hash_code(one.code, 'salt')}", fast_hash(one.key))
                    for one in cards
                )
            )
        )

        async def never(_seconds: float) -> None:
            raise AssertionError("somebody with a right code was made to wait")

        server.app.reception.codes = CodeTries(sleep=never)
        home = f"http://127.0.0.1:{server.port}"
        took = await asyncio.gather(
            *(one_arrives(home, way(room, card), f"phone-{card.seat}") for card in cards)
        )
        assert room.state.taken == tuple(range(1, SEATS + 1))
        assert server.wrong_codes == 0
        return took


async def one_arrives(home: str, code: str, sending: str) -> float:
    async with httpx.AsyncClient(base_url=home, trust_env=False, timeout=60, verify=False) as phone:
        began = time.perf_counter()
        assert 'data-page="seat"' in (await phone.get(f"/J/{code}")).text
        taken = await phone.post(f"/J/{code}", data={"id": sending}, headers={"Origin": home})
        assert taken.status_code == 303
        assert cookie_of(taken, "seat")
        return time.perf_counter() - began


@in_every_way
async def test_sixty_right_codes_at_once_from_one_address_wait_for_nothing(
    tmp_path: Path, way: Callable[[Room, NewCard], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_module, "slow_hash", quick_hash)
    monkeypatch.setattr(codes_module, "slow_hash", quick_hash)
    await arrive(tmp_path, way, quick_hash)


@pytest.mark.slow
@in_every_way
async def test_sixty_people_are_in_their_seats_within_seconds(
    tmp_path: Path, way: Callable[[Room, NewCard], str], request: pytest.FixtureRequest
) -> None:
    took = sorted(await arrive(tmp_path, way, slow_hash))
    print(f"\n{request.node.callspec.id}: median {took[30]:.2f} s, last {took[-1]:.2f} s")
    assert took[-1] < 30
