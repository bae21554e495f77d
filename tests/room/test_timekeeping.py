"""A laptop that sleeps, and a clock that is moved: the day goes on, and nothing seems to have lasted hours."""

import datetime as dt
import os

from panel_tui.record import Record
from panel_tui.record.history import history
from panel_tui.room.open_room import keep_up, live_room
from panel_tui.room.room import Room
from panel_tui.system.clock import Clock
from sessions import commands as c
from sessions import events as e
from sessions.evolve import fold
from sessions.schedule.forecast import finish
from tests.journeys.small_session import small_session
from tests.sessions.clocked import SHORT

TEN = dt.datetime(2026, 12, 3, 10, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)


class Laptop:
    """The two clocks of a laptop: one goes evenly, the other can be set."""

    def __init__(self) -> None:
        self.even, self.set_by = 0.0, dt.timedelta()

    def clock(self) -> Clock:
        return Clock(self.wall, lambda: self.even)

    def wall(self) -> dt.datetime:
        return TEN + dt.timedelta(seconds=self.even) + self.set_by

    def wait(self, time: dt.timedelta) -> None:
        self.even += time.total_seconds()


async def begun(path, laptop):
    room = Room(Record.open(path, program="test"), laptop.clock())
    await room.do(c.OpenDoors(SHORT))
    await room.press(position=room.position())
    return room


def left(room):
    return finish(room.state, room.clock.now()) - room.clock.now()


async def test_a_sleep_is_time_that_passed(tmp_path):
    laptop = Laptop()
    room = await begun(tmp_path / "record.jsonl", laptop)
    assert left(room) == 110 * MINUTE
    laptop.wait(10 * MINUTE)
    await keep_up(room)
    assert left(room) == 100 * MINUTE
    assert not any(isinstance(one.event, e.ClockChanged) for one in history(room.record.entries))
    await room.record.close()


async def test_a_clock_set_an_hour_back_or_on_is_followed_and_nothing_seems_to_have_lasted(tmp_path):
    for name, by in (("on", HOUR), ("back", -2 * HOUR)):
        laptop = Laptop()
        room = await begun(tmp_path / f"{name}.jsonl", laptop)
        laptop.wait(5 * MINUTE)
        laptop.set_by = by
        assert left(room) == 105 * MINUTE, "until it is noticed, the room goes on by its own clock"
        await keep_up(room)
        assert room.clock.now() == laptop.wall()
        assert left(room) == 105 * MINUTE
        assert room.state.plan.began == TEN + by
        assert fold(history(room.record.entries)) == room.state
        await keep_up(room)
        told = [one.event for one in history(room.record.entries) if isinstance(one.event, e.ClockChanged)]
        assert told == [e.ClockChanged(int(by.total_seconds()))]
        await room.record.close()


async def test_clocks_that_drift_apart_a_little_are_left_alone(tmp_path):
    laptop = Laptop()
    room = await begun(tmp_path / "record.jsonl", laptop)
    laptop.set_by = dt.timedelta(seconds=40)
    await keep_up(room)
    assert room.clock.now() == TEN
    await room.record.close()


async def test_what_cannot_be_kept_is_tried_again(tmp_path, monkeypatch):
    laptop = Laptop()
    room = await begun(tmp_path / "record.jsonl", laptop)
    laptop.set_by = HOUR
    with monkeypatch.context() as full:

        def no_room(*_args):
            raise OSError(28, os.strerror(28))

        full.setattr(os, "write", no_room)
        await keep_up(room)
    assert room.clock.now() == TEN
    await keep_up(room)
    assert room.clock.now() == TEN + HOUR
    await room.record.close()


async def test_a_clock_put_back_while_the_program_was_down_is_noticed_at_the_start(tmp_path):
    laptop = Laptop()
    folder = small_session(tmp_path / "panel")
    async with live_room(folder, laptop.clock()) as room:
        await room.press(position=room.position())
        laptop.wait(5 * MINUTE)
        await room.do(c.AddNote("half past"))
        before = left(room)
    laptop.set_by = -HOUR
    async with live_room(folder, laptop.clock()) as room:
        assert left(room) == before
        assert all((t.ended or room.clock.now()) >= t.started for t in room.state.timings)
