"""`kill -9` of a real session in mid-ballot, over HTTP: what was acknowledged comes back with the phones' cookies."""

import asyncio
import json
import os
import random
import signal
import sys

import httpx
import pytest

from tests.secrecy.laptop import SEATS
from tests.secrecy.table import CHOICES, REF, ROUND, counted, seat_key

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
SHORT, LONG = 4, 100


class Laptop:
    """The session's process."""

    async def start(self, folder):
        command = [sys.executable, "-m", "tests.secrecy.laptop", str(folder)]
        pipe = asyncio.subprocess.PIPE
        self.process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)
        self.url = f"http://127.0.0.1:{int(await self.heard())}"

    async def heard(self):
        line = await asyncio.wait_for(self.process.stdout.readline(), 60)
        assert line, "the laptop said nothing"
        return line

    async def told(self, order):
        self.process.stdin.write(f"{order}\n".encode())
        return json.loads(await self.heard())

    async def kill_9(self):
        os.kill(self.process.pid, signal.SIGKILL)
        await self.process.wait()

    async def leave(self):
        self.process.stdin.close()
        await self.process.wait()


class Phone:
    """Keeps its cookies, whatever happens to the laptop."""

    def __init__(self, seat):
        self.seat = seat
        self.cookies = httpx.Cookies()
        self.acknowledged = None
        self.heard = asyncio.Event()

    async def send(self, url, method, path, **fields):
        async with httpx.AsyncClient(
            base_url=url, cookies=self.cookies, trust_env=False, verify=False
        ) as http:
            answer = await http.request(method, path, data=fields or None, headers={"Origin": url})
        self.cookies.update(http.cookies)
        return answer

    async def join(self, url):
        await self.send(url, "POST", f"/J/{seat_key(self.seat)}", id=f"take-{self.seat}")

    async def look(self, url):
        return (await self.send(url, "GET", "/")).text

    async def vote_on_and_on(self, url, chance):
        """Change one's mind as fast as the laptop lets one, until it is gone."""
        while True:
            # five of us name an option, so that a count is kept
            choice = chance.choice(CHOICES if self.seat > 5 else CHOICES[:-1])
            try:
                answer = await self.send(
                    url, "POST", "/ballot", application=REF, round=str(ROUND), choice=choice
                )
            except httpx.HTTPError:
                return
            assert answer.status_code == 303
            self.acknowledged = choice
            self.heard.set()


async def killed_often(folder, kills, seed):
    chance = random.Random(seed)
    laptop, phones = Laptop(), [Phone(seat) for seat in range(1, SEATS + 1)]
    await laptop.start(folder)
    for phone in phones:
        await phone.join(laptop.url)
    for _ in range(kills):
        voting = [asyncio.create_task(phone.vote_on_and_on(laptop.url, chance)) for phone in phones]
        # once everyone has a ballot in, at any instant
        await asyncio.wait_for(asyncio.gather(*(phone.heard.wait() for phone in phones)), 60)
        instant = asyncio.Event()
        asyncio.get_running_loop().call_later(chance.random() / 5, instant.set)
        await instant.wait()
        await laptop.kill_9()
        await asyncio.gather(*voting)
        await laptop.start(folder)
        for phone in phones:
            phone.heard.clear()
            assert "Your ballot is in the box" in await phone.look(laptop.url), f"seat {phone.seat}"
    counts = await laptop.told("press")
    assert counts == list(counted(phone.acknowledged for phone in phones))
    await laptop.leave()
    assert not list(folder.glob("record.ballots*"))


async def test_ballots_outlive_the_laptop(tmp_path):
    await killed_often(tmp_path, SHORT, seed=1)


@pytest.mark.slow
async def test_ballots_outlive_a_hundred_kills(tmp_path):
    await killed_often(tmp_path, LONG, seed=2)


async def test_the_wall_says_who_is_waited_for_after_a_kill(tmp_path):
    laptop, phones = Laptop(), [Phone(seat) for seat in range(1, SEATS + 1)]
    await laptop.start(tmp_path)
    for phone in phones[:6]:
        await phone.join(laptop.url)
        await phone.send(laptop.url, "POST", "/ballot", application=REF, round="1", choice="5")
    await laptop.kill_9()
    (box,) = tmp_path.glob("record.ballots*")
    assert box.stat().st_mode & 0o777 == 0o600
    await laptop.start(tmp_path)
    for phone in (*phones[:2], *phones[3:6]):
        await phone.look(laptop.url)
    wall = await laptop.told("wall")
    assert wall[0] == "5 of 6 ballots restored; waiting for seat 3."
    assert await laptop.told("press") == [0, 0, 0, 0, 5, 0]
    await laptop.leave()
