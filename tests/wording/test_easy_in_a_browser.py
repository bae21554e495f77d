"""Easy Read is asked for in the hand: symbols come at once, and an answer that was picked stays picked."""

from __future__ import annotations

import pytest

from sessions.model.phases import Phase
from tests.journeys.phone_browser import visiting
from tests.web.phones import go_to


async def ask_for_easy_read(phone) -> None:
    await phone.get_by_text("Text and colours").click()
    await phone.get_by_role("button", name="On: short words and pictures").click()
    await phone.locator("html.easy-read").wait_for()


@pytest.mark.parametrize("scripts", [True, False])
async def test_short_words_and_symbols_come_at_once(tmp_path, scripts):
    async with visiting(tmp_path) as visit:
        phone = await visit.phone(320, scripts=scripts)
        await phone.goto(visit.home)
        assert await phone.locator("svg.symbol").count() == 0
        await ask_for_easy_read(phone)
        await phone.get_by_text("Type the code on your card.").wait_for()
        assert await phone.locator("svg.symbol").count() == 1
        assert await phone.evaluate("document.documentElement.scrollWidth") <= 320


async def test_an_answer_that_was_picked_is_not_taken_away(tmp_path):
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await phone.locator("main[data-page=score]").wait_for()
        await phone.get_by_role("radio").nth(3).check()
        await ask_for_easy_read(phone)
        assert await phone.get_by_role("radio").nth(3).is_checked()
        await phone.get_by_role("button", name="Save “").click()
        await phone.get_by_text("What do you think? Pick one.").wait_for()
        assert await phone.locator(".choice svg.symbol").count() > 3
