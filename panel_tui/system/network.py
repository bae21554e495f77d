"""The laptop's own addresses and ports, and how they and a Wi-Fi are written for a QR."""

from __future__ import annotations

import errno
import socket
import sys

from panel_tui.system.adapters import ranked
from sessions.model.session import Wifi

ANY = ("0.0.0.0", "", "::")  # noqa: S104 - compared, not bound
_NEXT_PORTS = 20  # how many more are tried where the one asked for is taken
_LAST_PORT = 65_535
_WAITING = 2_048  # connections that may wait to be accepted
_NOT_THIS_PORT = frozenset({errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEACCES", errno.EACCES)})
"""Somebody has it, or, on Windows, the system keeps it for itself: Hyper-V reserves hundreds at every start."""


def addresses() -> list[str]:
    """Return the addresses phones might reach, the likeliest first; loopback if there is no other."""
    return [one.address for one in ranked()] or ["127.0.0.1"]


def reachable(host: str) -> str:
    """Return the address phones should use: the one asked for, or the likeliest of the laptop's own."""
    return addresses()[0] if host in ANY else host


def square_link(address: str, code: str, *, encrypted: bool = False) -> str:
    """Write what the square says: in capitals after `http://`. Without a code it leads to the door."""
    scheme = "https" if encrypted else "http"
    return f"{scheme}://{address.upper()}/" + (f"J/{code}" if code else "")


def wifi_link(wifi: Wifi) -> str:
    """Write a Wi-Fi as phones read it from a QR (the ZXing format); a name's special marks are escaped."""

    def escaped(text: str) -> str:
        return "".join(f"\\{mark}" if mark in '\\;,:"' else mark for mark in text)

    kind = "WPA" if wifi.password else "nopass"
    return f"WIFI:T:{kind};S:{escaped(wifi.name)};P:{escaped(wifi.password)};;"


def bound(host: str, port: int) -> socket.socket:
    """Bind the port asked for, the next free one, or any; whoever comes before it is answered waits in its queue.

    Raises OSError where none can be had.
    """
    for candidate in range(port, min(port + _NEXT_PORTS, _LAST_PORT) + 1) if port else ():
        try:
            return bound_at(host, candidate)
        except OSError as problem:
            if problem.errno not in _NOT_THIS_PORT:
                raise
    return bound_at(host, 0)


def bound_at(host: str, port: int) -> socket.socket:
    """Bind this port and no other. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # named TCP, so that asyncio turns Nagle's waiting off: a page in 2 ms instead of 43
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if (
            sys.platform == "win32"
        ):  # there anybody else could bind the same port beside us, and take the phones
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((host, port))
        sock.listen(_WAITING)
    except OSError:
        sock.close()
        raise
    return sock
