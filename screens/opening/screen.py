"""The opening screen and its keys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.safe_text import drawn_line, joined, stacked
from screens.wall.keys import Key
from screens.wall.widgets.words import AnswerBar, Words
from sessions.views.desk.session_list import SessionListing
from sessions.wording import say


class OpeningKey(Key, frozen=True):
    """One thing that can be done; `of_a_day` where it needs a day to be chosen in the list."""

    of_a_day: bool = False

    @property
    def words(self) -> str:
        """Say it shortly."""
        return say(f"opening.keys.{self.name}")

    @property
    def help(self) -> str:
        """Say it in a sentence."""
        return say(f"opening.keys.{self.name}.help")


KEYS = (
    OpeningKey("open", ("enter",)),
    OpeningKey("run", ("r",), of_a_day=True),
    OpeningKey("rehearse", ("h",), of_a_day=True),
    OpeningKey("check", ("c",), of_a_day=True),
    OpeningKey("export", ("e",), of_a_day=True),
    OpeningKey("verify", ("v",), of_a_day=True),
    OpeningKey("edit", ("s",), of_a_day=True),
    OpeningKey("print", ("p",), of_a_day=True),
    OpeningKey("desk", ("k",), of_a_day=True),
    OpeningKey("folder", ("f",), of_a_day=True),
    OpeningKey("seal", ("l",), of_a_day=True),
    OpeningKey("forget", ("delete",), of_a_day=True),
    OpeningKey("short", ("t",)),
    OpeningKey("new", ("n",)),
    OpeningKey("find", ("o",)),
    OpeningKey("demo", ("d",)),
    OpeningKey("theme", ("f2",)),
    OpeningKey("help", ("question_mark", "f1")),
    OpeningKey("palette", ("ctrl+p",)),
    OpeningKey("leave", ("q",)),
)
OF_A_DAY = tuple(key for key in KEYS if key.of_a_day)
ALWAYS = tuple(key for key in KEYS if key.name in ("short", "new", "find", "demo"))
_FOOT = ("short", "new", "find", "demo", "help", "leave")


def foot() -> str:
    """Say the keys worth knowing, for the foot of the screen."""
    return "   ".join(f"{key.shown[0]} {key.words}" for key in KEYS if key.name in _FOOT)


SHEET = Path(__file__).with_name("opening.tcss")
DAY, DO = "day:", "do:"  # what an option's name begins with


class OpeningScreen(Screen[None]):
    """What stands there when the program is started alone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(key.keys), f"app.{key.action}", key.words, show=False)
        for key in KEYS
        if key.name not in ("open", "palette")  # the list hears Enter; Textual binds the palette itself
    ]

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(id="title-band"):
            yield Words(say("opening.title"), classes="title")
        with Vertical(id="days"):
            yield Words(say("opening.heading"), classes="heading")
            yield Words(classes="none")
            yield OptionList()
        yield AnswerBar()
        yield Words(foot(), id="foot")

    def show(self, days: Sequence[SessionListing], at: str = "") -> None:
        """Draw the list, beginning on the day that has this key."""
        listed = self.query_one(OptionList)
        listed.clear_options()
        self.query_one(".none", Words).say("" if days else say("opening.none"))
        if days:
            listed.add_options(Option(_line(day), id=f"{DAY}{day.key}") for day in days)
            listed.add_option(None)
        listed.add_options(Option(joined("  ", drawn_line(key.help)), id=f"{DO}{key.name}") for key in ALWAYS)
        keys = [day.key for day in days]
        listed.highlighted = keys.index(at) if at in keys else 0
        listed.focus()

    @property
    def chosen(self) -> str:
        """Return the key of the day the list stands on; nothing where it stands on none."""
        listed = self.query_one(OptionList)
        if listed.highlighted is None:
            return ""
        name = listed.get_option_at_index(listed.highlighted).id or ""
        return name.removeprefix(DAY) if name.startswith(DAY) else ""

    @property
    def days(self) -> OptionList:
        """Return the list of days."""
        return self.query_one(OptionList)

    @property
    def answer(self) -> AnswerBar:
        """Return the bar where the program answers."""
        return self.query_one(AnswerBar)


def _line(day: SessionListing) -> Content:
    """Say a day: its title; and under it how far it is, when it is, and where it lies."""
    stage = say(f"opening.stage.{day.stage}")
    about = " · ".join(part for part in (stage, day.date, day.place) if part)
    return stacked([drawn_line(day.title, "bold"), joined("  ", drawn_line(about))])
