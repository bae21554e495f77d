"""Take the README's pictures of the phone from the demo's own pages: `python -m tests.phone_pictures`."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path

from playwright.async_api import Page, async_playwright

from panel_tui.demo import copy_demo
from panel_tui.live import live_room
from panel_tui.printing import new_cards
from panel_tui.web import serve
from sessions import commands as c
from sessions.phases import Phase

from .journeys.phone_browser import QUIET, pick, press
from .pictures import INTO


async def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "demo"
        copy_demo(folder)
        async with (
            live_room(folder) as room,
            serve(room, "127.0.0.1", 0) as server,
            async_playwright() as playwright,
        ):
            chromium = shutil.which("chromium")
            browser = await playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
            phone = await browser.new_page(viewport={"width": 390, "height": 760}, device_scale_factor=1)
            card = (await new_cards(room, list(room.state.seats)))[0]
            await phone.goto(f"http://127.0.0.1:{server.port}/J/{card.key}")
            await press(phone, "Yes, take this seat")
            for seat in range(2, 13):
                await room.do(c.TakePaperSeat(seat))
            await until(room, Phase.SCORE)
            await phone.goto(f"http://127.0.0.1:{server.port}/")
            await keep(phone, "phone-score")
            for words in ("Mostly", "Completely", "Good value", "I can't say"):
                await pick(phone, words)
                await press(phone, "Save and go on")
            await press(phone, "Hand in my scores")
            await keep(phone, "phone-received")
            await until(room, Phase.BALLOT)
            await phone.goto(f"http://127.0.0.1:{server.port}/")
            await keep(phone, "phone-ballot")
            await browser.close()


async def until(room, phase: Phase) -> None:
    while room.state.plan.phase is not phase:
        await room.press(position=room.position(), sure=True)


async def keep(phone: Page, name: str) -> None:
    await phone.locator("main").wait_for()
    await phone.screenshot(path=INTO / f"{name}.png")


if __name__ == "__main__":
    asyncio.run(main())
