"""Phones come and go, and leave nothing behind: short here, ten minutes with `-m slow`. A seeded leak is noticed."""

import asyncio
import gc
import tracemalloc

import pytest
from msgspec.structs import replace

from panel_tui.record import Record
from panel_tui.record.history import document, history
from panel_tui.room.open_room import live_room
from sessions.events import Answered, Stamped
from sessions.evolve import fold
from sessions.model.answers import score
from tests.bench.hall import arrived
from tests.load.levels import CLIMB, KEPT, SLACK, Level, climb, left_behind
from tests.load.soak import soaked

# caches fill in the first minutes: this short a time shows a leak of memory only where it is a large one
SHORT = {"seconds": 9, "phones": 15, "every": 0.5, "press": 0.5, "export": 3, "haste": 3}
SHORT_CLIMB = 25.0
LONG = {"seconds": 600, "phones": 60, "every": 5, "press": 2, "export": 60}


@pytest.mark.alone
@pytest.mark.parametrize(
    ("form", "may_climb"),
    [(SHORT, SHORT_CLIMB), pytest.param(LONG, CLIMB, marks=pytest.mark.slow)],
    ids=["short", "long"],
)
def test_nothing_is_left_behind(form, may_climb, tmp_path):
    said = []
    report = asyncio.run(soaked(tmp_path, **form, say=said.append))
    print("", *said, report, sep="\n")
    assert left_behind(report.before, report.during, report.after, may_climb=may_climb) == []
    assert report.did["visits"] > form["phones"]
    assert report.did["forms"] > form["phones"]
    assert report.exports > 0


def test_a_seeded_leak_of_each_kind_is_noticed(tmp_path):
    form = {**SHORT, "seconds": 5, "export": 60, "program": "tests.load.leaky", "gone": 1}
    report = asyncio.run(soaked(tmp_path, **form, say=lambda _words: None))
    found = left_behind(report.before, report.during, report.after, may_climb=SHORT_CLIMB)
    for kind in ("tasks:", "sockets:", "files:", "threads:", "memory climbs"):
        assert any(one.startswith(kind) for one in found), (kind, found)


def level(minute, **held):
    flat = {"memory": 60.0, "tasks": 9, "widgets": 30, "sockets": 7, "files": 6, "threads": 4}
    return Level(**{**flat, **held}, at=60.0 * minute)


EVEN = [level(minute, memory=100 + (-1) ** minute) for minute in range(11)]


async def answers_kept(folder, many):
    """Make a session with so many answers in its record, one after the other; give the record's path."""
    await arrived(folder, seats=20)
    async with live_room(folder) as room:
        at = room.clock.now()
        given = (
            Answered(1 + n % 20, "A01", "reach", score(1 + n % 5), f"sending-{n}", n) for n in range(many)
        )
        await room.record.append([document(Stamped(at, one)) for one in given])
        return room.record.path


def test_a_kilobyte_of_the_record_takes_the_memory_it_is_taken_to_take(tmp_path):
    """What an opening takes once falls out: two records that differ in length alone are compared."""
    held, sizes = [], []
    for many in (500, 2_500):
        path = asyncio.run(answers_kept(tmp_path / str(many), many))
        tracemalloc.start()
        record = Record.open(path, program="a test")
        state = fold(history(record.entries))
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        assert len(state.scoring["A01"].sheets) == 20
        sizes.append(path.stat().st_size)
        asyncio.run(record.close())
    assert (held[1] - held[0]) / (sizes[1] - sizes[0]) == pytest.approx(KEPT, rel=0.35)


def test_a_level_program_is_found_level():
    assert left_behind(level(0), EVEN, level(11)) == []


@pytest.mark.parametrize("kind", SLACK)
def test_one_more_than_the_slack_is_named(kind):
    before = level(0)
    most = getattr(before, kind) + SLACK[kind]
    assert left_behind(before, EVEN, replace(level(11), **{kind: most})) == []
    (found,) = left_behind(before, EVEN, replace(level(11), **{kind: most + 1}))
    assert found.startswith(f"{kind}: ")


def test_memory_that_climbs_in_the_second_half_is_named():
    steep = [level(minute, memory=60 + 1.2 * minute) for minute in range(11)]
    assert climb(steep) == pytest.approx(1.2)
    assert left_behind(level(0), steep, level(11)) == ["memory climbs by 1.20 MB a minute"]


def test_memory_that_fills_caches_first_and_then_stays_is_level():
    filling = [level(minute, memory=min(90, 60 + 10 * minute)) for minute in range(11)]
    assert left_behind(level(0), filling, level(11)) == []


def test_what_the_record_grew_by_is_no_leak_and_what_is_kept_beside_it_is():
    kept = [level(minute, memory=60 + KEPT * minute, record=1024.0 * minute) for minute in range(11)]
    assert left_behind(level(0), kept, level(11)) == []
    more = [replace(one, memory=one.memory + 2 * one.at / 60) for one in kept]
    assert left_behind(level(0), more, level(11)) == ["memory climbs by 2.00 MB a minute"]


def test_memory_still_held_when_all_have_gone_is_named():
    (found,) = left_behind(level(0), EVEN, level(11, memory=95.0))
    assert found.startswith("memory: 60.0 MB before")
