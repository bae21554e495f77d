"""On other screens too, what must be read from the back row is large; how large, is printed (`-s`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.test_wall_page import hung
from tests.wall.posters import POSTERS

SCREENS = ((1280, 720), (1920, 1080))
LEAST, TITLE = 0.04, 0.07  # of the screen's height, for a capital
TOO_LONG = ("introduce", "asking")  # a name of 98 letters, and a question that somebody reads aloud
ARRIVING = "lobby"  # its squares need the room
LISTS = (
    "budget",
    "confirmed",
    "sheet",
    "closing",
    "closing-written",
    "closing-by-hand",
    "learning",
    "listing",
)
LISTS += (
    "listing-agreed",
    "reveal",
    "reveal-felt",
    "talk",
    "talk-again",
    "outcome",
    "then-and-now",
    "deciding",
)

_CAPITALS = """() => Object.fromEntries(
  [".about", ".clock", ".heading", ".banner", ".number", ".decision", "h2.current"]
    .map(part => [part, document.querySelector("main " + part)])
    .filter(([, found]) => found && !found.classList.contains("unseen") && found.textContent.trim())
    .map(([part, found]) => [part, 0.7 * parseFloat(getComputedStyle(found).fontSize) / innerHeight]))"""


@pytest.mark.parametrize("screen", SCREENS, ids=str)
async def test_titles_outcome_clock_counts_money_and_the_current_row_are_read_from_the_back(
    tmp_path: Path, screen: tuple[int, int]
) -> None:
    small, low = [], []
    async with hung(tmp_path) as visit:
        page = await visit.phone()
        await page.set_viewport_size({"width": screen[0], "height": screen[1]})
        for name in POSTERS:
            await page.goto(f"{visit.home}/poster/{name}")
            await page.wait_for_function("() => document.fonts.status === 'loaded'")
            found = await page.evaluate(_CAPITALS)
            print(
                f"{screen[0]}x{screen[1]} {name:16}",
                *(f"{part} {share:.1%}" for part, share in found.items()),
            )
            assert ".clock" in found, name
            small += [(name, part, round(share, 3)) for part, share in found.items() if share < LEAST]
            titles = [share for part, share in found.items() if part != ".clock"]
            if name not in (*LISTS, *TOO_LONG, ARRIVING) and titles and max(titles) < TITLE:
                low.append((name, titles))
        visit.troubles.clear()
    assert small == []
    assert low == []
