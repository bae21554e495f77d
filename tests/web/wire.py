"""Count what goes over the wire between phones and the server, headers and all."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest

from panel_tui.web.connection_limits import LimitedConnection

# Browsers send these to trustworthy origins only: to https and to their own machine, as here, not to http on the Wi-Fi.
_LOCAL_ONLY = re.compile(rb"^sec-[^\r\n]*\r\n", re.IGNORECASE | re.MULTILINE)


class Wire:
    """Bytes since the last look: `up` from phones, as one on the Wi-Fi sends them, `down` to them."""

    def __init__(self) -> None:
        self.up = self.down = 0

    def taken(self) -> tuple[int, int]:
        """Give both counts and begin anew."""
        both = self.up, self.down
        self.up = self.down = 0
        return both


class CountedTransport:
    """A transport that counts what is written."""

    def __init__(self, transport: asyncio.Transport, wire: Wire) -> None:
        self._transport, self._wire = transport, wire

    def write(self, data: bytes) -> None:
        self._wire.down += len(data)
        self._transport.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Wire:
    """Count the bytes of every connection made from now on."""
    wire = Wire()
    made, received = LimitedConnection.connection_made, LimitedConnection.data_received

    def connection_made(self: LimitedConnection, transport: asyncio.Transport) -> None:
        made(self, CountedTransport(transport, wire))  # type: ignore[arg-type]

    def data_received(self: LimitedConnection, data: bytes) -> None:
        wire.up += len(_LOCAL_ONLY.sub(b"", data))
        received(self, data)

    monkeypatch.setattr(LimitedConnection, "connection_made", connection_made)
    monkeypatch.setattr(LimitedConnection, "data_received", data_received)
    return wire
