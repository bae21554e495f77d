"""An interview on phones without scripts: what is asked, passing a turn on, and what lies behind a warning."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.room.room import Room
from sessions.decide.interviews import whose_turn
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from tests.web.phones import Phone, go_to, small_room, small_session

QUESTIONS = ("What will be different?", "How will you find people?")


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    session = small_session()
    met = Step("met", StepKind.INTERVIEW, 45, ref="A02", questions=QUESTIONS)
    async with small_room(
        tmp_path, replace(session, steps=(*session.steps[:3], met, *session.steps[5:]))
    ) as room:
        yield room


@pytest.fixture
async def phones(day: Room) -> AsyncIterator[dict[int, Phone]]:
    async with AsyncExitStack() as stack:
        phones = [await stack.enter_async_context(Phone(day)) for _ in range(6)]
        for one in phones:
            await one.join(day)
        await go_to(day, Phase.INTERVIEW_ASK)
        yield dict(enumerate(phones, start=1))


async def test_every_phone_opens_on_this_application_and_its_question(
    day: Room, phones: dict[int, Phone]
) -> None:
    for phone in phones.values():
        await phone.get("/")
        assert (phone.page.name, phone.page.heading) == ("interview", "Tea and Tablets")
        assert "Question 1 of 2" in phone.text
        assert phone.page.marks["application"] == "A02"
        assert QUESTIONS[0] in phone.text
        assert "Warm Welcome Lunches" not in phone.text


async def test_only_whose_turn_it_is_can_pass_it_on(day: Room, phones: dict[int, Phone]) -> None:
    turn = whose_turn(day.state)
    for seat, phone in phones.items():
        page = await phone.get("/")
        form = page.main_form
        assert form is not None
        assert (form.action == "/pass") == (seat == turn)
    await phones[turn].send()
    assert whose_turn(day.state) != turn
    assert phones[turn].page.main_form is not None
    assert phones[turn].page.main_form.action == "/"


async def test_a_turn_that_is_passed_on_late_passes_nobodys(day: Room, phones: dict[int, Phone]) -> None:
    turn = whose_turn(day.state)
    await phones[turn].get("/")
    await day.press(position=day.position(), sure=True)
    before = day.state.plan.interviews
    await phones[turn].send()
    assert day.state.plan.interviews == before


@pytest.mark.parametrize("path", ["/applications", "/mine"])
async def test_other_applications_lie_behind_a_warning_while_guests_are_in(
    path: str, day: Room, phones: dict[int, Phone]
) -> None:
    phone = phones[1]
    await phone.get(path)
    assert phone.page.heading == "Others can see your screen"
    assert "Warm Welcome Lunches" not in phone.text
    [way] = [form for form in phone.page.forms if form.action == path]
    assert way.method == "get"
    await phone.get(f"{path}?seen=yes")
    assert phone.page.name == path[1:]
    await go_to(day, Phase.INTERVIEW_NOTES)
    await phone.get(path)
    assert phone.page.name == path[1:]
