"""The desk's one screen and its keys.

A new order is offered here by one entry; its words and its help come from the wording under its name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.screen import Screen

from screens.desk.panels import (
    AgendaList,
    Log,
    Present,
    SeatCards,
    act_lines,
    acts_log,
    note_lines,
    notes_log,
)
from screens.safe_text import drawn_line
from screens.wall.keys import KEYS as WALL_KEYS
from screens.wall.keys import Key
from screens.wall.widgets.words import AnswerBar, ClockText, Words
from sessions.views.desk.desk import DeskView
from sessions.wording import say

# What the wall does with a key and the desk does too. The rest turns what the room sees.
_BOTH = frozenset(
    {
        "next",
        "pause",
        "more",
        "fewer",
        "undo",
        "void",
        "step_out",
        "note",
        "decision",
        "agenda",
        "retime",
        "paper",
        "pass_turn",
        "follow_up",
    }
    | {"theme", "help", "palette", "leave"}
)

KEYS = (
    *(key for key in WALL_KEYS if key.name in _BOTH),
    Key("break_tie", ("o",), asks=True, said="wall.keys.break_tie"),
    Key("remind", ("e",), asks=True, said="wall.palette.remind"),
    Key("new_card", ("k",), asks=True, said="wall.palette.new-card"),
    Key("goes_home", ("h",), asks=True, said="wall.palette.goes-home"),
    Key("add_seat", ("a",), said="wall.palette.add-seat"),
)

_APART = "   "
FOOT = ("next", "undo", "pause", "step_out", "paper", "note", "decision", "remind", "help")


def foot(width: int) -> str:
    """Say the keys that are wanted most, as many as fit; help, which names the others, always stands there."""
    shown = {key.name: key for key in KEYS}
    said = [f"{shown[name].shown[0]} {say(f'desk.foot.{name}')}" for name in FOOT]
    while len(_APART.join(said)) > width and len(said) > 1:
        del said[-2]
    return _APART.join(said)


_HERE = Path(__file__).parent
SHEETS = [_HERE / "desk.tcss", _HERE.parent / "wall" / "dialogs" / "dialogs.tcss"]


class DeskScreen(Screen[None]):
    """What the facilitator alone sees."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (78, "-normal"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (23, "-mid"), (34, "-tall")]  # noqa: RUF012

    def __init__(self, now: Callable[[], dt.datetime]) -> None:
        """Keep where the time comes from."""
        super().__init__()
        self._now = now
        self._notice = Words(id="away")  # in hand: it may be wanted while the screen is taken down
        self.view: DeskView | None = None

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Horizontal(id="band"):
            yield Words(classes="title")
            yield Words(say("desk.title"), classes="mark")
            yield ClockText(classes="clock")
        yield self._notice
        with Horizontal(id="table"):
            with Vertical(id="day"):
                yield Words(say("desk.agenda"), classes="label")
                yield AgendaList()
            yield Present()
            with Vertical(id="people"):
                yield Words(say("desk.seats"), classes="label")
                yield SeatCards()
        with Horizontal(id="logs"):
            yield notes_log()
            yield acts_log()
        yield Words(id="foot")
        yield AnswerBar()

    @property
    def unheard(self) -> bool:
        """Whether nobody answers just now."""
        return self.has_class("-away")

    def on_mount(self) -> None:
        """Begin to hear the clock, at once: nobody may answer for a while."""
        self.tick()
        self.set_interval(1, self.tick)

    @property
    def answer(self) -> AnswerBar:
        """Return the bar where the program answers."""
        return self.query_one(AnswerBar)

    def show(self, view: DeskView) -> None:
        """Draw this view; somebody answers again."""
        self.view = view
        self._notice.say(view.trouble)
        self.remove_class("-away", "-unheard")
        self._draw(view)

    def _draw(self, view: DeskView) -> None:
        if not self.children:
            return  # it is being taken down, and this came too late
        with self.app.batch_update():
            self.query_one(".title", Words).say(drawn_line(view.title))
            self.query_one(AgendaList).show(view.agenda)
            self.query_one(Present).show(view)
            self.query_one(SeatCards).show(view.seats)
            self.query_one("#notes", Log).show(note_lines(view.notes))
            self.query_one("#acts", Log).show(act_lines(view.acts))
            self.tick()

    def away(self, sentence: str) -> None:
        """Say that nobody answers; what was last heard stays, quietly."""
        last = say("desk.away.last") if self.view is not None else ""
        self._notice.say(" ".join(part for part in (sentence, last) if part))
        self.add_class("-away")
        self.set_class(self.view is None, "-unheard")

    def tick(self) -> None:
        """Let everything that shows a time hear it."""
        now = self._now()
        self.query_one(ClockText).tick(now)
        if self.view is not None:
            self.query_one(Present).tick(now)

    def on_resize(self, _event: Resize) -> None:
        """Lay the view out anew for the new size."""
        self.query_one("#foot", Words).say(foot(self.size.width - 2))
        if self.view is not None:
            self.call_after_refresh(self._draw, self.view)
