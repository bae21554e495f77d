"""\"Text and colours\" stays open under the finger, and points are shared out by + and −."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from tests.journeys.phone_browser import go_to, heading, pick, press, visiting
from tests.web.phones import small_session


async def test_text_and_colours_stays_open_and_keeps_the_focus(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await phone.get_by_text("Text and colours").click()
        await press(phone, "Large")
        await phone.locator("html.text-large").wait_for()
        assert await phone.locator(".look").evaluate("e => e.open")
        assert await phone.evaluate("document.activeElement.textContent") == "Large"
        await phone.keyboard.press("Tab")
        await phone.keyboard.press("Enter")
        await phone.locator("html.text-largest").wait_for()
        assert await phone.evaluate("document.activeElement.textContent") == "Largest"


async def test_it_is_put_away_once_its_member_goes_on_and_not_before(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        await phone.get_by_text("Text and colours").click()
        await press(phone, "Large")
        await phone.locator("html.text-large").wait_for()
        await pick(phone, "Mostly")
        assert await phone.locator(".look").evaluate("e => e.open")
        await press(phone, "Save “Mostly”")
        await heading(phone, "Can they do what they say?")
        assert not await phone.locator(".look").evaluate("e => e.open")


async def test_points_are_shared_by_plus_and_minus_and_never_more_than_ten(tmp_path: Path) -> None:
    session = small_session()
    steps = (session.steps[0], Step("w", StepKind.WORKSHOP, 20), *session.steps[1:])
    async with visiting(tmp_path, replace(session, steps=steps)) as visit:
        phone = await visit.seated()
        for _ in range(5):
            await visit.room.take(visit.room.door_code)
        await go_to(visit.room, Phase.WORKSHOP_WEIGH)
        await heading(phone, "How much does each question matter?")
        more = phone.get_by_role("button", name="One point more: Can they do what they say?")
        for _ in range(12):
            await more.click()
        await phone.get_by_text("Left to share: 0").wait_for()
        assert await phone.get_by_label("Can they do what they say?", exact=True).input_value() == "10"
        await phone.get_by_role("button", name="One point less: Can they do what they say?").click()
        await phone.get_by_text("Left to share: 1").wait_for()
        await press(phone, "Put it with the others")
        await phone.get_by_text("So far it is 9.").wait_for()
        assert await phone.title() == "Please check: How much does each question matter? · Seat 1"
        assert await phone.get_by_label("Can they do what they say?", exact=True).input_value() == "9"
        await phone.get_by_role("button", name="One point more: Is it worth the money?").click()
        await press(phone, "Put it with the others")
        await heading(phone, "Your answer is in")
        visit.troubles.clear()


async def test_without_scripts_points_are_typed(tmp_path: Path) -> None:
    session = small_session()
    steps = (session.steps[0], Step("w", StepKind.WORKSHOP, 20), *session.steps[1:])
    async with visiting(tmp_path, replace(session, steps=steps)) as visit:
        phone = await visit.seated(scripts=False)
        for _ in range(5):
            await visit.room.take(visit.room.door_code)
        await go_to(visit.room, Phase.WORKSHOP_WEIGH)
        await phone.goto(visit.home)
        assert await phone.locator("[data-step]").first.is_hidden()
        await phone.get_by_label("Can they do what they say?", exact=True).fill("4")
        await phone.get_by_label("Is it worth the money?", exact=True).fill("6")
        await press(phone, "Put it with the others")
        await heading(phone, "Your answer is in")
