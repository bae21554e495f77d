"""How many bytes a day costs a phone, counted where they leave and reach the laptop."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from sessions.model.phases import Phase
from sessions.model.session import Criterion, Scale
from tests.journeys.phone_browser import go_to, heading, pick, press, visiting
from tests.web.phones import small_session
from tests.web.wire import Wire, wire

__all__ = ["wire"]
FOUR = tuple(
    Criterion(f"c{n}", question, Scale())
    for n, question in enumerate(
        (
            "Will this reach older people who feel cut off?",
            "Can they do what they say?",
            "Is it worth the money?",
            "Will people feel that they belong?",
        ),
        start=1,
    )
)


# as long as a page of plain English is; it comes once, not with every answer
_SUMMARY = "A hot lunch twice a week, and a lift there and back. " * 30
LONG = tuple(replace(one, summary=_SUMMARY) for one in small_session().applications)


async def test_a_first_visit_and_each_answer_are_small(tmp_path: Path, wire: Wire) -> None:
    async with visiting(tmp_path, small_session(criteria=FOUR, applications=LONG)) as visit:
        phone = await visit.phone()
        await phone.goto(visit.link, wait_until="networkidle")
        first = wire.taken()
        print(f"\nfirst visit, all parts: {first[1]} bytes down, {first[0]} up")
        assert sum(first) <= 14_000
        await press(phone, "Yes, take this seat")
        await press(phone, "I have written it down")
        await phone.locator("#own-code").wait_for(state="detached")
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, FOUR[0].question)
        wire.taken()
        answers = []
        for criterion, after in zip(
            FOUR, [*(one.question for one in FOUR[1:]), "Your score is in"], strict=True
        ):
            await heading(phone, criterion.question)
            await pick(phone, "Mostly")
            await press(phone, "Save")
            await heading(phone, after)
            assert _SUMMARY.strip() in str(await phone.locator(".about").text_content())
            answers.append(wire.taken())
        print("each answer:", ", ".join(f"{down} down, {up} up" for up, down in answers))
        # both ways, all headers
        assert max(up + down for up, down in answers) <= 2_048
