"""What members asked for stands at the desk in small marks, and nowhere on the wall."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from panel_tui.facilitator.wall_app import WallApp
from sessions.model.adjustments import KINDS, SeatAdjustments
from sessions.model.phases import Phase
from sessions.views.desk.desk import marks
from tests.desk.conftest import a_room
from tests.desk.samples import seen
from tests.sessions.worlds import doors_open, session

ALL = """\
[[seat]]
seat = 2
large_text = true
paper = true
easy_read = true
language = "cy"
helper = true
longer = true
breaks = true
"""


def test_every_kind_has_a_mark_of_one_word():
    everything = SeatAdjustments(2, True, True, True, "cy", True, True, True)

    assert everything.kinds == KINDS
    assert len(set(marks(everything))) == len(KINDS)
    assert all(len(mark.split()) == 1 for mark in marks(everything))
    assert marks(None) == ()


def test_only_the_seat_that_asked_has_them():
    view = seen(doors_open(session(seats=3), taken=3), asked={2: SeatAdjustments(2, breaks=True)})

    assert [seat.asks for seat in view.seats] == [(), ("breaks",), ()]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)], ids=str)
async def test_they_are_whole_at_every_size_and_an_edit_is_seen(desk, tmp_path, size):
    async with desk(size=size, until=Phase.SCORE) as it:
        assert "asks:" not in it.text
        (tmp_path / "day" / "adjustments.toml").write_text(ALL, encoding="utf-8")
        await it.until(lambda: "asks:" in it.text)
        await it.settle()
        for word in marks(SeatAdjustments(2, True, True, True, "cy", True, True, True)):
            assert word in it.text, word


async def test_a_file_that_cannot_be_read_is_told_at_the_desk_by_line(desk, tmp_path):
    async with desk(until=Phase.SCORE) as it:
        (tmp_path / "day" / "adjustments.toml").write_text(ALL.replace("paper", "papr"), encoding="utf-8")
        await it.until(lambda: "line 4" in it.words)
        assert "what was read before still holds" in it.words


async def test_the_wall_is_the_same_with_them_and_without(tmp_path):
    walls = []
    for name, asked in (("with", ALL), ("without", "")):
        folder = tmp_path / name
        folder.mkdir()
        if asked:
            (folder / "adjustments.toml").write_text(asked, encoding="utf-8")
        async with a_room(folder) as room:
            assert bool(room.adjusted.all()) is bool(asked)
            app = WallApp(room)
            async with app.run_test(size=(80, 24)) as pilot:
                await pilot.pause()
                wall = (
                    replace(room.poster(), code="", link="")
                    if hasattr(room.poster(), "code")
                    else room.poster()
                )
                rows = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
                walls.append(repr(wall))
                assert "asks" not in rows
    assert walls[0] == walls[1]
