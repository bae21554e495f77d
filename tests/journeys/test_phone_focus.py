"""After each step the focus is where reading goes on: a new code, a heading, a field, or what was just kept."""

from __future__ import annotations

import asyncio
from pathlib import Path

from playwright.async_api import Page

from sessions.model.phases import Phase
from tests.journeys.phone_browser import go_to, pick, press, tap, visiting

_WHERE = """() => { const e = document.activeElement, b = e.getBoundingClientRect();
  const what = e.matches('h1') ? 'heading' : e.matches('[data-done]') ? 'kept' : e.matches('#own-code') ? 'own code'
    : e.matches('textarea, input') ? 'field' : e.matches('.said') ? 'told' : e.tagName;
  return [what, b.top >= -1 && b.bottom <= innerHeight + 1]; }"""

_LOOKS, _EVERY = 500, 0.02  # seconds


async def focus(phone: Page, name: str, what: str) -> None:
    """Wait for a page, and see that the focus is there, in view."""
    await phone.locator(f"main[data-page={name}]").wait_for()
    for _ in range(_LOOKS):  # the page's own rule about scripts keeps the browser from looking by itself
        if (await phone.evaluate(_WHERE))[0] == what:
            break
        await asyncio.sleep(_EVERY)
    assert await phone.evaluate(_WHERE) == [what, True], name


async def test_after_each_step_the_focus_is_where_reading_goes_on(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        room, phone = visit.room, await visit.phone(320)
        await phone.set_viewport_size({"width": 320, "height": 568})
        await phone.goto(visit.link)
        await press(phone, "Yes, take this seat")
        await focus(phone, "wait", "own code")
        await press(phone, "I have written it down")
        await focus(phone, "wait", "heading")
        for _ in range(5):
            await room.take(room.door_code)
        await go_to(room, Phase.PRACTICE)
        await focus(phone, "practice", "heading")
        await go_to(room, Phase.READ)
        await focus(phone, "wait", "heading")
        await tap(phone, "Write down a question")
        await focus(phone, "my-questions", "field")
        await phone.locator("textarea").fill("Who drives?")
        await press(phone, "Keep it")
        await focus(phone, "wait", "kept")
        await press(phone, "I need a break")
        await focus(phone, "wait", "told")
        await go_to(room, Phase.SCORE)
        await focus(phone, "score", "heading")
        await press(phone, "Save")
        await focus(phone, "score", "field")
        visit.troubles.clear()
        await pick(phone, "Mostly")
        await press(phone, "Save")
        await focus(phone, "score", "heading")
        await phone.get_by_text("Skip this for now").click()
        await focus(phone, "score", "heading")
        await phone.locator("#answer").fill("20")
        await press(phone, "Save")
        await focus(phone, "check", "heading")
        await press(phone, "Finish")
        await focus(phone, "received", "heading")
        await tap(phone, "Change question 1")
        await focus(phone, "score", "heading")
        await go_to(room, Phase.BALLOT)
        await focus(phone, "ballot", "heading")
        await pick(phone, "Probably")
        await press(phone, "Put it in the box")
        await focus(phone, "reason", "field")
        await phone.locator("textarea").fill("They know the street.")
        await press(phone, "Go on")
        await focus(phone, "wait", "kept")
        await tap(phone, "What I have given so far")
        await focus(phone, "mine", "heading")
        await press(phone, "Back to what is happening now")
        await focus(phone, "wait", "heading")
