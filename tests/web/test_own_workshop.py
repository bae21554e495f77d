"""How we want to work together, by posts and orders: suggested, put together, kept, and there again as we talk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.record.history import history
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.audit import audit
from sessions.events import Draft
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from sessions.views.record import record_view, story, written
from tests.web.phones import Phone, go_to, seated_phones, small_room, small_session

HOW = "How do we want to work together?"
GUESTS = "What shall we ask everybody?"


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    session = small_session()
    asked = (Step("w", StepKind.WORKSHOP, 20, ask=HOW), Step("v", StepKind.WORKSHOP, 20, ask=GUESTS))
    met = Step("met", StepKind.INTERVIEW, 45, ref="A02", ask=GUESTS)
    steps = (session.steps[0], *asked, session.steps[2], met, *session.steps[5:])
    async with small_room(tmp_path, replace(session, steps=steps)) as room:
        yield room


@pytest.fixture
async def phones(day: Room) -> AsyncIterator[list[Phone]]:
    async with seated_phones(day) as phones:
        await go_to(day, Phase.WORKSHOP)
        yield phones


async def suggest(phones: list[Phone], *texts: str) -> None:
    for one, text in zip(phones, texts, strict=False):
        await one.get("/")
        await one.send(s1=text)


async def test_what_phones_wrote_comes_back_as_we_talk_and_as_we_ask(day: Room, phones: list[Phone]) -> None:
    await phones[0].get("/")
    assert (phones[0].page.name, phones[0].page.heading) == ("workshop", HOW)
    assert "Line 1" in phones[0].text
    await suggest(phones, "Let everybody finish", "let everybody finish", "<b>Be kind</b>\x1b[31m")
    assert (day.poster().heading, day.poster().done, day.poster().of) == (HOW, 3, 6)
    await go_to(day, Phase.WORKSHOP_LIST)
    assert [line.question for line in day.state.draft] == ["<b>Be kind</b>[31m", "Let everybody finish"]
    await day.do(c.ListCriteria(day.position(), (Draft("<b>Be kind</b>"), Draft("Let everybody finish"))))
    await go_to(day, Phase.WORKSHOP_SHOWN)
    await phones[5].get("/")
    assert "&lt;b&gt;Be kind&lt;/b&gt;" in phones[5].text
    await day.press(position=day.position())
    await suggest(phones, "What for?")
    await go_to(day, Phase.WORKSHOP_SHOWN)
    await go_to(day, Phase.TALK, ref="A01")
    assert day.poster().kept == f"{HOW} “<b>Be kind</b>”"
    await phones[5].get("/")
    assert phones[5].text.count('<details class="recalls">') == 1
    assert "Let everybody finish" in phones[5].text
    assert "What for?" not in phones[5].text
    await go_to(day, Phase.INTERVIEW_ASK)
    await phones[5].get("/")
    assert "Question 1 of 1" in phones[5].text
    assert "What for?" in phones[5].text
    assert "Be kind" not in phones[5].text
    assert audit(history(day.record.entries)) is None


async def test_the_decision_record_has_each_list_under_its_question(day: Room, phones: list[Phone]) -> None:
    await suggest(phones, "Let everybody finish")
    await go_to(day, Phase.WORKSHOP_SHOWN)
    told = written(story(day.state), head="head", program="program")
    [part] = [one for one in told.parts if one.key == "kept"]
    assert [one.heading for one in part.blocks[1:]] == [HOW]
    assert part.blocks[1].blocks[0].items == ("Let everybody finish",)
    codes = {n: f"code{n}" for n in range(1, 7)}
    assert record_view(day.state, codes=codes).session.kept[0].lines == ("Let everybody finish",)


async def test_whoever_wrote_nothing_is_asked_for_and_not_named(day: Room, phones: list[Phone]) -> None:
    await suggest(phones, "One")
    pages = []
    for one in phones[1:]:
        await one.get("/")
        pages.append(one.page.heading)
    assert pages == [HOW] * 5
    wall = repr(day.poster())
    assert "seat" not in wall.casefold()
