"""A hand on the room of another terminal: what can be chosen comes with the last view, wishes go over the line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from sessions import commands as c
from sessions.views.choices import Choices
from sessions.views.desk import DeskView

from ..clock import Clock
from ..hand_round import HandRoundCode
from .link import Away, Link
from .orders import Ask, Counted, CountedPlaces, NewCard, Nothing, Press


class DeskHand:
    """A hand over a line. Raises Away where nobody answers."""

    def __init__(self, link: Link, clock: Clock) -> None:
        """Hold the line; there is nothing to choose from before the first view."""
        self._link = link
        self._clock = clock
        self.view: DeskView | None = None

    def position(self) -> str:
        """Name the place that is on the desk; nothing before the first view."""
        return self.view.position if self.view is not None else ""

    def choices(self) -> Choices:
        """Give what can be chosen from, as last seen."""
        if self.view is None:
            raise Away("nothing-runs")
        return self.view.choices

    def signals(self) -> Mapping[str, int]:
        """Give the signals, as last seen."""
        return self.view.signals if self.view is not None else {}

    def token(self) -> str:
        """Draw a name for one sending."""
        return self._clock.token()

    async def do(self, command: c.Command) -> None:
        """Give an order."""
        await self._link.wish(type(command).__name__, command)

    async def press(self, *, position: str, sure: bool) -> None:
        """Do the obvious next thing."""
        await self._link.wish("press", Press(position, sure))

    async def ask(self, *, position: str) -> None:
        """Raise what a first press would be asked again about."""
        await self._link.wish("ask", Ask(position))

    async def remind(self) -> bool:
        """Remind the last ones."""
        return bool(await self._bare("remind"))

    async def new_card(self, seat: int) -> str:
        """Give a seat a new card; give its code."""
        return str(await self._link.wish("new-card", NewCard(seat)))

    async def make_hand_round(self) -> HandRoundCode:
        """Let a device go round; give what makes it so."""
        return msgspec.convert(await self._bare("hand-round"), HandRoundCode)

    async def shut_phones(self) -> None:
        """Close the open ballot on phones."""
        await self._bare("shut-phones")

    async def reopen_phones(self) -> None:
        """Let phones vote again."""
        await self._bare("reopen-phones")

    async def key_paper(self, first: c.Tally, second: c.Tally) -> None:
        """Give two members' counts of the slips."""
        await self._link.wish("key-paper", Counted(first, second))

    async def key_places(self, first: c.Places, second: c.Places) -> None:
        """Give two members' counts of the slips of a tie-break ballot."""
        await self._link.wish("key-places", CountedPlaces(first, second))

    async def _bare(self, name: str) -> Any:
        return await self._link.wish(name, Nothing())
