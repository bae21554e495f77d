"""The server itself: its port, its silence, its patience with half-open requests, its end."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator

import httpx
import pytest

from panel_tui.room.room import Room
from panel_tui.web import PhoneServer, serve
from panel_tui.web import connection_limits as doorway_module
from panel_tui.web import connection_limits as protocol_module
from panel_tui.web.connection_limits import ConnectionLimits
from sessions import commands as c
from sessions.model.phases import Phase
from tests.web.phones import go_to

pytestmark = pytest.mark.usefixtures("either_parser")


@pytest.fixture
async def server(room: Room) -> AsyncIterator[PhoneServer]:
    async with serve(room, "127.0.0.1", 0) as running:
        yield running


@pytest.fixture
async def browser(server: PhoneServer) -> AsyncIterator[httpx.AsyncClient]:
    home = f"http://127.0.0.1:{server.port}"
    async with httpx.AsyncClient(base_url=home, headers={"Origin": home}, trust_env=False) as client:
        yield client


async def said(port: int, sent: bytes) -> bytes:
    """Send bytes, and read until the other side has closed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(sent)
        return await asyncio.wait_for(reader.read(), 10)
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


async def test_it_answers_and_prints_nothing(
    browser: httpx.AsyncClient, server: PhoneServer, capfd: pytest.CaptureFixture[str]
) -> None:
    assert (await browser.get("/health")).text == "ok"
    await said(server.port, b"NONSENSE\r\n\r\n")
    await browser.get("/", headers={"Connection": "Upgrade", "Upgrade": "websocket"})
    assert capfd.readouterr() == ("", "")


async def test_a_port_that_is_taken_leads_to_the_next(room: Room, server: PhoneServer) -> None:
    async with serve(room, "127.0.0.1", server.port) as second:
        assert second.port > server.port
        assert second.moved
    assert not server.moved


async def test_ctrl_c_stays_with_the_wall(room: Room) -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    async with serve(room, "127.0.0.1", 0):
        assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


async def test_it_stops_with_phones_listening_and_frees_its_port(room: Room) -> None:
    async with serve(room, "127.0.0.1", 0) as server:
        home = f"http://127.0.0.1:{server.port}"
        async with httpx.AsyncClient(base_url=home, headers={"Origin": home}, trust_env=False) as one:
            await one.post(f"/J/{room.door_code}")
            async with one.stream("GET", "/live") as stream:
                lines = stream.aiter_lines()
                assert await anext(lines) == "data: look again"
                server.hang_up()
                assert [line async for line in lines if line] == []
        port = server.port
    assert room.presence.here == frozenset()
    async with serve(room, "127.0.0.1", port) as again:
        assert again.port == port


async def test_nonsense_gets_a_plain_page(server: PhoneServer) -> None:
    answer = await said(server.port, b"GET / HTTP/9.9\r\nHost\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"default-src 'none'" in answer
    assert b"We could not read that" in answer
    assert b"Invalid" not in answer


async def test_headers_without_end_get_a_plain_page(server: PhoneServer) -> None:
    answer = await said(server.port, b"GET / HTTP/1.1\r\nX-Long: " + b"a" * 20_000)
    assert answer.startswith(b"HTTP/1.1 400") or answer == b""


@pytest.mark.parametrize(
    "half",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost: x\r\n",
        b"POST /join HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\nContent-Length: 9\r\n\r\ncode",
    ],
)
async def test_half_a_request_is_closed_at_the_deadline(
    room: Room, monkeypatch: pytest.MonkeyPatch, half: bytes
) -> None:
    monkeypatch.setattr(protocol_module, "DEADLINE", 0.2)
    async with serve(room, "127.0.0.1", 0) as server:
        sent = half.replace(b"%d", str(server.port).encode())
        assert await said(server.port, sent) == b""


async def test_dribbling_bytes_do_not_move_the_deadline(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol_module, "DEADLINE", 0.3)
    async with serve(room, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        closed = asyncio.ensure_future(reader.read())
        writer.write(b"GET / HTTP/1.1\r\n")
        sent = 0
        while not closed.done() and sent < 200:
            writer.write(b"X")
            sent += 1
            await asyncio.wait({closed}, timeout=0.02)
        writer.close()
        assert closed.done()
        await asyncio.gather(closed, return_exceptions=True)


async def test_a_listening_phone_is_not_closed_by_the_deadline(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol_module, "DEADLINE", 0.1)
    monkeypatch.setattr("panel_tui.web.get_pages.BEAT", 0.15)
    async with serve(room, "127.0.0.1", 0) as server:
        home = f"http://127.0.0.1:{server.port}"
        async with httpx.AsyncClient(base_url=home, headers={"Origin": home}, trust_env=False) as one:
            await one.post(f"/J/{room.door_code}")
            async with one.stream("GET", "/live") as stream:
                lines = (line async for line in stream.aiter_lines() if line)
                assert [await anext(lines) for _ in range(4)] == ["data: look again", *[": still here"] * 3]


async def test_a_flood_of_half_open_requests_does_not_keep_others_out(server: PhoneServer) -> None:
    flood = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(300)]
    for _, writer in flood:
        writer.write(b"GET / HTTP/1.1\r\n")
    home = f"http://127.0.0.1:{server.port}"
    async with httpx.AsyncClient(base_url=home, trust_env=False) as honest:
        for _ in range(20):
            assert (await honest.get("/health")).text == "ok"
    for _, writer in flood:
        writer.close()


def test_the_oldest_of_too_many_half_open_requests_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doorway_module, "HALF_OPEN", 2)
    door, shut = ConnectionLimits(), []

    class Connection:
        def __init__(self, name: str) -> None:
            self.name = name

        def shut(self) -> None:
            shut.append(self.name)

    first, second, third, elsewhere = (Connection(name) for name in ("first", "second", "third", "elsewhere"))
    door.arriving("10.0.0.5", first)
    door.arriving("10.0.0.9", elsewhere)
    door.arriving("10.0.0.5", second)
    door.arriving("10.0.0.5", third)
    assert shut == ["first"]


def test_one_address_may_hold_only_so_many_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doorway_module, "MOST_FROM_ONE_ADDRESS", 2)
    door = ConnectionLimits()
    assert [door.came("10.0.0.5") for _ in range(3)] == [True, True, False]
    assert door.came("10.0.0.9")
    door.went("10.0.0.5")
    door.went("10.0.0.5")
    assert door.came("10.0.0.5")


async def test_a_phone_without_a_seat_has_nothing_to_listen_to(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/live")).status_code == 204


async def test_the_stream_says_look_again_and_never_what(room: Room, browser: httpx.AsyncClient) -> None:
    await browser.post(f"/J/{room.door_code}")
    async with browser.stream("GET", "/live") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = (line async for line in stream.aiter_lines() if line)
        assert await anext(lines) == "data: look again"
        assert room.presence.here == {1}
        for phase in (Phase.PRACTICE, Phase.INTRODUCE, Phase.READ):
            await go_to(room, phase)
            assert await anext(lines) == "data: look again"


async def test_a_phone_is_not_woken_by_what_is_not_its_own(
    room: Room, browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("panel_tui.web.get_pages.BEAT", 0.2)
    await browser.post(f"/J/{room.door_code}")
    await room.take(room.door_code)
    await go_to(room, Phase.SCORE)
    async with browser.stream("GET", "/live") as stream:
        lines = (line async for line in stream.aiter_lines() if line)
        assert await anext(lines) == "data: look again"
        await room.do(c.StepOut(2, "A01"))
        assert await anext(lines) == ": still here"
        await room.do(c.StepOut(1, "A01"))
        assert await anext(lines) == "data: look again"


async def test_a_phone_whose_card_was_issued_again_is_told_and_let_go(
    room: Room, browser: httpx.AsyncClient
) -> None:
    await browser.post(f"/J/{room.door_code}")
    async with browser.stream("GET", "/live") as stream:
        lines = (line async for line in stream.aiter_lines() if line)
        assert await anext(lines) == "data: look again"
        await room.do(c.ReissueCard(_card()))
        assert [line async for line in lines] == ["data: look again"]


async def test_a_fifth_stream_of_one_seat_ends_the_oldest(room: Room, browser: httpx.AsyncClient) -> None:
    await browser.post(f"/J/{room.door_code}")
    oldest = browser.stream("GET", "/live")
    others = [browser.stream("GET", "/live") for _ in range(4)]
    first = await oldest.__aenter__()
    lines = first.aiter_lines()
    assert await anext(lines) == "data: look again"
    held = [(await other.__aenter__()).aiter_lines() for other in others]
    for newer in held:
        assert await anext(newer) == "data: look again"
    assert [line async for line in lines if line] == []
    for stream in (oldest, *others):
        await stream.__aexit__(None, None, None)


def _card() -> object:
    from sessions.events import Card

    return Card(1, "salt:new", "new")


async def test_a_phone_is_not_told_to_look_for_what_its_own_answer_was_answered_with(
    room: Room, browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("panel_tui.web.get_pages.BEAT", 0.2)
    await browser.post(f"/J/{room.door_code}")
    await go_to(room, Phase.SCORE)
    answer = {"application": "A01", "criterion": "reach", "answer": "4", "id": "a", "revision": "1"}
    async with browser.stream("GET", "/live") as stream:
        lines = (line async for line in stream.aiter_lines() if line)
        assert await anext(lines) == "data: look again"
        await browser.post("/answer", data=answer, headers={"X-Part": "1"})
        assert await anext(lines) == ": still here"
        await browser.post("/answer", data={**answer, "answer": "2", "id": "b"})
        assert await anext(lines) == "data: look again"
        await go_to(room, Phase.CLOSED)
        assert await anext(lines) == "data: look again"
