"""A page is read aloud by the phone's own voice, where it has one, and only once its member wished that."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Page

from sessions.model.phases import Phase
from tests.journeys.phone_browser import go_to, heading, visiting

# A phone with one voice of its own and one that sends words elsewhere, better liked by its maker.
_VOICES = """window.said = []; window.SpeechSynthesisUtterance = function (words) { this.words = words; };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [{ name: 'cloud', lang: 'en-GB', localService: false },
                      ...(NONE ? [] : [{ name: 'own', lang: 'en-GB', localService: true }])],
    cancel() {}, speak(one) { window.said.push([one.voice.name, one.words]); } } });"""


async def with_voices(phone: Page, *, own: bool) -> None:
    await phone.context.add_init_script(_VOICES.replace("NONE", "false" if own else "true"))
    await phone.reload()


async def test_read_this_to_me_is_off_until_asked_for_and_uses_the_phones_own_voice(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await with_voices(phone, own=True)
        await phone.locator("main[data-ready]").wait_for()
        assert await phone.evaluate("said") == []
        await phone.get_by_text("Text and colours").click()
        button = phone.get_by_role("button", name="Read this to me")
        await button.click()
        assert await button.get_attribute("aria-pressed") == "true"
        await go_to(visit.room, Phase.READ)
        await heading(phone, "Warm Welcome Lunches")
        said = await phone.evaluate("said")
        assert {voice for voice, _words in said} == {"own"}
        assert "You have your seat" in said[0][1]
        assert "Warm Welcome Lunches" in said[-1][1]
        assert "Tell the facilitator" not in said[0][1].partition("You have your seat")[0]
        await phone.locator("main[data-ready]").wait_for()
        await button.click()
        assert await button.get_attribute("aria-pressed") == "false"
        before = len(await phone.evaluate("said"))
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        assert len(await phone.evaluate("said")) == before, "and off again"


async def test_nothing_is_offered_where_words_would_leave_the_phone(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await with_voices(phone, own=False)
        await phone.locator("main[data-ready]").wait_for()
        await phone.get_by_text("Text and colours").click()
        assert not await phone.get_by_role("button", name="Read this to me").is_visible()
        plain = await visit.phone(scripts=False)
        await plain.goto(visit.home)
        await plain.get_by_text("Text and colours").click()
        assert not await plain.get_by_text("Read this to me").is_visible()
