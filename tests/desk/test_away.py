"""When nothing runs the desk says so and waits; when a run starts again it comes back by itself."""

from contextlib import asynccontextmanager

import pytest

from panel_tui.desk import app as desk_app
from panel_tui.desk.app import DeskApp, finding
from panel_tui.desk.client import DeskClient
from panel_tui.desk.connection_note import ConnectionNote, leave, note_of
from panel_tui.desk.listener import desk_if_can, desk_listener
from panel_tui.system.errors import Unable
from tests.desk.conftest import AtTheDesk, a_room
from tests.wall.rooms import Unhurried


@asynccontextmanager
async def waiting_desk(find, monkeypatch, size=(120, 40)):
    monkeypatch.setattr(desk_app, "AGAIN", 0.1)
    link = DeskClient(find)
    app = DeskApp(link, Unhurried())
    async with app.run_test(size=size, notifications=True) as pilot:
        yield AtTheDesk(app, pilot, None)
    await link.close()


async def test_with_nothing_running_it_says_so_and_finds_the_day_when_it_starts(tmp_path, monkeypatch):
    folder = tmp_path / "day"
    async with waiting_desk(lambda: note_of(folder), monkeypatch) as it:
        await it.until(lambda: "This day is not running just now" in it.words)
        assert "Below is how it stood" not in it.text
        await it.press("pagedown", "z", "p", "m", "k", "e")  # nothing of this breaks it
        async with a_room(folder) as room, desk_listener(room, folder):
            it.room = room
            await it.heard(lambda: "not running" not in it.words)


async def test_a_run_that_is_started_again_is_found_with_its_new_key(tmp_path, monkeypatch):
    folder = tmp_path / "day"
    keys = []
    async with waiting_desk(lambda: note_of(folder), monkeypatch) as it:
        for step in range(2):
            async with a_room(folder, taken=0 if step else 6) as room, desk_listener(room, folder) as note:
                keys.append(note.key)
                it.room = room
                await room.press(position=room.position())
                await it.heard(lambda: "not running" not in it.words)
            await it.until(lambda: "Below is how it stood when last heard" in it.words)
            assert "Seats" in it.text
    assert keys[0] != keys[1]


async def test_a_note_that_a_crash_left_behind_is_no_day(tmp_path, monkeypatch):
    folder = tmp_path / "day"
    folder.mkdir()
    leave(ConnectionNote(str(folder.resolve()), 1, "old"))
    async with waiting_desk(lambda: note_of(folder), monkeypatch, (60, 20)) as it:
        await it.until(lambda: "This day is not running" in it.words)


async def test_it_is_left_by_q_and_the_day_goes_on(tmp_path, monkeypatch):
    folder = tmp_path / "day"
    async with a_room(folder) as room, desk_listener(room, folder):
        async with waiting_desk(lambda: note_of(folder), monkeypatch) as it:
            it.room = room
            await it.heard()
            await it.press("q")
            assert "The day goes on at the wall" in it.words
            await it.press("enter")
            assert it.app.return_value == "left"
        await room.press(position=room.position())


async def test_without_a_runtime_folder_the_day_runs_without_a_desk(tmp_path, runtime_folder):
    (runtime_folder / "panel-tui").write_text("in the way")
    async with a_room(tmp_path / "day") as room, desk_if_can(room, tmp_path / "day") as can:
        assert can is False
        await room.press(position=room.position())


async def test_where_no_folder_is_named_the_only_day_that_runs_is_meant(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    async with a_room(one) as room, desk_listener(room, one) as note:
        assert finding(None)() == note
        async with a_room(other) as second, desk_listener(second, other):
            with pytest.raises(Unable, match="Please say which folder"):
                finding(None)
            assert finding(one)() == note
