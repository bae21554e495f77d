"""What is laid over the list at the wall, while the room under it does not stand still."""

import asyncio
import threading
from decimal import Decimal

import pytest

from panel_tui.record import Record
from panel_tui.record.history import document
from panel_tui.room import budget_table
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.results.what_if import Supposed
from sessions.views.wall import posters as p
from sessions.views.wall.sheet_makers import sheet as make_sheet
from tests.sessions.test_what_if import the_list
from tests.wall.real_rooms import wall_over


@pytest.fixture
async def room(tmp_path):
    record = Record.open(tmp_path / "record.jsonl", program="tests")
    await record.append([document(one) for one in the_list().history])
    yield Room(record)
    await record.close()


LOWER = Supposed("A", Decimal(500))
# whoever sits at the desk decides on the others, and what is supposed on the wall is then past the pot
ELSEWHERE = (c.MoveLine(0), c.RecordDecision("B", Verdict.FUND), c.RecordDecision("C", Verdict.FUND))


async def test_what_can_no_longer_be_supposed_is_taken_off_the_list(room):
    await room.table.lay("what-if", LOWER)
    assert isinstance(room.poster(), p.Sheet)
    for order in ELSEWHERE:
        await room.do(order)
    assert not isinstance(room.poster(), p.Sheet)
    with pytest.raises(Refused) as refused:
        await room.table.accept()
    assert refused.value.code == No.NOT_NOW


async def test_the_wall_stands_when_what_is_supposed_on_it_can_no_longer_be(tmp_path):
    async with wall_over(the_list().history, tmp_path) as driven:
        await driven.app.lay("what-if", LOWER)
        await driven.settle()
        assert driven.app.wall.sheet == "what-if"
        for order in ELSEWHERE:
            await driven.app.room.do(order)
        await driven.settle()
        assert driven.app.is_running
        assert driven.app.wall.sheet == ""


@pytest.fixture
def slowly(monkeypatch):
    """Let a sheet be made only once it is let go on."""
    go_on = threading.Event()

    def made(state, laid):
        assert go_on.wait(5)
        return make_sheet(state, laid)

    monkeypatch.setattr(budget_table, "make_sheet", made)
    yield go_on
    go_on.set()


async def test_a_sheet_that_comes_once_the_room_has_moved_on_is_not_laid(room, slowly):
    laying = asyncio.create_task(room.table.lay("ways"))
    await asyncio.sleep(0.05)
    await room.press(position=room.position(), sure=True)
    assert room.state.plan.phase is Phase.CONFIRMED
    slowly.set()
    with pytest.raises(Refused) as refused:
        await laying
    assert refused.value.code == No.NOT_NOW
    assert not isinstance(room.poster(), p.Sheet)


async def test_a_sheet_that_comes_once_it_was_put_away_is_not_laid(room, slowly):
    laying = asyncio.create_task(room.table.lay("ways"))
    await asyncio.sleep(0.05)
    await room.table.lay("")
    slowly.set()
    await laying
    assert not isinstance(room.poster(), p.Sheet)
