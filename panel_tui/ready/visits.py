"""Who has opened the page: this laptop itself, or something that came over the network. Kept in memory only."""

from __future__ import annotations

import datetime as dt
import ipaddress
from collections.abc import Callable, Collection

from ..network import addresses

_MOST = 2_000  # addresses remembered; a room has fewer


class Visits:
    """The last time the page was opened from here, and from elsewhere."""

    def __init__(
        self, now: Callable[[], dt.datetime], own: Callable[[], Collection[str]] = addresses
    ) -> None:
        """Begin with none. `own` gives this laptop's addresses."""
        self._now, self._own = now, own
        self._known: dict[str, bool] = {}
        self.here: dt.datetime | None = None
        self.elsewhere: dt.datetime | None = None

    def came(self, address: str) -> None:
        """Note a visit. One from the laptop itself shows that the page is there, not that phones can reach it."""
        if self._is_here(address):
            self.here = self._now()
        else:
            self.elsewhere = self._now()

    def _is_here(self, address: str) -> bool:
        # asked once for each address: a room of phones opens many pages, and a look at the network costs
        if address not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[address] = _loopback(address) or address in self._own()
        return self._known[address]


def _loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return True  # what has no address did not come over the network
