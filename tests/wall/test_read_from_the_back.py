"""What must be read from the back row is drawn, on every screen, at every size; how high, is printed (`-s`)."""

import pytest

from screens.wall import pixel_font
from screens.wall.widgets.big_text import Banner, DrawnClock, Grown, Lettered
from tests.wall.posters import POSTERS

SIZES = ((60, 20), (80, 24), (100, 30), (120, 40))
PLAIN = 0.58  # of a cell: how high a capital of an ordinary terminal's letters is
LEAST, TITLE = 0.04, 0.07  # of the image's height
# a name of 98 letters and a long heading on the smallest wall; the plain words of a count whose number is drawn
TOO_LONG = {
    ("introduce", (60, 20), "title"),
    ("ballot", (60, 20), "count-words"),
    ("ballot-asked", (60, 20), "count-words"),
    ("sheet", (60, 20), "about"),
}

ALL_ANSWERS = ("reveal-felt", "ballot-asked", "asking")
READ_ALOUD = ("asking", "heading")  # a question to those we meet, as long as it is: somebody asks it

# Its square needs every row and says where to go by itself: the address, the code and the clock stand as they fit.
ARRIVING = "lobby"


def capital(widget, rows):
    """Give the share of the image's height that a capital takes."""
    if isinstance(widget, Lettered):
        size = widget.size_within(widget.size.width)
        return pixel_font.HEIGHT * size / 2 / rows if size else PLAIN / rows
    drawn = widget.within(widget.size.width)
    return drawn.style.cap / rows if drawn else PLAIN / rows


def kind_of(widget):
    names = [name for name in widget.classes if not name.startswith("-")]
    return names[0] if names else widget.id or type(widget).__name__.lower()


def read_from_the_back(app):
    for widget in app.wall.query("Grown, Lettered"):
        if widget.text and widget.size.height and not widget.has_class("-silent"):
            yield widget


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_titles_outcome_clock_counts_money_and_the_current_row_are_read_from_the_back(wall, size):
    small, low = [], []
    async with wall(*POSTERS, size=size) as it:
        for at, name in enumerate(POSTERS):
            it.room.at = at
            await it.app.draw()
            await it.settle()
            found = {kind_of(each): capital(each, size[1]) for each in read_from_the_back(it.app)}
            print(f"{size[0]}x{size[1]} {name:16}", *(f"{kind} {share:.1%}" for kind, share in found.items()))
            if name == ARRIVING:
                continue
            assert "clock" in found, name
            for kind, share in found.items():
                if share < LEAST and (name, kind) != READ_ALOUD and (name, size, kind) not in TOO_LONG:
                    small.append((name, kind, share))
            titles = [
                found[kind] for kind in ("title", "heading", "banner", "thanks", "about") if kind in found
            ]
            # closing questions as answered, a question with many answers, and one read aloud have no row for a title
            if name in ALL_ANSWERS:
                continue
            if max(titles) < TITLE and not {(name, size, "title"), (name, size, "about")} & TOO_LONG:
                low.append((name, titles))
    assert small == []
    assert low == []


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nothing_on_any_poster_stands_below_the_fold(wall, size):
    hidden = []
    async with wall(*POSTERS, size=size) as it:
        stage = it.app.wall.query_one("#stage")
        for at, name in enumerate(POSTERS):
            it.room.at = at
            await it.app.draw()
            await it.settle()
            hidden += [
                (name, widget)
                for widget in stage.query("*")
                if widget.size.height and widget.region.bottom > stage.region.bottom
            ]
    assert hidden == []


async def test_what_is_drawn_is_what_the_poster_says(wall):
    async with wall("outcome") as it:
        assert it.app.wall.query_one(Banner).text == "We agree: yes"
        assert "We agree: yes" in it.text
        assert it.app.wall.query_one(DrawnClock).text == "11:02"
        assert "Warm Welcome Lunches" in it.text
        assert "Warm Welcome Lunches" not in "\n".join(it.rows)


async def test_a_name_that_has_no_drawn_letters_stands_plain_and_whole(wall):
    from msgspec.structs import replace

    for name in ("وجبات الترحيب الدافئة", "温暖的午餐", "Ж" * 8):
        poster = replace(POSTERS["introduce"], title=name)
        async with wall(posters=[poster]) as it:
            assert it.app.wall.query_one(".title", Grown).within(70) is None
            assert name in "\n".join(it.rows).replace("\u2068", "").replace("\u2069", "")
