"""What I have given is one page to keep: it prints on one sheet, for a day of nineteen applications."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf

from sessions.views.phone import pages as p
from tests.journeys.phone_browser import visiting
from tests.web.gallery import ABOUT, PAGES, SAID

GIVEN = tuple(
    p.Given(f"{ABOUT.title} {n}", (*SAID, SAID[0]), "MANGO-PEAR-41", aside="", decided="Fund: £148,900")
    for n in range(1, 20)
)


async def test_what_i_have_given_prints_on_one_sheet(tmp_path: Path) -> None:
    from screens.phone.drawing import STYLE, draw

    async with visiting(tmp_path) as visit:
        phone = await visit.phone()
        page = p.MyDay(seat=4, pattern="You mostly use the middle of the scale.", given=GIVEN)
        await phone.set_content(draw(page).replace("<head>", f"<head><style>{STYLE.body.decode()}</style>"))
        assert await phone.locator(".contents a").count() == 19
        sheet = pikepdf.open(io.BytesIO(await phone.pdf(prefer_css_page_size=True)))
        assert len(sheet.pages) == 1
        visit.troubles.clear()
    assert PAGES["mine"]
