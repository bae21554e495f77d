"""A whole day on one phone: by keyboard alone, by taps without scripts, and by a program that knows no page of ours."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from panel_tui.rehearse.form_client import FormClient
from panel_tui.rehearse.html_page import Form, HtmlPage
from panel_tui.running.rehearsal import PretendHand
from panel_tui.web import serve
from sessions.model.answers import score
from tests.journeys.hands import Hands, Keys, Taps
from tests.journeys.phone_browser import visiting
from tests.journeys.whole_day import TITLES, all_arrived, take_part
from tests.web.phones import small_room


@pytest.mark.parametrize(
    ("scripts", "way"), [(True, Keys), (False, Taps)], ids=["by keyboard alone", "without scripts"]
)
async def test_a_member_takes_part_in_the_whole_day(tmp_path: Path, scripts: bool, way: type[Hands]) -> None:
    async with visiting(tmp_path) as visit:
        await take_part(visit.room, way(await visit.phone(scripts=scripts)), visit.link)
        all_arrived(visit.room, *TITLES)


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
