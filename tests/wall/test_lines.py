"""Parts are never torn apart, and words never run under their mark."""

import pytest
from textual.content import Content

from screens.wall.widgets.bands import DayBand
from screens.wall.widgets.lines import flowed, hung


def rows(parts, width, **more):
    return [row.plain for row in flowed([Content(part) for part in parts], width, **more)]


@pytest.mark.parametrize(
    ("width", "least", "shown"),
    [
        (40, 12, ["Now  a      Next  b     Then  c"]),
        (24, 10, ["Now  a   Next  b", "Then  c"]),
        (26, 10, ["Now  a   Next  b   Then  c"]),
        (10, 3, ["Now  a", "Next  b", "Then  c"]),
    ],
)
def test_parts_stand_in_columns_or_close_together_or_each_on_a_row(width, least, shown):
    assert rows(["Now  a", "Next  b", "Then  c"], width, least=least) == shown


def test_a_part_that_is_wider_than_the_wall_goes_on_below():
    shown = [row.rstrip() for row in rows(["Next  Warm Welcome Lunches", "Then  home"], 18)]
    assert shown == ["Next  Warm Welcome", "Lunches", "Then  home"]
    assert len(rows(["W" * 300], 18)) == 3


def test_words_hang_beside_their_mark():
    lines = hung(Content("1  "), Content("Point your camera at the square"), 20)
    assert [line.plain.rstrip() for line in lines] == ["1  Point your camera", "   at the square"]


@pytest.mark.parametrize(("width", "then"), [(58, False), (78, True)])
def test_what_comes_then_takes_a_row_of_its_own_only_where_there_is_room(width, then):
    band = DayBand()
    band.parts = [
        Content("Now  scoring, 3 minutes"),
        Content("Next  what we think"),
        Content("Then  " + "x" * 40),
    ]
    assert any("Then" in line.plain for line in band.lines(width)) is then
    assert all(line.cell_length <= width for line in band.lines(width))
