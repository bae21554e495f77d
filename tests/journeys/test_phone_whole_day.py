"""A whole day on one phone: by keyboard alone, by taps without scripts, and by a program that knows no page of ours."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from panel_tui.rehearse.form_client import FormClient
from panel_tui.rehearse.html_page import Form, HtmlPage
from panel_tui.room.room import Room
from panel_tui.running.rehearsal import PretendHand
from panel_tui.web import serve
from sessions import commands as c
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import Phase
from sessions.wording import say
from tests.journeys.hands import Hands, Keys, Taps
from tests.journeys.phone_browser import Visit, go_to, heading, visiting
from tests.web.phones import small_room

TITLES = {"A01": "Warm Welcome Lunches", "A02": "Tea and Tablets"}


async def by_the_others(room: Room, ref: str) -> None:
    """Give the scores of the five others, who have phones too: reasons are asked where five vote by phone."""
    for seat in range(2, 7):
        for key, value in (("reach", 5), ("do", 3), ("value", 20)):
            await room.do(c.GiveAnswer(seat, ref, key, score(value), f"{ref}-{seat}-{key}", 1))


async def one_application(visit: Visit, phone, hands: Hands, ref: str) -> None:
    await go_to(visit.room, Phase.READ, ref=ref)
    await hands.look()
    await heading(phone, TITLES[ref])
    await hands.follow("Read the summary")
    await hands.follow("I have to step out of this one")
    await heading(phone, "Step out of this one?")
    await hands.follow("No, go back")
    await heading(phone, TITLES[ref])
    await go_to(visit.room, Phase.SCORE, ref=ref)
    await hands.look()
    await heading(phone, "Will this reach older people who feel cut off?")
    await hands.choose("Not at all")
    await hands.press("Save")
    await heading(phone, "Can they do what they say?")
    await hands.choose("I can't say")
    await hands.press("Save")
    await heading(phone, "Is it worth the money?")
    await hands.write("15")
    await hands.press("Save")
    await heading(phone, "Your score is in")
    await hands.follow("Change question 1")
    await heading(phone, "Will this reach older people who feel cut off?")
    await hands.choose("Mostly")
    await hands.press("Save")
    await heading(phone, "Your score is in")
    await by_the_others(visit.room, ref)
    await go_to(visit.room, Phase.REVEAL, ref=ref)
    await hands.look()
    await heading(phone, "What we think")
    await go_to(visit.room, Phase.BALLOT, ref=ref)
    await hands.look()
    await heading(phone, "Should we fund this?")
    await hands.choose("Yes")
    await hands.press("Put it in the box")
    await phone.locator("main[data-page=reason]").wait_for()
    await hands.press("Go on")
    await phone.locator("main[data-page=wait]").wait_for()
    await heading(phone, "Your ballot is in the box")


@pytest.mark.parametrize(
    ("scripts", "way"), [(True, Keys), (False, Taps)], ids=["by keyboard alone", "without scripts"]
)
async def test_a_member_takes_part_in_the_whole_day(tmp_path: Path, scripts: bool, way: type[Hands]) -> None:
    async with visiting(tmp_path) as visit:
        room, phone = visit.room, await visit.phone(scripts=scripts)
        hands = way(phone)
        await phone.goto(visit.link)  # the phone's own camera
        await heading(phone, "Take a seat?")
        await hands.press("Yes, take this seat")
        await heading(phone, "You have your seat")
        await hands.press("I have written it down")
        await phone.locator("#own-code").wait_for(state="detached")
        await hands.follow("Text and colours")
        await hands.press("Large")
        await phone.locator("html.text-large").wait_for()
        for _ in range(2, 7):
            await room.take(room.door_code)
        await go_to(room, Phase.PRACTICE)
        await hands.look()
        await heading(phone, say("views.practice.question"))
        await hands.choose("Partly")
        await hands.press("Save")
        await heading(phone, say("views.practice.question-2"))
        await hands.choose("I can't say")
        await hands.press("Save")
        await heading(phone, "Check your answers")
        await hands.press("Finish")
        await heading(phone, "Your score is in")
        await hands.press("Go on to a practice ballot")
        await heading(phone, say("views.practice.ballot"))
        await hands.choose("Probably")
        await hands.press("Put it in the box")
        await heading(phone, "You have done it")
        await one_application(visit, phone, hands, "A01")
        await go_to(room, Phase.BREAK)
        await hands.look()
        await heading(phone, "Break")
        await one_application(visit, phone, hands, "A02")
        await go_to(room, Phase.THANKS)
        await hands.look()
        await phone.locator("main[data-page=ended]").wait_for()
        for ref in TITLES:
            given = {key: cell.answer for key, cell in room.state.scoring[ref].cells[1].items()}
            assert given == {"reach": score(4), "do": Answer(Kind.CANT_SAY), "value": score(15)}
            assert 1 in room.state.scoring[ref].handed_in


def filled(form: Form) -> dict[str, str]:
    """Fill in the first thing a form asks for, knowing neither its name nor what it is about."""
    for field in form.fields:
        if field.kind == "text":
            return {field.name: "12"}
        if field.kind == "radio":
            return {field.name: field.choices[0].value}
    return {}


async def do_all_there_is(client: FormClient, page: HtmlPage) -> HtmlPage:
    """Send the main form for as long as it is one that sends something."""
    for _ in range(20):
        assert page.name, "every page says what it is"
        assert page.main_form is not None, "every page has a main form"
        if page.main_form.method != "post":
            return page
        page = await client.send(page, page.main_form, filled(page.main_form))
    raise AssertionError(f"never done with {page.name}")


async def test_a_program_that_knows_no_page_of_ours_gets_through_the_whole_day(tmp_path: Path) -> None:
    async with small_room(tmp_path) as room, serve(room, "127.0.0.1", 0) as server, AsyncExitStack() as stack:
        clients = []
        for _ in room.state.seats:
            client = await stack.enter_async_context(FormClient(f"http://127.0.0.1:{server.port}"))
            await do_all_there_is(client, await client.look(f"/J/{room.door_code}"))
            clients.append(client)
        hand, names = PretendHand(room), set()
        for _ in range(200):
            pages = [await do_all_there_is(client, await client.look()) for client in clients]
            names |= {page.name for page in pages}
            if room.state.ended:
                break
            await hand.press()
        assert {page.name for page in pages} == {"ended"}
        assert {"wait", "practice", "received", "result", "break", "ended"} <= names
        for ref in TITLES:
            assert room.state.scoring[ref].handed_in == {1, 2, 3, 4, 5, 6}
            for given in room.state.scoring[ref].cells.values():
                assert [cell.answer for cell in given.values()] == [score(1), score(1), score(12)]
            assert sum(room.state.rounds[ref][0].counts) == 6
