from textual.content import Content

from screens.wall.widgets.lines import paged
from tests.wall.posters import POSTERS


def block(lines, *, air=False):
    return [Content("line")] * lines + [Content("")] * air


def test_blocks_are_dealt_out_whole():
    pages = paged([block(4), block(4), block(4)], 9)
    assert [len(page) for page in pages] == [2, 1]


def test_the_air_under_the_last_block_of_a_page_may_go():
    assert len(paged([block(6, air=True), block(6, air=True)], 13)) == 1


def test_a_block_too_long_for_any_page_runs_over_and_none_of_it_is_lost():
    pages = paged([block(3), block(30), block(3)], 9)
    assert sum(len(one) for page in pages for one in page) == 36
    assert all(
        sum(map(len, page)) <= 10 for page in pages
    )  # the air under a page's last block may be cut off


async def test_every_question_is_on_some_page_at_every_size(wall):
    for size in ((60, 20), (80, 24), (120, 40)):
        async with wall("reveal", size=size) as it:
            seen = it.text
            for _ in POSTERS["reveal"].shapes:
                await it.press("down")
                seen += it.text
            for shape in POSTERS["reveal"].shapes:
                assert shape.question[:40] in seen
            assert "↑ back" in it.text


async def test_the_closing_list_is_whole_where_it_fits(wall):
    async with wall("closing", size=(80, 24)) as it:
        assert "more ↓" not in it.text
        assert "Silver Screens" in it.text


def test_a_part_with_nothing_to_say_takes_no_room():
    assert paged([[], [Content("words")]], 3) == [[[Content("words")]]]
    assert paged([[]], 3) == [[]]
