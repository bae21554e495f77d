"""Pick one line of a list; and whether everything is ready, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.safe_text import drawn, drawn_line, fitted, joined
from screens.wall.dialogs.dialog import Dialog
from screens.wall.widgets.words import Words
from sessions.views.desk.readiness import Grade, ReadinessCheck
from sessions.wording import say

FEWEST_ROWS = 3  # of a text that scrolls


class PickLine(Struct, frozen=True):
    """A line to pick: what it stands for, its words, and a quiet remark."""

    key: str
    words: str
    remark: str = ""


class Pick(Dialog[str]):
    """A list; gives the key of the line that was picked. A text too long to stand above it scrolls, from its top."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "read(-1)", show=False, priority=True),
        Binding("pagedown", "read(1)", show=False, priority=True),
    ]
    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.pick", "wall.ask.choose", "wall.ask.cancel")

    def __init__(self, title: str, lines: Sequence[PickLine], *, text: str = "", start: int = 0) -> None:
        """Keep the lines, and which of them to begin on."""
        super().__init__(title)
        self.lines, self.text, self.start = lines, text, start
        self._typed = ""

    def body(self) -> ComposeResult:
        """Show the list."""
        with VerticalScroll(id="card-words", can_focus=False):
            yield Words(self.text, classes="card-text")
        yield OptionList(*(Option(self._prompt(line)) for line in self.lines))

    def on_mount(self) -> None:
        """Begin on the likeliest line."""
        self.query_one(OptionList).highlighted = self.start if self.lines else None
        self.watch(self.query_one("#card"), "virtual_size", self._fit, init=False)

    def on_resize(self) -> None:
        """Give the text what the list and the keys leave of the card."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        card, words = self.query_one("#card"), self.query_one("#card-words")
        most = card.styles.max_height
        room = int(self.size.height * (most.value if most else 100) / 100) - card.gutter.height
        left = max(FEWEST_ROWS, room - (card.virtual_size.height - words.size.height))
        cut = words.virtual_size.height > left
        words.styles.max_height = left if cut else None
        card.scroll_home(animate=False)
        hints = (*self.HINTS, "wall.ask.read-on") if cut else self.HINTS
        self.query_one(".card-hint", Words).say("   ".join(say(hint) for hint in hints))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Leave the keys that read on to the list where all of the text is seen."""
        return action != "read" or self.query_one("#card-words").max_scroll_y > 0

    def action_read(self, way: int) -> None:
        """Read a page on, or back."""
        words = self.query_one("#card-words")
        words.scroll_relative(y=way * max(1, words.size.height - 1), animate=False)

    @staticmethod
    def _prompt(line: PickLine) -> Content:
        remark = ("   ", drawn_line(line.remark)) if line.remark else ()
        return joined(drawn_line(line.words, "bold"), *remark)

    def on_key(self, event: events.Key) -> None:
        """Go to the line whose key is the number typed; a digit that leads nowhere begins another."""
        if event.character is None or not event.character.isdecimal():
            self._typed = ""
            return
        keys = [line.key for line in self.lines]
        typed = next((word for word in (self._typed + event.character, event.character) if word in keys), "")
        self._typed = typed
        if typed:
            event.stop()
            self.query_one(OptionList).highlighted = keys.index(typed)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the line back."""
        self.dismiss(self.lines[event.option_index].key)


class Sure(Pick):
    """A question whether something is meant: what changes nothing stands first, and Enter alone picks it."""

    def __init__(self, title: str, safe: PickLine, *others: PickLine, text: str = "") -> None:
        """Keep what changes nothing, and what would."""
        super().__init__(title, (safe, *others), text=text)


_COLOUR = {Grade.GOOD: "$success", Grade.LOOK: "$warning", Grade.UNKNOWN: "$quiet"}

_MARK, _NAME = 9, 9  # cells across, so that the words stand under one another


class Ready(Dialog[str]):
    """The list of what was looked at; gives the name of the line that was picked."""

    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.pick", "ready.enter", "ready.close")

    def __init__(self, checks: Sequence[ReadinessCheck], *, start: str = "") -> None:
        """Keep the lines, and which of them to begin on."""
        super().__init__(say("ready.title"))
        self.checks, self.start = checks, start

    def body(self) -> ComposeResult:
        """Show the list, then the eye chart, and the way out where phones cannot come."""
        lines = [Option(_line(check), id=check.name) for check in self.checks]
        more = (("eyes", "ready.eyes"), ("help", "ready.help-phones"))
        yield OptionList(*lines, *(Option(drawn(say(words), "bold"), id=name) for name, words in more))

    def on_mount(self) -> None:
        """Begin where the facilitator was, else on the first line that wants a look."""
        names = [check.name for check in self.checks]
        wanting = [check.name for check in self.checks if check.grade is not Grade.GOOD]
        begin = self.start or (wanting[0] if wanting else "phone")
        self.query_one(OptionList).highlighted = names.index(begin) if begin in names else len(names)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Leave the mark of the line that is stood on uncoloured: on the band, its colour could not be read."""
        for check in self.checks:
            event.option_list.replace_option_prompt(
                check.name, _line(check, here=check.name == event.option_id)
            )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the line back."""
        self.dismiss(event.option_id)


def _line(check: ReadinessCheck, *, here: bool = False) -> Content:
    """Say how a thing stands: a mark, its name, and words; never the colour alone."""
    colour = "" if here else _COLOUR[check.grade]
    mark = fitted(drawn_line(say(f"ready.mark.{check.grade}"), colour), _MARK)
    name = fitted(drawn_line(say(f"ready.name.{check.name}"), "bold"), _NAME)
    return joined(mark, " ", name, " ", drawn(check.words))
