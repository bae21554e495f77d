"""Phones that drop out, laptops that do not answer, rooms that move on: nothing a person did is lost."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Page

from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.journeys.phone_browser import go_to, heading, pick, press, tap, visiting
from tests.web.phones import printed_card

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
        await press(phone, "Save")
        await phone.locator("#away").get_by_text(AWAY).wait_for()
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
        await press(phone, "Save")
        await heading(phone, "Can they do what they say?")
        answered = [e for e in visit.room.record.entries if e.doc["event"]["fact"] == "Answered"]
        assert len(answered) == 1
        visit.troubles.clear()


async def test_an_answer_that_was_held_up_never_takes_the_place_of_a_later_one(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        held = []

        async def hold_up_the_first(route):  # type: ignore[no-untyped-def]
            if not held:
                held.append(route.request.post_data)
                await route.abort()
            else:
                await route.continue_()

        await phone.route("**/answer", hold_up_the_first)
        await pick(phone, "Mostly")
        await press(phone, "Save")
        await phone.locator("#away").get_by_text(AWAY).wait_for()
        await pick(phone, "A little")
        await press(phone, "Save")
        await heading(phone, "Can they do what they say?")
        late = await phone.context.request.post(
            f"{visit.home}/answer",
            data=held[0],
            headers={"Origin": visit.home, "Content-Type": "application/x-www-form-urlencoded"},
        )
        assert late.status == 409
        assert visit.room.state.scoring["A01"].cells[1]["reach"].answer == score(2)
        visit.troubles.clear()


async def test_a_waiting_answer_survives_the_page_being_closed(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        await phone.context.set_offline(True)
        await pick(phone, "A little")
        await press(phone, "Save")
        await phone.locator("#away").get_by_text(AWAY).wait_for()
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
        await phone.locator("#heard").get_by_text("The page has changed.").wait_for()


async def test_what_a_person_has_picked_is_never_taken_away(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        await pick(phone, "Mostly")
        await go_to(visit.room, Phase.CLOSED)
        await phone.locator("#news").get_by_text("The room has moved on.").wait_for()
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
        await looked_again(phone, visit.home)
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


async def test_a_page_that_has_not_changed_is_left_alone(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.READ)
        await heading(phone, "Warm Welcome Lunches")
        for _ in ("as it came by itself", "as it came when asked for"):
            await phone.get_by_text("Read the summary").click()  # it was open to read, and is put away
            await looked_again(phone, visit.home)
            assert await phone.locator("details.about").get_attribute("open") is None
            await phone.goto(visit.home)


async def test_a_member_taken_out_by_the_facilitator_is_told_on_the_phone(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, "Will this reach older people who feel cut off?")
        await visit.room.do(c.StepOut(1, "A01"))
        await heading(phone, "You are stepping out of this one")


async def test_an_old_phone_whose_seat_moved_to_a_new_one_is_asked_to_join(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        card = await printed_card(visit.room, 1)
        await heading(phone, "Take your seat")
        new = await visit.phone()
        await new.goto(f"{visit.home}/J/{card}")
        await press(new, "Yes, take this seat")
        await heading(new, "You have your seat")


async def test_the_phones_own_back_button_goes_back_a_question(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await phone.goto(f"{visit.home}/question/1")
        await pick(phone, "Mostly")
        await press(phone, "Save")
        await heading(phone, "Can they do what they say?")
        await phone.go_back()
        await heading(phone, "Will this reach older people who feel cut off?")
        assert await phone.get_by_text("You said: Mostly").is_visible()


async def looked_again(phone: Page, home: str) -> None:
    """Let the phone come back from sleep, look, and settle."""
    async with phone.expect_response(f"{home}/"):
        await phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await phone.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
