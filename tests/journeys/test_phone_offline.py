"""With the laptop gone, every control of every page says so beside itself; nothing leads to the browser's own page."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Locator, Page

from sessions.model.phases import Phase
from tests.journeys.phone_browser import Visit, go_to, heading, pick, press, visiting
from tests.journeys.test_phone_access import gallery
from tests.web.gallery import PAGES

_IN_VIEW = "e => { const b = e.getBoundingClientRect(); return b.top >= -1 && b.bottom <= innerHeight + 1; }"
_CONTROLS = "main a[href^='/'], main button:not([type=button])"
_ON_THE_WALL = "a[href^='/'], form button:visible"


async def every_control(phone: Page, name: str) -> int:
    """Press every link and button of the page there is, the laptop gone; say how many there were."""
    await phone.locator(f"main[data-page={name}]").wait_for()
    await phone.evaluate("document.querySelectorAll('main details').forEach(e => { e.open = true; })")
    await phone.context.set_offline(True)
    controls = await phone.locator(_CONTROLS).all()
    for at in range(len(controls)):
        await alone(phone, phone.locator(_CONTROLS).nth(at), name)
    await phone.evaluate("localStorage.clear()")
    await phone.context.set_offline(False)
    return len(controls)


async def alone(phone: Page, control: Locator, name: str) -> None:
    """Press one control, and see that the page stands, with its comfort in view."""
    await phone.evaluate("document.getElementById('away')?.remove()")
    await phone.locator("main[data-ready]").wait_for()
    await control.evaluate("e => e.click()")
    away = phone.locator("#away")
    await away.wait_for()
    said = await away.text_content()
    assert said
    assert said.startswith("The laptop is not answering."), name
    assert await away.evaluate(_IN_VIEW), f"{name}: said out of sight"
    assert await phone.locator(f"main[data-page={name}]").count() == 1, name
    assert await phone.locator("#heard").text_content() == said, "heard once, where it is listened for"


async def test_no_control_leads_to_the_browsers_own_page(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        for _ in range(5):
            await visit.room.take(visit.room.door_code)
        pressed = 0
        for phase, name in (
            (Phase.PRACTICE, "practice"),
            (Phase.READ, "wait"),
            (Phase.SCORE, "score"),
            (Phase.REVEAL, "result"),
            (Phase.TALK, "wait"),
            (Phase.BALLOT, "ballot"),
            (Phase.BREAK, "break"),
            (Phase.BUDGET, "list"),
            (Phase.THANKS, "ended"),
        ):
            await go_to(visit.room, phase)
            await phone.goto(visit.home)
            pressed += await every_control(phone, name)
        for path, name in (("/mine", "mine"), ("/applications", "applications")):
            await phone.goto(visit.home + path)
            pressed += await every_control(phone, name)
        assert pressed > 60
        visit.troubles.clear()


async def test_no_control_of_any_page_leads_to_the_browsers_own(tmp_path: Path) -> None:
    """The pages of the gallery are samples of all there are; pressed is every control they have."""
    async with gallery(tmp_path) as visit:
        phone = await visit.phone(320)
        pressed = 0
        for name in PAGES:
            await phone.goto(f"{visit.home}/page/{name}")
            kind = await phone.locator("main").get_attribute("data-page")
            assert kind
            pressed += await every_control(phone, kind)
            await phone.evaluate("localStorage.clear()")  # or the next page would send what is waiting here
        assert pressed > 5 * len(PAGES) / 2
        visit.troubles.clear()


async def test_no_control_of_a_members_wall_leads_to_the_browsers_own(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated(320)
        await go_to(visit.room, Phase.PRACTICE)
        await phone.goto(f"{visit.home}/wall")
        await phone.locator("html[data-live]").wait_for()
        controls = phone.locator(_ON_THE_WALL)
        many = await controls.count()
        assert many >= 7
        await phone.context.set_offline(True)
        for at in range(many):
            await phone.evaluate("document.getElementById('away')?.remove()")
            await controls.nth(at).evaluate("e => e.click()")
            away = phone.locator("#away")
            await away.wait_for()
            assert (await away.inner_text()).startswith("The laptop is not answering.")
            assert await away.evaluate(_IN_VIEW)
            assert await phone.locator("main[data-page=wall]").count() == 1
        await phone.context.set_offline(False)
        await phone.evaluate("dispatchEvent(new Event('online'))")
        await away.wait_for(state="detached")
        await phone.get_by_role("link", name="Back to my own page").click()
        await phone.locator("main[data-page=practice]").wait_for()
        visit.troubles.clear()


async def test_nothing_is_lost_and_the_comfort_goes_when_the_laptop_is_back(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        await phone.context.set_offline(True)
        await pick(phone, "Mostly")
        await phone.get_by_text("Skip this for now").click()
        await phone.locator("#away").wait_for()
        assert await phone.get_by_label("Mostly").is_checked(), "what was picked stays picked"
        await press(phone, "Save")
        await phone.locator("#away").get_by_text("Your score is safe on this phone.").wait_for()
        await phone.context.set_offline(False)
        await heading(phone, "Can they do what they say?")
        assert await phone.locator("#away, #strip").count() == 0
        visit.troubles.clear()


async def test_an_idle_phone_says_in_a_thin_strip_that_it_looks_for_the_laptop(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await heading(phone, "You have your seat")
        await idle(visit, phone)


async def idle(visit: Visit, phone: Page) -> None:
    """Take the laptop away from a phone nobody touches, and give it back."""
    await phone.route("**/live", lambda route: route.abort())
    await phone.evaluate("dispatchEvent(new Event('online'))")  # its stream is opened anew, and fails
    strip = phone.locator("#strip")
    await strip.get_by_text("Looking for the laptop").wait_for(timeout=14_000)
    assert (await strip.bounding_box() or {"height": 99})["height"] <= 40
    await phone.unroute("**/live")
    await phone.evaluate("dispatchEvent(new Event('online'))")
    await strip.wait_for(state="detached")
    visit.troubles.clear()


async def test_without_scripts_every_page_says_what_to_do_when_the_browser_shows_its_own(
    tmp_path: Path,
) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated(scripts=False)
        for _ in range(5):
            await visit.room.take(visit.room.door_code)
        for phase in (Phase.PRACTICE, Phase.READ, Phase.SCORE, Phase.BALLOT, Phase.BUDGET):
            await go_to(visit.room, phase)
            await phone.goto(visit.home)
            told = await phone.locator("noscript").last.inner_html()
            assert "If your phone shows a page that is not ours" in told, phase
