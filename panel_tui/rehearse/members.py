"""Pretend members: phones that look, do what is asked of them, and wait until told to look again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

import httpx

from panel_tui.rehearse.answer_book import AnswerBook
from panel_tui.rehearse.arrivals import Arrivals, Door, Pace
from panel_tui.rehearse.form_client import FormClient
from panel_tui.rehearse.html_page import HtmlPage, Link, NotOnThePage
from panel_tui.rehearse.page_answers import MemberAct, Mind, next_act
from sessions.model.session import Session

LIVE = "/live"
_TRIES = 12  # looks in vain, one after the other, before a member gives up
_TURNS = (
    12  # of the event loop, in which news of what was just done comes through the stream, if there is any
)
_LONGEST_WAIT = 5.0  # seconds between two such looks
_GONE = (httpx.HTTPError, NotOnThePage, OSError)


class PretendMember:
    """One seat's life, from the door to the last page."""

    def __init__(self, client: FormClient, mind: Mind, pace: Pace, arrivals: Arrivals) -> None:
        """Stand outside the door; `run` goes in."""
        self._client, self._mind, self._pace, self._arrivals = client, mind, pace, arrivals
        self.place = mind.seat  # the turn in which this member comes in; the seat may turn out another
        self.acts = 0  # forms sent so far
        self.ended = False
        self.lost: Exception | None = None  # why this member gave up, if it did
        self._asked = 0  # times it was told to look
        self._looked = 0  # … of which it has looked since, and done all there was to do
        self._told = asyncio.Event()
        self._rested = asyncio.Event()

    async def run(self) -> None:
        """Come in, take a seat, and take part until the day ends."""
        listening: asyncio.Task[None] | None = None
        try:
            await self._come_in()
            listening = asyncio.create_task(self._listen())
            while not self.ended:
                asked = self._asked  # before looking: what is told from now on may be news to this look
                await self._take_part(await self._look())
                self._looked = asked
                self._rested.set()
                await self._until_told(asked)
        except _GONE as gone:
            self.lost = gone
        finally:
            self._arrivals.let_next_in(self.place)
            self.ended = True
            self._rested.set()
            if listening is not None:
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)

    def tell(self) -> None:
        """Tell the member to look again."""
        self._asked += 1
        self._told.set()

    async def settled(self) -> None:
        """Tell the member to look, and wait until it has nothing left to do. One still on the way is settled."""
        if self._arrivals.on_the_way(self.place):
            return
        before = self._asked
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        if self._asked == before:  # what the stream told just now is looked at already, once and not twice
            self.tell()
        due = self._asked
        while self._looked < due and not self.ended:
            self._rested.clear()
            await self._rested.wait()

    async def _come_in(self) -> None:
        await self._arrivals.due(self.place)
        await self._pace.think("arrive")
        page = await self._look(self._arrivals.door(self.place))
        while page.name in ("join", "seat") and (act := self._at_the_door(page)) is not None:
            await self._pace.think(act.kind)
            await self._arrivals.turn(self.place)
            page = await self._do(page, act)
        if page.name in ("join", "refused", ""):
            raise NotOnThePage("seat")
        self._arrivals.let_next_in(self.place)

    def _at_the_door(self, page: HtmlPage) -> MemberAct | None:
        act = next_act(page, self._mind)
        if act is not None or page.name != "join" or page.main_form is None:
            return act
        box = page.main_form.field("code")
        code = self._arrivals.door(self.place).rpartition("/")[2]
        if box is None or not code or self._mind.has_done("join"):
            return None
        return MemberAct(kind="seat", key="join", way=page.main_form, entries={"code": code})

    async def _take_part(self, page: HtmlPage) -> None:
        """Do all there is to do; where time was taken over it and something happened meanwhile, look first."""
        thought_over = ""
        while (act := next_act(page, self._mind)) is not None:
            asked = self._asked
            if act.key != thought_over:
                await self._pace.think(act.kind, act.key)
                thought_over = act.key
                if self._asked != asked:
                    page = await self._look()
                    continue
            page = await self._do(page, act)
        self.ended = page.name == "ended"

    async def _do(self, page: HtmlPage, act: MemberAct) -> HtmlPage:
        self._mind.did(act)
        if isinstance(act.way, Link):
            page = await self._client.follow(page, act.way)
        else:
            page = await self._client.send(page, act.way, act.entries)
            self.acts += 1
        if page.name == "refused":
            page = await self._client.look()
        return self._noticed(page)

    async def _look(self, address: str = "/") -> HtmlPage:
        """Look, again and again at longer and longer intervals where the laptop does not answer."""
        for tried in range(_TRIES):
            try:
                return self._noticed(await self._client.look(address))
            except httpx.HTTPError:
                if tried == _TRIES - 1:
                    raise
            await asyncio.sleep(min(_LONGEST_WAIT, 0.05 * 2**tried))
        raise AssertionError

    def _noticed(self, page: HtmlPage) -> HtmlPage:
        self._mind.notice(page)
        self._arrivals.seen(page.name)
        return page

    async def _until_told(self, asked: int) -> None:
        while self._asked == asked and not self.ended:
            self._told.clear()
            await self._told.wait()

    async def _listen(self) -> None:
        """Be told by the event stream; open it again, after a while, each time it ends."""
        pause = 0.2
        while True:
            try:
                async for _ in self._client.listen(LIVE):
                    self.tell()
                    pause = 0.2
            except httpx.HTTPError:
                pass  # the laptop is busy or gone; the next look finds out
            await asyncio.sleep(pause)
            pause = min(_LONGEST_WAIT, pause * 2)
            self.tell()


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
        self._clients = [FormClient(base_url) for _ in places]
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
