"""Ending a day from the palette, and who is back on the next: what is asked, and what is ordered."""

import datetime as dt

import pytest
from msgspec.structs import replace

from panel_tui.desk.allowed_commands import read_wish
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Step, StepKind
from tests.wall.posters import NOW
from tests.wall.rooms import table
from tests.wall.test_steering import ask, choose


def decided():
    return table(Phase.DECISION, began=NOW, since=NOW)


def the_morning():
    state = table(Phase.MORNING)
    steps = (state.steps[0], Step("night", StepKind.OVERNIGHT, 0), *state.steps[1:])
    seats = {n: replace(seat, away=n > 2) for n, seat in state.seats.items()}
    return replace(state, steps=steps, seats=seats)


async def test_it_asks_for_the_day_and_the_time_and_begins_on_the_usual_one(wall):
    async with wall("deciding", state=decided()) as it:
        await ask(it, "end_day")
        assert "When do we meet next?" in it.text
        await it.press("down", "enter")
        assert "At what time?" in it.text
        await it.press("enter")
        later = NOW.date() + dt.timedelta(days=2)
        assert it.room.done == [c.EndDay(it.room.position(), later, dt.time(10))]
        assert "z takes it back" in it.text


async def test_a_day_can_be_ended_before_anybody_knows_when_we_meet_again(wall):
    async with wall("deciding", state=decided()) as it:
        await ask(it, "end_day")
        await choose(it, "We do not know yet")
        assert it.room.done == [c.EndDay(it.room.position())]


@pytest.mark.parametrize("keys", [("escape",), ("enter", "escape")])
async def test_going_back_from_either_question_ends_nothing(wall, keys):
    async with wall("deciding", state=decided()) as it:
        await ask(it, "end_day")
        await it.press(*keys)
        assert it.room.done == []


async def test_a_refusal_is_said_and_the_day_goes_on(wall):
    async with wall("talk", state=table(Phase.TALK)) as it:
        it.room.refusals = [Refused(No.BETWEEN_TWO)]
        await ask(it, "end_day")
        await it.press("enter", "enter")
        assert "A day ends between two applications." in " ".join(it.text.split())


async def test_who_has_no_phone_is_counted_in_at_the_wall(wall):
    async with wall("notice", state=the_morning()) as it:
        await ask(it, "come_again")
        assert "not back yet" in it.text
        await choose(it, "Seat 4")
        assert it.room.done == [c.ComeAgain(4)]
        assert "Seat 4 is back." in it.text


async def test_where_everybody_is_back_there_is_nobody_to_pick(wall):
    async with wall("deciding", state=decided()) as it:
        await ask(it, "come_again")
        assert "Everybody who came before is back." in it.text


def test_the_desk_may_end_a_day_and_count_somebody_in():
    _way, order = read_wish(
        b'{"name": "EndDay", "values": {"position": "2.decision.1", "next": "2026-12-10", "start": "10:00:00"}}'
    )
    assert order == c.EndDay("2.decision.1", dt.date(2026, 12, 10), dt.time(10))
    assert read_wish(b'{"name": "ComeAgain", "values": {"seat": 4}}')[1] == c.ComeAgain(4)


async def test_a_seat_added_from_the_palette_is_told_where_no_screen_shows_it(wall):
    async with wall("deciding", state=decided()) as it:
        command = next(one for one in it.app.get_system_commands(it.app.screen) if one.title == "Add a seat")
        await command.callback()
        assert it.room.done == [c.AddSeat()]
        await it.settle()
        assert "It needs a card" in it.text
