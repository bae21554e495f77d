"""What the facilitator can do to a room: at the wall directly, at the desk over its own listener. The same for both."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from sessions import commands as c
from sessions.views.choices import Choices
from sessions.views.choosing import choices

from .codes import draw_card, hashed, salt_of, spaced
from .hand_round import HandRoundCode, make_hand_round

if TYPE_CHECKING:
    from .room import Room


class Hand(Protocol):
    """A hand on the room. Whatever it is refused, it raises as Refused."""

    def position(self) -> str:
        """Name the place where the room stands."""

    def choices(self) -> Choices:
        """Give what can be chosen from now."""

    def signals(self) -> Mapping[str, int]:
        """Count the signals that are up, by their kind."""

    def token(self) -> str:
        """Draw a name for one sending, so that a repeat of it changes nothing."""

    async def do(self, command: c.Command) -> None:
        """Give an order."""

    async def press(self, *, position: str, sure: bool) -> None:
        """Do the obvious next thing; `sure` is the second press."""

    async def ask(self, *, position: str) -> None:
        """Raise what a first press would be asked again about, or refused with, now; do nothing."""

    async def remind(self) -> bool:
        """Remind the last ones on their own phones; say whether there is anyone to remind."""

    async def new_card(self, seat: int) -> str:
        """Give a seat a new card; give its code, to be shown once."""

    async def make_hand_round(self) -> HandRoundCode:
        """Let a device go round; give the code that makes it so, to be shown once."""

    async def shut_phones(self) -> None:
        """Close the open ballot on phones, so that the slips can be counted."""

    async def reopen_phones(self) -> None:
        """Let phones vote again; what was counted of the slips is forgotten."""

    async def key_paper(self, first: c.Tally, second: c.Tally) -> None:
        """Give two members' counts of the slips."""

    async def key_places(self, first: c.Places, second: c.Places) -> None:
        """Give two members' counts of the slips of a tie-break ballot."""


class RoomHand:
    """A hand on the room of this very program."""

    def __init__(self, room: Room) -> None:
        """Take a room in hand."""
        self._room = room

    def position(self) -> str:
        """Name the place where the room stands."""
        return self._room.position()

    def choices(self) -> Choices:
        """Give what can be chosen from now."""
        return choices(self._room.state, self._room.clock.now())

    def signals(self) -> Mapping[str, int]:
        """Count the signals that are up."""
        return self._room.signals()

    def token(self) -> str:
        """Draw a name for one sending."""
        return self._room.clock.token()

    async def do(self, command: c.Command) -> None:
        """Give an order."""
        await self._room.do(command)

    async def press(self, *, position: str, sure: bool) -> None:
        """Do the obvious next thing."""
        await self._room.press(position=position, sure=sure)

    async def ask(self, *, position: str) -> None:
        """Raise what a first press would be asked again about."""
        self._room.ask(position=position)

    async def remind(self) -> bool:
        """Remind the last ones."""
        return self._room.remind()

    async def new_card(self, seat: int) -> str:
        """Draw a card, let the record have its hashes, and give the code."""
        known = (each.code for each in self._room.state.seats.values() if each.code)
        salt = next(map(salt_of, known), "") or self._room.clock.token()
        card = draw_card(self._room.clock, seat, seats=len(self._room.state.seats))
        await self._room.do(c.ReissueCard(await asyncio.to_thread(hashed, card, salt)))
        return spaced(card.code)

    async def make_hand_round(self) -> HandRoundCode:
        """Draw the code, and let the record have its hash."""
        return await make_hand_round(self._room)

    async def shut_phones(self) -> None:
        """Close the open ballot on phones."""
        await self._room.shut_phones()

    async def reopen_phones(self) -> None:
        """Let phones vote again."""
        self._room.reopen_phones()

    async def key_paper(self, first: c.Tally, second: c.Tally) -> None:
        """Give two members' counts of the slips."""
        self._room.key_paper(first, second)

    async def key_places(self, first: c.Places, second: c.Places) -> None:
        """Give two members' counts of the slips of a tie-break ballot."""
        self._room.key_paper(first, second)
