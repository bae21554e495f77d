"""`kill -9` of a live session under load over HTTP, in a loop: nothing that was acknowledged is ever lost."""

import asyncio
import os
import random
import signal
import sys
import time

import httpx
import pytest

from panel_tui.offline.print_pack import new_cards
from panel_tui.record import RecordView
from panel_tui.record.history import history
from panel_tui.room.open_room import live_room
from sessions.evolve import fold
from tests.journeys.small_session import small_session

SHORT, LONG = 50, 1_000
SEATS = 6


class Child:
    """The live session's process, and the port it answers on."""

    @classmethod
    async def start(cls, folder):
        self = cls()
        command = [sys.executable, "-m", "tests.faults.live_child", str(folder)]
        self.process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        line = await asyncio.wait_for(self.process.stdout.readline(), 60)
        assert line, "the session did not come up again"
        self.base_url = f"http://127.0.0.1:{int(line)}"
        return self

    async def kill_9(self):
        os.kill(self.process.pid, signal.SIGKILL)
        await self.process.wait()


async def seated(folder):
    """Let everyone take a seat by card; give their cookies."""
    async with live_room(folder) as room:
        cards = await new_cards(room, list(room.state.seats))
        return [(await room.take(card.key)).token for card in cards]


async def member(seat, http, base_url, acked, sendings, heard):
    """Change one's mind as fast as the laptop lets one; note each revision that was acknowledged."""
    while True:
        revision = next(sendings)
        fields = {
            "application": "A01",
            "criterion": "reach",
            "id": f"{seat}-{revision}",
            "revision": str(revision),
            "answer": str(1 + revision % 5),
        }
        try:
            reply = await http.post(f"{base_url}/answer", data=fields, headers={"Origin": base_url})
        except httpx.TransportError:
            return  # the laptop has died; what was not acknowledged may be lost
        assert reply.status_code == 303, reply.text
        acked[seat] = revision
        heard.set()


async def lose_nothing(folder, kills, seed=1):
    chance = random.Random(seed)
    cookies = await seated(folder)
    acked, total = {}, 0
    # made once: a new one takes longer than some of these laptops live
    phones = [httpx.AsyncClient(cookies={"seat": cookie}, trust_env=False) for cookie in cookies]
    sendings = iter(range(1, 10**9))
    for _ in range(kills):
        child = await Child.start(folder)
        heard = asyncio.Event()
        everyone = [
            asyncio.create_task(member(seat, phone, child.base_url, acked, sendings, heard))
            for seat, phone in enumerate(phones, start=1)
        ]
        await asyncio.wait_for(heard.wait(), 60)  # from the first acknowledgement on, at any instant
        await asyncio.sleep(chance.uniform(0, 0.25))  # the instant of the kill is the point of the test
        await child.kill_9()
        await asyncio.gather(*everyone)
        state = fold(history(RecordView.read(folder / "record.jsonl").entries))
        for seat, revision in acked.items():
            cell = state.scoring["A01"].cells[seat]["reach"]
            assert cell.revision >= revision, (
                f"seat {seat}: {revision} was acknowledged, {cell.revision} is kept"
            )
            assert cell.answer.value == 1 + cell.revision % 5
        total = sum(len(cells) for cells in state.scoring["A01"].cells.values())
    for phone in phones:
        await phone.aclose()
    assert len(acked) == SEATS
    assert total == SEATS
    return acked


async def test_fifty_kills_lose_nothing_acknowledged(tmp_path):
    began = time.monotonic()
    acked = await lose_nothing(small_session(tmp_path / "panel", seats=SEATS), SHORT)
    print(f"{SHORT} kills, {max(acked.values())} sendings, 0 lost, in {time.monotonic() - began:.0f} s")


@pytest.mark.slow
async def test_a_thousand_kills_lose_nothing_acknowledged(tmp_path):
    acked = await lose_nothing(small_session(tmp_path / "panel", seats=SEATS), LONG, seed=2)
    print(f"{LONG} kills, {max(acked.values())} sendings, 0 lost")
