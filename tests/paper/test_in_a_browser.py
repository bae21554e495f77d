"""Every page that is printed or kept, in a real browser: no fault for axe, and good on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.system.network import wifi_link
from screens.paper.booklet import booklet_sheet
from screens.paper.cards import cards_sheet, join_sheet
from screens.paper.half_page_slips import ties_sheet
from screens.paper.press import sheet_as_page
from screens.paper.slips import ballots_sheet, slips_sheet
from sessions.model.session import Wifi
from sessions.views.paper.booklet import booklet
from sessions.views.paper.slips import ballot_slips, score_slips, tie_slip
from tests.exports.days import whole_day
from tests.exports.made import page as record
from tests.journeys.axe import carry, faults, fetch
from tests.journeys.phone_browser import browsing
from tests.paper.pdf import drawn, pages, read
from tests.paper.test_pack import ADDRESS, squares
from tests.sessions.worlds import session

WIFI = Wifi("PanelRoom", "twelve-good-neighbours")
KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    model, link = session(wifi=WIFI), wifi_link(WIFI)
    cards = [(n, f"Label {n}", "KMPT4WX9", KEY) for n in range(1, 7)]
    sheets = [
        cards_sheet(model, cards, ADDRESS, link),
        join_sheet(model, ADDRESS, link),
        booklet_sheet(model, booklet(model)),
        ballots_sheet(model, ballot_slips(model)),
        ties_sheet(model, tie_slip(replace(model, ties=("ballot",)))),
        slips_sheet(model, 3, score_slips(model, 3)),
    ]
    day = whole_day()
    return {
        "record": record(day),
        "public record": record(day, public=True),
        **{sheet.name: sheet_as_page(sheet) for sheet in sheets},
    }


@pytest.fixture(scope="module")
def axe(tmp_path_factory) -> str:
    return fetch(tmp_path_factory.mktemp("axe"))


async def test_axe_finds_nothing_and_paper_holds_what_the_page_says(written, axe, tmp_path: Path):
    found, printed = {}, {}
    async with browsing() as browser:
        context = await browser.new_context()
        await carry(context, axe)
        page = await context.new_page()
        for name, html in written.items():
            file = tmp_path / f"{name}.html"
            file.write_text(html, encoding="utf-8")
            await page.goto(file.as_uri())
            for width in (320, 1200):
                await page.set_viewport_size({"width": width, "height": 800})
                found[name, width] = await faults(page)
                wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                assert await page.evaluate(wider) <= 0, (name, width)
            printed[name] = await page.pdf(prefer_css_page_size=True)

    assert {where: wrong for where, wrong in found.items() if wrong} == {}
    assert len(found) == 16
    assert squares(drawn(printed["cards"], dpi=300)) == {f"http://{ADDRESS}/J/{KEY}", wifi_link(WIFI)}
    assert {
        name: pages(printed[name]) for name in ("cards", "join", "booklet", "ballots", "ties", "slips")
    } == {
        "cards": 2,  # four on a page
        "join": 1,
        "booklet": 5,  # what we ask, and two applications with room to write
        "ballots": 6,  # six of us and three piles, four on a page
        "ties": 3,  # six of us, two on a page
        "slips": 2,  # two questions and two applications
    }
    assert "We gave £1,000 of £1,500. £500 is left." in " ".join(read(printed["record"]).split())
