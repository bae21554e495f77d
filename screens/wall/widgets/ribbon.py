"""The ribbon of the day at the foot: what is done, where we are, the breaks, and what is to come, in one quiet row.

The shapes differ by themselves, so that nothing hangs on colour: full is behind us, hollow is before us, a round one
is a break, and the one with a name is now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from textual.content import Content

from screens.safe_text import drawn_line, joined
from screens.wall.widgets.laid_lines import LaidLines
from sessions.views.ribbon import Stop, When
from sessions.wording import say

_SHAPES = {
    (When.DONE, False): "■",
    (When.DONE, True): "●",
    (When.TO_COME, False): "□",
    (When.TO_COME, True): "○",
}
_NOW = "◆"
_APART = "  "  # between what is done, where we are, and what is to come

Run = tuple[str, int]  # a shape, and how many of it stand side by side


class Ribbon(LaidLines):
    """One row that is never cut: what does not fit stands closer, then as numbers, and last without a name."""

    stops: tuple[Stop, ...] = ()

    def show(self, stops: tuple[Stop, ...]) -> None:
        """Show the day so; no row where there is nothing to show."""
        if stops != self.stops:
            taller = bool(stops) is not bool(self.stops)
            self.stops = stops
            self.refresh(layout=taller)

    def lines(self, width: int) -> list[Content]:
        """Draw it in the first way that fits."""
        if not self.stops:
            return []
        *ways, barest = _ways(self.stops)
        return [next((way for way in ways if way.cell_length <= width), barest)]


def _ways(stops: Sequence[Stop]) -> Iterator[Content]:
    """Draw the day in every way there is, from the one that says most to the one that takes least."""
    today = say("wall.band.today")
    for one in (_spelt, _aired, _close, _packed):
        yield _drawn(stops, one, today)
    yield _drawn(stops, _packed, "")
    for one in (_counted, _summed):
        yield _drawn(stops, one, today)
        yield _drawn(stops, one, "")
    yield _drawn(stops, _summed, "", named=False)


def _drawn(
    stops: Sequence[Stop], laid: Callable[[Sequence[Run]], str], lead: str, *, named: bool = True
) -> Content:
    parts = [Content.styled(lead, "$quiet")] if lead else []
    for now, part in groupby(stops, lambda stop: stop.when is When.NOW):
        if now:
            name = next(part).name
            parts.append(joined(drawn_line(f"{_NOW} {name}" if named and name else _NOW, "bold")))
        else:
            parts.append(Content(laid(_runs(part))))
    return Content(_APART).join(parts)


def _runs(stops: Iterator[Stop]) -> list[Run]:
    shapes = (_SHAPES[stop.when, stop.rest] for stop in stops)
    return [(shape, len(list(alike))) for shape, alike in groupby(shapes)]


def _spelt(runs: Sequence[Run]) -> str:
    """Give each line air, and name the breaks that are still to come."""
    rest = _SHAPES[When.TO_COME, True]
    return " ".join(f"{shape} {say('wall.band.rest')}" if shape == rest else shape for shape in _each(runs))


def _aired(runs: Sequence[Run]) -> str:
    return " ".join(_each(runs))


def _close(runs: Sequence[Run]) -> str:
    """Put lines side by side between the breaks."""
    return " ".join(shape * many for shape, many in runs)


def _packed(runs: Sequence[Run]) -> str:
    """Leave no air at all: a break is round, and parts the lines by that."""
    return "".join(_each(runs))


def _counted(runs: Sequence[Run]) -> str:
    """Count the lines between the breaks."""
    return " ".join(shape if many == 1 else f"{many}{shape}" for shape, many in runs)


def _summed(runs: Sequence[Run]) -> str:
    """Count all lines of a kind together, wherever the breaks are."""
    counted = {shape: sum(many for other, many in runs if other == shape) for shape, _ in runs}
    return _counted(list(counted.items()))


def _each(runs: Sequence[Run]) -> Iterator[str]:
    return (shape for shape, many in runs for _ in range(many))
