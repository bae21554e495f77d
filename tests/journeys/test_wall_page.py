"""The wall on another screen, in a real browser: readable, without fault, whole without scripts, live with them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page
from starlette.routing import Route

from sessions.model.phases import Phase
from tests.journeys.axe import carry, faults, fetch
from tests.journeys.phone_browser import Visit, go_to, heading, press, tap, visiting
from tests.wall.posters import POSTERS
from tests.web.hung import hung_poster
from tests.web.phones import Phone
from tests.web.wall_words import missing

SCREENS = {"projector": (1280, 720), "tablet": (768, 1024), "phone": (320, 640)}


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    return fetch(tmp_path_factory.mktemp("axe"))


@asynccontextmanager
async def hung(folder: Path) -> AsyncIterator[Visit]:
    """Hang every kind of poster in the real server, with its own headers."""
    async with visiting(folder) as visit:
        visit.server.app.pages.add(Route("/poster/{name}", hung_poster))
        yield visit


async def let_in(visit: Visit, page: Page) -> None:
    await page.goto(f"{visit.home}/WALL/{visit.room.screens.offered()}")
    await press(page, "Show the wall")
    await page.locator("main[data-poster]").wait_for()


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_poster_is_without_fault_in_every_colour(tmp_path: Path, axe: str, screen: str) -> None:
    looks = {"plain": "light", "dark": "light", "strong": "light", "light": "dark"}
    width, height = SCREENS[screen]
    async with hung(tmp_path) as visit:
        page = await visit.phone()
        await carry(page.context, axe)
        await page.set_viewport_size({"width": width, "height": height})
        found = {}
        for at, name in enumerate(POSTERS):
            colours, scheme = list(looks.items())[at % len(looks)]
            await page.emulate_media(color_scheme=scheme)
            await page.goto(
                f"{visit.home}/poster/{name}?colours={colours}{('&captions=yes', '&home=yes', '')[at % 3]}"
            )
            wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth")
            if wrong := [*await faults(page), *(["too wide"] if wide else [])]:
                found[name, colours] = wrong
        visit.troubles.clear()
        assert found == {}


async def test_a_projector_shows_every_poster_whole_and_in_letters_of_some_size(tmp_path: Path) -> None:
    async with hung(tmp_path) as visit:
        page = await visit.phone()
        for width, height in ((1280, 720), (1920, 1080)):
            await page.set_viewport_size({"width": width, "height": height})
            for name in POSTERS:
                for band in ("", "?captions=yes"):
                    await page.goto(f"{visit.home}/poster/{name}{band}")
                    await page.wait_for_function("() => document.fonts.status === 'loaded'")
                    room, needs, letters = await page.evaluate(
                        """() => [(document.querySelector('.captions')?.getBoundingClientRect().top ?? innerHeight),
                             document.querySelector('main').getBoundingClientRect().bottom,
                             parseFloat(getComputedStyle(document.documentElement).fontSize)]"""
                    )
                    if letters > height / 720 * 12.5:  # smaller it does not write; then people scroll
                        assert needs <= room + 2, (name, width, band)
                    assert letters >= height / 720 * 12, (name, width, band)
        visit.troubles.clear()


async def test_without_scripts_the_page_reads_whole_and_looks_again_at_a_press(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        page = await visit.phone(800, scripts=False)
        await let_in(visit, page)
        assert missing(visit.room.poster(), await page.content()) == []
        await go_to(visit.room, Phase.PRACTICE)
        assert await page.locator("h1").inner_text() == "Connecting Neighbours"
        await page.get_by_text("On this screen it does not change by itself.").wait_for()
        await page.get_by_role("button", name="Look again").click()
        await page.locator('main[data-poster="practice"]').wait_for()
        assert missing(visit.room.poster(), await page.content()) == []


async def test_with_scripts_it_follows_the_room_and_stops_when_it_is_ended(tmp_path: Path, axe: str) -> None:
    async with visiting(tmp_path) as visit:
        page = await visit.phone(1280)
        await carry(page.context, axe)
        await let_in(visit, page)
        await page.locator("html[data-live]").wait_for()
        assert not await page.get_by_role("button", name="Look again").is_visible()
        async with Phone(visit.room) as member:
            await member.join(visit.room)
        await page.get_by_text("1 of 6 of us are here").wait_for()
        await go_to(visit.room, Phase.PRACTICE)
        await page.locator('main[data-poster="practice"]').wait_for()
        assert "The page has changed." in await page.locator("#heard").inner_text()
        assert await faults(page) == []
        visit.room.screens.darken(blank=True)
        await heading(page, "The wall is blank just now.")
        visit.room.screens.darken(blank=False)
        await page.locator('main[data-poster="practice"]').wait_for()
        await page.get_by_role("link", name="Leave a clear band for captions").click()
        await page.locator(".captions").wait_for()
        visit.room.screens.end()
        await heading(page, "This screen no longer shows the wall")


async def test_a_members_phone_goes_to_the_wall_and_back(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await tap(phone, "See the wall here")
        await phone.locator('main[data-poster="lobby"]').wait_for()
        assert await phone.evaluate("document.styleSheets[0].href.includes('wall-')")
        assert visit.room.presence.here == {1}, "who looks at the wall is here"
        await phone.get_by_role("link", name="Back to my own page").click()
        await phone.locator('main[data-page="wait"]').wait_for()


@pytest.mark.parametrize("scripts", [True, False])
async def test_a_member_at_the_wall_finds_the_way_back_first_and_is_told_when_they_are_asked(
    tmp_path: Path, scripts: bool
) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated(320, scripts=scripts)
        await phone.set_viewport_size({"width": 320, "height": 568})
        await phone.goto(f"{visit.home}/wall")
        back = phone.get_by_role("link", name="Back to my own page")
        box = await back.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 60, "the way back stands at the top"
        assert box["height"] >= 44
        asked = phone.get_by_text("You are asked something now.")
        assert await asked.count() == 0
        await phone.evaluate("scrollTo(0, 9999)")
        await go_to(visit.room, Phase.PRACTICE)
        if not scripts:
            await phone.get_by_role("button", name="Look again").click()
        await phone.locator("#home.asked").wait_for()
        assert await phone.evaluate("document.querySelector('#home b').getBoundingClientRect().top >= 0")
        if scripts:
            heard = await phone.locator("#heard").inner_text()
            assert heard.startswith("You are asked something now. The page has changed.")
        await back.click()
        await phone.locator("main[data-page=practice]").wait_for()


async def test_a_member_at_the_wall_is_told_no_more_once_they_have_answered(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated(320)
        await go_to(visit.room, Phase.PRACTICE)
        await phone.goto(f"{visit.home}/wall")
        await phone.locator("#home.asked").wait_for()
        await go_to(visit.room, Phase.READ)
        await phone.locator("#home:not(.asked)").wait_for()
        assert not (await phone.locator("#heard").inner_text()).startswith("You are asked")
