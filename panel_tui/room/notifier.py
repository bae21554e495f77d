"""Notice that something changed, never what, and whose phone it may concern."""

from __future__ import annotations

import asyncio
import datetime as dt
import ipaddress
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress

from panel_tui.system.network import addresses
from sessions import events as e
from sessions.model.phases import ANONYMOUS, Phase


class Watch:
    """One watcher's bell."""

    def __init__(self) -> None:
        self._changed = asyncio.Event()
        self._for_all = asyncio.Event()

    def notify(self, *, for_all: bool = True) -> None:
        """Say that something changed: `for_all`, or on one seat's page and in what is counted."""
        self._changed.set()
        if for_all:
            self._for_all.set()

    @property
    def pending(self) -> bool:
        """Whether there was a change since the last look."""
        return self._changed.is_set()

    async def changed(self) -> None:
        """Wait for a change; return at once if there was one since the last call."""
        await self._changed.wait()
        self._changed.clear()
        self._for_all.clear()

    async def pause(self, seconds: float) -> None:
        """Wait so long, unless something changes for all: what single seats do meanwhile is one change."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._for_all.wait()


class Notifier:
    """Everyone who wants to know: of everything, or only of what one seat's phone may show."""

    def __init__(self) -> None:
        self._watches: dict[int | None, set[Watch]] = {}
        self.told = 0
        """How often something was told, to whomever."""

    @contextmanager
    def watch(self, seat: int | None = None) -> Iterator[Watch]:
        """Watch for as long as the block lasts."""
        watch = Watch()
        self._watches.setdefault(seat, set()).add(watch)
        try:
            yield watch
        finally:
            kept = self._watches[seat]
            kept.discard(watch)
            if not kept:
                del self._watches[seat]

    def notify(self, seat: int | None = None) -> None:
        """Tell them all or, where it changed one seat's page alone, that seat's and whoever watches everything.

        In a rush every phone's answer is such a change: to wake them all each time would be work in seats squared.
        """
        self.told += 1
        told = self._watches.values() if seat is None else (self._watches.get(s, ()) for s in (None, seat))
        for watches in told:
            for watch in watches:
                watch.notify(for_all=seat is None)


# what changes whose phone holds which seat
SEATING = (
    e.SeatTaken,
    e.CardReissued,
    e.SeatOnPaper,
    e.SeatPutBack,
    e.MemberLeft,
    e.SeatHandedRound,
    e.Sealed,
)

# what these change, no other seat's phone shows
_OF_ONE_SEAT = (
    e.Answered,
    e.HandedIn,
    e.Practised,
    e.SeatTaken,
    e.SeatHandedRound,
    e.NoConflictSaid,
    e.MemberBack,
)

# here one phone more can make us enough to be asked without a name: that changes every phone
_ARRIVALS = (e.SeatTaken, e.SeatHandedRound, e.MemberBack)


def only_seat(events: tuple[e.Event, ...], phase: Phase) -> int | None:
    """Return the one seat whose phone these events may change; nothing where there may be others."""
    if phase in ANONYMOUS and any(isinstance(event, _ARRIVALS) for event in events):
        return None
    seats = {event.seat if isinstance(event, _OF_ONE_SEAT) else None for event in events}
    return seats.pop() if len(seats) == 1 else None


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
