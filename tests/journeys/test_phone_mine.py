"""A member looks at what she gave, at noon and at the end of the day."""

from __future__ import annotations

from pathlib import Path

from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.journeys.phone_browser import go_to, heading, press, tap, visiting
from tests.journeys.test_phone import with_and_without_scripts


@with_and_without_scripts
async def test_a_member_looks_at_what_she_gave(tmp_path: Path, scripts: bool) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated(scripts=scripts)
        await go_to(visit.room, Phase.SCORE)
        await visit.room.do(c.GiveAnswer(1, "A01", "reach", score(4), "x", 1))
        await visit.room.do(c.HandIn(1, "A01"))
        await phone.goto(visit.home)
        await heading(phone, "Your score is in")
        await tap(phone, "What I have given so far")
        await heading(phone, "What I have given")
        await phone.get_by_role("heading", level=2, name="Warm Welcome Lunches").wait_for()
        assert await phone.get_by_text("Mostly", exact=True).is_visible()
        assert await phone.get_by_text("Your receipt:").is_visible()
        await press(phone, "Back to what is happening now")
        await heading(phone, "Your score is in")
        await go_to(visit.room, Phase.THANKS)
        await phone.goto(visit.home)
        await tap(phone, "What I have given so far")
        await heading(phone, "What I have given")
        assert await phone.get_by_text("We decided together").is_visible()
