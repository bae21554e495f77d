"""OWASP ASVS 5.0, section 14.3: what a phone keeps, and what it forgets. One test a row."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Page

from sessions.model.phases import Phase
from tests.journeys.phone_browser import go_to, heading, pick, press, visiting
from tests.web.phones import printed_card


async def kept(phone: Page) -> list[object]:
    """List all a phone keeps where scripts can reach it."""
    return await phone.evaluate(
        "async () => [...Object.values(localStorage), ...Object.values(sessionStorage),"
        " ...(await indexedDB.databases()), document.cookie].filter(Boolean)"
    )


async def test_v14_3_1_a_phone_whose_seat_has_gone_forgets_what_it_held(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        await phone.context.set_offline(True)
        await pick(phone, "Mostly")
        await press(phone, "Save")
        await phone.locator("#away").get_by_text("The laptop is not answering.").wait_for()
        assert len(await kept(phone)) == 1, "the answer waits on the phone"
        await printed_card(visit.room, 1)
        await phone.context.set_offline(False)
        await heading(phone, "Take your seat")
        await phone.wait_for_function("() => localStorage.length === 0")
        assert await kept(phone) == []
        assert "Mostly" not in await phone.content()
        assert visit.room.state.scoring["A01"].cells.get(1, {}) == {}
        visit.troubles.clear()


async def test_v14_3_3_a_phone_keeps_an_answer_only_until_it_is_in(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        await pick(phone, "Mostly")
        await press(phone, "Save")
        await heading(phone, "Can they do what they say?")
        assert await kept(phone) == []
