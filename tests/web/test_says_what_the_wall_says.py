"""A member who cannot read the wall has it in the hand: the talk's shapes, the list and its line, the draft list."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from panel_tui.room.room import Room
from sessions.model.phases import Phase
from sessions.views.wall.posters import Budget, Talk
from tests.web.phones import Phone, go_to, seated_phones, small_room


async def all_score(room: Room, phones: list[Phone], ref: str, answers: str) -> None:
    """Let each phone answer every question of an application alike; a score counts on the long scale ten times."""
    await go_to(room, Phase.SCORE, ref=ref)
    for one, answer in zip(phones, answers, strict=True):
        await one.get("/")
        while one.page.name == "score":
            long = one.page.marks["criterion"] == "value"
            await one.send(answer=str(int(answer) * 8) if long else answer)
        assert one.page.name == "received"


def bars(html: str) -> list[tuple[str, int]]:
    """Give the bars of a page: the length of its scale, and how much of it is full."""
    found = re.findall(r'viewBox="0 0 (\d+) 1".*?<rect width="(\d+)"', html)
    return [(whole, int(full)) for whole, full in found]


async def test_the_talk_keeps_the_shapes_on_phones(room: Room) -> None:
    async with seated_phones(room) as phones:
        await all_score(room, phones, "A01", "111555")
        await go_to(room, Phase.TALK)
        poster = room.poster()
        assert isinstance(poster, Talk)
        shown = await phones[0].get("/")
        assert shown.heading == "We are talking it over"
        for shape in poster.shapes:
            assert shape.question in phones[0].text
            assert shape.words in phones[0].text
        assert bars(phones[0].text)
        assert "Warm Welcome Lunches" in phones[0].text.partition("<h1>")[0], "the application is named first"


async def test_bars_of_a_page_are_on_one_scale(room: Room) -> None:
    async with seated_phones(room) as phones:
        await all_score(room, phones, "A01", "144445")
        await go_to(room, Phase.REVEAL)
        await phones[0].get("/")
        found = bars(phones[0].text)
        assert {whole for whole, _full in found} == {"5"}, (
            "the long scale has five in one band, the others four on one point"
        )
        assert {full for _whole, full in found} >= {0, 1, 4, 5}


@pytest.mark.parametrize("phase", [Phase.BUDGET, Phase.CONFIRMED])
async def test_budget_and_confirmed_show_the_list_and_the_line(room: Room, phase: Phase) -> None:
    async with seated_phones(room) as phones:
        await all_score(room, phones, "A01", "444444")
        await all_score(room, phones, "A02", "222222")
        await go_to(room, phase)
        poster = room.poster()
        assert isinstance(poster, Budget)
        assert len(poster.rows) == 2
        await phones[0].get("/")
        assert phones[0].page.name == "list"
        told = re.sub(r"<[^>]+>", " ", phones[0].text)
        places = [told.index(text) for text in (poster.rows[0].title, "The line.", poster.rows[1].title)]
        assert poster.line == 1
        assert places == sorted(places), "the line stands where the wall has it"
        assert poster.left in told
        for row in poster.rows:
            assert row.why in told


async def test_phones_follow_the_list_that_lies_on_the_wall(tmp_path: Path) -> None:
    """Where there are strands, the wall shows one list at a time."""
    async with small_room(tmp_path) as room, Phone(room) as one:
        await one.join(room)
        await go_to(room, Phase.BUDGET)
        first = room.page(1)
        room.table.next_list()
        assert room.page(1) == first, "there is only one"
        assert room.page(1) is not None
        assert room.table.on_phones() is room.table.on_phones(), "a hall of phones has it worked out once"
        await go_to(room, Phase.CONFIRMED)
        assert room.page(1) != first


async def test_the_application_is_named_on_every_page_about_one(room: Room) -> None:
    async with seated_phones(room) as phones:
        for phase in (Phase.INTRODUCE, Phase.READ, Phase.SCORE):
            await go_to(room, phase)
            await phones[0].get("/")
            assert "Warm Welcome Lunches" in before_actions(phones[0].text), phase
        await all_score(room, phones, "A01", "144445")
        for phase in (Phase.CLOSED, Phase.REVEAL, Phase.TALK, Phase.BALLOT):
            await go_to(room, phase)
            await phones[0].get("/")
            assert "Warm Welcome Lunches" in before_actions(phones[0].text), phase
        await phones[0].send(choice="4")
        await phones[0].send(reason="")
        assert phones[0].page.heading == "Your ballot is in the box"
        assert "Warm Welcome Lunches" in before_actions(phones[0].text)
        for one in phones[1:]:
            await one.get("/")
            await one.send(choice="4")
        for phase in (Phase.OUTCOME, Phase.DECISION):
            await go_to(room, phase)
            await phones[0].get("/")
            assert "Warm Welcome Lunches" in before_actions(phones[0].text), phase


def before_actions(html: str) -> str:
    """Give what a page says down to its first heading, that included."""
    return html.partition("<main")[2].partition("</h1>")[0]
