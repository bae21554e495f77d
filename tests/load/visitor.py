"""A phone that comes and goes: it takes part, sleeps without a goodbye, comes back, presses what there is to press."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable

from panel_tui.rehearse.html_page import Form, Link, NotOnThePage
from panel_tui.rehearse.page_answers import Mind, next_act
from tests.load.phone import Phone

_ACTS = {"take part": 5, "sleep": 3, "reload": 2, "size": 1, "signal": 1, "hang up": 1}
_MOST = 8  # things done in one go
_TRIES = 3


class Visitor:
    """One member's phone. `did` counts what was done, over all phones."""

    def __init__(self, phone: Phone, key: str, mind: Mind, did: Counter[str], *, haste: float) -> None:
        self.phone, self.key, self.mind, self.did = phone, key, mind, did
        self.haste = haste  # 1 is as hurried as a fidgety person; 3 three times so
        self.chance = random.Random(1_000 + phone.who)

    async def live(self, over: asyncio.Event) -> None:
        """Come in, and come and go until it is over."""
        await self._again(self._come_in)
        names, weights = list(_ACTS), list(_ACTS.values())
        try:
            while not over.is_set():
                act = self.chance.choices(names, weights)[0]
                await self._again(getattr(self, "_" + act.replace(" ", "_")))
                self.did[act] += 1
                await self._rest(0.2, 1.5)
        finally:
            self.phone.drop()

    async def _again(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do it, and once more where the kept connection had been given up for want of use meanwhile."""
        for tried in range(_TRIES):
            try:
                await act()
            except ConnectionError:
                self.did["hung up on"] += 1
                if tried == _TRIES - 1:
                    raise
            else:
                return

    async def _rest(self, low: float, high: float) -> None:
        await asyncio.sleep(self.chance.uniform(low, high) / self.haste)

    async def _come_in(self) -> None:
        await self._rest(0, 5)
        page = await self.phone.look(f"/J/{self.key}")
        if page.name == "seat":
            assert page.main_form is not None
            await self.phone.send(page.main_form)
        await self._listen()

    async def _listen(self) -> None:
        await self.phone.listen()
        self.did["visits"] += 1

    async def _take_part(self) -> None:
        if self.phone.stream is None or self.phone.stream.gone:
            await self._listen()
        self.mind.notice(await self.phone.look())
        for _ in range(_MOST):
            try:
                act = next_act(self.phone.page, self.mind)
            except NotOnThePage:
                return
            if act is None:
                return
            self.mind.did(act)
            if isinstance(act.way, Link):
                self.mind.notice(await self.phone.follow(act.way))
            else:
                self.mind.notice(await self.phone.send(act.way, act.entries))
                self.did["forms"] += 1

    async def _sleep(self) -> None:
        self.phone.drop()
        await self._rest(0.5, 6)
        await self._listen()
        await self.phone.look()

    async def _hang_up(self) -> None:
        await self.phone.hang_up_on()
        await self._listen()

    async def _reload(self) -> None:
        await self.phone.look()

    async def _size(self) -> None:
        form = await self._form("look")
        if form is not None:
            await self.phone.send(form, text=self.chance.choice(form.buttons).value)

    async def _signal(self) -> None:
        await self.phone.look()
        forms = [form for form in self.phone.page.forms if form.action == "/signal"]
        if forms:
            await self.phone.send(self.chance.choice(forms))

    async def _form(self, mark: str) -> Form | None:
        await self.phone.look()
        return next((form for form in self.phone.page.forms if mark in form.marks), None)
