"""The load: many phones over real sockets, written to cost the machine as little as can be, and to say what it cost."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from msgspec import Struct

_END = b"\r\n\r\n"


class Line(asyncio.Protocol):
    """One connection that is kept: a request goes out, the whole reply comes back."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport
        self._got = bytearray()
        self._need = -1
        self._done: asyncio.Future[tuple[int, int]] | None = None
        self.body = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self._got += data
        if self._need < 0:
            end = self._got.find(_END)
            if end < 0:
                return
            self._need = end + 4 + length_in(bytes(self._got[:end]).lower())
        if len(self._got) >= self._need and self._done is not None:
            status, size = int(self._got[9:12]), len(self._got)
            self._got.clear()
            self._need = -1
            done, self._done = self._done, None
            if not done.done():
                done.set_result((status, size))

    def connection_lost(self, exc: Exception | None) -> None:
        if self._done is not None and not self._done.done():
            self._done.set_exception(exc or ConnectionResetError("hung up"))

    async def ask(self, request: bytes) -> tuple[int, float]:
        """Send a request; give the reply's status and the seconds it took."""
        self._done = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        self.transport.write(request)
        status, _size = await self._done
        return status, time.perf_counter() - began


def length_in(head: bytes) -> int:
    """Read how long the body is."""
    return int(head.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)


def address_of(who: int) -> str:
    """Give each phone an address of its own, as a room's Wi-Fi does; all of 127.0.0.0/8 is this machine."""
    return f"127.0.{1 + who // 250}.{1 + who % 250}"


async def line_to(port: int, who: int) -> Line:
    """Open a phone's connection."""
    loop = asyncio.get_running_loop()
    _, line = await loop.create_connection(Line, "127.0.0.1", port, local_addr=(address_of(who), 0))
    return line


class Taken(Struct, frozen=True):
    """What a load came to: replies, the seconds of each, the whole time, and the processor time of the load itself."""

    seconds: tuple[float, ...]
    wall: float
    own: float
    refused: int

    @property
    def rate(self) -> float:
        """Give the replies a second."""
        return len(self.seconds) / self.wall


async def as_fast_as_can_be(
    port: int, connections: int, seconds: float, request: Callable[[int, int], bytes]
) -> Taken:
    """Let every connection send its next request as soon as it has its reply; `request` is given who and which."""
    lines = await asyncio.gather(*(line_to(port, who) for who in range(connections)))
    took: list[float] = []
    refused = 0
    until = time.perf_counter() + seconds

    async def one(who: int, line: Line) -> None:
        nonlocal refused
        turn = 0
        while time.perf_counter() < until:
            status, wait = await line.ask(request(who, turn))
            took.append(wait)
            refused += status >= 400
            turn += 1

    began, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(one(who, line) for who, line in enumerate(lines)))
    taken = Taken(tuple(took), time.perf_counter() - began, time.process_time() - cpu, refused)
    for line in lines:
        line.transport.close()
    return taken


async def within_a_second(lines: Sequence[Line], request: Callable[[int], bytes]) -> Taken:
    """Let each connection send one request, evenly over one second."""
    refused = 0

    async def one(who: int, line: Line) -> float:
        nonlocal refused
        await asyncio.sleep(who / len(lines))
        status, wait = await line.ask(request(who))
        refused += status >= 400
        return wait

    began, cpu = time.perf_counter(), time.process_time()
    took = await asyncio.gather(*(one(who, line) for who, line in enumerate(lines)))
    return Taken(tuple(took), time.perf_counter() - began, time.process_time() - cpu, refused)


def post(port: int, path: str, fields: dict[str, str], *, cookie: str = "", seat: int | None = None) -> bytes:
    """Write a form's post as a browser does; with `seat`, as our script does, which is given the next page at once."""
    body = urlencode(fields).encode()
    lines = [
        f"POST {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Origin: http://127.0.0.1:{port}",
        "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}",
        "Accept-Encoding: gzip, deflate", "User-Agent: Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36",
    ]  # fmt: skip
    lines += [f"Cookie: seat={cookie}"] if cookie else []
    lines += [f"X-Part: {seat}"] if seat is not None else []
    return "\r\n".join(lines).encode() + _END + body


def get(port: int, path: str, *, cookie: str = "") -> bytes:
    """Write a request for a page."""
    lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Accept-Encoding: gzip, deflate"]
    lines += [f"Cookie: seat={cookie}"] if cookie else []
    return "\r\n".join(lines).encode() + _END
