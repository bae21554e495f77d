"""uvicorn's HTTP protocol with the two things it lacks: a deadline for the whole request, and our own words."""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from screens.phone.pages import draw
from sessions.views.pages import Turned
from sessions.wording import say

from .doorway import DEADLINE, Doorway
from .guard import SAFE_HEADERS

_ARRIVING = (h11.IDLE, h11.SEND_BODY)


def phone_protocol(doorway: Doorway) -> type[H11Protocol]:
    """Make the protocol of one server; its connections share one doorway."""

    class PhoneProtocol(_PhoneProtocol):
        door = doorway

    return PhoneProtocol


class _PhoneProtocol(H11Protocol):
    door: Doorway
    _deadline: asyncio.TimerHandle | None = None
    _address = ""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._address = self.client[0] if self.client else ""
        if self.door.came(self._address):
            self._expect()
        else:
            self.shut()

    def connection_lost(self, exc: Exception | None) -> None:
        self._relax()
        self.door.went(self._address)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch(came=True)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._watch(came=bool(self.conn.trailing_data[0]))

    def shut(self) -> None:
        """Close the connection without another word."""
        self._relax()
        self.transport.abort()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's words, not ours
        page = Turned(heading=say("phone.not-understood"), message=say("phone.not-understood-what"))
        body = draw(page).encode()
        headers: dict[str, Any] = {
            **SAFE_HEADERS,
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(body)),
            "Connection": "close",
        }
        lines = [(name.encode(), value.encode()) for name, value in headers.items()]
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            reply = h11.Response(status_code=400, headers=lines, reason=b"Bad Request")
            for part in (reply, h11.Data(data=body), h11.EndOfMessage()):
                self.transport.write(self.conn.send(part) or b"")
        self.transport.close()

    def _watch(self, *, came: bool) -> None:
        if self.transport.is_closing() or self.conn.their_state not in _ARRIVING:
            self._relax()
        elif came:
            self._expect()

    def _expect(self) -> None:
        """Start the clock for a request, unless it is running already."""
        if self._deadline is None:
            self._deadline = self.loop.call_later(DEADLINE, self.shut)
            self.door.arriving(self._address, self)

    def _relax(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
            self.door.arrived(self._address, self)
