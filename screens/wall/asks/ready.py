"""Is everything ready? A line each; Enter on a line does what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.drawn import drawn, drawn_line, fitted, joined
from sessions.views.readiness import Check, Grade
from sessions.wording import say

from .card import Card

_COLOUR = {Grade.GOOD: "$success", Grade.LOOK: "$warning", Grade.UNKNOWN: "$quiet"}

_MARK, _NAME = 9, 9  # cells across, so that the words stand under one another


class Ready(Card[str]):
    """The list of what was looked at; gives the name of the line that was picked."""

    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.pick", "ready.enter", "ready.close")

    def __init__(self, checks: Sequence[Check], *, start: str = "") -> None:
        """Keep the lines, and which of them to begin on."""
        super().__init__(say("ready.title"))
        self.checks, self.start = checks, start

    def body(self) -> ComposeResult:
        """Show the list, and the way out of it where phones cannot come."""
        lines = [Option(_line(check), id=check.name) for check in self.checks]
        yield OptionList(*lines, Option(drawn(say("ready.help-phones"), "bold"), id="help"))

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


def _line(check: Check, *, here: bool = False) -> Content:
    """Say how a thing stands: a mark, its name, and words; never the colour alone."""
    colour = "" if here else _COLOUR[check.grade]
    mark = fitted(drawn_line(say(f"ready.mark.{check.grade}"), colour), _MARK)
    name = fitted(drawn_line(say(f"ready.name.{check.name}"), "bold"), _NAME)
    return joined(mark, " ", name, " ", drawn(check.words))
