"""A day with pages to learn from, by posts: every page reaches every phone, as text, in Easy Read too."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.record.history import history
from panel_tui.room.room import Room
from sessions.audit import audit
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from sessions.wording import english
from tests.web.phones import Phone, go_to, seated_phones, small_room, small_session

HOSTILE = (
    "# <script>alert(1)</script>\n\n"
    "{{ 7*7 }} {% x %} <img src=x onerror=alert(1)> **<b>bold</b>** *</main>*\n\n- </li><li>one\n- [red]two[/]\n"
)


def read(n: int, name: str) -> Step:
    words = english()
    text, easy = words[f"learn.page.{name}"], words[f"learn.easy.{name}"]
    title = text.split("\n")[0].removeprefix("# ")
    return Step(f"l{n}", StepKind.LEARN, 5, title=title, file=name, text=text, easy=easy)


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    """A small day that begins with two pages to read, and has a note with one of its own in the middle."""
    session = small_session()
    note = Step("n1", StepKind.NOTE, 5, title="Before we go on", file="learn/x.md", text=HOSTILE)
    steps = (
        session.steps[0],
        read(1, "today"),
        read(2, "bias"),
        *session.steps[1:3],
        note,
        *session.steps[3:],
    )
    async with small_room(tmp_path, replace(session, steps=steps)) as room:
        yield room


@pytest.fixture
async def phones(day: Room) -> AsyncIterator[list[Phone]]:
    async with seated_phones(day) as phones:
        yield phones


async def test_every_page_comes_to_every_phone_on_the_way_through_the_day(
    day: Room, phones: list[Phone]
) -> None:
    seen = []
    for _ in range(60):
        if day.state.plan.phase is Phase.LEARN:
            for one in phones:
                await one.get("/")
                assert one.page.name == "learn"
            seen.append(phones[0].page.heading)
        if day.state.ended:
            break
        await day.press(position=day.position(), sure=True)
    assert seen == ["How today works", "Think twice", "Before we go on"]
    assert day.state.ended
    assert audit(history(day.record.entries)) is None


async def test_a_page_has_its_lists_and_what_is_strong(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.LEARN)
    await day.press(position=day.position())
    await phones[0].get("/")
    assert phones[0].text.count("<li>") == 10
    assert phones[0].text.count('<ul class="read">') == 2
    assert "<strong>We follow the room.</strong>" in phones[0].text
    assert "Next" in phones[0].text
    assert "A practice go" in phones[0].text


async def test_easy_read_has_its_twin_or_else_all_of_it(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.LEARN)
    await phones[0].post("/look", easy="read")
    await phones[0].get("/")
    assert "Please read this." in phones[0].text
    assert "You may ask for a break." in phones[0].text
    assert "If we meet people" not in phones[0].text
    while day.state.step is None or day.state.step.key != "n1":
        await day.press(position=day.position(), sure=True)
    await phones[0].get("/")
    assert "Please read this." in phones[0].text
    assert "[red]two[/]" in phones[0].text


async def test_what_looks_like_markup_is_only_letters(day: Room, phones: list[Phone]) -> None:
    while day.state.step is None or day.state.step.key != "n1":
        await day.press(position=day.position(), sure=True)
    await phones[0].get("/")
    main = phones[0].text[phones[0].text.index("<main") : phones[0].text.rindex("</main>")]
    assert not re.search(r"<(?:script|img|b)\b", main)
    assert main.count("<li>") == 2
    assert "{{ 7*7 }} {% x %}" in main
    assert "<strong>&lt;b&gt;bold&lt;/b&gt;</strong>" in main
