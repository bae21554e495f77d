"""A small day and phones that visit it, for tests of the pages."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlencode

import httpx

from panel_tui.record import Record
from panel_tui.rehearse.html_page import HtmlPage, read_page
from panel_tui.room.card_codes import draw_card, hashed
from panel_tui.room.room import Room
from panel_tui.system.clock import Clock
from panel_tui.web import build_app
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.session import Application, Criterion, Joining, Member, Scale, Session, Step, StepKind


async def at_once(_seconds: float) -> None:
    """Sleep not at all, and let others go on."""
    await asyncio.sleep(0)


HOME = "http://127.0.0.1:8765"
LONG_SCALE = Scale(low=0, high=40, words=())


def small_session(seats: int = 6, **changes: object) -> Session:
    """Two applications, three questions (the last on a long scale), a practice go and a break."""
    values: dict[str, object] = {
        "title": "Connecting Neighbours",
        "pot": Decimal(200_000),
        "members": tuple(Member(n) for n in range(1, seats + 1)),
        "criteria": (
            Criterion("reach", "Will this reach older people who feel cut off?", Scale()),
            Criterion("do", "Can they do what they say?", Scale()),
            Criterion("value", "Is it worth the money?", LONG_SCALE),
        ),
        "applications": (
            Application(
                "A01",
                "Warm Welcome Lunches",
                Decimal(148_900),
                "Bramley Elders",
                place="Bramley",
                summary="Lunch.",
            ),
            Application("A02", "Tea and Tablets", Decimal(90_000), "Harehills Hub", summary="Tea."),
        ),
        "steps": (
            Step("s1", StepKind.WELCOME, 10),
            Step("s2", StepKind.PRACTICE, 5),
            Step("s3", StepKind.APPLICATION, 30, ref="A01"),
            Step("s4", StepKind.BREAK, 10),
            Step("s5", StepKind.APPLICATION, 30, ref="A02"),
            Step("s6", StepKind.BUDGET, 20),
            Step("s7", StepKind.CLOSING, 10),
        ),
        "joining": Joining.OPEN,
    }
    return Session(**{**values, **changes})  # type: ignore[arg-type]


class QuickClock(Clock):
    """A clock that stands at ten in the morning, one second later at each look."""

    def __init__(self) -> None:
        self._ticks = itertools.count()

    def elapsed(self) -> float:
        return float(next(self._ticks))

    def now(self) -> dt.datetime:
        return dt.datetime(2026, 12, 3, 10, tzinfo=dt.UTC) + dt.timedelta(seconds=next(self._ticks))


@asynccontextmanager
async def small_room(folder: Path, session: Session | None = None) -> AsyncIterator[Room]:
    """A real room over a real record."""
    record = Record.open(folder / "record.jsonl", program="tests")
    room = Room(record, QuickClock())
    try:
        await room.do(c.OpenDoors(session or small_session()))
        yield room
    finally:
        await record.close()


async def go_to(room: Room, phase: Phase, *, ref: str = "") -> None:
    """Press on until the room is there."""
    for _ in range(100):
        if room.state.plan.phase is phase and (not ref or room.state.application == ref):
            return
        await room.press(position=room.position(), sure=True)
    raise AssertionError(f"the day never came to {phase}")


async def printed_card(room: Room, seat: int) -> str:
    """Print a card for one seat and give its code."""
    card = draw_card(room.clock, seat)
    await room.do(c.ReissueCard(hashed(card, "salt")))
    return card.code


def cookie_of(http: httpx.AsyncClient | httpx.Response, name: str) -> str:
    """Return what a phone keeps of one session under a name; nothing where it keeps nothing."""
    held = (one for one in http.cookies.jar if one.name.rpartition("-")[0] == name)
    return next((one.value or "" for one in held), "")


class Phone:
    """A phone without scripts: it looks at pages and sends forms. `page` is what it shows now."""

    def __init__(self, room: Room, address: str = "10.0.0.5") -> None:
        self.app = build_app(room)
        transport = httpx.ASGITransport(app=self.app, client=(address, 50_000))
        self.http = httpx.AsyncClient(transport=transport, base_url=HOME)
        self.page = HtmlPage(address="/")
        self.text = ""
        self.status = 0

    async def __aenter__(self) -> Phone:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.aclose()

    async def get(self, path: str) -> HtmlPage:
        return await self._follow(await self.http.get(path))

    async def post(self, path: str, **fields: str) -> HtmlPage:
        return await self._follow(await self.http.post(path, data=fields, headers={"Origin": HOME}))

    async def send(self, mark: str = "main", **entries: str) -> HtmlPage:
        """Fill in the page's main form, or that of a signal, and send it."""
        form = self.page.main_form if mark == "main" else self.page.signal(mark)
        assert form is not None, f"no {mark} form on {self.page.name}"
        fields = {name: values[0] for name, values in form.filled(entries).items()}
        if form.method == "get":
            return await self.get(f"{form.action}?{urlencode(fields)}" if fields else form.action)
        return await self.post(form.action, **fields)

    async def press(self, name: str) -> HtmlPage:
        """Press the button of this name in the page's main form."""
        form = self.page.main_form
        assert form is not None
        fields = {key: values[0] for key, values in form.pressed(name).filled({}).items()}
        return await self.post(form.action, **fields)

    async def join(self, room: Room) -> HtmlPage:
        """Take a free seat by the wall's code."""
        await self.get(f"/J/{room.door_code}")
        return await self.send()

    @property
    def news(self) -> str:
        """What the page says first, or beside what is to be put right."""
        said = re.findall(r'id="(?:news" role="status|fault)">(.*?)</(?:div|p)>', self.text, re.DOTALL)
        return re.sub("<[^>]+>", "", " ".join(said)).strip()

    async def _follow(self, answer: httpx.Response) -> HtmlPage:
        self.status = answer.status_code
        while answer.has_redirect_location:
            answer = await self.http.get(answer.headers["location"])
        self.text = answer.text
        self.page = read_page(answer.text, address=answer.url.path, status=answer.status_code)
        return self.page


async def practise(one: Phone) -> None:
    """Go through the practice go, from its first page to the end."""
    for entries in ({"answer": "4"}, {"answer": "cant-say"}, {}, {}, {"choice": "5"}):
        await one.send(**entries)


@asynccontextmanager
async def seated_phones(room: Room, many: int = 6) -> AsyncIterator[list[Phone]]:
    """Give phones that have all taken a seat."""
    async with AsyncExitStack() as stack:
        phones = [await stack.enter_async_context(Phone(room)) for _ in range(many)]
        for one in phones:
            await one.join(room)
        yield phones
