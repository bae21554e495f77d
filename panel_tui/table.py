"""The budget table of the live room: which list lies there, and what is laid over it. In memory, never a decision."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sessions.phases import Phase
from sessions.refusals import No, Refused
from sessions.state import State
from sessions.supposing import Supposed, accepted
from sessions.views.laid import Laid
from sessions.views.posters import AnyPoster, Sheet
from sessions.views.sheets import sheet as make_sheet
from sessions.ways import not_talked_about

if TYPE_CHECKING:
    from .room import Room

_WHERE = (Phase.BUDGET, Phase.CONFIRMED)


class Table:
    """What the facilitator has asked to see beside the list, at the place where the room stands."""

    def __init__(self, room: Room, ring: Callable[[], None]) -> None:
        """Begin with the first list and nothing over it; `ring` tells those who watch the room."""
        self._room, self._ring = room, ring
        self.laid = self._asked = Laid()
        self._position = ""
        self._made: tuple[State, Laid, Sheet] | None = None

    def follow(self, position: str) -> None:
        """Put it all away where the room has moved on."""
        if position != self._position:
            self._position, self.laid, self._made = position, Laid(self.laid.pot), None

    def next_list(self) -> None:
        """Show the next pot's list."""
        self.laid = Laid(self.laid.pot + 1)
        self._ring()

    async def lay(self, name: str, supposed: Supposed | None = None) -> None:
        """Lay a sheet over the list, or take it away where none is named; nothing is decided. Raises Refused."""
        state, laid = self._room.state, replace(self.laid, sheet=name, supposed=supposed)
        self._asked = laid
        if name:
            _may_lay(state)
            # dividing among many takes a moment, in which phones are still answered
            made = await asyncio.to_thread(make_sheet, state, laid)
            if state.plan.position != self._position:
                raise Refused(No.NOT_NOW)
            if self._asked is not laid:
                return  # another was asked for meanwhile, or none
            self._made = (state, laid, made)
        self.laid = laid
        self._ring()

    def over(self, poster: AnyPoster) -> AnyPoster:
        """Give what the wall shows: the sheet where one is laid, in the bands of the poster under it.

        What a decision made elsewhere has left impossible to suppose is taken away.
        """
        state = self._room.state
        if not self.laid.sheet or state.plan.phase not in _WHERE or state.plan.pause:
            return poster
        if self._made is None or self._made[1] != self.laid or not _alike(self._made[0], state):
            try:
                self._made = (state, self.laid, make_sheet(state, self.laid))
            except Refused:
                self.laid = Laid(self.laid.pot)
                return poster
        return replace(self._made[2], frame=poster.frame)

    async def accept(self) -> None:
        """Make what is supposed the real list. Raises Refused where nothing is."""
        if self.laid.supposed is None:
            raise Refused(No.NOT_NOW)
        orders = accepted(self._room.state, self.laid.supposed)
        await self.lay("")
        for order in orders:
            await self._room.do(order)


def _may_lay(state: State) -> None:
    """Refuse a sheet anywhere but beside the list, and before the talk."""
    if state.plan.phase not in _WHERE or state.plan.pause:
        raise Refused(No.NOT_NOW)
    if not_talked_about(state):
        raise Refused(No.TALK_FIRST)


def _alike(one: State, other: State) -> bool:
    """Say whether nothing has changed that a sheet is made of."""
    return all(
        getattr(one, name) is getattr(other, name)
        for name in ("plan", "scoring", "rounds", "by_talking", "tie_ballots", "confirmed")
    )
