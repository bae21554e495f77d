"""The parts of the desk: the day, the present step, the seats, the notes and what was done by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize

from screens.safe_text import drawn, drawn_line, fitted, joined, stacked
from screens.wall.widgets.words import TimeLeft, Words
from sessions.views.desk.desk import ActLine, DeskLine, DeskSeat, DeskView, NoteLine, SeatIs
from sessions.wording import say, say_many

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


class Present(VerticalScroll):
    """The present step."""

    can_focus = False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(classes="heading")
        yield Words(classes="corner")
        yield Words(classes="now")
        yield TimeLeft(classes="countdown")
        yield Words(classes="open")
        yield Words(classes="next")
        yield Words(say("desk.signals"), classes="label")
        yield Words(classes="signals")  # before the time: a person who waits is never out of sight
        yield Words(classes="pace")
        yield Words(classes="doors")

    def show(self, view: DeskView) -> None:
        """Show the view."""
        self.query_one(".heading", Words).say(drawn_line(view.heading if view.heading != view.title else ""))
        self.query_one(".corner", Words).say(drawn_line(view.corner))
        self.query_one(".now", Words).say(drawn_line(view.now))
        self.query_one(".open", Words).say(view.open)
        self.query_one(".next", Words).say(drawn_line(say("desk.next", next=view.next)) if view.next else "")
        self.query_one(".pace", Words).say(drawn("\n".join(view.pace)))
        told = "\n".join(say_many(f"wall.signals.{kind}", n) for kind, n in view.signals.items() if n)
        self.query_one(".signals", Words).say(told or say("desk.signals.none"))
        self.query_one(".signals", Words).set_class(bool(told), "-some")
        self.query_one(".doors", Words).say(drawn(view.doors))
        self.query_one(TimeLeft).countdown = view.time

    def tick(self, now: dt.datetime) -> None:
        """Hear what time it is."""
        self.query_one(TimeLeft).tick(now)


MARKS = {
    SeatIs.FREE: ("○", "$empty"),
    SeatIs.HERE: ("●", "$accent"),
    SeatIs.ASLEEP: ("◌", "$warning"),
    SeatIs.DONE: ("✓", "$success"),
    SeatIs.OUT: ("→", "$warning"),
    SeatIs.LATER: ("…", "$quiet"),
    SeatIs.HOME: ("–", "$quiet"),
    SeatIs.AWAY: ("◌", "$quiet"),
}
NARROW = 22  # columns of one card
_UNDER = 2  # columns that what is said below a seat is set in
_ROOMY_FOR_SEATS = 36  # from this width on there is room for two cards side by side


class SeatCards(VerticalScroll):
    """All seats; where there is room, with their labels."""

    can_focus = False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(id="cards")

    def show(self, seats: Sequence[DeskSeat]) -> None:
        """Show the seats."""
        width = max(self.size.width - 1, NARROW)
        across = max(width // NARROW, 1) if width >= _ROOMY_FOR_SEATS else 1
        tall = self.size.height >= -(-len(seats) // across) * 2
        cards = [_card(seat, width // across, tall=tall) for seat in seats]
        rows = [cards[at : at + across] for at in range(0, len(cards), across)]
        blank = fitted(Content(""), width // across)
        lines = [joined(*parts) for row in rows for parts in zip_longest(*row, fillvalue=blank)]
        self.query_one("#cards", Words).say(stacked(lines))


def _card(seat: DeskSeat, width: int, *, tall: bool) -> list[Content]:
    mark, colour = MARKS[seat.stands]
    number = joined(Content.styled(f"{mark} ", f"{colour} bold"), Content.styled(f"{seat.seat:<3} ", "bold"))
    how = [say(f"desk.seat.{seat.stands}")]
    if seat.paper:
        how.append(say("desk.seat.paper"))
    if seat.handed_round:
        how.append(say("desk.seat.handed-round"))
    words = drawn_line(" · ".join(how), "$quiet" if seat.stands is SeatIs.FREE else colour)
    label = joined(" · ", drawn_line(seat.label, "$quiet")) if seat.label else ""
    card = [fitted(joined(number, words, label), width), *_asks(seat, width)]
    return [*card, fitted(Content(""), width)] if tall and len(card) == 1 else card


def _asks(seat: DeskSeat, width: int) -> list[Content]:
    """Draw what a member asked for, quietly below the seat, on as many lines as it takes."""
    if not seat.asks:
        return []
    said = f"{say('adjusting.desk.asks')} {' '.join(seat.asks)}"
    told = wrap(said, max(width - _UNDER - 1, 8), break_on_hyphens=False)
    return [fitted(joined(" " * _UNDER, drawn_line(line, "$quiet")), width) for line in told]


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
    return [_log_line(note.at, note.text, note.about) for note in notes[:MOST]]


def act_lines(acts: Sequence[ActLine]) -> list[Content]:
    """Draw what was done by hand."""
    return [_log_line(act.at, act.what, act.about, act.why) for act in acts[:MOST]]


def _log_line(at: str, *parts: str) -> Content:
    return joined(drawn_line(at, "$quiet"), "  ", drawn_line(" · ".join(part for part in parts if part)))


def notes_log() -> Log:
    """Make the list of notes."""
    return Log(say("desk.notes"), say("desk.notes.none"), id="notes")


def acts_log() -> Log:
    """Make the list of what was done by hand."""
    return Log(say("desk.acts"), say("desk.acts.none"), id="acts")
