"""The laptop's own addresses and ports, and how they and a Wi-Fi are written for a QR."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket

from sessions.model import Wifi

ANY = ("0.0.0.0", "", "::")  # noqa: S104 - compared, not bound
_NEXT_PORTS = 20  # how many more are tried where the one asked for is taken


def addresses() -> list[str]:
    """Give the addresses phones might reach, likeliest first: private ones, then others; loopback if no other."""
    import ifaddr

    ips = (ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips)
    found = [ipaddress.ip_address(ip) for ip in ips if isinstance(ip, str)]
    usable = [ip for ip in found if not ip.is_loopback and not ip.is_link_local]
    ordered = sorted(usable, key=lambda ip: (not ip.is_private, str(ip)))
    return [str(ip) for ip in ordered] or ["127.0.0.1"]


def reachable(host: str) -> str:
    """Give the address phones should use: the one asked for, or the likeliest of the laptop's own."""
    return addresses()[0] if host in ANY else host


def square_link(address: str, code: str, *, encrypted: bool = False) -> str:
    """Write what the square says: all in capitals, which makes it smaller. Without a code it leads to the door."""
    scheme = "HTTPS" if encrypted else "HTTP"
    return f"{scheme}://{address.upper()}/" + (f"J/{code}" if code else "")


def wifi_link(wifi: Wifi) -> str:
    """Write a Wi-Fi as phones read it from a QR (the ZXing format); a name's special marks are escaped."""

    def escaped(text: str) -> str:
        return "".join(f"\\{mark}" if mark in '\\;,:"' else mark for mark in text)

    kind = "WPA" if wifi.password else "nopass"
    return f"WIFI:T:{kind};S:{escaped(wifi.name)};P:{escaped(wifi.password)};;"


def bound(host: str, port: int) -> socket.socket:
    """Bind the port asked for, or the next free one; whoever comes before it is answered waits in its queue.

    Raises OSError where none can be had.
    """
    last = port + (_NEXT_PORTS if port else 0)
    for candidate in range(port, min(last, 65_535) + 1):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        # named TCP, so that asyncio turns Nagle's waiting off: a page in 2 ms instead of 43
        sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if os.name == "posix":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((host, candidate))
            sock.listen(2_048)
        except OSError as problem:
            sock.close()
            if problem.errno != errno.EADDRINUSE or candidate == last:
                raise
        else:
            return sock
    raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
