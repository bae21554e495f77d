"""A member tells the facilitator something without a name, and takes it back, in a real browser."""

from __future__ import annotations

from pathlib import Path

from sessions import commands as c
from sessions.model.phases import Phase
from tests.journeys.phone_browser import go_to, heading, pick, press, visiting
from tests.journeys.test_phone import with_and_without_scripts

TOLD = "The facilitator has been told, without your name."
GENTLE = "We are waiting for you. Take the time you need."


@with_and_without_scripts
async def test_a_member_asks_for_a_break_and_takes_it_back(tmp_path: Path, scripts: bool) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated(scripts=scripts)
        await go_to(visit.room, Phase.READ)
        await phone.goto(visit.home)
        await press(phone, "I need a break")
        await phone.locator(".signals").get_by_text(TOLD).wait_for()
        assert visit.room.signals.counts["break"] == 1
        await heading(phone, "Warm Welcome Lunches")
        await press(phone, "Take it back (I need a break)")
        await phone.get_by_role("button", name="I need a break", exact=True).wait_for()
        assert visit.room.signals.counts["break"] == 0


async def test_what_was_picked_stays_picked_when_a_signal_is_sent(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await phone.goto(visit.home)
        await pick(phone, "Mostly")
        await phone.get_by_text("More", exact=True).click()
        await press(phone, "Slow down")
        await phone.locator(".said", has_text=TOLD).wait_for()
        assert await phone.get_by_label("Mostly").is_checked()
        assert "Slow down" in await phone.evaluate("document.activeElement.textContent")
        await press(phone, "Save")
        await heading(phone, "Can they do what they say?")


@with_and_without_scripts
async def test_the_last_one_is_reminded_gently_and_nothing_picked_is_lost(
    tmp_path: Path, scripts: bool
) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated(scripts=scripts)
        await visit.room.do(c.TakePaperSeat(2))
        await go_to(visit.room, Phase.SCORE)
        await phone.goto(visit.home)
        await heading(phone, "Will this reach older people who feel cut off?")
        if scripts:
            await pick(phone, "Partly")
        assert visit.room.remind()
        if not scripts:
            await phone.reload()
        await phone.locator("#news", has_text=GENTLE).wait_for()
        if scripts:
            assert await phone.get_by_label("Partly").is_checked()
