"""What was kept is said where the eye is: in view after the button, with the focus there, and once."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from playwright.async_api import Locator, Page

from sessions.commands import ListCriteria
from sessions.events import Draft
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from tests.journeys.phone_browser import Visit, go_to, heading, pick, press, tap, visiting
from tests.journeys.test_phone import with_and_without_scripts
from tests.web.phones import small_session

TOLD = "The facilitator has been told, without your name."
KEPT = "Your question is kept until we talk."
IN = "If you wrote why, your words are in."
DIFFERS = "If you wrote something, it goes into the record when we go on."
SMALL = {"width": 320, "height": 568}
_IN_VIEW = "e => { const b = e.getBoundingClientRect(); return b.top >= -1 && b.bottom <= innerHeight + 1; }"
_LISTENED_TO = (
    """() => ['heard', 'news'].map(id => document.getElementById(id).textContent.trim()).join('')"""
)


async def confirmed(phone: Page, words: str, *, scripts: bool) -> None:
    """See that a confirmation is in view and said once: by the focus that is on it, or by being all there is."""
    said: Locator = phone.locator(".said", has_text=words)
    await said.wait_for()
    assert await said.count() == 1
    assert await said.evaluate(_IN_VIEW), f"“{words}” is out of sight"
    if scripts:
        assert await said.evaluate("e => e === document.activeElement"), f"the focus is not on “{words}”"
        assert words not in await phone.evaluate(_LISTENED_TO), "it would be heard twice"


async def full(visit: Visit, *, scripts: bool) -> Page:
    """Seat a small phone among six."""
    phone = await visit.seated(320, scripts=scripts)
    await phone.set_viewport_size(SMALL)
    for _ in range(5):
        await visit.room.take(visit.room.door_code)
    return phone


@with_and_without_scripts
async def test_a_raised_hand_is_confirmed_where_it_was_raised(tmp_path: Path, scripts: bool) -> None:
    async with visiting(tmp_path) as visit:
        phone = await full(visit, scripts=scripts)
        await go_to(visit.room, Phase.READ)
        await phone.goto(visit.home)
        for words in ("I have a question", "I need a break"):
            await press(phone, words)
            told = phone.locator(f".said:has(b:text-is('{words}'))")
            await told.wait_for()
            assert await told.evaluate(_IN_VIEW)
            if scripts:
                assert await told.evaluate("e => e === document.activeElement")
                assert TOLD not in await phone.evaluate(_LISTENED_TO)
        await press(phone, "Take it back (I need a break)")
        again = phone.get_by_role("button", name="I need a break", exact=True)
        await again.wait_for()
        assert await again.evaluate(_IN_VIEW)


@with_and_without_scripts
async def test_a_question_and_a_reason_and_another_view_are_confirmed_in_view(
    tmp_path: Path, scripts: bool
) -> None:
    async with visiting(tmp_path) as visit:
        phone = await full(visit, scripts=scripts)
        await go_to(visit.room, Phase.READ)
        await phone.goto(visit.home)
        await tap(phone, "Write down a question")
        await phone.locator("textarea").fill("Who drives?")
        await press(phone, "Keep it")
        await confirmed(phone, KEPT, scripts=scripts)
        await go_to(visit.room, Phase.BALLOT)
        await phone.goto(visit.home)
        await pick(phone, "Probably")
        await press(phone, "Put it in the box")
        await phone.locator("textarea").fill("They know the street.")
        await press(phone, "Go on")
        await confirmed(phone, IN, scripts=scripts)
        await go_to(visit.room, Phase.DECISION)
        await phone.goto(visit.home)
        await tap(phone, "I see it differently")
        await phone.locator("textarea").fill("It was brave.")
        await press(phone, "Go on")
        await confirmed(phone, DIFFERS, scripts=scripts)


def with_workshop() -> object:
    session = small_session()
    return replace(session, steps=(session.steps[0], Step("w", StepKind.WORKSHOP, 20), *session.steps[1:]))


@with_and_without_scripts
async def test_a_suggestion_is_written_in_a_box_of_several_lines(tmp_path: Path, scripts: bool) -> None:
    words = "Will it reach people who are on their own, and who would not come by themselves?"
    async with visiting(tmp_path, with_workshop()) as visit:
        phone = await full(visit, scripts=scripts)
        await go_to(visit.room, Phase.WORKSHOP)
        await phone.goto(visit.home)
        box = phone.get_by_label("Question 1")
        await box.fill(words.replace(", and", ",\nand"))
        assert await box.evaluate("e => e.scrollHeight <= e.clientHeight + 1"), "all that was written is seen"
        await press(phone, "Put it with the others")
        await heading(phone, "Your suggestions are in")
        await go_to(visit.room, Phase.WORKSHOP_LIST)
        assert words in [line.question for line in visit.room.state.draft], (
            "on one line, as the wall needs it"
        )


async def test_a_long_question_is_weighed_across_the_whole_width(tmp_path: Path) -> None:
    long, short = "Will this reach older people who feel cut off where they live?", "Will it last?"
    async with visiting(tmp_path, with_workshop()) as visit:
        phone = await full(visit, scripts=True)
        await go_to(visit.room, Phase.WORKSHOP_LIST)
        await visit.room.do(
            ListCriteria(visit.room.position(), (Draft(long), Draft(short), Draft("Is it kind?")))
        )
        await go_to(visit.room, Phase.WORKSHOP_WEIGH)
        await phone.goto(visit.home)
        label = await phone.locator("label", has_text=long).bounding_box()
        points = await phone.get_by_label(long, exact=True).bounding_box()
        assert label is not None
        assert points is not None
        assert label["width"] >= 250
        assert label["y"] + label["height"] <= points["y"] + 1, "its points stand below it"
        beside = await phone.locator("label", has_text=short).bounding_box()
        assert beside is not None
        assert beside["height"] < 40, "a short one stands beside its points"
