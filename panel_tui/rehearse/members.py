"""A room full of pretend members: brought in, told to look, and sent home."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

from sessions.model import Session

from .arrivals import Arrivals, Door
from .book import AnswerBook
from .deciding import Mind
from .form_client import FormClient
from .member import PretendMember
from .pace import Pace


class Members:
    """Pretend members for the first seats of a session; in the room from `async with` on.

    `door` gives the address a seat's code opens (`/J/CODE`), asked when its member arrives. `speed` 1 is a
    person's pace, None as fast as the laptop goes. `many` leaves seats free for real people.
    """

    def __init__(
        self,
        base_url: str,
        session: Session,
        book: AnswerBook,
        *,
        door: Door,
        speed: float | None,
        seed: int,
        many: int | None = None,
    ) -> None:
        """Make the members; nobody goes in yet."""
        places = range(1, 1 + (len(session.members) if many is None else many))
        arrivals = self._arrivals = Arrivals(places, door, book.late)
        criteria = [criterion.key for criterion in session.criteria]
        tls = ssl.create_default_context()  # one for all: it takes longer to make than a score takes to give
        self._clients = [FormClient(base_url, tls=tls) for _ in places]
        self._everyone = [
            PretendMember(client, Mind(place, book, criteria), Pace(seed, place, speed=speed), arrivals)
            for place, client in zip(places, self._clients, strict=True)
        ]
        self._tasks: list[asyncio.Task[None]] = []
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Send everyone to the door."""
        for client in self._clients:
            await self._open.enter_async_context(client)
        self._tasks = [asyncio.create_task(member.run()) for member in self._everyone]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Send everyone home."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._open.aclose()

    async def settle(self) -> int:
        """Have everyone look and do all there is to do; give the number of forms sent meanwhile."""
        before = self._acts
        outstanding: tuple[int, ...] | None = None
        while outstanding != self._arrivals.outstanding:  # what the others saw may have brought somebody in
            outstanding = self._arrivals.outstanding
            await asyncio.gather(*(member.settled() for member in self._everyone))
        return self._acts - before

    @property
    def lost(self) -> Mapping[int, BaseException]:
        """Name the places whose members had to give up, and why each did."""
        given_up: dict[int, BaseException] = {
            member.place: member.lost for member in self._everyone if member.lost is not None
        }
        for member, task in zip(self._everyone, self._tasks, strict=False):
            if task.done() and not task.cancelled() and (broken := task.exception()) is not None:
                given_up[member.place] = broken
        return given_up

    async def until_home(self) -> None:
        """Wait until everyone has left: the day has ended, or their phones have failed them."""
        await asyncio.gather(*self._tasks)

    @property
    def _acts(self) -> int:
        return sum(member.acts for member in self._everyone)


async def run_members(
    base_url: str,
    session: Session,
    book: AnswerBook,
    *,
    door: Door,
    speed: float | None,
    seed: int,
    stop: asyncio.Event,
    many: int | None = None,
) -> None:
    """Keep pretend members in the room until `stop`, or until the day has ended for all of them."""
    async with Members(base_url, session, book, door=door, speed=speed, seed=seed, many=many) as members:
        waits = [asyncio.create_task(stop.wait()), asyncio.create_task(members.until_home())]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()
        await asyncio.gather(*waits, return_exceptions=True)
