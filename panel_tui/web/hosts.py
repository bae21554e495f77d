"""The addresses under which phones may ask for our pages; anything else is a trick played with names."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import ifaddr

_LOCAL = ("localhost", "127.0.0.1", "[::1]")
_FRESH_FOR = 5.0  # seconds before the laptop's addresses are looked at again for an address we do not know


def own_addresses() -> tuple[str, ...]:
    """Give the laptop's own IP addresses, IPv6 ones in brackets."""
    found = (ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips)
    return tuple(ip if isinstance(ip, str) else f"[{ip[0]}]" for ip in found)


class Hosts:
    """The `Host` values that are ours, port included. A laptop that moves to a new network is followed."""

    def __init__(
        self,
        port: int,
        addresses: Callable[[], Iterable[str]] = own_addresses,
        clock: Callable[[], float] = time.monotonic,
        *,
        names: tuple[str, ...] = (),
    ) -> None:
        """Look the laptop's addresses up when they are first asked for; `names` are a certificate's."""
        self._port = port
        self._own_names = names
        self._addresses = addresses
        self._clock = clock
        self._names: frozenset[str] = frozenset()
        self._looked: float | None = None

    def ours(self, host: str) -> bool:
        """Say whether a request for this host is meant for us."""
        name = host.strip().lower()
        if name in self._names:
            return True
        now = self._clock()
        if self._looked is None or now - self._looked >= _FRESH_FOR:
            self._looked = now
            self._names = frozenset(self._spelt())
        return name in self._names

    def _spelt(self) -> Iterable[str]:
        for address in (*_LOCAL, *self._own_names, *self._addresses()):
            yield f"{address.lower()}:{self._port}"
            if self._port in (80, 443):
                yield address.lower()
