"""How many connections an address may hold, and how long a request may take to arrive.

uvicorn waits for ever for the rest of a request; 300 half-open sockets would stay until the day ends.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from abc import ABC, abstractmethod
from collections import Counter, OrderedDict
from typing import Protocol

from panel_tui.web.request_guard import SAFE_HEADERS
from screens.phone.drawing import draw
from sessions.views.phone.pages import Turned
from sessions.wording import say

DEADLINE = 5.0  # seconds for a whole request, from its first byte (or the connection) to its last
HALF_OPEN = 64  # requests of one address still arriving; one more closes the oldest
UNREAD = 20.0  # seconds for a reply to be read, however little of it is left; a slow phone needs two or three
MOST_FROM_ONE_ADDRESS = 1_200  # of one address: a room behind one router is one address


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
        return self._held[address] <= MOST_FROM_ONE_ADDRESS and (
            self._held.total() <= self._most or self._make_room()
        )

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


class LimitedConnection(asyncio.Protocol, ABC):
    """A connection within these limits, whoever reads what comes over it; goes before the class that reads.

    That class has uvicorn's names, and says whether something is still to arrive and whether a reply may be given.
    """

    door: ConnectionLimits
    loop: asyncio.AbstractEventLoop
    transport: asyncio.Transport
    client: tuple[str, int] | None
    _deadline: asyncio.TimerHandle | None = None
    _unread: asyncio.TimerHandle | None = None
    _address = ""
    _counted = False

    @property
    @abstractmethod
    def arriving(self) -> bool:
        """Whether a request is awaited or under way, and it is not us whom the other side waits for."""

    @property
    @abstractmethod
    def begun(self) -> bool:
        """Whether a request has come in part, behind the one that was answered."""

    @property
    @abstractmethod
    def may_reply(self) -> bool:
        """Whether nothing of a reply has gone out that another would fall into."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count it in, or close it."""
        super().connection_made(transport)
        with contextlib.suppress(OSError, AttributeError):  # asyncio does so itself, but not on Windows
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._address = self.client[0] if self.client else ""
        self._counted = True
        # to hear of the first byte that is not read, and not of the sixty-five thousandth
        self.transport.set_write_buffer_limits(high=1, low=0)
        if self.door.came(self._address):
            self.door.resting(self._address, self)
            self._expect()
        else:
            self.shut()

    def connection_lost(self, exc: Exception | None) -> None:
        """Count it out."""
        self._forget()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Start the clock for what is not read."""
        super().pause_writing()
        if self._unread is None:
            self._unread = self.loop.call_later(UNREAD, self.shut)

    def resume_writing(self) -> None:
        """Stop it: all was read."""
        super().resume_writing()
        self._all_read()

    def data_received(self, data: bytes) -> None:
        """Take in what came, and start or stop the clock for the rest."""
        super().data_received(data)
        if not self.arriving:
            self.door.busy(self._address, self)
        self._watch(came=True)

    def on_response_complete(self) -> None:
        """Let it rest until the next request, unless that is here already."""
        super().on_response_complete()  # type: ignore[misc]
        if self._counted and self.arriving and not self.transport.is_closing():
            self.door.resting(self._address, self)
        self._watch(came=self.begun)

    def shut(self) -> None:
        """Close the connection without another word."""
        self._forget()
        self.transport.abort()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's words, not ours
        """Say on a page of ours that what came could not be read, and close."""
        if self.may_reply:
            self.transport.write(_not_understood())
        self.transport.close()

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

    def _watch(self, *, came: bool) -> None:
        if self.transport.is_closing() or not self.arriving:
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


def _not_understood() -> bytes:
    page = Turned(heading=say("phone.not-understood"), message=say("phone.not-understood-what"))
    body = draw(page).encode()
    headers = {
        **SAFE_HEADERS,
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(body)),
        "Connection": "close",
    }
    lines = ["HTTP/1.1 400 Bad Request", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
