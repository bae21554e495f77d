"""A real browser of the size of a phone, visiting a real room over a real port."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from weakref import WeakSet

import qrcode
import zxingcpp
from PIL import Image
from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright

from panel_tui.room.room import Room
from panel_tui.web import PhoneServer, serve
from sessions.model.session import Session
from tests.web.phones import go_to, small_room, small_session

QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
PATIENCE = 10_000  # milliseconds
_WITHOUT_SCRIPTS: WeakSet[Page] = WeakSet()


class Visit:
    """A room that is served, and a browser to visit it with."""

    def __init__(self, room: Room, server: PhoneServer, browser: Browser) -> None:
        self.room, self.server, self.browser = room, server, browser
        self.contexts: list[BrowserContext] = []
        self.troubles: list[str] = []

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @property
    def link(self) -> str:
        """The address in the wall's QR, read back from a picture of it."""
        poster = self.room.poster()
        picture = io.BytesIO()
        qrcode.make(poster.link).save(picture)
        (seen,) = zxingcpp.read_barcodes(Image.open(picture))
        return seen.text

    async def phone(self, width: int = 390, *, scripts: bool = True, **more: object) -> Page:
        """Take a fresh phone in the hand."""
        context = await self.browser.new_context(
            viewport={"width": width, "height": 740}, java_script_enabled=scripts, **more
        )
        self.contexts.append(context)
        page = await context.new_page()
        if not scripts:
            _WITHOUT_SCRIPTS.add(page)
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda trouble: self.troubles.append(str(trouble)))
        page.on("console", lambda line: self.troubles.append(line.text) if line.type == "error" else None)
        return page

    async def seated(self, width: int = 390, *, scripts: bool = True, **more: object) -> Page:
        """Take a fresh phone and sit down with it."""
        page = await self.phone(width, scripts=scripts, **more)
        await page.goto(self.link)
        await press(page, "Yes, take this seat")
        await press(page, "I have written it down")
        await page.locator("#own-code").wait_for(state="detached")
        return page


def chromium_here() -> str | None:
    """Return the chromium to drive: rather the one without windows, which takes a third less of the processor."""
    return next(
        filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))), None
    )


@asynccontextmanager
async def browsing(*, remembers: bool = False) -> AsyncIterator[Browser]:
    """Start a browser, and close it however the block ends; one that `remembers` keeps whole pages for Back."""
    chromium = chromium_here()
    assert chromium, "the journeys need chromium; on Debian: apt-get install chromium"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium,
            args=list(QUIET),
            ignore_default_args=["--disable-back-forward-cache"] if remembers else None,
        )
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def visiting(
    folder: Path, session: Session | None = None, *, remembers: bool = False
) -> AsyncIterator[Visit]:
    """Serve a small room and start a browser; at the end no script of ours may have complained.

    One that `remembers` keeps whole pages for its Back button, as browsers do outside tests.
    """
    async with (
        small_room(folder, session or small_session()) as room,
        serve(room, "127.0.0.1", 0) as server,
        browsing(remembers=remembers) as browser,
    ):
        room.address = f"127.0.0.1:{server.port}"
        visit = Visit(room, server, browser)
        try:
            yield visit
        finally:
            for context in visit.contexts:
                await context.close()
        assert visit.troubles == []


async def without_scripts(browser: Browser) -> Page:
    """Take a phone whose browser runs no scripts."""
    page = await (await browser.new_context(java_script_enabled=False)).new_page()
    _WITHOUT_SCRIPTS.add(page)
    return page


async def heading(page: Page, words: str) -> None:
    """Wait until the page's heading says this."""
    await page.get_by_role("heading", level=1, name=words, exact=True).wait_for()


async def pick(page: Page, words: str) -> None:
    """Tap a choice."""
    await press_it(page.locator("label.choice", has_text=words).first)


async def press(page: Page, words: str) -> None:
    """Tap the button whose words begin so."""
    await press_it(page.get_by_role("button", name=re.compile("^" + re.escape(words))).first)


async def press_it(button: Locator) -> None:
    """Tap a thing, once the page has stood still for a moment and taps count."""
    await button.wait_for()
    if button.page not in _WITHOUT_SCRIPTS:
        await button.page.locator("main[data-ready]").wait_for()
    await button.click()


async def tap(page: Page, words: str) -> None:
    """Tap a link."""
    await press_it(page.get_by_role("link", name=words).first)


__all__ = ["QUIET", "Visit", "go_to", "heading", "pick", "press", "tap", "visiting", "without_scripts"]
