"""The way into the encrypted pages: counted from the first byte on, and shaken hands with in time, or closed.

asyncio counts a connection only once hands are shaken, and waits a minute for that: whoever says nothing would hold
the laptop's open files meanwhile. Whoever asks in plain HTTP, as phones do for an address that was typed and for a
card printed before there was a certificate, is led to the encrypted page.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Callable
from typing import cast

from panel_tui.web.connection_limits import DEADLINE, ConnectionLimits

_HELLO = 0x16  # the first byte of whoever wants to shake hands; no request in plain HTTP begins with it
_MOST = 4_096  # bytes of a plain request
_PLAIN = re.compile(
    rb"(?:GET|HEAD) (/[!-~]{0,500}) HTTP/1\.[01]\r\n(?:[^\r\n]+\r\n)*?host: *([!-~]{1,200})\r\n", re.I
)


class Handshake(asyncio.Protocol):
    """A connection before it is encrypted; afterwards `make` gives the protocol that goes on with it."""

    def __init__(
        self,
        make: Callable[[], asyncio.Protocol],
        context: ssl.SSLContext,
        door: ConnectionLimits,
        home: Callable[[str], str],
    ) -> None:
        """Wait for a connection. `home` gives the host of our encrypted pages for the one asked for, if it is ours."""
        self._make, self._context, self._door, self._home = make, context, door, home
        self._address, self._counted = "", False
        self._came = bytearray()
        self._late: asyncio.TimerHandle | None = None
        self._shaking: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count it in, and wait for its first bytes."""
        self._transport = cast(asyncio.Transport, transport)
        self._transport.set_write_buffer_limits(high=0)
        peer = transport.get_extra_info("peername")
        self._address, self._counted = str(peer[0]) if peer else "", True
        if self._door.came(self._address):
            self._door.resting(self._address, self)
            self._door.arriving(self._address, self)
            self._late = asyncio.get_running_loop().call_later(DEADLINE, self.shut)
        else:
            self.shut()

    def data_received(self, data: bytes) -> None:
        """Shake hands where that is what is wanted; what comes meanwhile waits."""
        self._came += data
        if self._came[0] == _HELLO:
            self._transport.pause_reading()
            self._in_time()
            self._shaking = asyncio.get_running_loop().create_task(self._shake())
        elif b"\r\n\r\n" in self._came or len(self._came) > _MOST:
            self._transport.write(self._led_on())
            self._transport.close()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's own
        """Count it out."""
        self._gone()

    def shut(self) -> None:
        """Close it without another word."""
        if self._shaking is not None:
            self._shaking.cancel()
        self._gone()
        self._transport.abort()

    def _led_on(self) -> bytes:
        """Answer a request in plain HTTP: where the page is, for our own hosts, and nothing else."""
        asked = _PLAIN.match(self._came)
        home = self._home(asked[2].decode("ascii")) if asked else ""
        if not asked or not home:
            return b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        there = b"https://" + home.encode("ascii") + asked[1]
        return (
            b"HTTP/1.1 307 Temporary Redirect\r\nLocation: %s\r\nCache-Control: no-store\r\n"
            b"Content-Length: 0\r\nConnection: close\r\n\r\n" % there
        )

    async def _shake(self) -> None:
        early = _Early()
        shaking = asyncio.ensure_future(
            asyncio.get_running_loop().start_tls(
                self._transport,
                early,
                self._context,
                server_side=True,
                ssl_handshake_timeout=DEADLINE,
                ssl_shutdown_timeout=DEADLINE,
            )
        )
        try:
            await asyncio.sleep(0)  # it has put its own protocol in our place …
            await asyncio.sleep(0)  # … and that one has begun, before anything more is read
            self._hand_over()
            encrypted = await shaking
        except (OSError, asyncio.CancelledError):  # refused, too late, or gone: nobody waits for an answer
            shaking.cancel()
            self._transport.abort()
            return
        finally:
            self._gone()
        if encrypted is None or early.over:
            self._transport.abort()
            return
        protocol = self._make()
        encrypted.set_protocol(protocol)
        protocol.connection_made(encrypted)
        if early.came:
            protocol.data_received(bytes(early.came))

    def _hand_over(self) -> None:
        """Give what was read to whoever shakes hands now."""
        shakes = self._transport.get_protocol()
        assert isinstance(shakes, asyncio.BufferedProtocol)
        while self._came:
            room = memoryview(shakes.get_buffer(len(self._came)))
            size = min(len(room), len(self._came))
            room[:size] = self._came[:size]
            del self._came[:size]
            shakes.buffer_updated(size)

    def _in_time(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _gone(self) -> None:
        """Count it out, once: before it is shut, when it has gone by itself, or as whoever goes on counts it in."""
        self._in_time()
        if self._counted:
            self._counted = False
            self._door.busy(self._address, self)
            self._door.arrived(self._address, self)
            self._door.went(self._address)


class _Early(asyncio.Protocol):
    """Keeps what a quick phone has sent along with its last word of the handshake."""

    def __init__(self) -> None:
        self.came = bytearray()
        self.over = False

    def data_received(self, data: bytes) -> None:
        self.came += data

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's own
        self.over = True
