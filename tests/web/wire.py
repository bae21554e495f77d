"""Count what goes over the wire between phones and the server, headers and all."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from panel_tui.web.protocol import _PhoneProtocol


class Wire:
    """Bytes since the last look: `up` from phones, `down` to them."""

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
    made, received = _PhoneProtocol.connection_made, _PhoneProtocol.data_received

    def connection_made(self: _PhoneProtocol, transport: asyncio.Transport) -> None:
        made(self, CountedTransport(transport, wire))  # type: ignore[arg-type]

    def data_received(self: _PhoneProtocol, data: bytes) -> None:
        wire.up += len(data)
        received(self, data)

    monkeypatch.setattr(_PhoneProtocol, "connection_made", connection_made)
    monkeypatch.setattr(_PhoneProtocol, "data_received", data_received)
    return wire
