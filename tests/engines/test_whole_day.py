"""In the engines that people have beside chromium: the whole day, every page, every poster, and the laptop gone."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sessions.model.phases import Phase
from tests.engines.engines import OLD_PHONE, PHONE, PROJECTOR, Browser, Engine, every_engine, visiting
from tests.engines.webdriver import until
from tests.journeys.page_checks import EVERY_CHECK
from tests.journeys.whole_day import TITLES, all_arrived, sit_down, take_part
from tests.wall.posters import POSTERS
from tests.web.gallery import PAGES
from tests.web.hung import hung_poster, page_of_the_gallery
from tests.web.phones import go_to

pytestmark = pytest.mark.slow
_FAILS = "setTimeout(() => { document.body.append(document.createElement('p')); nonsense(); }, 500);"
_UNFOLD = "document.querySelectorAll('details').forEach(folded => folded.open = true);"
_LETTERS_CAME = "return document.fonts.status === 'loaded';"
_TOO_WIDE = "return document.documentElement.scrollWidth > document.documentElement.clientWidth;"
_SAID = "return document.getElementById('away').textContent;"
_BELOW = """return [document.querySelector("main").getBoundingClientRect().bottom - innerHeight,
  parseFloat(getComputedStyle(document.documentElement).fontSize)];"""


@every_engine
async def test_a_member_takes_part_in_the_whole_day(tmp_path: Path, engine: Engine) -> None:
    async with engine(tmp_path) as browser:
        for size, scripts in itertools.product((OLD_PHONE, PHONE), (True, False)):
            async with visiting(browser, tmp_path / f"{size[0]}-{scripts}", size, scripts=scripts) as visit:
                await take_part(visit.room, visit.hands, visit.link)
                all_arrived(visit.room, *TITLES)


@every_engine
async def test_a_script_that_fails_is_noticed(tmp_path: Path, engine: Engine) -> None:
    async with engine(tmp_path) as browser:
        with pytest.raises(AssertionError, match="nonsense"):
            await see_a_script_fail(browser, tmp_path / "room")


async def _bad_page(_request: Request) -> Response:
    return HTMLResponse("<body><script src='/bad.js'></script>")


async def _bad_script(_request: Request) -> Response:
    return Response(_FAILS, media_type="text/javascript")


async def see_a_script_fail(browser: Browser, folder: Path) -> None:
    async with visiting(browser, folder) as visit:
        visit.hang("/bad", _bad_page)
        visit.hang("/bad.js", _bad_script)
        await visit.hands.open(f"{visit.home}/bad")
        await visit.hands.sees("p")


@every_engine
async def test_every_page_can_be_read_and_tapped_on_a_small_phone(tmp_path: Path, engine: Engine) -> None:
    found: dict[str, Any] = {}
    async with engine(tmp_path) as browser, visiting(browser, tmp_path / "room", OLD_PHONE) as visit:
        visit.hang("/page/{name}", page_of_the_gallery)
        for name, look in itertools.product(PAGES, ("", "?text=largest&colours=strong")):
            await visit.hands.open(f"{visit.home}/page/{name}{look}")
            wrong = await visit.hands.window.script(f"{_UNFOLD} return ({EVERY_CHECK})();")
            found |= {f"{name}{look}: {check}": what for check, what in wrong.items() if what}
    assert found == {}


@every_engine
async def test_every_poster_fits_a_projector(tmp_path: Path, engine: Engine) -> None:
    found = {}
    async with engine(tmp_path) as browser, visiting(browser, tmp_path / "room", PROJECTOR) as visit:
        visit.hang("/poster/{name}", hung_poster)
        window = visit.hands.window
        for name in POSTERS:
            await visit.hands.open(f"{visit.home}/poster/{name}")
            await until(lambda: window.script(_LETTERS_CAME), "its letters never came")
            below, letters = await window.script(_BELOW)
            if await window.script(_TOO_WIDE) or (below > 2 and letters > 12.5) or letters < 12:
                found[name] = below, letters
    assert found == {}


@every_engine
async def test_an_answer_given_while_the_laptop_is_gone_arrives_when_it_is_back(
    tmp_path: Path, engine: Engine
) -> None:
    async with engine(tmp_path) as browser, visiting(browser, tmp_path / "room", OLD_PHONE) as visit:
        room, hands = visit.room, visit.hands
        await sit_down(hands, visit.link)
        await go_to(room, Phase.SCORE)
        await hands.heading("Will this reach older people who feel cut off?")
        async with visit.gone():
            await hands.choose("Mostly")
            await hands.press("Save")
            await hands.sees("#away")
            assert "safe on this phone" in await hands.window.script(
                "return document.getElementById('away').textContent;"
            )
            await hands.follow("Skip this for now")
            await hands.heading("Will this reach older people who feel cut off?")
            assert room.state.scoring["A01"].cells == {}
        await hands.heading("Can they do what they say?")
        await hands.sees_no("#away")
        assert [cell.answer.value for cell in room.state.scoring["A01"].cells[1].values()] == [4]
