"""Two ways to use a page: with a keyboard alone, and by taps on a phone whose scripts are off."""

from __future__ import annotations

from typing import Protocol

from playwright.async_api import Page

from tests.journeys.phone_browser import heading, pick, press, tap

_FOCUS = """() => { const e = document.activeElement;
  return {kind: e.type === 'radio' || e.type === 'text' ? e.type : e.tagName.toLowerCase(),
    words: (e.labels ? [...e.labels].map(l => l.textContent).join(' ') || e.textContent : e.textContent)
      .replace(/\\s+/g, ' ').trim()}; }"""
_MOST_STOPS = 60


class Hands(Protocol):
    """What a person does with a page."""

    async def choose(self, words: str) -> None: ...
    async def press(self, words: str) -> None: ...
    async def follow(self, words: str) -> None: ...
    async def write(self, text: str) -> None: ...
    async def look(self) -> None: ...
    async def open(self, address: str) -> None: ...
    async def heading(self, words: str) -> None: ...
    async def sees(self, what: str) -> None: ...
    async def sees_no(self, what: str) -> None: ...


class _Eyes:
    """What is waited for: a heading, or a part of the page by its selector."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def open(self, address: str) -> None:
        await self.page.goto(address)

    async def heading(self, words: str) -> None:
        await heading(self.page, words)

    async def sees(self, what: str) -> None:
        await self.page.locator(what).wait_for()

    async def sees_no(self, what: str) -> None:
        await self.page.locator(what).wait_for(state="detached")


class Keys(_Eyes):
    """Tab, Space, Enter, arrows and letters; no mouse, no finger."""

    async def choose(self, words: str) -> None:
        await self._tab_to("radio", "")
        first = await self._focus()
        if first["words"] == words:
            await self.page.keyboard.press("Space")
            return
        for _ in range(_MOST_STOPS):
            await self.page.keyboard.press("ArrowDown")
            if (await self._focus())["words"] == words:
                return
        raise AssertionError(f"no choice “{words}” can be reached by arrows")

    async def press(self, words: str) -> None:
        await self._tab_to("button", words)
        await self.page.keyboard.press("Enter")

    async def follow(self, words: str) -> None:
        await self._tab_to("a", words, "summary")
        await self.page.keyboard.press("Enter")

    async def write(self, text: str) -> None:
        await self._tab_to("text", "")
        await self.page.keyboard.type(text)

    async def look(self) -> None:
        """Do nothing: the script follows the room."""

    async def _tab_to(self, kind: str, words: str, *also: str) -> None:
        met = []
        for _ in range(_MOST_STOPS):
            await self.page.keyboard.press("Tab")
            focus = await self._focus()
            if focus["kind"] in (kind, *also) and focus["words"].startswith(words):
                return
            met.append(focus)
        raise AssertionError(f"the keyboard never comes to {kind} “{words}”, only to {met}")

    async def _focus(self) -> dict[str, str]:
        return await self.page.evaluate(_FOCUS)


class Taps(_Eyes):
    """A finger on a phone without scripts, which presses “Look again” to see where the room is."""

    async def choose(self, words: str) -> None:
        await pick(self.page, words)

    async def press(self, words: str) -> None:
        await press(self.page, words)

    async def follow(self, words: str) -> None:
        if await self.page.locator("summary", has_text=words).count():
            await self.page.locator("summary", has_text=words).first.click()
        else:
            await tap(self.page, words)

    async def write(self, text: str) -> None:
        await self.page.locator("input[type=text]").fill(text)

    async def look(self) -> None:
        await press(self.page, "Look again")
