"""A member's way through an application, on a real phone-sized browser, with scripts and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import Phase
from tests.journeys.phone_browser import go_to, heading, pick, press, tap, visiting

with_and_without_scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


def said(room: Room) -> dict[str, Answer]:
    return {key: cell.answer for key, cell in room.state.scoring["A01"].cells[1].items()}


async def others_score(room: Room) -> None:
    """Let five more members score on paper, so that there is a shape to show."""
    for seat in range(2, 7):
        await room.do(c.TakePaperSeat(seat))


@with_and_without_scripts
async def test_a_member_joins_scores_changes_an_answer_and_sees_the_result(
    tmp_path: Path, scripts: bool
) -> None:
    async with visiting(tmp_path) as visit:
        room = visit.room
        phone = await visit.seated(scripts=scripts)
        await heading(phone, "You have your seat")
        await others_score(room)
        await go_to(room, Phase.SCORE)
        for seat in range(2, 7):
            slip = {"reach": score(5), "do": score(3), "value": score(20)}
            await room.do(c.KeySlip(seat, "A01", slip, f"slip-{seat}"))
        if not scripts:
            await press(phone, "Look again")
        await heading(phone, "Will this reach older people who feel cut off?")
        await pick(phone, "Partly")
        await press(phone, "Save")
        await heading(phone, "Can they do what they say?")
        await pick(phone, "I can't say")
        await press(phone, "Save")
        await heading(phone, "Is it worth the money?")
        await phone.get_by_label("Is it worth the money?").fill("15")
        await press(phone, "Save")
        await heading(phone, "Your score is in")
        await tap(phone, "Change question 1")
        await heading(phone, "Will this reach older people who feel cut off?")
        assert await phone.get_by_text("You said: Partly").is_visible()
        await pick(phone, "Mostly")
        await press(phone, "Save")
        await heading(phone, "Your score is in")
        assert await phone.get_by_text("Your receipt:").is_visible()
        assert said(room) == {"reach": score(4), "do": Answer(Kind.CANT_SAY), "value": score(15)}
        await go_to(room, Phase.REVEAL)
        if not scripts:
            await press(phone, "Look again")
        await heading(phone, "What we think")


@with_and_without_scripts
async def test_a_member_votes_and_changes_the_ballot(tmp_path: Path, scripts: bool) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated(scripts=scripts)
        await others_score(visit.room)
        await go_to(visit.room, Phase.BALLOT)
        if not scripts:
            await press(phone, "Look again")
        await heading(phone, "Should we fund this?")
        assert await phone.get_by_text("This ballot is secret.").is_visible()
        await pick(phone, "Yes")
        await press(phone, "Put it in the box")
        await heading(phone, "Your ballot is in the box")
        await tap(phone, "Change my ballot")
        await heading(phone, "Should we fund this?")
        assert await phone.locator("input:checked").count() == 0
        await pick(phone, "Not sure")
        await press(phone, "Put it in the box")
        await heading(phone, "Your ballot is in the box")


@with_and_without_scripts
async def test_a_member_steps_out(tmp_path: Path, scripts: bool) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated(scripts=scripts)
        await go_to(visit.room, Phase.READ)
        if not scripts:
            await press(phone, "Look again")
        await tap(phone, "I have to step out of this one")
        await heading(phone, "Step out of this one?")
        await press(phone, "Yes, I am stepping out")
        await heading(phone, "You are stepping out of this one")
        assert (1, "A01") in visit.room.state.conflicts
        await press(phone, "That was a mistake: I am back")
        await press(phone, "Yes, take it back")
        await heading(phone, "Warm Welcome Lunches")
        assert not visit.room.state.conflicts


@with_and_without_scripts
async def test_a_code_is_typed_by_hand_and_a_wrong_one_is_told_kindly(tmp_path: Path, scripts: bool) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.phone(scripts=scripts)
        await phone.goto(visit.home)
        box = phone.get_by_label("The code on your card, or the code on the wall")
        await box.fill("wrong-123")
        await press(phone, "Go on")
        await phone.get_by_text("We do not know that code.").wait_for()
        visit.troubles.clear()  # the browser's own line about a 404
        await box.fill(visit.room.door_code.lower())
        await press(phone, "Go on")
        await heading(phone, "Take a seat?")


@with_and_without_scripts
async def test_larger_words_and_other_colours_stay_chosen(tmp_path: Path, scripts: bool) -> None:
    async with visiting(tmp_path) as visit:
        phone = await visit.seated(scripts=scripts)
        await go_to(visit.room, Phase.SCORE)
        await phone.goto(visit.home)
        await pick(phone, "Mostly")
        await phone.get_by_text("Text and colours").click()
        await press(phone, "Largest")
        await phone.locator("html.text-largest").wait_for()
        if scripts:
            assert await phone.locator("input:checked").count() == 1, "what was picked must stay picked"
        if not scripts:  # with them it stays open
            await phone.get_by_text("Text and colours").click()
        await press(phone, "Black and yellow")
        await phone.locator("html.colours-strong").wait_for()
        await phone.goto(visit.home)
        assert await phone.locator("html").get_attribute("class") == "text-largest colours-strong"
