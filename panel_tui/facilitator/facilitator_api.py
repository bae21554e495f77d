"""What the facilitator can do to a room: at the wall directly, at the desk over its own listener. The same for both."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol

from panel_tui.folder.plan_in_force import plan_in_force_of
from panel_tui.room.card_codes import draw_card, hashed, spaced
from panel_tui.room.joining import salt_for
from panel_tui.room.score_file import read_pile
from panel_tui.room.shared_device import SharedDeviceCode, make_hand_round
from panel_tui.system.hash_pool import in_hash_pool
from sessions import commands as c
from sessions.decide.plan_differences import Difference, with_reason
from sessions.model.refusals import No, Refused
from sessions.views.desk.choice_lists import choices
from sessions.views.desk.choices import Choices
from sessions.views.desk.score_file import PileReading
from sessions.views.plan_differences import DifferenceLine, difference_line
from sessions.views.putting_right import PuttingRight, putting_right

if TYPE_CHECKING:
    from panel_tui.room.room import Room


class FacilitatorApi(Protocol):
    """A hand on the room. Whatever it is refused, it raises as Refused."""

    def position(self) -> str:
        """Name the place where the room stands."""

    def choices(self) -> Choices:
        """Return what can be chosen from now."""

    def signals(self) -> Mapping[str, int]:
        """Count the signals that are up, by their kind."""

    def token(self) -> str:
        """Draw a name for one sending, so that a repeat of it changes nothing."""

    async def do(self, command: c.Command) -> None:
        """Give an order."""

    async def press(self, *, position: str, sure: bool) -> None:
        """Do the obvious next thing; `sure` is the second press."""

    async def ask(self, *, position: str, undo: bool = False) -> None:
        """Raise what a first press, or step back, would be asked again about or refused with now; do nothing."""

    async def putting_right(self) -> PuttingRight:
        """Return what was agreed and can be put right."""

    async def differences(self) -> tuple[DifferenceLine, ...]:
        """Say where the folder differs from the record."""

    async def take_over(self, key: str, way: str, why: str) -> None:
        """Take one of these over, in one of its ways."""

    async def read_pile(self, path: str, second: str = "") -> PileReading:
        """Read a file of paper scores, and a second one beside it; say what it would do. Nothing is kept."""

    async def key_pile(self, path: str, second: str, seen: str) -> None:
        """Keep the slips of a file, if it is still what was `seen`."""

    async def remind(self) -> bool:
        """Remind the last ones on their own phones; say whether there is anyone to remind."""

    async def new_card(self, seat: int) -> str:
        """Give a seat a new card; give its code, to be shown once."""

    async def make_hand_round(self) -> SharedDeviceCode:
        """Let a device go round; give the code that makes it so, to be shown once."""

    async def close_ballot_on_phones(self) -> None:
        """Close the open ballot on phones, so that the slips can be counted."""

    async def reopen_ballot_on_phones(self) -> None:
        """Let phones vote again; what was counted of the slips is forgotten."""

    async def key_paper(self, first: c.Tally, second: c.Tally) -> None:
        """Give two members' counts of the slips."""

    async def key_places(self, first: c.Places, second: c.Places) -> None:
        """Give two members' counts of the slips of a tie-break ballot."""

    async def count_closing(self, first: tuple[c.Tally, ...], second: tuple[c.Tally, ...]) -> None:
        """Give two members' counts of the closing questions' slips, a question each."""

    async def key_view(self, application: str, text: str) -> None:
        """Type in another view that stands on a slip."""


class RoomApi:
    """A hand on the room of this very program; `afar` where it is not at the wall itself."""

    def __init__(self, room: Room, *, afar: bool = False) -> None:
        """Take a room in hand."""
        self._room, self._afar = room, afar

    def position(self) -> str:
        """Name the place where the room stands."""
        return self._room.position()

    def choices(self) -> Choices:
        """Return what can be chosen from now."""
        room = self._room
        return choices(room.state, room.clock.now(), room.labels(), shut=room.ballot_closed_on_phones())

    def signals(self) -> Mapping[str, int]:
        """Count the signals that are up."""
        return self._room.signals.counts

    def token(self) -> str:
        """Draw a name for one sending."""
        return self._room.clock.token()

    async def do(self, command: c.Command) -> None:
        """Give an order."""
        await self._room.do(command)

    async def press(self, *, position: str, sure: bool) -> None:
        """Do the obvious next thing. From afar, what the wall still has to show comes first, and that is said."""
        if self._afar and not sure and self._room.turn_on(position):
            raise Refused(No.MORE_TO_SEE)
        await self._room.press(position=position, sure=sure)

    async def ask(self, *, position: str, undo: bool = False) -> None:
        """Raise what a first press would be asked again about."""
        self._room.ask(position=position, undo=undo)

    async def putting_right(self) -> PuttingRight:
        """Return what was agreed and can be put right."""
        return putting_right(self._room.state)

    async def differences(self) -> tuple[DifferenceLine, ...]:
        """Read the folder beside the room, and say where it differs."""
        return tuple(difference_line(self._room.state, one) for one in await self._differs())

    async def take_over(self, key: str, way: str, why: str) -> None:
        """Take one over, where the folder still says so."""
        for one in await self._differs():
            ways = difference_line(self._room.state, one).ways
            if one.key == key and way in ways:
                await self._room.do(with_reason(one.orders[ways.index(way)], why))
                return
        raise Refused(No.MOVED_ON)

    async def _differs(self) -> tuple[Difference, ...]:
        found = await asyncio.to_thread(plan_in_force_of, self._room.record.path.parent, self._room.state)
        return found.differs

    async def read_pile(self, path: str, second: str = "") -> PileReading:
        """Read it beside the room."""
        return (await asyncio.to_thread(read_pile, self._room.state, path, second)).reading

    async def key_pile(self, path: str, second: str, seen: str) -> None:
        """Read it once more and keep its slips in one go."""
        pile = await asyncio.to_thread(read_pile, self._room.state, path, second)
        if pile.reading.faults or pile.reading.seen != seen:
            raise Refused(No.PILE_CHANGED)
        await self._room.do(c.KeyPile(pile.reading.application, pile.slips, self.token()))

    async def remind(self) -> bool:
        """Remind the last ones."""
        return self._room.remind()

    async def new_card(self, seat: int) -> str:
        """Draw a card, let the record have its hashes, and give the code."""
        card = draw_card(self._room.clock, seat, seats=len(self._room.state.seats))
        await self._room.do(c.ReissueCard(await in_hash_pool(partial(hashed, card, salt_for(self._room)))))
        return spaced(card.code)

    async def make_hand_round(self) -> SharedDeviceCode:
        """Draw the code, and let the record have its hash."""
        return await make_hand_round(self._room)

    async def close_ballot_on_phones(self) -> None:
        """Close the open ballot on phones."""
        await self._room.close_ballot_on_phones()

    async def reopen_ballot_on_phones(self) -> None:
        """Let phones vote again."""
        self._room.reopen_ballot_on_phones()

    async def key_paper(self, first: c.Tally, second: c.Tally) -> None:
        """Give two members' counts of the slips."""
        self._room.key_paper(first, second)

    async def key_places(self, first: c.Places, second: c.Places) -> None:
        """Give two members' counts of the slips of a tie-break ballot."""
        self._room.key_paper(first, second)

    async def count_closing(self, first: tuple[c.Tally, ...], second: tuple[c.Tally, ...]) -> None:
        """Give two members' counts of the closing questions' slips."""
        self._room.anonymous_answers.count_slips(first, second)

    async def key_view(self, application: str, text: str) -> None:
        """Type in another view that stands on a slip."""
        self._room.anonymous_answers.key_view(application, text)
