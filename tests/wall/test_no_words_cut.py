"""Whatever the wall says in plain words stands there whole, or ends in the sign that it goes on."""

import pytest

from screens.wall.widgets.words import Words
from tests.wall.posters import POSTERS

SIZES = ((60, 20), (80, 24), (100, 30), (120, 40))


def cut_short(app):
    """Give the words that have more lines than rows, and do not say so."""
    for widget in app.wall.query(Words):
        room = widget.content_size
        if widget.display and widget.said.plain and room.height and room.width:
            last = widget.render_line(widget.gutter.top + room.height - 1).text
            if len(widget.said.wrap(room.width)) > room.height and not last.rstrip().endswith("…"):
                yield widget.said.plain


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_words_are_cut_short_unsaid(wall, size):
    found = []
    async with wall(*POSTERS, size=size) as it:
        for at, name in enumerate(POSTERS):
            it.room.at = at
            await it.app.draw()
            await it.settle()
            found += [f"{name}: {one}" for one in cut_short(it.app)]
    assert not found, "\n".join(found)
