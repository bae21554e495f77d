"""The day on the desk: each line with its time as planned and as expected, the present one always in sight."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize

from screens.drawn import drawn_line, fitted, joined, stacked
from screens.wall.widgets.words import Words
from sessions.views.desk import DeskLine
from sessions.wording import say

_TIME = 6  # columns of a time and the space after it
_ROOMY = 34  # from this width on planned and expected time stand side by side
_ABOVE = 3  # lines in sight before the present one


class AgendaList(VerticalScroll):
    """The agenda, a line each."""

    can_focus = False
    lines: Sequence[DeskLine] = ()

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(id="lines")

    def show(self, lines: Sequence[DeskLine]) -> None:
        """Show the day, and bring the present line into sight."""
        self.lines = lines
        width = max(self.size.width, 20)
        self.query_one("#lines", Words).say(stacked([_line(line, width) for line in lines]))
        here = next((at for at, line in enumerate(lines) if line.here), 0)
        self.scroll_to(y=max(here - _ABOVE, 0), animate=False)

    def on_resize(self, _event: Resize) -> None:
        """Lay the day out for the room there is now."""
        self.show(self.lines)


def _line(line: DeskLine, width: int) -> Content:
    style = "$accent bold" if line.here else "$quiet" if line.past or line.left_out else ""
    words = f"{line.words} · {say('desk.line.left-out')}" if line.left_out else line.words
    mark = Content.styled("▸ ", "$accent bold") if line.here else Content("  ")
    times = _times(line, both=width >= _ROOMY)
    return joined(mark, *times, fitted(drawn_line(words, style), max(width - len(times) * _TIME - 3, 6)))


def _times(line: DeskLine, *, both: bool) -> list[Content]:
    """Draw the planned time and the one expected; where there is no room for both, the one that holds."""
    moved = line.expected and line.expected != line.planned
    newest = drawn_line(line.expected or line.planned, "$warning" if moved and not line.past else "$quiet")
    if not both:
        return [fitted(newest, _TIME)]
    return [
        fitted(drawn_line(line.planned, "$quiet"), _TIME),
        fitted(newest if moved else Content(""), _TIME),
    ]
