"""A finger on a phone with another engine: what `tests.journeys.hands` asks for, over WebDriver.

Wherever it comes, it sees to it that the page fits the screen, that scripts are awake and that focus is where a
screen reader goes on reading.
"""

from __future__ import annotations

from typing import Any

from tests.engines.webdriver import Window, until

_FACTS = """const h = document.querySelector("main h1"), f = document.activeElement;
return {heading: h ? h.textContent.replace(/\\s+/g, " ").trim() : "",
  ready: !!document.querySelector("main[data-ready]"),
  focus: f ? f.id || (f.matches("[data-done]") ? "kept" : f.tagName) : "",
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth, load: performance.timeOrigin};"""
# where focus may be once a page has come by script; "kept" is the sentence that says so
_READ_ON = ("H1", "INPUT", "TEXTAREA", "own-code", "answer", "kept")


class Fingers:
    """Taps, and a look at what came of them."""

    def __init__(self, window: Window, *, scripts: bool) -> None:
        self.window, self._scripts = window, scripts
        self.seen: dict[str, Any] = {"load": 0, "heading": ""}

    async def open(self, address: str) -> None:
        await self.window.open(address)

    async def choose(self, words: str) -> None:
        await self._tap(f"//main//label[{_of('choice')}][contains(normalize-space(), {_said(words)})]")

    async def press(self, words: str) -> None:
        await self._tap(f"//button[starts-with(normalize-space(), {_said(words)})]")

    async def follow(self, words: str) -> None:
        holds = f"[contains(normalize-space(), {_said(words)})]"
        await self._tap(f"(//summary{holds} | //a{holds})[1]")

    async def write(self, text: str) -> None:
        await self.window.write("//main//input[@type='text']", text)

    async def look(self) -> None:
        """See where the room is: with scripts the page follows it, without there is a button."""
        if not self._scripts:
            await self.press("Look again")

    async def heading(self, words: str) -> None:
        before = self.seen
        await until(lambda: self._is_at(words), lambda: f"never came to “{words}”: {self.seen}")
        assert self.seen["wide"] <= 0, f"wider than the screen: {self.seen}"
        if before["load"] == self.seen["load"] and before["heading"] != words:
            assert self.seen["focus"] in _READ_ON, f"focus is lost: {self.seen}"

    async def sees(self, what: str) -> None:
        await until(lambda: self._count(what), f"never saw {what}")

    async def sees_no(self, what: str) -> None:
        async def none() -> bool:
            return await self._count(what) == 0

        await until(none, f"{what} never went")

    async def _count(self, what: str) -> int:
        return int(await self.window.told("return document.querySelectorAll(arguments[0]).length;", what))

    async def _is_at(self, words: str) -> bool:
        self.seen = await self.window.told(_FACTS)
        return self.seen["heading"] == words and (self.seen["ready"] or not self._scripts)

    async def _tap(self, where: str) -> None:
        if self._scripts:
            await self.sees("main[data-ready], html[data-live] main[data-poster]")
        await self.window.click(where)


def _of(name: str) -> str:
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


def _said(words: str) -> str:
    assert '"' not in words
    return f'"{words}"'
