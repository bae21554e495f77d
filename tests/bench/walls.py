"""Five hundred phones answer beside three browser walls: `python -m tests.bench walls`.

The walls are real browsers of 1920 × 1080 on `/wall`, each with a member's seat. How long the wall's loop was held up
at most is asked of the program itself, in turn without the browsers and with them. In the end everybody's scores are
in, and each browser has to say so.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Browser, Page

from tests.bench.hall import CRITERIA, arrived
from tests.bench.rush import PHONES, rush, streams
from tests.bench.stage import Stage
from tests.bench.table import Row
from tests.journeys.phone_browser import browsing

WALLS = 3
_PATIENCE = 20_000  # milliseconds


async def wall(browser: Browser, stage: Stage, cookie: str) -> Page:
    """Open the wall in a browser, and wait until it hears of what is new."""
    home = f"http://127.0.0.1:{stage.port}"
    context = await browser.new_context(viewport={"width": 1920, "height": 1080})
    await context.add_cookies([{"name": "seat", "value": cookie, "url": home}])
    page = await context.new_page()
    await page.goto(f"{home}/wall")
    await page.locator("html[data-live] main[data-poster=scoring]").wait_for(timeout=_PATIENCE)
    return page


async def measured(folder: Path, *, phones: int = PHONES) -> list[Row]:
    """Measure: half of the questions without the walls, half with them, and the same again of answers changed."""
    cookies = await arrived(folder / "hall", seats=phones)
    stage = await Stage(folder / "hall").ready()
    waiting = await streams(stage, cookies)
    stalls: dict[bool, list[float]] = {False: [], True: []}
    sent: set[str] = set()

    async def turn(number: int, *, beside: bool) -> None:
        await stage.asked("stall")
        taken = await rush(stage, cookies, number, sent)
        assert taken.refused == 0, f"{taken.refused} answers were refused"
        stalls[beside].append(await stage.asked("stall"))

    half = len(CRITERIA) // 2
    await rush(stage, cookies, 0, sent)
    for number in range(1, half):
        await turn(number, beside=False)
    async with browsing() as browser:
        pages = [await wall(browser, stage, cookie) for cookie in cookies[:WALLS]]
        for number in range(half, 2 * len(CRITERIA)):
            await turn(number, beside=True)
        for page in pages:
            await page.get_by_text(f"of {phones} are in").wait_for(timeout=_PATIENCE)
            assert await page.locator("main").get_by_text(str(phones), exact=True).count(), "a wall is behind"
    for number in range(2 * len(CRITERIA), 3 * len(CRITERIA)):
        await turn(number, beside=False)
    stage.kill()
    for line in waiting:
        line.transport.close()
    longest = 1000 * max(stalls[True])
    held = f"{1000 * min(stalls[True]):.0f}–{longest:.0f} ms of {len(stalls[True])}, the browsers on the same machine"
    return [
        Row(
            f"{phones} phones answer beside {WALLS} browser walls: the wall's loop was held up at most",
            f"{1000 * max(stalls[False]):.0f} ms without them",
            f"{longest:.0f} ms",
            "≤ 100 ms",
            held,
            longest <= 100,
        )
    ]


def rows(folder: Path | None = None) -> list[Row]:
    """Run it."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        return asyncio.run(measured(Path(made)))
