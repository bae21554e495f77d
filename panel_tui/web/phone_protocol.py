"""What reads requests: `httptools`, a parser in C, where it is installed, and h11 everywhere else."""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from panel_tui.web.connection_limits import ConnectionLimits, LimitedConnection

_ARRIVING = (h11.IDLE, h11.SEND_BODY)


def fast_parser() -> bool:
    """Whether the parser in C is installed, and can be read in."""
    try:
        import httptools  # noqa: F401 - whether it is there is what is asked
    except ImportError:
        return False
    return True


def phone_protocol(doorway: ConnectionLimits, *, fast: bool | None = None) -> type[asyncio.Protocol]:
    """Make the protocol of one server; its connections share one doorway. `fast` is for the parser in C."""
    reads: type[LimitedConnection] = _H11Connection
    if fast_parser() if fast is None else fast:
        from panel_tui.web.httptools_protocol import HttpToolsConnection

        reads = HttpToolsConnection

    class PhoneProtocol(reads):  # type: ignore[valid-type, misc]
        door = doorway

    return PhoneProtocol


class _H11Connection(LimitedConnection, H11Protocol):
    @property
    def arriving(self) -> bool:
        return self.conn.their_state in _ARRIVING

    @property
    def begun(self) -> bool:
        return bool(self.conn.trailing_data[0])

    @property
    def may_reply(self) -> bool:
        return self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE)
