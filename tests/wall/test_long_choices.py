"""A text longer than the screen above a list: it is read from its first word, and the list is always in sight."""

from __future__ import annotations

import pytest

from screens.wall.dialogs.pick import Pick, PickLine

LINES = (PickLine("yes", "Yes, make it"), PickLine("no", "Change something"))
LONG = "\n".join(f"Row {n} is a sum or the like, and is left out." for n in range(1, 31))


def card(text):
    return Pick("Make the folder like this?", LINES, text=text)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_long_text_begins_at_its_top_with_the_list_in_sight(wall, size):
    async with wall("lobby", size=size) as it:
        it.app.push_screen(card(LONG))
        await it.until(lambda: "Row 1 is" in it.text)
        await it.settle()
        shown = (
            "Make the folder like this?",
            "Row 1 is",
            "Yes, make it",
            "Change something",
            "Esc",
            "PageDown",
        )
        assert [words for words in shown if words not in it.text] == []


async def test_page_down_reads_a_long_text_to_its_end_and_picks_nothing(wall):
    async with wall("lobby") as it:
        it.app.push_screen(card(LONG))
        await it.until(lambda: "Row 1 is" in it.text)
        await it.press(*["pagedown"] * 6)
        assert "Row 30 is" in it.text
        assert "Row 1 is" not in it.text
        await it.press(*["pageup"] * 6)
        assert "Row 1 is" in it.text
        await it.press("enter")
        assert "Make the folder" not in it.text


async def test_a_short_text_leaves_the_page_keys_to_the_list(wall):
    async with wall("lobby") as it:
        it.app.push_screen(card("Short."))
        await it.until(lambda: "Short." in it.text)
        assert "PageDown  more" not in it.text
        await it.press("pagedown")
        assert it.app.screen.query_one("OptionList").highlighted == 1
