"""Read the manual: on a screen of its own at a terminal, as plain text elsewhere."""

from __future__ import annotations

import textwrap
from pathlib import PurePath
from typing import ClassVar

from textual.app import App

from panel_tui.guide import topics
from panel_tui.system.errors import Unable
from screens.guide.manual import Manual
from screens.guide.topic import Topic, find, named
from screens.wall import themes
from screens.wall.screen import SHEETS
from sessions.wording import say

_WIDTH, _INDENT = 59, "      "  # cells, so that the list reads well at 60 across
_ROUND_IT = 90  # characters of a section that are shown where a word was found in it


class GuideApp(App[None]):
    """The manual and nothing else."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*SHEETS]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, looked_for: str = "") -> None:
        """Take a topic's name, or words to look for."""
        super().__init__()
        for theme in list(self.available_themes):
            self.unregister_theme(theme)
        for ours in themes.THEMES:
            self.register_theme(ours)
        self.theme = themes.suited(self.console.color_system)
        self.looked_for = looked_for

    def on_mount(self) -> None:
        """Open it; leaving it leaves the program."""
        self.push_screen(Manual(topics(), self.looked_for), lambda _nothing: self.exit())

    def action_help_quit(self) -> None:
        """Leave on an interrupt too: nothing runs here."""
        self.exit()


def as_text(looked_for: str) -> str:
    """Return the topic of that name, or where the words are; the list of topics for no word. Raises Unable."""
    if not looked_for.strip():
        return "\n".join([say("guide.topics"), "", *map(_line, topics()), "", say("guide.how")])
    topic = named(topics(), looked_for)
    if topic is not None:
        return topic.text.rstrip()
    found = find(topics(), looked_for)
    if not found:
        raise Unable(say("guide.not-there", words=looked_for, names=", ".join(one.name for one in topics())))
    return "\n".join(
        line
        for one in found
        for line in (f"{one.topic.name}: {one.label}", _round(one.section.words, looked_for))
    )


def _line(topic: Topic) -> str:
    """Name a topic, and say below it what it is about: a line is never longer than a small terminal's."""
    about = textwrap.fill(topic.summary, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
    return f"  {topic.name}\n{about}"


def _round(text: str, words: str) -> str:
    """Return the piece of a text in which the first of the words stands."""
    at = max(text.casefold().find(words.casefold().split()[0]), 0)
    begin = text.rfind(" ", 0, max(at - _ROUND_IT // 2, 0)) + 1
    end = text.find(" ", at + _ROUND_IT // 2)
    return f"  {'… ' if begin else ''}{text[begin : end if end > 0 else None]}{' …' if end > 0 else ''}"
