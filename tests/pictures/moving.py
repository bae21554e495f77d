"""The README's moving picture: a minute of a real day, the wall and one member's phone side by side.

The short demo runs in a real terminal, and a phone sits down in the seat it leaves free. It is a GIF because that is
the one kind that GitHub lets readers stop; it plays three times and then rests on its last picture.
"""

from __future__ import annotations

import io
import json
import tempfile
import time
from pathlib import Path

from PIL import Image
from playwright.async_api import Page

from tests.journeys.phone_browser import PATIENCE, browsing, pick, press
from tests.journeys.projector import Projector
from tests.journeys.terminal import Terminal, panel_tui, pause
from tests.pictures.terminals import LETTERS, SIZE, without_surround

NAME = "a-minute.gif"
COLOURS, TIMES = 64, 3
AROUND, GROUND = 16, "#d5d9de"  # pixels beside and between the two, and their colour
SHORT, LONG = 1600, 3600  # milliseconds: a tap, and something to read
_PHONE_WIDE = 330  # CSS pixels
_MOST_PRESSES = 12
_A_MOMENT = 1.5  # seconds


class Film:
    """Pictures of both, each with how long it stands and what the phone was asking."""

    def __init__(self, wall: Terminal, projector: Projector) -> None:
        self.wall, self._projector = wall, projector
        self.phone: Page
        self.pictures: list[Image.Image] = []
        self.stands: list[int] = []
        self.told: list[str] = []

    async def take(self, stands: int = LONG) -> None:
        """Photograph both as they are now."""
        wall = without_surround(self._projector.at_rest())
        phone = Image.open(io.BytesIO(await self.phone.screenshot())).convert("RGB")
        size = (AROUND * 3 + wall.width + phone.width, AROUND * 2 + wall.height)
        both = Image.new("RGB", size, GROUND)
        both.paste(wall, (AROUND, AROUND))
        both.paste(phone.crop((0, 0, phone.width, wall.height)), (AROUND * 2 + wall.width, AROUND))
        self.pictures.append(both)
        self.stands.append(stands)
        heading = (await self.phone.locator("main h1").inner_text()).strip()
        if heading not in self.told[-1:]:
            self.told.append(heading)

    async def go_to(self, words: str, page: str) -> None:
        """Press the one key until the wall says this and the phone has come there too."""
        for _ in range(_MOST_PRESSES):
            if self._soon(words):
                break
            self.wall.press("NPage")
        self.wall.wait_for(words)
        await self.phone.locator(f"main[data-page={page}][data-ready]").wait_for()

    def _soon(self, words: str) -> bool:
        """Whether the wall says this within a moment: a second press would pass it by."""
        until = time.monotonic() + _A_MOMENT
        while time.monotonic() < until:
            if words in self.wall.text:
                return True
            pause()
        return False

    def keep(self, path: Path) -> None:
        """Make one picture of them all."""
        side = Image.new("RGB", (self.pictures[0].width, sum(one.height for one in self.pictures)))
        for at, one in enumerate(self.pictures):
            side.paste(one, (0, at * one.height))
        palette = side.quantize(COLOURS)
        few = [one.quantize(palette=palette, dither=Image.Dither.NONE) for one in self.pictures]
        few[0].save(
            path,
            save_all=True,
            append_images=few[1:],
            duration=[*self.stands[:-1], 2 * self.stands[-1]],
            loop=TIMES - 1,
            optimize=True,
            comment=json.dumps(self.told).encode(),
        )


def told_in(path: Path) -> list[str]:
    """Read what the phone of a kept picture was asking, one after another."""
    with Image.open(path) as picture:
        return list(json.loads(picture.info["comment"]))


async def film(into: Path) -> Path:
    """Film the minute; give where it is kept."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        words = ("demo", "--short", "--seed", 3, "--speed", 60, "--keep", home / "kept", "--to", home / "out")
        wall = Terminal(*panel_tui(*words, "--host", "127.0.0.1", "--port", 0), home=home, size=SIZE)
        projector = Projector(wall, size=SIZE, letters=LETTERS)
        try:
            wall.wait_for("7 of 8 of us are here")
            async with browsing() as browser:
                told = Film(wall, projector)
                high = without_surround(projector.at_rest()).height
                context = await browser.new_context(viewport={"width": _PHONE_WIDE, "height": high})
                told.phone = await context.new_page()
                told.phone.set_default_timeout(3 * PATIENCE)
                await _live(told, projector.read_square())
                await context.close()
        finally:
            projector.close()
            wall.close()
        told.keep(into / NAME)
    return into / NAME


async def _live(told: Film, link: str) -> None:
    phone = told.phone
    await phone.goto(link)
    await phone.locator("main[data-ready]").wait_for()
    await told.take()
    await press(phone, "Yes, take this seat")
    told.wall.wait_for("8 of 8 of us are here")
    await press(phone, "I have written it down")
    await phone.locator("#own-code").wait_for(state="detached")
    await told.go_to("Now meeting the application", "wait")
    await told.take()
    await told.go_to("Now scoring", "score")
    await told.take()
    while await phone.locator("main[data-page=score]").count():
        asked = await phone.locator("main h1").inner_text()
        await pick(phone, "Mostly")
        await told.take(SHORT)
        await press(phone, "Save")
        await phone.locator("main h1").get_by_text(asked, exact=True).wait_for(state="detached")
    told.wall.wait_for("of 8 are in")
    await told.take()
    await told.go_to("Now what we think", "result")
    await told.take()
    await told.go_to("Now a secret ballot", "ballot")
    await told.take(SHORT)
    await pick(phone, "Yes")
    await told.take(SHORT)
    await press(phone, "Put it in the box")
    await phone.locator("main[data-page=reason], main[data-page=wait]").first.wait_for()
    if await phone.locator("main[data-page=reason]").count():
        await press(phone, "Go on")
    await phone.locator("main[data-page=wait][data-ready]").wait_for()
    await told.take()
    await told.go_to("Now the outcome", "result")
    await told.take()
