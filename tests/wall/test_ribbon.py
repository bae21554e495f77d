"""The ribbon of the day as it is drawn: one row, never cut, out of the way of whoever needs that row."""

import pytest
from msgspec.structs import replace

from screens.wall.widgets.ribbon import Ribbon
from sessions.views.ribbon import Stop, When
from tests.wall.posters import LONG, POSTERS, day

SHAPES = "■●◆○□"


def many(lines, at, *, rest=5, name="Application 12 of 30"):
    """Give a day of so many lines, every so many of them a break."""
    whens = (When.DONE,) * at + (When.NOW,) + (When.TO_COME,) * (lines - at - 1)
    return tuple(
        Stop(when, n % rest == rest - 1 and n != at, name if n == at else "") for n, when in enumerate(whens)
    )


def drawn(stops, width):
    ribbon = Ribbon()
    ribbon.stops = stops
    (line,) = ribbon.lines(width)
    return line.plain


def test_what_is_done_is_full_what_is_to_come_is_hollow_and_now_has_a_name():
    assert drawn(day(6, "Application 4 of 11"), 78) == (
        "Today  ■ ■ ■ ■ ■ ●  ◆ Application 4 of 11  □ □ □ ○ break □ □ □ □ □ □ □"
    )


def test_the_shapes_differ_without_any_colour():
    words = drawn(day(6, "Application 4 of 11"), 78)
    assert {letter for letter in words if letter in SHAPES} == set(SHAPES)


@pytest.mark.parametrize("lines", [1, 2, 12, 30, 60, 200])
@pytest.mark.parametrize("width", [58, 78, 114])
def test_it_is_one_row_that_fits_and_is_not_cut(lines, width):
    for at in {0, lines // 2, lines - 1}:
        words = drawn(many(lines, at), width)
        assert len(words) <= width
        assert "…" not in words
        assert "◆ Application 12 of 30" in words


def test_thirty_lines_fit_sixty_columns_with_each_of_them_shown():
    words = drawn(many(30, 11), 58)
    assert words == "■■■■●■■■■●■  ◆ Application 12 of 30  □□○□□□□○□□□□○□□□□○"
    assert sum(letter in SHAPES for letter in words) == 30


def test_where_they_do_not_fit_they_are_counted():
    words = drawn(many(200, 100), 58)
    assert words == "Today  80■ 20●  ◆ Application 12 of 30  79□ 20○"


def test_a_name_that_does_not_fit_gives_way_and_is_never_cut():
    words = drawn(many(12, 4, name=LONG), 58)
    assert "◆" in words
    assert "Connecting" not in words


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)], ids=str)
async def test_it_stands_on_the_last_row_of_the_day_s_band(wall, size):
    async with wall("scoring", size=size) as it:
        (row,) = [row for row in it.rows if "◆ Application 4 of 11" in row]
        now = next(at for at, row in enumerate(it.rows) if "Now  scoring" in row)
        assert it.rows.index(row) > now


@pytest.mark.parametrize("name", ["scoring", "introduce", "budget", "lobby"])
async def test_it_takes_no_row_of_the_smallest_wall(wall, name):
    async with wall(name, size=(60, 20)) as it:
        assert "Today" not in it.text


async def test_a_break_has_a_row_for_it_even_there(wall):
    async with wall("pause", size=(60, 20)) as it:
        assert "◆ A break" in it.text


@pytest.mark.parametrize("name", ["lobby", "budget"])
async def test_the_square_and_the_list_have_it_on_tall_walls_alone(wall, name):
    for size, there in (((80, 24), False), ((120, 40), True)):
        async with wall(name, size=size) as it:
            assert ("Today" in it.text) is there


async def test_a_poster_that_does_not_fit_gets_its_row(wall):
    lines = tuple(f"Line {n}" for n in range(9))
    poster = replace(POSTERS["notice"], lines=lines)
    for size, there in (((80, 24), False), ((120, 40), True)):
        async with wall(posters=[poster], size=size) as it:
            await it.settle()
            assert ("Today" in it.text) is there


async def test_it_comes_back_with_the_next_poster(wall):
    lines = tuple(f"Line {n}" for n in range(9))
    long = replace(POSTERS["notice"], lines=lines)
    async with wall(posters=[long, POSTERS["scoring"]]) as it:
        await it.settle()
        assert "Today" not in it.text
        await it.press("pagedown")
        assert "◆ Application 4 of 11" in it.text


async def test_a_blank_wall_has_none(wall):
    async with wall("scoring") as it:
        await it.press("b")
        assert not any(shape in it.text for shape in SHAPES)


async def test_where_there_is_none_it_takes_no_row(wall):
    for ribbon, there in ((day(6, "here"), 1), ((), 0)):
        poster = replace(POSTERS["scoring"], frame=replace(POSTERS["scoring"].frame, ribbon=ribbon))
        async with wall(posters=[poster]) as it:
            stage = it.app.wall.query_one("#stage")
            bottom = stage.region.bottom
            assert bottom == 22 - there
