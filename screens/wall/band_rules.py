"""What the bands around a poster say and take, kind by kind: the title above, the ribbon of the day below."""

from __future__ import annotations

from msgspec.structs import replace
from textual.widget import Widget

from screens.titles import titled
from screens.wall.posters.budget import sum_rows
from screens.wall.widgets.big_text import TALL
from screens.wall.widgets.lines import Pages
from sessions.views.wall.posters import AnyPoster, Budget, Closing, Frame, Lobby, Pause, Thanks

MID = 23
"""Rows from which a wall is no short one."""

# The ribbon of the day stands where it takes no row that a poster needs. On a short wall only a break and the thanks
# have one to spare; the square and the list that is divided have one on tall walls alone. Whatever else turns out to
# be too long for a wall gets the ribbon's row, too.
_ROWS_TO_SPARE = Pause, Thanks
_NEED_EVERY_ROW = Lobby, Budget


def title_band(poster: AnyPoster, height: int) -> tuple[Frame, int]:
    """Return the title band, and the rows it may have for what is to be read first, where they are more than usual.

    What the day came to stands in it where a wall so high has room for that.
    """
    rows = sum_rows(poster, height) if isinstance(poster, Closing) else 0
    if isinstance(poster, Closing) and rows:
        return replace(poster.frame, title=poster.heading, about=poster.sum), rows
    return titled(poster), 0


def ribbon_from(poster: AnyPoster) -> int:
    """Return the rows of a wall from which this kind of poster has one for the ribbon."""
    if isinstance(poster, _ROWS_TO_SPARE):
        return 0
    return TALL if isinstance(poster, _NEED_EVERY_ROW) else MID


def too_long(stage: Widget) -> bool:
    """Whether something on the stage does not fit, or would need a page less with one row more."""
    return any(
        each.region.bottom > stage.region.bottom or (isinstance(each, Pages) and each.short_of_a_row)
        for each in stage.walk_children(Widget)
        if each.size.height
    )
