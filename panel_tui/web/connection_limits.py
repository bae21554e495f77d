"""How many connections an address may hold, and how long a request may take to arrive.

uvicorn waits for ever for the rest of a request; 300 half-open sockets would stay until the day ends.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections import Counter, OrderedDict
from typing import Any, Protocol

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from panel_tui.web.request_guard import SAFE_HEADERS
from screens.phone.drawing import draw
from sessions.views.phone.pages import Turned
from sessions.wording import say

DEADLINE = 5.0  # seconds for a whole request, from its first byte (or the connection) to its last
HALF_OPEN = 64  # requests of one address still arriving; one more closes the oldest
UNREAD = 20.0  # seconds for a reply to be read, however little of it is left; a slow phone needs two or three
CONNECTIONS = 1_200  # of one address: a room behind one router is one address


class Closable(Protocol):
    """A connection that can be closed."""

    def shut(self) -> None:
        """Close it at once."""


class ConnectionLimits:
    """Counts connections by address."""

    def __init__(self, most: int = 3_500) -> None:
        """Begin with nobody there; `most` is how many connections there may be from everywhere together."""
        self._most = most
        self._held: Counter[str] = Counter()
        self._resting: dict[str, OrderedDict[int, Closable]] = {}
        self._arriving: dict[str, OrderedDict[int, Closable]] = {}

    def came(self, address: str) -> bool:
        """Count a connection in; say whether it may stay."""
        self._held[address] += 1
        return self._held[address] <= CONNECTIONS and (self._held.total() <= self._most or self._make_room())

    def went(self, address: str) -> None:
        """Count a connection out."""
        self._held[address] -= 1
        if not self._held[address]:
            del self._held[address]

    def resting(self, address: str, connection: Closable) -> None:
        """Note that nothing is being answered on a connection: it can be closed for another's sake."""
        self._resting.setdefault(address, OrderedDict()).setdefault(id(connection), connection)

    def busy(self, address: str, connection: Closable) -> None:
        """Note that something is being answered on it, or that it has gone."""
        resting = self._resting.get(address)
        if resting is not None:
            resting.pop(id(connection), None)
            if not resting:
                del self._resting[address]

    def _make_room(self) -> bool:
        """Close what has rested longest for whoever holds most; say whether there was anything to close."""
        if not self._resting:
            return False
        address = max(self._resting, key=self._held.__getitem__)
        next(iter(self._resting[address].values())).shut()
        return True

    def arriving(self, address: str, connection: Closable) -> None:
        """Note that a request is arriving; the oldest of too many is closed."""
        waiting = self._arriving.setdefault(address, OrderedDict())
        waiting[id(connection)] = connection
        if len(waiting) > HALF_OPEN:
            waiting.popitem(last=False)[1].shut()

    def arrived(self, address: str, connection: Closable) -> None:
        """Note that it has arrived, or never will."""
        waiting = self._arriving.get(address)
        if waiting is not None:
            waiting.pop(id(connection), None)
            if not waiting:
                del self._arriving[address]


_ARRIVING = (h11.IDLE, h11.SEND_BODY)


def phone_protocol(doorway: ConnectionLimits) -> type[H11Protocol]:
    """Make the protocol of one server; its connections share one doorway."""

    class PhoneProtocol(_PhoneProtocol):
        door = doorway

    return PhoneProtocol


class _PhoneProtocol(H11Protocol):
    door: ConnectionLimits
    _deadline: asyncio.TimerHandle | None = None
    _unread: asyncio.TimerHandle | None = None
    _address = ""
    _counted = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        with contextlib.suppress(OSError, AttributeError):  # asyncio does so itself, but not on Windows
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._address = self.client[0] if self.client else ""
        self._counted = True
        # to hear of the first byte that is not read, and not of the sixty-five thousandth
        transport.set_write_buffer_limits(high=1, low=0)
        if self.door.came(self._address):
            self.door.resting(self._address, self)
            self._expect()
        else:
            self.shut()

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._unread is None:
            self._unread = self.loop.call_later(UNREAD, self.shut)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._all_read()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state not in _ARRIVING:
            self.door.busy(self._address, self)
        self._watch(came=True)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self._counted and not self.transport.is_closing():
            self.door.resting(self._address, self)
        self._watch(came=bool(self.conn.trailing_data[0]))

    def shut(self) -> None:
        """Close the connection without another word."""
        self._forget()
        self.transport.abort()

    def _forget(self) -> None:
        """Count it out, once: as it is shut, for the sake of one that waits, or when it has gone by itself."""
        self._relax()
        self._all_read()
        if self._counted:
            self._counted = False
            self.door.busy(self._address, self)
            self.door.went(self._address)

    def _all_read(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

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
