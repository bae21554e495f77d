"""Below on the desk: the notes, and what was done by hand; the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from screens.drawn import drawn_line, joined, stacked
from screens.wall.widgets.words import Words
from sessions.views.desk_logs import ActLine, NoteLine
from sessions.wording import say

MOST = 30  # lines; the rest is in the record


class Log(VerticalScroll):
    """A heading and lines under it."""

    can_focus = False

    def __init__(self, title: str, empty: str, *, id: str) -> None:  # noqa: A002 - Textual's word
        """Take what stands above, and what is said while there is nothing."""
        super().__init__(id=id)
        self._title, self._empty = title, empty

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(self._title, classes="label")
        yield Words(classes="entries")

    def show(self, lines: Sequence[Content]) -> None:
        """Show the lines."""
        self.query_one(".entries", Words).say(stacked(list(lines)) if lines else self._empty)


def note_lines(notes: Sequence[NoteLine]) -> list[Content]:
    """Draw the notes."""
    return [_line(note.at, note.text, note.about) for note in notes[:MOST]]


def act_lines(acts: Sequence[ActLine]) -> list[Content]:
    """Draw what was done by hand."""
    return [_line(act.at, act.what, act.about, act.why) for act in acts[:MOST]]


def _line(at: str, *parts: str) -> Content:
    return joined(drawn_line(at, "$quiet"), "  ", drawn_line(" · ".join(part for part in parts if part)))


def notes_log() -> Log:
    """Make the list of notes."""
    return Log(say("desk.notes"), say("desk.notes.none"), id="notes")


def acts_log() -> Log:
    """Make the list of what was done by hand."""
    return Log(say("desk.acts"), say("desk.acts.none"), id="acts")
