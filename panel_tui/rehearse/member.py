"""A pretend member: one phone that looks, does what is asked of it, and waits until it is told to look again."""

from __future__ import annotations

import asyncio

import httpx

from .arrivals import Arrivals
from .deciding import Act, Mind, next_act
from .form_client import FormClient
from .pace import Pace
from .page import Link, NotOnThePage, Page

LIVE = "/live"
_TRIES = 12  # looks in vain, one after the other, before a member gives up
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

    def _at_the_door(self, page: Page) -> Act | None:
        act = next_act(page, self._mind)
        if act is not None or page.name != "join" or page.main_form is None:
            return act
        box = page.main_form.field("code")
        code = self._arrivals.door(self.place).rpartition("/")[2]
        if box is None or not code or self._mind.has_done("join"):
            return None
        return Act(kind="seat", key="join", way=page.main_form, entries={"code": code})

    async def _take_part(self, page: Page) -> None:
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

    async def _do(self, page: Page, act: Act) -> Page:
        self._mind.did(act)
        if isinstance(act.way, Link):
            page = await self._client.follow(page, act.way)
        else:
            page = await self._client.send(page, act.way, act.entries)
            self.acts += 1
        if page.name == "refused":
            page = await self._client.look()
        return self._noticed(page)

    async def _look(self, address: str = "/") -> Page:
        """Look, again and again at longer and longer intervals where the laptop does not answer."""
        for tried in range(_TRIES):
            try:
                return self._noticed(await self._client.look(address))
            except httpx.HTTPError:
                if tried == _TRIES - 1:
                    raise
            await asyncio.sleep(min(_LONGEST_WAIT, 0.05 * 2**tried))
        raise AssertionError

    def _noticed(self, page: Page) -> Page:
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
