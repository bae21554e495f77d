"""Whichever parser reads a request, the pages are told the same of it, and what one refuses the other refuses, too."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import pytest
import uvicorn
from hypothesis import given, settings
from hypothesis import strategies as st
from uvicorn.server import ServerState

from panel_tui.web.connection_limits import ConnectionLimits
from panel_tui.web.phone_protocol import fast_parser, phone_protocol
from panel_tui.web.request_guard import HEADERS_LIMIT

H = b"Host: here\r\n"
FORM = b"POST /answer HTTP/1.1\r\n" + H + b"Content-Type: a/b\r\nContent-Length: 5\r\n\r\na=b&c"
CHUNKED = b"POST / HTTP/1.1\r\n" + H + b"Transfer-Encoding: chunked\r\n\r\n"


class Pipe(asyncio.Transport):
    """A connection in memory."""

    def __init__(self) -> None:
        super().__init__({"peername": ("10.0.0.7", 1), "sockname": ("10.0.0.1", 8765)})
        self.sent: list[bytes] = []
        self.closed = self.paused = False

    def write(self, data: Any) -> None:
        assert not self.closed
        self.sent.append(bytes(data))

    def close(self) -> None:
        self.closed = True

    abort = close

    def is_closing(self) -> bool:
        return self.closed

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None: ...

    def pause_reading(self) -> None:
        self.paused = True

    def resume_reading(self) -> None:
        self.paused = False


async def tells_all(scope: Any, receive: Any, send: Any) -> None:
    """Reply with all that a page could know of the request."""
    body, more = b"", scope["method"] == "POST"
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        body += message["body"]
        more = message["more_body"]
    known = [
        scope[one]
        for one in ("method", "http_version", "path", "raw_path", "query_string", "headers", "client")
    ]
    said = repr((*known, body)).encode()
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(said))]}
    )
    await send({"type": "http.response.body", "body": said})


def conversation(
    pieces: Sequence[bytes], app: Any = tells_all, *, fast: bool
) -> tuple[bytes, bool, list[bytes]]:
    """Send pieces down one connection; give all that came back, whether it was closed, and the single writes."""

    async def talk() -> tuple[bytes, bool, list[bytes]]:
        config = uvicorn.Config(
            app, http=phone_protocol(ConnectionLimits(), fast=fast), ws="none", lifespan="off", log_config=None,
            server_header=False, date_header=False,
        )  # fmt: skip
        config.load()
        protocol: Any = config.http_protocol_class(config, ServerState(), {})
        pipe = Pipe()
        protocol.connection_made(pipe)
        for piece in pieces:
            if pipe.closed:
                break
            protocol.data_received(piece)
            for _ in range(6):
                await asyncio.sleep(0)
        closed = pipe.closed
        protocol.connection_lost(None)
        return b"".join(pipe.sent), closed, pipe.sent

    return asyncio.run(talk())


@pytest.fixture(autouse=True)
def quiet() -> None:
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).propagate = False


def test_here_there_are_two() -> None:
    assert fast_parser(), "the parser in C is among the packages for tests"


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\n" + H + b"\r\n",
        b"HEAD /x?y=z HTTP/1.1\r\n" + H + b"\r\n",
        b"GET /a%20b/%C3%A9?c=%20&d HTTP/1.1\r\n" + H + b"\r\n",
        b"GET http://elsewhere/ HTTP/1.1\r\n" + H + b"\r\n",
        b"GET //two HTTP/1.1\r\n" + H + b"\r\n",
        b"GET /?a?b#c HTTP/1.1\r\n" + H + b"\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET / HTTP/1.0\r\n" + H + b"Connection: keep-alive\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + H + b"Connection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + H + b"Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + H + b"X-Part:  7 s a-A01 \t\r\nCookie: a=b; c=d\r\ncookie: e=f\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + H + b"X: \xc5\xb5\xff\r\n\r\n",
        b"PROPFIND / HTTP/1.1\r\n" + H + b"\r\n",
        FORM,
        FORM + FORM + b"GET /last HTTP/1.1\r\n" + H + b"\r\n",
        CHUNKED + b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX: y\r\n\r\n" + FORM,
        b"GET / HTTP/1.1\r\n" + H + b"Content-Length: 3\r\n\r\nabc" + FORM,
    ],
)  # fmt: skip
def test_both_tell_the_pages_the_same(request_: bytes) -> None:
    fast, slow = (conversation([request_], fast=each) for each in (True, False))
    assert b" 200 OK\r\n" in fast[0]
    assert same(fast[0]) == same(slow[0])
    assert fast[1] == slow[1], "only one of them closed the connection"
    every_byte = [bytes([one]) for one in request_]
    assert same(conversation(every_byte, fast=True)[0]) == same(slow[0]), (
        "read otherwise where it comes byte by byte"
    )


def same(said: bytes) -> bytes:
    return said.replace(b"Connection: close", b"connection: close")


@pytest.mark.parametrize(
    "request_",
    [
        b"nonsense\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + H + H + b"\r\n",
        b"GET / HTTP/1.1\r\n" + H + b"Bad Header: x\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + H + b"X : y\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + H + b"X: a\x00b\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + H + b"X: a\rb\r\n\r\n",
        b"GET /\xc3\xa9 HTTP/1.1\r\n" + H + b"\r\n",
        b"GET /a b HTTP/1.1\r\n" + H + b"\r\n",
        b"GET / HTTP/3.14\r\n" + H + b"\r\n",
        b"POST / HTTP/1.1\r\n" + H + b"Content-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\n" + H + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"POST / HTTP/1.1\r\n" + H + b"Content-Length: 1, 2\r\n\r\nab",
        b"POST / HTTP/1.1\r\n" + H + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
        b"GET / HTTP/1.1\r\n" + H + b"X: " + b"y" * HEADERS_LIMIT,
        b"GET /" + b"y" * HEADERS_LIMIT,
    ],
)  # fmt: skip
@pytest.mark.parametrize("fast", [True, False])
def test_both_refuse_with_our_own_page_and_close(request_: bytes, fast: bool) -> None:
    for pieces in ([request_], [request_[n : n + 1000] for n in range(0, len(request_), 1000)]):
        said, closed, _ = conversation(pieces, fast=fast)
        assert said.startswith(b"HTTP/1.1 400 Bad Request\r\n"), said[:80]
        assert b'data-page="refused"' in said
        assert b"Content-Security-Policy: default-src 'none'" in said
        assert closed


@pytest.mark.parametrize(
    "way", [b"Content-Length: 5\r\nTransfer-Encoding: chunked", b"Transfer-Encoding: gzip"]
)
def test_a_body_whose_length_two_could_read_differently_goes_no_further_than_one_request(way: bytes) -> None:
    """Where one reads another end of a request than a proxy before it, what follows would be smuggled in."""
    both = b"POST / HTTP/1.1\r\n" + H + way + b"\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n" + H + b"\r\n"
    said, closed, _ = conversation([both], fast=True)
    assert b"smuggled" not in said
    assert closed


def test_a_request_that_never_ends_is_not_kept() -> None:
    begun = b"POST / HTTP/1.1\r\n" + H + b"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n"
    trailers = [b"X-%d: " % n + b"y" * 60_000 + b"\r\n" for n in range(20)]
    _, closed, _ = conversation([begun, *trailers], fast=True)
    assert closed


def test_a_reply_goes_out_in_one_piece() -> None:
    _, _, writes = conversation([FORM], fast=True)
    assert len(writes) == 1


def test_no_header_can_begin_another() -> None:
    async def splits(_scope: Any, _receive: Any, send: Any) -> None:
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [(b"location", b"/\r\nset-cookie: x=y")],
            }
        )

    said, closed, _ = conversation([b"GET / HTTP/1.1\r\n" + H + b"\r\n"], splits, fast=True)
    assert b"set-cookie" not in said
    assert closed


def test_a_body_shorter_or_longer_than_was_said_is_never_taken_for_whole() -> None:
    for body in (b"abc", b"abcdefgh"):

        async def wrong(_scope: Any, _receive: Any, send: Any, body: bytes = body) -> None:
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"5")]})
            await send({"type": "http.response.body", "body": body})

        said, closed, _ = conversation([b"GET / HTTP/1.1\r\n" + H + b"\r\n"], wrong, fast=True)
        assert not said
        assert closed


# An empty line before a request is no piece: the standard lets a server pass over it, and only h11 does not.
_PIECES = st.sampled_from(
    [
        b"GET / HTTP/1.1\r\n", b"POST /answer HTTP/1.1\r\n", H, H + b"\r\n", CHUNKED, FORM,
        b"Content-Length: 3\r\n", b"X: y\r\n\r\n", b"X: y\r\n", b"Connection: close\r\n",
        b"abc", b"3\r\nabc\r\n0\r\n\r\n", b" ", b"\x00", b"\xff",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=9))
def test_whatever_comes_the_parser_in_c_lets_nothing_in_that_h11_would_not(pieces: list[bytes]) -> None:
    fast, slow = (conversation([b"".join(pieces)], fast=each)[0] for each in (True, False))
    let_in = [one.count(b"200 OK\r\n") for one in (fast, slow)]
    assert let_in[0] <= let_in[1], (pieces, fast, slow)


GET = b"GET / HTTP/1.1\r\n" + H + b"\r\n"


async def waited_for(many: int, *, fast: bool, answer: int = 0) -> tuple[Pipe, bool]:
    """Send so many requests ahead, let so many be answered; give the pipe, and whether it was read on before."""
    gate = asyncio.Semaphore(0)

    async def held(scope: Any, receive: Any, send: Any) -> None:
        await gate.acquire()
        await tells_all(scope, receive, send)

    config = uvicorn.Config(
        held, http=phone_protocol(ConnectionLimits(), fast=fast), ws="none", lifespan="off", log_config=None
    )
    config.load()
    protocol: Any = config.http_protocol_class(config, ServerState(), {})
    pipe = Pipe()
    protocol.connection_made(pipe)
    protocol.data_received(GET * many)
    read_on = not pipe.paused
    for _ in range(answer):
        gate.release()
    for _ in range(20 * many):
        await asyncio.sleep(0)
    found = pipe, read_on
    protocol.connection_lost(None)
    gate.release()  # whoever is held still ends, too, rather than when its memory is cleared
    for _ in range(20):
        await asyncio.sleep(0)
    return found


@pytest.mark.parametrize("fast", [True, False])
async def test_who_sends_ahead_is_read_no_further_until_all_is_answered(fast: bool) -> None:
    pipe, read_on = await waited_for(10, fast=fast, answer=4)
    assert b"".join(pipe.sent).count(b" 200 OK") == 4
    assert pipe.paused, "requests wait still"
    assert not read_on
    pipe, _ = await waited_for(10, fast=fast, answer=10)
    assert b"".join(pipe.sent).count(b" 200 OK") == 10
    assert not pipe.paused


async def test_the_parser_in_c_keeps_no_crowd_of_requests() -> None:
    pipe, _ = await waited_for(200, fast=True)
    assert pipe.closed
