"""The budget table of the live room: which list lies there, and what is laid over it. In memory, never a decision."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from msgspec.structs import replace

from panel_tui.room.room_protocol import LiveRoom
from sessions.decide.funder_rule_words import against_words
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.results.division_methods import not_talked_about
from sessions.results.funder_rules import against_with
from sessions.results.what_if import Supposed, accepted, as_if
from sessions.state import State
from sessions.views.phone.money_list import list_page
from sessions.views.phone.pages import MoneyList
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.posters import AnyPoster, Sheet
from sessions.views.wall.sheet_makers import sheet as make_sheet

_ABOUT_MONEY = ("ways", "why", "shares", "what-if")
_WHERE = (Phase.BUDGET, Phase.CONFIRMED)


class BudgetTable:
    """What the facilitator has asked to see beside the list, at the place where the room stands."""

    def __init__(self, room: LiveRoom, ring: Callable[[], None]) -> None:
        """Begin with the first list and nothing over it; `ring` tells those who watch the room."""
        self._room, self._notify = room, ring
        self.laid = self._asked = Laid()
        self._position = ""
        self._made: tuple[State, Laid, Sheet] | None = None
        self._listed: tuple[State, int, MoneyList] | None = None

    def follow(self, position: str) -> None:
        """Put it all away where the room has moved on."""
        if position != self._position:
            self._position, self.laid, self._made = position, Laid(self.laid.pot), None

    def next_list(self) -> None:
        """Show the next pot's list."""
        self.laid = Laid(self.laid.pot + 1)
        self._notify()

    async def lay(self, name: str, supposed: Supposed | None = None) -> None:
        """Lay a sheet over the list, or take it away where none is named; nothing is decided. Raises Refused."""
        state, laid = self._room.state, replace(self.laid, sheet=name, supposed=supposed)
        self._asked = laid
        if name:
            _may_lay(state, name)
            # dividing among many takes a moment, in which phones are still answered
            made = await asyncio.to_thread(make_sheet, state, laid)
            if state.plan.position != self._position:
                raise Refused(No.NOT_NOW)
            if self._asked is not laid:
                return  # another was asked for meanwhile, or none
            self._made = (state, laid, made)
        self.laid = laid
        self._notify()

    def over(self, poster: AnyPoster) -> AnyPoster:
        """Return what the wall shows: the sheet where one is laid, in the bands of the poster under it.

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

    def on_phones(self) -> MoneyList | None:
        """Give the list as phones show it; nothing where the room does not look at one. A hall asks for it at once."""
        state, pot = self._room.state, self.laid.pot
        if state.plan.phase not in _WHERE:
            self._listed = None
            return None
        if self._listed is None or self._listed[0] is not state or self._listed[1] != pot:
            self._listed = (state, pot, list_page(state, Laid(pot)))
        return self._listed[2]

    def against(self) -> tuple[str, ...]:
        """Say what the award that is supposed goes against of the funder's rules. Raises Refused where none is."""
        state, supposed = self._room.state, self.laid.supposed
        if supposed is None:
            raise Refused(No.NOT_NOW)
        decision = as_if(state, supposed).plan.decisions[supposed.ref]
        return tuple(against_words(state.model, one) for one in against_with(state, supposed.ref, decision))

    async def accept(self, against: str = "") -> None:
        """Make what is supposed the real list; `against` says why, where it goes against a rule. Raises Refused."""
        if self.laid.supposed is None:
            raise Refused(No.NOT_NOW)
        orders = accepted(self._room.state, self.laid.supposed, against)
        await self.lay("")
        for order in orders:
            await self._room.do(order)


def _may_lay(state: State, name: str) -> None:
    """Refuse a sheet anywhere but beside the list, and before the talk; one about money where there is none."""
    if state.model.places is not None and name in _ABOUT_MONEY:
        raise Refused(No.NO_MONEY_SHARED)
    if state.plan.phase not in _WHERE or state.plan.pause:
        raise Refused(No.NOT_NOW)
    if not_talked_about(state):
        raise Refused(No.TALK_FIRST)


def _alike(one: State, other: State) -> bool:
    """Whether nothing has changed that a sheet is made of."""
    return all(
        getattr(one, name) is getattr(other, name)
        for name in ("plan", "scoring", "rounds", "by_talking", "tie_ballots", "confirmed")
    )
