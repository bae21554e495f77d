"""A record whose chain fits and whose entries cannot stand, of a newer version or a forger: said as what it is."""

from __future__ import annotations

import asyncio
import datetime as dt
import random
from copy import deepcopy

import msgspec
import pytest

from panel_tui.exports import export_all
from panel_tui.exports.one_member import export_member
from panel_tui.folder.plan_in_force import plan_in_force
from panel_tui.offline.follow_up import closed_day
from panel_tui.offline.verify import verify_folder
from panel_tui.ready.checks import Laptop
from panel_tui.ready.power import Awake
from panel_tui.record import Record, RecordDamaged
from panel_tui.record.history import document
from panel_tui.room.open_room import live_room
from panel_tui.running.run import Wall
from panel_tui.system.errors import Unable
from panel_tui.system.paths import traces
from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.evolve import fold
from sessions.views.phone.current_page import Ask, page
from sessions.views.phone.what_is_known import Mine
from sessions.views.wall.current_poster import Outside, poster
from sessions.wording import say
from tests.exports.test_verify import SHEET, SHEET_ROWS, a_day


def _with(docs, fact, path, value):
    """Change one value of the first entry of a kind; give the documents and the line it is on."""
    docs = deepcopy(docs)
    at = next(n for n, doc in enumerate(docs) if doc["event"]["fact"] == fact)
    held = docs[at]
    for key in path[:-1]:
        held = held[key]
    held[path[-1]] = value
    return docs, at + 2


ODD = {
    "a kind that is not known": ("Noted", ("event", "fact"), "NotedTwice"),
    "a time without a zone": ("StepStarted", ("at",), "2026-12-03T10:00:00"),
    "a time before all": ("Noted", ("at",), "0001-01-01T00:00:00+00:00"),
    "a clock moved for ever": ("ClockChanged", ("event", "seconds"), 10**18),
    "minutes without end": ("StartMoved", ("event", "minutes"), 10**18),
}
DRAWN = {
    "an amount that is none": ("ListConfirmed", ("event", "decisions", "A02", "amount"), "NaN"),
    "a pot that is none": ("DoorsOpened", ("event", "session", "pot"), "sNaN"),
    "a ballot of no round": ("RoundClosed", ("event", "round"), 0),
}


def lived():
    day = a_day()
    day.do(c.AddNote("Thank Ann"))
    start = [e.Stamped(day.history[0].at, one) for one in (e.Noted("", "Hello"), e.ClockChanged(-600))]
    moved = [e.Stamped(day.history[0].at, e.StartMoved(1))]
    opened = next(n for n, one in enumerate(day.history) if isinstance(one.event, e.StepStarted)) + 1
    return [document(one) for one in (*day.history[:opened], *start, *moved, *day.history[opened:])]


@pytest.fixture
def written(tmp_path):
    async def keep(docs):
        record = Record.open(tmp_path / "record.jsonl", program="test")
        for doc in docs:
            await record.append([doc])
        await record.close()

    def write(docs):
        (tmp_path / "session.toml").write_text(SHEET, encoding="utf-8")
        (tmp_path / "applications.csv").write_text(SHEET_ROWS.format(first="Title 1"), encoding="utf-8")
        asyncio.run(keep(docs))
        return tmp_path

    return write


async def _opened(folder):
    async with live_room(folder):
        pass


def exports(folder):
    yield lambda: export_all(
        folder, None, ["csv", "json", "html"], seats=False, public=False, draw=random.Random(1)
    )
    yield lambda: export_member(folder, None, 2)


def test_the_day_these_are_made_of_can_stand(written):
    folder = written(lived())
    assert verify_folder(folder).whole
    asyncio.run(_opened(folder))
    for export in exports(folder):
        export()


@pytest.mark.parametrize("kind", ODD)
def test_whatever_reads_it_names_the_line_and_never_speaks_of_a_fault_inside(written, kind):
    docs, line = _with(lived(), *ODD[kind])
    folder = written(docs)
    for read in (*exports(folder), lambda: plan_in_force(folder), lambda: asyncio.run(_opened(folder))):
        with pytest.raises(RecordDamaged) as told:
            read()
        assert told.value.code == "record.odd"
        assert line <= (told.value.line or 0)
    unknown = "of a kind this program does not know" in "".join(verify_folder(folder).lines)
    assert unknown == (kind == "a kind that is not known")
    assert "newer version" in say("record.odd", line=line)
    assert not verify_folder(folder).whole
    with pytest.raises(Unable):
        closed_day(folder)


NOW = dt.datetime(2026, 12, 3, 12, tzinfo=dt.UTC)
SHOWN = {
    "a line of the agenda about nothing": ("DoorsOpened", ("event", "session", "applications"), []),
    "a line of the agenda without end": ("DoorsOpened", ("event", "session", "steps", 0, "minutes"), 10**12),
    "a score far off its scale": ("Answered", ("event", "answer", "value"), 10**18),
    "a score without a value": ("Answered", ("event", "answer", "value"), None),
    "a count of nothing": ("RoundClosed", ("event", "counts"), []),
}


def _breaks(docs):
    """Whether the wall, or a phone, cannot be drawn where a day stands."""
    try:
        state = fold(msgspec.convert(docs, list[e.Stamped]))
        poster(state, NOW, Outside())
        for seat in state.seats:
            page(state, seat, NOW, Ask(), Mine())
    except Exception:
        return True
    return False


@pytest.mark.parametrize("kind", SHOWN)
def test_one_that_can_be_read_and_not_be_shown_is_refused_at_opening_with_its_line(written, kind):
    docs, line = _with(lived(), *SHOWN[kind])
    first = next(n for n in range(line - 1, len(docs) + 1) if _breaks(docs[:n]))
    folder = written(docs[:first])
    with pytest.raises(RecordDamaged) as told:
        asyncio.run(_opened(folder))
    assert (told.value.code, told.value.line) == ("record.odd", line)


def test_a_fault_of_our_own_in_a_page_keeps_nobody_out(written, monkeypatch):
    def fails(_room, _seat):
        raise ZeroDivisionError

    monkeypatch.setattr("panel_tui.room.room.Room.page", fails)
    assert asyncio.run(_opened(written(lived()))) is None
    assert "| room | ZeroDivisionError |" in traces().read_text().splitlines()[-1]


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59+00:00", "1899-12-31T00:00:00Z", "1970-01-01T00:00:00Z"])
def test_a_time_from_which_no_day_can_be_forecast_cannot_stand_and_that_of_an_empty_battery_can(at):
    docs, line = _with(lived(), "StepStarted", ("at",), at)
    place = audit(msgspec.convert(docs, list[e.Stamped]))
    assert place == (None if at.startswith("1970") else line - 2)


def test_one_met_only_later_ends_the_wall_in_one_sentence_and_not_in_card_after_card(written, monkeypatch):
    docs, line = _with(lived(), *DRAWN["a pot that is none"])
    opened = []

    async def breaks(_wall):
        opened.append(1)

    async def walls(folder):
        async with live_room(folder) as room:
            await Wall(room, Laptop(folder, Awake())).keep()

    monkeypatch.setattr("panel_tui.running.run.WallApp.run_async", breaks)
    with pytest.raises(RecordDamaged) as told:
        asyncio.run(walls(written(docs[:20])))  # the pot is not on the wall yet
    assert (told.value.line, len(opened)) == (line, 1)


@pytest.mark.parametrize("kind", DRAWN)
def test_an_export_that_fails_over_one_names_a_line_and_leaves_no_file(written, kind):
    docs, line = _with(lived(), *DRAWN[kind])
    folder = written(docs)
    assert not verify_folder(folder).whole
    with pytest.raises(RecordDamaged) as told:
        next(exports(folder))()
    assert line <= (told.value.line or 0)
    assert not list((folder / "exports").glob("*"))


def test_a_failure_of_our_own_stays_one(written, monkeypatch):
    folder = written(lived())
    monkeypatch.setattr("panel_tui.exports.export.place", lambda *_a, **_k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        next(exports(folder))()
