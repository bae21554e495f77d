"""Phones that drop out, laptops that do not answer, rooms that move on: nothing a person did is lost."""

from __future__ import annotations

from pathlib import Path

from sessions.answers import score
from sessions.phases import Phase

from .phone_browser import go_to, heading, pick, press, tap, visiting

AWAY = (
    "The laptop is not answering. Your score is safe on this phone. It will be sent when the laptop is back."
)


async def test_an_answer_waits_on_the_phone_until_the_laptop_is_back(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        await phone.context.set_offline(True)
        await pick(phone, "Mostly")
        await press(phone, "Save and go on")
        await phone.get_by_role("status").get_by_text(AWAY).wait_for()
        assert "reach" not in visit.room.state.scoring["A01"].cells.get(1, {})
        await phone.context.set_offline(False)
        await heading(phone, "Can they do what they say?")
        assert visit.room.state.scoring["A01"].cells[1]["reach"].answer == score(4)
        visit.troubles.clear()  # the browser's own lines about being offline


async def test_an_answer_that_arrived_but_whose_reply_was_lost_counts_once(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        lost = []

        async def lose_the_first_reply(route):  # type: ignore[no-untyped-def]
            if not lost:
                lost.append(await route.fetch(max_redirects=0))
                await route.abort()
            else:
                await route.continue_()

        await phone.route("**/answer", lose_the_first_reply)
        await pick(phone, "Mostly")
        await press(phone, "Save and go on")
        await heading(phone, "Can they do what they say?")
        answered = [e for e in visit.room.record.entries if e.doc["event"]["fact"] == "Answered"]
        assert len(answered) == 1
        visit.troubles.clear()


async def test_a_waiting_answer_survives_the_page_being_closed(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        await phone.context.set_offline(True)
        await pick(phone, "A little")
        await press(phone, "Save and go on")
        await phone.get_by_text(AWAY).wait_for()
        context = phone.context
        await phone.close()
        await context.set_offline(False)
        again = await context.new_page()
        await again.goto(visit.home)
        await heading(again, "Can they do what they say?")
        assert visit.room.state.scoring["A01"].cells[1]["reach"].answer == score(2)
        visit.troubles.clear()


async def test_the_page_follows_the_room_by_itself_and_says_so(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.READ)
        await heading(phone, "Warm Welcome Lunches")
        status = phone.get_by_role("status")
        await status.get_by_text("The page has changed: Warm Welcome Lunches").wait_for()


async def test_what_a_person_has_picked_is_never_taken_away(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        await pick(phone, "Mostly")
        await go_to(visit.room, Phase.CLOSED)
        await phone.get_by_role("status").get_by_text("The room has moved on.").wait_for()
        await heading(phone, "Will this reach older people who feel cut off?")
        assert await phone.get_by_label("Mostly").is_checked()
        await tap(phone, "see what is happening now")
        await heading(phone, "Scoring is closed")


async def test_a_member_who_looks_at_another_question_is_left_there(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        await tap(phone, "Skip this for now")
        await heading(phone, "Can they do what they say?")
        async with phone.expect_response(lambda reply: reply.url == f"{visit.home}/"):
            await phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        await phone.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        await heading(phone, "Can they do what they say?")


async def test_a_phone_whose_stream_was_cut_comes_back_by_itself(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await heading(phone, "You have your seat")
        await phone.context.set_offline(True)
        await go_to(visit.room, Phase.READ)
        await phone.context.set_offline(False)
        await heading(phone, "Warm Welcome Lunches")
        visit.troubles.clear()
