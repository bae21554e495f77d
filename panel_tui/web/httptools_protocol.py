"""Requests read by `httptools`, as strictly as h11 reads them, and replies that go out in one piece.

h11 is Python, and cost each answer more than checking, keeping and drawing it. The parser in C sets no limit to how
much a request may be before it is whole; that is done here.
"""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import unquote

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

from panel_tui.web.connection_limits import LimitedConnection
from panel_tui.web.request_guard import HEADERS_LIMIT

_LARGEST = (
    256 * 1024
)  # bytes of one request, however it is cut up; ours are a tenth of that, and a longer is not read
_WAITING = (
    16  # requests that wait behind the one that is answered; a browser sends none before its answer has come
)
_NO_BODY = frozenset({204, 304})


class _OddRequestError(ValueError):
    """A request no page of ours would send."""


class _Reading(HttpToolsProtocol):
    """Reads requests, and notices how far the present one has come."""

    cycle: Any
    _partial = False  # a request has begun and is not whole
    _headed = False  # its headers are
    _began = False  # it began in the piece just read
    _size = 0  # bytes of it so far
    _hosts = 0

    def data_received(self, data: bytes) -> None:
        within, self._began = self._partial, False
        super().data_received(data)
        if not self._partial or self.transport.is_closing():
            return
        if not self._began:
            self._size += len(data)
        elif not within:  # else nobody can say where in this piece it began
            self._size = len(data)
        if self._size > HEADERS_LIMIT and not self._headed:
            self.send_400_response("")
        elif self._size > _LARGEST:
            self.transport.abort()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._partial = self._began = True
        self._headed = False
        self._size = self._hosts = 0

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._headed:
            return  # what comes after a body is nothing we asked for
        name = name.lower()
        if name == b"host":
            self._hosts += 1
        elif name == b"expect" and value.lower() == b"100-continue":
            self.expect_100_continue = True
        self.headers.append((name, value.strip(b" \t")))

    def on_headers_complete(self) -> None:
        version = self.parser.get_http_version()
        if self._hosts > 1 or (self._hosts == 0 and version == "1.1") or len(self.pipeline) >= _WAITING:
            raise _OddRequestError
        self._headed = True
        scope = self.scope
        scope["method"] = self.parser.get_method().decode("ascii")
        scope["http_version"] = version
        raw, _, scope["query_string"] = self.url.partition(b"?")
        scope["path"] = unquote(raw.decode("ascii"))
        scope["raw_path"] = raw
        before, self.cycle = self.cycle, _Cycle(
            scope=scope,
            transport=self.transport,
            flow=self.flow,
            logger=self.logger,
            access_logger=self.access_logger,
            access_log=False,
            default_headers=self.server_state.default_headers,
            message_event=asyncio.Event(),
            expect_100_continue=self.expect_100_continue,
            keep_alive=version != "1.0" and self.parser.should_keep_alive(),
            on_response=self.on_response_complete,
        )  # fmt: skip
        if before is None or before.response_complete:
            self._start_asgi_task(self.cycle, self.app)
        else:
            self.flow.pause_reading()
            self.pipeline.appendleft((self.cycle, self.app))

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.pipeline:  # who has requests waiting is read no further, however much is answered meanwhile
            self.flow.pause_reading()

    def on_message_complete(self) -> None:
        self._partial = False
        super().on_message_complete()


class HttpToolsConnection(LimitedConnection, _Reading):
    """A phone's connection, read by the parser in C."""

    @property
    def arriving(self) -> bool:
        """Whether a request is awaited or under way, and it is not us whom the other side waits for."""
        answered = self.cycle is None or self.cycle.response_complete
        return answered or (self._partial and self._headed)

    @property
    def begun(self) -> bool:
        """Whether a request has come in part, behind the one that was answered."""
        return self._partial

    @property
    def may_reply(self) -> bool:
        """Whether nothing of a reply has gone out that another would fall into."""
        return self.cycle is None or self.cycle.response_complete or not self.cycle.response_started


class _Cycle(RequestResponseCycle):
    """A request and its reply, whose head waits for the first of its body: one packet, and one call into the system."""

    _head: bytes = b""

    async def send(self, message: Any) -> None:
        if self.flow.write_paused and not self.disconnected:
            await self.flow.drain()
        if self.disconnected:
            return
        kind = message["type"]
        if kind == "http.response.start" and not self.response_started:
            self._begin(message["status"], message["headers"])
        elif kind == "http.response.body" and self.response_started and not self.response_complete:
            self._go_on(message.get("body", b""), last=not message.get("more_body", False))
        else:
            raise RuntimeError(f"{kind} has no place here")

    def _begin(self, status: int, headers: list[tuple[bytes, bytes]]) -> None:
        self.response_started = True
        self.waiting_for_100_continue = False
        lines, closing = [], False
        for name, value in (*self.default_headers, *headers):
            if name == b"content-length":
                self.expected_content_length, self.chunked_encoding = int(value), False
            elif name == b"connection":
                closing = b"close" in value.lower()
                self.keep_alive = self.keep_alive and not closing
            lines.append(b"%s: %s\r\n" % (name, value))
        if not self.keep_alive and not closing:
            lines.append(b"connection: close\r\n")
        if self.chunked_encoding is None and self.scope["method"] != "HEAD" and status not in _NO_BODY:
            self.chunked_encoding = True
            lines.append(b"transfer-encoding: chunked\r\n")
        head = b"".join(lines)
        if head.count(b"\n") != len(lines) or head.count(b"\r") != len(lines) or b"\0" in head:
            raise RuntimeError("a header would end in the middle")
        self._head = STATUS_LINE[status] + head + b"\r\n"

    def _go_on(self, body: bytes, *, last: bool) -> None:
        if self.scope["method"] == "HEAD":
            body, self.expected_content_length = b"", 0
        elif self.chunked_encoding:
            body = (b"%x\r\n%s\r\n" % (len(body), body) if body else b"") + (b"0\r\n\r\n" if last else b"")
        else:
            self.expected_content_length -= len(body)
            if self.expected_content_length < 0 or (last and self.expected_content_length):
                raise RuntimeError("the body is not as long as was said")
        if self._head or body:
            self.transport.write(self._head + body)
            self._head = b""
        if last:
            self.response_complete = True
            self.message_event.set()
            if not self.keep_alive:
                self.transport.close()
            self.on_response()
