"""Pages that an elderly hand can use: width, targets, labels, words, contrast, focus."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page
from starlette.routing import Route

from tests.journeys.page_checks import CHECKS, EVERY_CHECK
from tests.journeys.phone_browser import Visit, visiting
from tests.web.gallery import PAGES
from tests.web.hung import page_of_the_gallery


@asynccontextmanager
async def gallery(folder: Path) -> AsyncIterator[Visit]:
    """Hang one of every page in the real server, with its own headers."""
    async with visiting(folder) as visit:
        visit.server.app.pages.add(Route("/page/{name}", page_of_the_gallery))
        yield visit


async def every_page(visit: Visit, page: Page, query: str = "") -> AsyncIterator[str]:
    for name in PAGES:
        await page.goto(f"{visit.home}/page/{name}{query}")
        await page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)")
        yield name


# width, what the phone is set to, what was chosen; 320 pixels are also what a laptop's 1280 have left at 400%
_LOOKS = {
    "320": (320, "light", ""),
    "390": (390, "light", ""),
    "large": (320, "light", "?text=large"),
    "largest": (320, "light", "?text=largest"),
    "dark": (320, "dark", ""),
    "light in the dark": (320, "dark", "?colours=light"),
    "dark in the light": (320, "light", "?colours=dark"),
    "strong": (320, "light", "?colours=strong"),
}
Faults = dict[str, dict[str, list[str]]]


async def _look_at_everything(folder: Path) -> Faults:
    """Visit every page in every look once, with every check; give what is wrong, by look and check.

    A page is fetched once for all the looks that are the phone's own matter: its width, and light or dark.
    """
    found: Faults = {look: {check: [] for check in CHECKS} for look in _LOOKS}
    async with gallery(folder) as visit:
        page = await visit.phone()
        for chosen in dict.fromkeys(query for _width, _scheme, query in _LOOKS.values()):
            async for name in every_page(visit, page, chosen):
                for look, (width, scheme, query) in _LOOKS.items():
                    if query != chosen:
                        continue
                    await page.set_viewport_size({"width": width, "height": 740})
                    await page.emulate_media(color_scheme=scheme)
                    for check, wrong in (await page.evaluate(EVERY_CHECK)).items():
                        found[look][check] += [f"{name}: {one}" for one in wrong]
    return found


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Faults:
    return asyncio.run(_look_at_everything(tmp_path_factory.mktemp("gallery")))


every_look = pytest.mark.parametrize("look", _LOOKS)


@every_look
def test_no_page_is_wider_than_the_phone(faults: Faults, look: str) -> None:
    assert faults[look]["width"] == []


@every_look
def test_everything_to_tap_is_at_least_44_pixels(faults: Faults, look: str) -> None:
    assert faults[look]["targets"] == []


@every_look
def test_every_word_is_at_least_18_pixels(faults: Faults, look: str) -> None:
    assert faults[look]["words"] == []


@every_look
def test_words_stand_out_seven_to_one(faults: Faults, look: str) -> None:
    assert faults[look]["contrast"] == []


@every_look
def test_a_browser_finds_words_for_every_input(faults: Faults, look: str) -> None:
    assert faults[look]["names"] == []


async def test_the_keyboard_reaches_everything_and_shows_where_it_is(tmp_path: Path) -> None:
    async with gallery(tmp_path) as visit:
        page = await visit.phone(320)
        await page.goto(f"{visit.home}/page/score")
        reached = []
        for _ in range(12):
            await page.keyboard.press("Tab")
            now = await page.evaluate(
                "() => { const e = document.activeElement, s = getComputedStyle(e);"
                " return [e.tagName, parseFloat(s.outlineWidth), s.outlineStyle]; }"
            )
            if now[0] == "BODY":
                break
            assert now[1] >= 2, now
            assert now[2] != "none", now
            reached.append(now[0])
        assert {"SUMMARY", "INPUT", "BUTTON", "A"} <= set(reached)
