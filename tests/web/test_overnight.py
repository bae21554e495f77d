"""A night on the phone: the seat stays this phone's, and the next day it says "I am here"."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.room.open_room import live_room
from panel_tui.room.room import Room
from panel_tui.system.clock import Clock
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from tests.web.phones import Phone, go_to, seated_phones, small_room, small_session

TEN = dt.datetime(2026, 12, 3, 17, 0, tzinfo=dt.UTC)


def two_days(night: Step):
    session = small_session()
    return replace(session, steps=(*session.steps[:3], night, *session.steps[4:]))


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    """A small day with a night after its first application."""
    async with small_room(tmp_path, two_days(Step("n", StepKind.OVERNIGHT, 0))) as room:
        yield room


@pytest.fixture
async def phones(day: Room) -> AsyncIterator[list[Phone]]:
    async with seated_phones(day) as phones:
        await go_to(day, Phase.OVERNIGHT)
        yield phones


async def test_at_night_the_page_says_what_the_wall_says_and_asks_nothing(
    day: Room, phones: list[Phone]
) -> None:
    await phones[0].get("/")
    page = phones[0].page
    assert (page.name, page.heading) == ("overnight", "That is all for today")
    for line in day.poster().lines:
        assert line in phones[0].text
    assert page.main_form is None or page.main_form.method == "get"


async def test_the_seat_is_kept_on_the_phone_for_longer_than_a_day(phones: list[Phone]) -> None:
    reply = await phones[0].http.get("/")
    kept = [one for one in reply.headers.get_list("set-cookie") if one.startswith("seat-")]
    assert len(kept) == 1
    assert int(kept[0].split("Max-Age=")[1].split(";")[0]) > 30 * 86_400


async def test_in_the_morning_one_button_says_i_am_here(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.MORNING)
    assert day.state.here == ()
    for one in phones[:5]:
        await one.get("/")
        assert (one.page.name, one.page.heading) == ("overnight", "Welcome back")
        await one.send()
        assert one.page.name == "wait"
    assert day.state.here == (1, 2, 3, 4, 5)
    await go_to(day, Phase.SCORE)
    await phones[5].get("/")
    assert phones[5].page.name == "overnight", "who comes later can say so at any time"
    await phones[5].send()
    assert phones[5].page.name == "wait"


async def test_a_second_press_of_the_same_button_is_answered_as_the_first(
    day: Room, phones: list[Phone]
) -> None:
    await go_to(day, Phase.MORNING)
    await phones[0].get("/")
    for _ in range(2):
        await phones[0].post("/here")
        assert (phones[0].status, phones[0].page.name) == (303, "wait")
    assert day.state.here == (1,)


async def test_who_was_absent_on_the_last_day_hears_what_was_decided(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.THANKS)
    await phones[3].get("/")
    assert phones[3].page.name == "ended"


@pytest.mark.parametrize(
    ("hours", "phase"), [(4, Phase.OVERNIGHT), (15, Phase.MORNING), (24 * 7, Phase.MORNING)]
)
async def test_opened_again_on_a_later_date_the_day_begins_with_welcome_back(tmp_path, hours, phase) -> None:
    async with live_room(tmp_path, Clock(lambda: TEN), two_days(Step("n", StepKind.OVERNIGHT, 0))) as room:
        await go_to(room, Phase.OVERNIGHT)
    later = TEN + dt.timedelta(hours=hours)
    async with live_room(tmp_path, Clock(lambda: later)) as room:
        assert room.state.plan.phase is phase
