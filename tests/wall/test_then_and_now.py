"""How confident we are, then and now: a few words drawn large over two columns of dots. And what the day came to."""

import pytest
from msgspec.structs import replace

from screens.wall.widgets.bars import dot_lines
from screens.wall.widgets.big_text import Grown
from sessions.views.shapes import Bar
from tests.wall.posters import POSTERS

SIZES = ((60, 20), (80, 24), (100, 30), (120, 40))
SHORT = replace(POSTERS["closing-by-hand"], acts=(), lines=())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_few_words_are_drawn_over_two_columns(wall, size):
    async with wall("then-and-now", size=size) as it:
        heading = it.app.wall.query_one(".heading", Grown)
        assert heading.within(heading.size.width) is not None
        words = it.text
        assert "At first" in words
        assert "Now" in words
        assert "At first 2 of us felt very or completely confident; now it is 7." in " ".join(words.split())


async def test_each_of_us_is_a_dot(wall):
    async with wall("then-and-now", size=(60, 20)) as it:
        assert "\n".join(it.rows).count("●") == 4 + 3 + 2 + 2 + 7


def test_dots_are_large_where_all_of_them_fit_and_never_fewer_than_we_are():
    bars = (Bar("Low", 0), Bar("High", 12))
    large = [line.plain for line in dot_lines(bars, 60, grown=True)]
    assert large[2].count("▟▙") == 12
    small = [line.plain for line in dot_lines(bars, 26, grown=True)]
    assert small[3].count("●") == 12
    assert "▟▙" not in small[2]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_the_day_came_to_is_drawn_where_the_list_leaves_room(wall, size):
    async with wall(posters=[SHORT], size=size) as it:
        shown = it.app.wall.query_one(".about", Grown)
        drawn = shown.within(shown.size.width)
        assert drawn is not None
        assert " ".join(drawn.lines).replace(" ·", "") == SHORT.sum.replace(" ·", "")
        assert SHORT.heading in "\n".join(it.rows)


async def test_eleven_decisions_and_what_they_came_to_fit_a_wall_of_eighty(wall):
    async with wall("closing", size=(80, 24)) as it:
        assert it.app.wall.query_one(".about", Grown).text == POSTERS["closing"].sum
        assert "Silver Screens" in it.text
        assert "more ↓" not in it.text


async def test_where_the_list_needs_the_rows_it_stands_plain_and_the_list_is_whole(wall):
    async with wall("closing", size=(60, 20)) as it:
        assert POSTERS["closing"].sum in "\n".join(it.rows)
        assert it.app.wall.query_one(".about", Grown).text == "What we decided"
        assert "Silver Screens" in it.text
        assert "more ↓" not in it.text


async def test_when_the_terminal_is_made_larger_it_is_drawn(wall):
    async with wall("closing", size=(60, 20)) as it:
        await it.pilot.resize_terminal(100, 30)
        await it.until(lambda: it.app.wall.query_one(".about", Grown).text == POSTERS["closing"].sum)
        await it.settle()
        assert POSTERS["closing"].sum not in "\n".join(it.rows)
