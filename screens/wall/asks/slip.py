"""Key a paper slip in, read aloud twice. The card shows that something was keyed, never what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from screens.drawn import cut, drawn_line, joined, stacked
from screens.wall.widgets.words import Words
from sessions.answers import Answer
from sessions.views.choices import SlipQuestion
from sessions.wording import say

from .card import Card
from .keying import Keying

_WAYS = ("wall.paper.how", "wall.paper.how-long")
KEYED, TO_COME = "•", " "
ROOM = 9  # questions in sight at once


class SlipCard(Card[Mapping[str, Answer]]):
    """The slip's questions; gives the answers once two readings agree."""

    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.cancel",)

    def __init__(self, title: str, questions: Sequence[SlipQuestion], *, numbers_only: bool = False) -> None:
        """Begin the first reading."""
        super().__init__(title)
        self.questions = questions
        self.keying = Keying(questions, numbers_only=numbers_only)
        self._ways = ("wall.count.how", "wall.count.how-long") if numbers_only else _WAYS

    def body(self) -> ComposeResult:
        """Show the questions, and how to answer."""
        yield Words(classes="card-label", id="reading")
        yield Words(id="questions")
        yield Words(classes="card-label", id="how")

    def on_mount(self) -> None:
        """Show the first question."""
        self._redraw()

    def on_key(self, event: events.Key) -> None:
        """Take one key of a reading."""
        if event.key == "escape":
            return
        event.stop()
        key = event.key if event.key in ("enter", "backspace") else (event.character or "")
        self.problem(self.keying.press(key))
        answers = self.keying.answers
        if answers is not None:
            self.dismiss(answers)
        else:
            self._redraw()

    def _redraw(self) -> None:
        keying = self.keying
        self.query_one("#reading", Words).say(
            say("wall.paper.second" if keying.second else "wall.paper.first")
        )
        now = keying.question
        how = self._ways[0] if keying.at_once else self._ways[1]
        self.query_one("#how", Words).say(say(how, low=now.low, high=now.high))
        first = max(min(keying.place - ROOM // 2, len(keying.asked) - ROOM), 0)
        shown = list(enumerate(keying.asked))[first : first + ROOM]
        self.query_one("#questions", Words).say(stacked([self._line(at, number) for at, number in shown]))

    def _line(self, at: int, number: int) -> Content:
        here = at == self.keying.place
        width = min(self.app.size.width - 14, 52)
        question = f"{number + 1}  {self.questions[number].question}"
        words = cut(drawn_line(question, "bold" if here else ""), width)
        mark = KEYED if at < self.keying.place else "▌" if here else TO_COME
        gap = " " * (width + 2 - words.cell_length)
        return joined("▸ " if here else "  ", words, gap, Content.styled(mark, "$accent bold"))
