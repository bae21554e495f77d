"""The pretend members' own way to the laptop: connections are kept, replaced, and never asked twice in vain."""

import asyncio
from contextlib import asynccontextmanager

import httpx
import pytest

from panel_tui.rehearse.plain_transport import PlainTransport

KEPT = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi"
CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nh\r\n1\r\ni\r\n0\r\n\r\n"
LAST = b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nhi"
CUT = b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhi"


@asynccontextmanager
async def laptop(*answers):
    """A laptop that gives these answers, one a request; None hangs up instead. Yields a client and the connections."""
    left, connections = list(answers), []

    async def answer(reader, writer):
        connections.append(asyncio.current_task())
        while left:
            try:
                await reader.readuntil(b"\r\n\r\n")
            except asyncio.IncompleteReadError:
                break
            said = left.pop(0)
            if said is not None:
                writer.write(said)
            if said in (None, LAST, CUT):
                break
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, asyncio.timeout(10):
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{port}", transport=PlainTransport()
        ) as client:
            yield client, connections
        await asyncio.gather(*connections, return_exceptions=True)


@pytest.mark.parametrize("said", [KEPT, CHUNKED])
async def test_one_connection_carries_many_requests(said):
    async with laptop(said, said, said) as (client, connections):
        assert [(await client.get("/")).text for _ in range(3)] == ["hi"] * 3
        assert len(connections) == 1


async def test_a_connection_that_ended_is_not_used_again():
    async with laptop(LAST, KEPT) as (client, connections):
        assert [(await client.get("/")).text for _ in range(2)] == ["hi"] * 2
        assert len(connections) == 2


async def test_a_kept_connection_hung_up_on_is_replaced_once():
    async with laptop(KEPT, None, KEPT) as (client, connections):
        assert [(await client.get("/")).text for _ in range(2)] == ["hi"] * 2
        assert len(connections) == 2


async def test_two_at_once_have_a_connection_each():
    async with laptop(KEPT, KEPT) as (client, connections):
        await asyncio.gather(client.get("/"), client.get("/"))
        assert len(connections) == 2


@pytest.mark.parametrize("said", [None, CUT, b"what?\r\n\r\n"])
async def test_an_answer_that_breaks_off_is_an_error_a_member_looks_again_after(said):
    async with laptop(said, KEPT) as (client, _):
        with pytest.raises(httpx.HTTPError):
            await client.get("/")
        assert (await client.get("/")).text == "hi"


async def test_nobody_there_a_laptop_that_is_silent_and_another_scheme_are_errors_too():
    async with httpx.AsyncClient(transport=PlainTransport()) as client:
        with pytest.raises(httpx.ConnectError):
            await client.get("http://127.0.0.1:9/")
        with pytest.raises(httpx.UnsupportedProtocol):
            await client.get("https://127.0.0.1:9/")
    async with laptop(b"HTTP/1.1 ", KEPT) as (client, _):
        with pytest.raises(httpx.ReadTimeout):
            await client.get("/", timeout=0.05)
