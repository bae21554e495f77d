"""The desk calls seats what the folder calls them: on a new day, on one that goes on, and after an edit."""

from __future__ import annotations

from contextlib import asynccontextmanager

from panel_tui.demo import copy_demo
from panel_tui.desk.listener import Desks
from panel_tui.facilitator.facilitator_api import RoomApi
from panel_tui.folder.members_file import FILE, members_text
from panel_tui.room.open_room import live_room
from sessions import commands as c
from tests.wall.rooms import Unhurried


@asynccontextmanager
async def a_day(folder):
    async with live_room(folder, Unhurried()) as room:
        yield room, Desks(room)


def called(desks):
    return {one.seat: one.label for one in desks.view().seats if one.label}


async def test_new_resumed_and_edited(tmp_path):
    folder = tmp_path / "panel"
    copy_demo(folder, short=True)
    text = (folder / "session.toml").read_text(encoding="utf-8")
    (folder / "session.toml").write_text(text.replace('label = "Millgate, one"\n', ""), encoding="utf-8")
    (folder / FILE).write_bytes(members_text({1: "Mary"}))
    async with a_day(folder) as (room, desks):
        assert called(desks)[1] == "Mary"
        assert called(desks)[2] == "Millgate, two"
        await room.do(c.TakePaperSeat(1))
        assert room.state.begun
    (folder / FILE).write_bytes(members_text({1: "Maria"}))
    async with a_day(folder) as (room, desks):
        assert called(desks)[1] == "Maria"
        seats = {one.seat: one.label for one in RoomApi(room).choices().seats}  # where slips are keyed
        assert seats[1] == "Maria"
        assert await RoomApi(room).differences() == ()  # a label is no part of what was agreed
        (folder / FILE).unlink()
        assert 1 not in called(desks)
        assert called(desks)[2] == "Millgate, two"
    assert b"Mar" not in (folder / "record.jsonl").read_bytes()
