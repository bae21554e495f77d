"""The wall over a room: it breaks, it is left at once, or what should come up behind it does not."""

import asyncio
import contextlib
from types import SimpleNamespace

import pytest

from panel_tui.facilitator.wall_app import LEFT
from panel_tui.ready.checks import Laptop
from panel_tui.ready.power import Awake
from panel_tui.running import background, run
from panel_tui.system.errors import Unable
from tests.journeys.small_session import small_session


class Walls:
    """Stands in for the wall's class: each wall it makes lives through the next of these lives."""

    def __init__(self, *lives):
        self.lives = list(lives)
        self.opened = 0

    def __call__(self, room, laptop, drawn):
        self.opened += 1
        return OneWall(room, drawn, self.lives.pop(0))


class OneWall:
    def __init__(self, room, drawn, life):
        self.room, self.drawn, self.life = room, drawn, life
        self.is_running = False
        self.left = asyncio.get_running_loop().create_future()

    async def run_async(self):
        self.is_running = True
        try:
            return await self.life(self)
        finally:
            self.is_running = False

    def call_later(self, callback, *given):
        if self.is_running:  # a screen that is gone hears nothing
            callback(*given)

    def tell(self, words):
        pass

    def exit(self, result):
        if not self.left.done():
            self.left.set_result(result)


async def breaks_at_once(_wall):
    return None


async def leaves_at_once(_wall):
    return LEFT


async def breaks_once_drawn(wall):
    wall.drawn.set()
    await asyncio.sleep(0.05)


async def stands_until_left(wall):
    wall.drawn.set()
    return await wall.left


def a_day(tmp_path):
    return run.run(small_session(tmp_path / "panel"), host="127.0.0.1", port=0)


async def test_a_server_that_fails_while_the_wall_is_opened_again_ends_the_day_and_says_why(
    tmp_path, monkeypatch
):
    @contextlib.asynccontextmanager
    async def failing(*_given):
        await asyncio.sleep(0.3)
        raise OSError("no room for sockets")
        yield

    walls = Walls(breaks_once_drawn, stands_until_left)
    monkeypatch.setattr(run, "WallApp", walls)
    monkeypatch.setattr(run, "answering", failing)
    with pytest.raises(OSError, match="no room for sockets"):
        await asyncio.wait_for(a_day(tmp_path), 5)
    assert walls.opened == 1


async def test_phones_are_answered_though_the_first_wall_broke_before_it_was_drawn(tmp_path, monkeypatch):
    heard = []

    async def looks_on(wall):
        """Never say that it is drawn."""
        host, _, port = wall.room.address.rpartition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(f"GET /health HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
        heard.append(await asyncio.wait_for(reader.read(), 5))
        writer.close()
        return LEFT

    monkeypatch.setattr(run, "WallApp", Walls(breaks_at_once, looks_on))
    await asyncio.wait_for(a_day(tmp_path), 20)
    assert heard[0].startswith(b"HTTP/1.1 200")
    assert heard[0].endswith(b"ok")


async def test_a_wall_that_is_left_at_once_brings_nothing_up_and_gives_the_port_back(tmp_path, monkeypatch):
    bound, brought_up = [], []
    binding = run.bound

    def remembering(host, port):
        bound.append(binding(host, port))
        return bound[0]

    @contextlib.asynccontextmanager
    async def answering(*_given):
        brought_up.append(True)
        yield True

    monkeypatch.setattr(run, "WallApp", Walls(leaves_at_once))
    monkeypatch.setattr(run, "bound", remembering)
    monkeypatch.setattr(run, "answering", answering)
    await asyncio.wait_for(a_day(tmp_path), 5)
    assert not brought_up
    assert bound[0].fileno() == -1


@pytest.mark.parametrize(
    ("long", "opened", "ends"),
    [(0.0, 8, contextlib.nullcontext()), (60.0, 5, pytest.raises(Unable, match="Everything is kept"))],
)
async def test_a_wall_that_breaks_now_and_then_is_opened_each_time_one_that_never_stands_is_not(
    tmp_path, monkeypatch, long, opened, ends
):
    walls = Walls(*[breaks_at_once] * 7, leaves_at_once)
    monkeypatch.setattr(run, "WallApp", walls)
    monkeypatch.setattr(run, "_CARD", 0.0)
    monkeypatch.setattr(run, "_STANDS", long)
    with ends:
        await run.Wall(SimpleNamespace(record=SimpleNamespace(entries=[])), Laptop(tmp_path, Awake())).keep()
    assert walls.opened == opened


async def test_an_address_that_cannot_be_looked_up_is_looked_up_again():
    """Too many files open, say: the square stays as it is, and is still followed."""

    class Here:
        address = "10.0.0.7:8765"
        moved: asyncio.Future = None

        def move_to(self, address):
            self.address = address
            self.moved.set_result(address)

    def look():
        if not tried:
            tried.append(True)
            raise OSError(24, "Too many open files")
        return ["192.168.1.4"]

    tried, here = [], Here()
    here.moved = asyncio.get_running_loop().create_future()
    following = asyncio.create_task(background.follow_address(here, 8765, look=look, every=0.0))
    try:
        assert await asyncio.wait_for(here.moved, 5) == "192.168.1.4:8765"
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
