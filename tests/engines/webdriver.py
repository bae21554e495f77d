"""WebDriver, as far as a member's day needs it: one set of commands, whatever wire carries them to a browser.

The commands bear the names of the W3C's standard; `firefox` sends them over Marionette, `webkit` over HTTP.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the standard's name for “this value is an element”
PATIENCE = 20.0  # seconds; browsers start others to do their work, and the machine may be busy
_A_MOMENT = 0.05
# as keyboards and screen readers do it, clear of a bar at the foot; a finger swipes
_SWIPE = "arguments[0].scrollIntoView({ block: 'nearest' });"


class BrowserError(Exception):
    """A browser that would not: `kind` is the standard's name for it, such as “stale element reference”."""

    def __init__(self, kind: str, why: str) -> None:
        super().__init__(f"{kind}: {why}")
        self.kind = kind


class Wire(Protocol):
    """What carries a command to a browser and its answer back; raises BrowserError where it would not."""

    async def send(self, command: str, **fields: object) -> Any: ...


class Window:
    """One page of a browser, with what a person can do to it."""

    def __init__(self, wire: Wire) -> None:
        self.send = wire.send

    async def open(self, address: str) -> None:
        await self.send("Navigate", url=address)

    async def script(self, body: str, *given: object) -> Any:
        """Run a few words of script as the browser itself, also where pages may run none."""
        return await self.send("ExecuteScript", script=body, args=list(given))

    async def told(self, body: str, *given: object) -> Any:
        """Run one that always gives something; a page that is just going away gives nothing, which is trouble."""
        found = await self.script(body, *given)
        if found is None:
            raise BrowserError("no answer", "the page was just going away")
        return found

    async def click(self, where: str) -> None:
        """Click the first thing at an XPath, once it can be: a browser refuses to click what is covered or hidden."""

        async def once() -> bool:
            thing = await self._element(where)
            await self.script(_SWIPE, {ELEMENT: thing})
            await self.send("ElementClick", id=thing)
            return True

        await until(once, f"nothing to click at {where}")

    async def write(self, where: str, text: str) -> None:
        """Put letters into the field at an XPath, one key after another."""
        await self.send("ElementSendKeys", id=await self._element(where), text=text)

    async def _element(self, where: str) -> str:
        found = await self.send("FindElement", using="xpath", value=where)
        return str(found[ELEMENT])


async def until(true: Callable[[], Awaitable[object]], otherwise: str | Callable[[], str]) -> None:
    """Ask again and again until something is so. A page that is just going away answers with trouble."""
    end = time.monotonic() + PATIENCE
    last: BrowserError | None = None
    while time.monotonic() < end:
        try:
            if await true():
                return
            last = None
        except BrowserError as trouble:
            last = trouble
        await asyncio.sleep(_A_MOMENT)
    raise AssertionError(f"{otherwise if isinstance(otherwise, str) else otherwise()} ({last})")
