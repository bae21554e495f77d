"""How a pretend member's requests reach the laptop it sits at: kept connections in one event loop, and nothing more.

httpx's own transport looks after proxies, HTTP/2 and three kinds of event loop, and asks several times a request
which of them it runs in. h11 reads and writes here as it does there.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress

import h11
import httpx

_AT_ONCE = 65_536  # bytes read at a time
_Patience = Mapping[str, float | None]  # seconds, by what is waited for; as httpx says it


class PlainTransport(httpx.AsyncBaseTransport):
    """Sends the requests of one client to one laptop, over plain HTTP; a connection that is free is used again."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._free: list[_Line] = []
        self._open: set[_Line] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return the head of its answer, the body still to come. Raises httpx.TransportError."""
        patience: _Patience = request.extensions.get("timeout", {})
        while self._free:
            line = self._free.pop()
            if line.hung_up:
                self._drop(line)
                continue
            try:
                return await self._asked(line, request, patience)
            except httpx.RemoteProtocolError:
                if line.heard:  # what it began to answer is not asked for twice
                    raise
        return await self._asked(await self._dialled(request.url, patience), request, patience)

    async def aclose(self) -> None:
        """Close every connection."""
        for line in tuple(self._open):
            self._drop(line)

    async def _dialled(self, url: httpx.URL, patience: _Patience) -> _Line:
        if url.scheme != "http":
            raise httpx.UnsupportedProtocol(url.scheme)
        try:
            async with asyncio.timeout(patience.get("connect")):
                line = _Line(*await asyncio.open_connection(url.host, url.port or 80))
        except TimeoutError as late:
            raise httpx.ConnectTimeout(str(late)) from late
        except OSError as refused:
            raise httpx.ConnectError(str(refused)) from refused
        self._open.add(line)
        return line

    async def _asked(self, line: _Line, request: httpx.Request, patience: _Patience) -> httpx.Response:
        try:
            head = await line.ask(request, await request.aread(), patience)
        except BaseException:
            self._drop(line)
            raise
        body = _Body(self, line, patience)
        return httpx.Response(head.status_code, headers=list(head.headers), stream=body, request=request)

    def done_with(self, line: _Line) -> None:
        """Keep a connection whose answer was heard out; close another."""
        if line.next_please():
            self._free.append(line)
        else:
            self._drop(line)

    def _drop(self, line: _Line) -> None:
        self._open.discard(line)
        line.close()


class _Line:
    """One connection, and how far the talk on it has come."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._talk = h11.Connection(h11.CLIENT)
        self.heard = False  # whether anything of this answer has come

    @property
    def hung_up(self) -> bool:
        """Whether the other end has closed it meanwhile."""
        return self._reader.at_eof() or self._writer.is_closing()

    async def ask(self, request: httpx.Request, body: bytes, patience: _Patience) -> h11.Response:
        """Send a request, and return the head of what comes back."""
        self.heard = False
        headers = request.headers.raw
        said = self._talk.send(
            h11.Request(method=request.method, target=request.url.raw_path, headers=headers)
        )
        if body:
            said = (said or b"") + (self._talk.send(h11.Data(data=body)) or b"")
        self._writer.write((said or b"") + (self._talk.send(h11.EndOfMessage()) or b""))
        while not isinstance(told := await self.hear(patience), h11.Response):
            pass
        return told

    async def hear(self, patience: _Patience) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        """Return what comes next. Raises httpx.RemoteProtocolError where it breaks off, httpx.ReadTimeout."""
        try:
            while (told := self._talk.next_event()) is h11.NEED_DATA:
                async with asyncio.timeout(patience.get("read")):
                    data = await self._reader.read(_AT_ONCE)
                self.heard = self.heard or bool(data)
                self._talk.receive_data(data)
        except TimeoutError as late:
            raise httpx.ReadTimeout(str(late)) from late
        except (h11.RemoteProtocolError, OSError) as broken:
            raise httpx.RemoteProtocolError(str(broken)) from broken
        if isinstance(told, h11.ConnectionClosed):
            raise httpx.RemoteProtocolError("closed before it answered")
        return told

    def next_please(self) -> bool:
        """Make ready for another request; whether that can be."""
        with suppress(h11.LocalProtocolError):
            self._talk.start_next_cycle()
            return not self.hung_up
        return False

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


class _Body(httpx.AsyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, transport: PlainTransport, line: _Line, patience: _Patience) -> None:
        self._transport, self._line, self._patience = transport, line, patience
        self._over = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while isinstance(told := await self._line.hear(self._patience), h11.Data):
            yield bytes(told.data)

    async def aclose(self) -> None:
        if not self._over:
            self._over = True
            self._transport.done_with(self._line)
