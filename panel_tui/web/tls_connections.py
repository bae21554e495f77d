"""The way into the encrypted pages: counted from the first byte on, and shaken hands with in time, or closed.

asyncio counts a connection only once hands are shaken, and waits a minute for that: whoever says nothing would hold
the laptop's open files meanwhile.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from typing import cast

from panel_tui.web.connection_limits import DEADLINE, ConnectionLimits


class Handshake(asyncio.Protocol):
    """A connection before it is encrypted; afterwards `make` gives the protocol that goes on with it."""

    def __init__(
        self, make: Callable[[], asyncio.Protocol], context: ssl.SSLContext, door: ConnectionLimits
    ) -> None:
        """Wait for a connection."""
        self._make, self._context, self._door = make, context, door
        self._address = ""
        self._shaking: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count it in, and shake hands; what comes meanwhile waits."""
        self._transport = cast(asyncio.Transport, transport)
        self._transport.pause_reading()
        self._transport.set_write_buffer_limits(high=0)
        peer = transport.get_extra_info("peername")
        self._address = str(peer[0]) if peer else ""
        if self._door.came(self._address):
            self._door.resting(self._address, self)
            self._door.arriving(self._address, self)
            self._shaking = asyncio.get_running_loop().create_task(self._shake())
        else:
            self._door.went(self._address)
            self._transport.abort()

    def shut(self) -> None:
        """Close it without another word."""
        if self._shaking is not None:
            self._shaking.cancel()
        self._transport.abort()

    async def _shake(self) -> None:
        early = _Early()
        try:
            encrypted = await asyncio.get_running_loop().start_tls(
                self._transport,
                early,
                self._context,
                server_side=True,
                ssl_handshake_timeout=DEADLINE,
                ssl_shutdown_timeout=DEADLINE,
            )
        except (OSError, asyncio.CancelledError):  # refused, too late, or gone: nobody waits for an answer
            self._transport.abort()
            return
        finally:
            self._door.busy(self._address, self)
            self._door.arrived(self._address, self)
            self._door.went(self._address)
        if encrypted is None or early.over:
            self._transport.abort()
            return
        protocol = self._make()
        encrypted.set_protocol(protocol)
        protocol.connection_made(encrypted)
        if early.came:
            protocol.data_received(bytes(early.came))


class _Early(asyncio.Protocol):
    """Keeps what a quick phone has sent along with its last word of the handshake."""

    def __init__(self) -> None:
        self.came = bytearray()
        self.over = False

    def data_received(self, data: bytes) -> None:
        self.came += data

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's own
        self.over = True
