"""axe-core in a real browser: every page, in every language, skin and size, without a single fault."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest

from panel_tui.folder.languages import learn_language
from screens.phone.preferences import COLOURS, EASIES, TEXTS
from sessions import commands as c
from sessions.model.phases import Phase
from tests.journeys.axe import carry, faults, fetch
from tests.journeys.pairwise import Row, all_rows, every_pair, pairs_of, pairwise
from tests.journeys.phone_browser import Visit, go_to, heading, pick, press, tap, visiting
from tests.journeys.test_phone_access import gallery
from tests.web.gallery import PAGES
from tests.wording.made_up import RIGHT_TO_LEFT, make_up

FACTORS = {
    "page": tuple(PAGES),
    "colours": COLOURS,
    "text": TEXTS,
    "language": ("en", "cy", RIGHT_TO_LEFT),
    "scheme": ("light", "dark"),
    "width": (320, 390),
    "easy": EASIES,
}


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    return fetch(tmp_path_factory.mktemp("axe"))


def test_the_short_form_has_every_pair() -> None:
    rows = pairwise(FACTORS)
    assert set().union(*map(pairs_of, rows)) == every_pair(FACTORS)
    assert len(rows) <= 1.2 * len(PAGES) * len(COLOURS)


async def faults_of(visit: Visit, rows: list[Row], axe: str) -> dict[str, list[str]]:
    """Look at each page as each row says; give what is wrong, by row."""
    make_up()
    assert learn_language("cy")
    phone = await visit.phone()
    await carry(phone.context, axe)
    found = {}
    for row in rows:
        look = {name: row[name] for name in ("colours", "text", "language", "easy")}
        await phone.set_viewport_size({"width": row["width"], "height": 740})
        await phone.emulate_media(color_scheme=row["scheme"])
        await phone.goto(f"{visit.home}/page/{row['page']}?{urlencode(look)}")
        if wrong := await faults(phone):
            found[str(row)] = wrong
    return found


async def test_every_page_is_without_fault_in_every_pair_of_looks(tmp_path: Path, axe: str) -> None:
    async with gallery(tmp_path) as visit:
        assert await faults_of(visit, pairwise(FACTORS), axe) == {}


@pytest.mark.slow
async def test_every_page_is_without_fault_in_every_look(tmp_path: Path, axe: str) -> None:
    # colours that were chosen are the same in the light and the dark; what fits on 320 pixels fits on 390
    alike = {**FACTORS, "width": (320,)}
    rows = [row for row in all_rows(alike) if row["scheme"] == "light" or row["colours"] == "plain"]
    async with gallery(tmp_path) as visit:
        print(f"\n{len(rows)} combinations")
        assert await faults_of(visit, rows, axe) == {}


async def test_axe_finds_what_is_wrong(tmp_path: Path, axe: str) -> None:
    async with gallery(tmp_path) as visit:
        phone = await visit.phone()
        await carry(phone.context, axe)
        await phone.goto(f"{visit.home}/page/join")
        await phone.evaluate(
            """() => { document.querySelector('label').remove();
               document.getElementById('code').removeAttribute('aria-describedby'); document.documentElement.lang = '';
               document.querySelector('h1').style.color = '#bbb';
               document.querySelector('main p.hint').style.color = '#757575'; }"""
        )
        assert {one.partition(":")[0] for one in await faults(phone)} >= {
            "label",
            "html-has-lang",
            "color-contrast",
            "color-contrast-enhanced",
        }


async def test_live_pages_are_without_fault_too(tmp_path: Path, axe: str) -> None:
    """The pages of the gallery are samples; these are what a phone meets, put together by the script."""
    async with visiting(tmp_path) as visit:
        phone = await visit.phone()
        await carry(phone.context, axe)
        found: dict[str, list[str]] = {}

        async def look(place: str) -> None:
            found[place] = await faults(phone)

        await phone.goto(visit.home)
        await phone.get_by_label("The code on your card").fill("wrong")
        await press(phone, "Go on")
        await phone.get_by_text("We do not know that code.").wait_for()
        await look("a wrong code")
        visit.troubles.clear()
        await phone.goto(visit.link)
        await look("a seat")
        await press(phone, "Yes, take this seat")
        await heading(phone, "You have your seat")
        await look("an own code")
        await press(phone, "I have written it down")
        for seat in range(2, 7):
            await visit.room.do(c.TakePaperSeat(seat))
        await go_to(visit.room, Phase.READ)
        await heading(phone, "Warm Welcome Lunches")
        await look("told that the page has changed")
        await tap(phone, "I have to step out of this one")
        await heading(phone, "Step out of this one?")
        await look("stepping out")
        await go_to(visit.room, Phase.SCORE)
        await phone.goto(visit.home)
        await press(phone, "Save")
        await phone.get_by_text("Please pick one of the answers").wait_for()
        await look("nothing picked")
        visit.troubles.clear()
        await phone.context.set_offline(True)
        await pick(phone, "Mostly")
        await press(phone, "Save")
        await phone.locator("#away").get_by_text("The laptop is not answering.").wait_for()
        await look("the laptop away")
        await phone.context.set_offline(False)
        await heading(phone, "Can they do what they say?")
        await look("the next question")
        await go_to(visit.room, Phase.BALLOT)
        await phone.goto(visit.home)
        await look("a ballot")
        await pick(phone, "Not sure")
        await press(phone, "Put it in the box")
        await heading(phone, "Your ballot is in the box")
        await look("a ballot in the box")
        await go_to(visit.room, Phase.THANKS)
        await phone.goto(visit.home)
        await look("the end")
        visit.troubles.clear()
        assert {place: wrong for place, wrong in found.items() if wrong} == {}
