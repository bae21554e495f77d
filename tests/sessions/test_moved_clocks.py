"""A clock that was moved, by hours or by decades, and a zone put right: every time that is told afterwards agrees."""

from __future__ import annotations

import datetime as dt
import time as laptop
from decimal import Decimal

import msgspec
import pytest
from msgspec.structs import fields, replace

from panel_tui.record import Record
from panel_tui.room.open_room import keep_up
from panel_tui.room.room import Room
from sessions import commands as c
from sessions import events as e
from sessions.evolve import evolve, fold
from sessions.model.answers import score
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from sessions.schedule.forecast import finish, phase_ends, planned_start
from sessions.state import AgreedWay
from sessions.views.desk.pacing import expected
from sessions.views.frame import clock
from sessions.views.record import receipt_story
from sessions.views.record.days_met import days_met
from sessions.views.record.one_member import member_history
from sessions.views.record.story_result import _met
from tests.exports.days import Day, everyone, panel
from tests.room.test_timekeeping import HOUR, TEN, Laptop
from tests.sessions.clocked import SHORT, arriving

YEARS = 56 * 365 * 24 * 3600


def lived() -> Day:
    """A day with something of everything that keeps a time."""
    day = Day(panel())
    day.do(c.AddNote("Thank Ann")).do(c.StepOut(4, "A02")).do(c.TakeBreak(5)).press()
    day.score("A01", everyone(6, c1=4, c2=5)).reveal("A01")
    day.do(c.Correct(2, "A01", "c1", score(3), "the slip said three"))
    day.state = replace(day.state, ways=(AgreedWay(day.history[-1].at, "Slower, please."),))
    return day


def times(held: object, path: str = "") -> dict[str, dt.datetime]:
    """Find every time that a state holds, wherever it is."""
    if isinstance(held, dt.datetime):
        return {path: held}
    if isinstance(held, msgspec.Struct):
        named = {one.name: getattr(held, one.name) for one in fields(held)}
    elif isinstance(held, dict):
        named = {str(key): value for key, value in held.items()}
    elif isinstance(held, tuple | list):
        named = {str(n): value for n, value in enumerate(held)}
    else:
        return {}
    return {
        at: found for name, value in named.items() for at, found in times(value, f"{path}.{name}").items()
    }


@pytest.mark.parametrize("seconds", [3600, -7200, 5 * 86400, YEARS, -YEARS])
def test_every_time_that_is_kept_is_read_by_the_new_clock(seconds):
    before = lived().state
    after = evolve(before, e.Stamped(TEN, e.ClockChanged(seconds)))
    kept = times(before)
    assert {".notes.0.at", ".ways.0.at", ".scoring.A01.corrections.0.at"} <= kept.keys()
    assert times(after) == {path: at + dt.timedelta(seconds=seconds) for path, at in kept.items()}


def test_what_a_receipt_and_a_members_own_file_tell_is_told_by_it_too():
    day = lived()
    given = next(n for n, one in enumerate(day.history) if isinstance(one.event, e.Answered))
    at = day.history[given].at
    day.do(c.FollowClock(3 * 3600))
    assert f"at {clock(at + 3 * HOUR)}" in receipt_story(day.history, given)[0]
    seat = day.history[given].event.seat
    told = [row.when for row in member_history(day.history, day.state, seat) if row.what == "answered"]
    assert told[0] == (at + 3 * HOUR).isoformat(timespec="seconds")


def two_days():
    """Live a day, go home, and begin the next."""
    night = Step("night", StepKind.OVERNIGHT, 0)
    plan = replace(SHORT, steps=(*SHORT.steps[:3], night, *SHORT.steps[3:]), pot=Decimal(1500))
    world = arriving(plan).at("10:00").on_to("welcome").at("10:10").on_to("A01").at("10:40").on_to("A02")
    world = world.at("11:00").through("A02").at("11:05").press()
    assert world.state.plan.phase is Phase.OVERNIGHT
    return world


def in_1970(world):
    """Start the laptop the next morning with a flat battery for its clock, and put it right an hour later."""
    began = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    by = began - world.history[-1].at
    morning = replace_now(world, began).when(c.FollowClock(int(by.total_seconds()))).when(c.BeginDay())
    morning = replace_now(morning, began + HOUR).when(c.AddNote("at noon")).press()
    true = dt.datetime(2026, 12, 4, 10, tzinfo=dt.UTC)
    return replace_now(morning, true).when(c.FollowClock(int((true - began - HOUR).total_seconds())))


def replace_now(world, now):
    return world.__class__(**{**vars(world), "now": now})


def test_the_day_before_is_not_carried_along_by_a_laptop_that_starts_in_1970():
    evening = two_days()
    world = in_1970(evening)
    was = [(one.started, one.ended) for one in evening.state.timings[:-1]]
    assert [(one.started, one.ended) for one in world.state.timings[: len(was)]] == was
    assert days_met(world.state)[0] == evening.history[0].at.date()
    assert world.state.notes[-1].at == dt.datetime(2026, 12, 4, 10, tzinfo=dt.UTC)
    assert (
        _met(replace(world.state, ended=True))
        == "We met from 3 December 2026, 10:00, to 4 December 2026, 10:00 (UTC)."
    )
    assert all((one.ended or world.clock) >= one.started for one in world.state.timings)
    assert fold(world.history) == world.state


def test_a_zone_put_right_in_the_middle_of_the_day_is_the_zone_everything_is_told_in():
    world = arriving(SHORT).at("10:00").on_to("welcome").at("10:10").on_to("A01").at("10:20")
    now = world.clock.astimezone(dt.timezone(2 * HOUR))
    there = {
        key: clock(at)
        for key, at in (("home", finish(world.state, now)), ("end", phase_ends(world.state, now)))
    }
    here = {
        "home": clock(finish(world.state, world.clock) + 2 * HOUR),
        "end": clock(phase_ends(world.state, world.clock) + 2 * HOUR),
    }
    assert there == here
    assert expected(world.state, now)["welcome"] == "12:00"
    assert planned_start(world.state, now).utcoffset() == 2 * HOUR


def test_the_result_says_both_zones_where_the_days_have_two():
    def told(*zones: int) -> str:
        state = lived().state
        first, *_, last = state.timings
        here = [dt.timezone(zone * HOUR) for zone in zones]
        began, ended = first.started.astimezone(here[0]), (TEN + 30 * HOUR).astimezone(here[1])
        timings = (replace(first, started=began, ended=began), replace(last, started=ended, ended=ended))
        return _met(replace(state, timings=timings, ended=True))

    assert told(1, 1).count("UTC") == 1
    assert "(UTC+01:00)" in told(1, 0)
    assert told(1, 0).endswith("16:00 (UTC).")


@pytest.mark.skipif(not hasattr(laptop, "tzset"), reason="Windows has no such call")
async def test_a_running_room_takes_the_zone_the_laptop_is_set_to(tmp_path, monkeypatch):
    room = Room(Record.open(tmp_path / "record.jsonl", program="test"), Laptop().clock())
    try:
        await room.do(c.OpenDoors(SHORT))
        for zone, hours in (("UTC", 0), ("Etc/GMT-5", 5)):
            monkeypatch.setenv("TZ", zone)
            await keep_up(room)
            assert room.clock.now().utcoffset() == hours * HOUR
    finally:
        monkeypatch.undo()
        laptop.tzset()
        await room.record.close()
