"""Key a paper slip in, read aloud twice; keep what was keyed hidden until both readings agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from screens.safe_text import cut, drawn_line, joined, stacked
from screens.wall.dialogs.dialog import Dialog
from screens.wall.widgets.words import Words
from sessions.model.answers import Answer, Kind, score
from sessions.views.desk.choices import SlipQuestion
from sessions.wording import say

_OTHERS = {"c": Answer(Kind.CANT_SAY), "x": Answer(Kind.NOT_APPLICABLE), "b": None}


class Keying:
    """A key at a time: digits, `c` can't say, `x` does not apply, `b` left blank, Backspace to go back.

    Enter ends a number. Alone it means nothing: a hand that ends every answer with it must not leave any blank.
    """

    def __init__(
        self, questions: Sequence[SlipQuestion], *, numbers_only: bool = False, number: int = 1
    ) -> None:
        """Begin with the first question, the slip's `number`, of the first reading; a count takes only numbers."""
        self._first = number
        self._questions = questions
        self._numbers_only = numbers_only
        self._others = {} if numbers_only else _OTHERS
        self._agreed: dict[int, Answer | None] = {}
        self._typed = ""
        self.asked: Sequence[int] = range(len(questions))
        self.second = False
        self._readings: tuple[list[Answer | None], list[Answer | None]] = ([], [])

    @property
    def _reading(self) -> list[Answer | None]:
        return self._readings[self.second]

    @property
    def place(self) -> int:
        """Return which of the asked questions is next."""
        return len(self._reading)

    @property
    def question(self) -> SlipQuestion:
        """Return the question that is next."""
        return self._questions[self.asked[min(self.place, len(self.asked) - 1)]]

    @property
    def at_once(self) -> bool:
        """Whether one digit is a whole answer on this question's scale."""
        return self.question.low >= 0 and self.question.high <= 9

    @property
    def answers(self) -> Mapping[str, Answer] | None:
        """Return the answers once the readings agree; what was left blank is not among them."""
        if len(self._agreed) < len(self._questions):
            return None
        found = ((self._questions[at].key, answer) for at, answer in self._agreed.items())
        return {key: answer for key, answer in found if answer is not None}

    def press(self, key: str) -> str:
        """Take one key; give a sentence where it was no answer or the readings differ, else nothing."""
        if key == "backspace":
            return self._back()
        if key.lower() in self._others and not self._typed:
            return self._take(self._others[key.lower()])
        if key == "enter":
            return self._number() if self._typed else self._nothing_typed()
        if key.isascii() and (key.isdigit() or (key == "-" and not self._typed)) and len(self._typed) < 6:
            self._typed += key
            return self._number() if self.at_once else ""
        return ""

    def blank(self, place: int) -> bool:
        """Whether what was keyed at a place of this reading was that nothing stands there."""
        return place < self.place and self._reading[place] is None

    def _nothing_typed(self) -> str:
        if self.at_once and self._reading:
            return ""  # after a digit that was an answer by itself
        return say("wall.count.number-needed" if self._numbers_only else "wall.paper.enter-alone")

    def _back(self) -> str:
        if not self._typed and self._reading:
            self._reading.pop()
        self._typed = ""
        return ""

    def _number(self) -> str:
        typed, self._typed = self._typed, ""
        low, high = self.question.low, self.question.high
        if typed == "-" or not low <= int(typed) <= high:
            return say("wall.paper.not-on-scale", low=low, high=high)
        return self._take(score(int(typed)))

    def _take(self, answer: Answer | None) -> str:
        self._reading.append(answer)
        if self.place < len(self.asked):
            return ""
        if not self.second:
            self.second = True
            return ""
        return self._compare()

    def _compare(self) -> str:
        """Keep what agrees; ask again, twice, for what differs."""
        pairs = list(zip(self.asked, *self._readings, strict=True))
        self._agreed |= {at: first for at, first, second in pairs if first == second}
        self.asked = [at for at, first, second in pairs if first != second]
        self._readings = ([], [])
        self.second = False
        if not self.asked:
            return ""
        return say("wall.paper.differs", numbers=", ".join(str(at + self._first) for at in self.asked))


_WAYS = ("wall.paper.how", "wall.paper.how-long")
KEYED, BLANK, TO_COME = "•", "–", " "
ROOM = 9  # questions in sight at once


class SlipCard(Dialog[Mapping[str, Answer]]):
    """The slip's questions; gives the answers once two readings agree."""

    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.cancel",)

    def __init__(
        self, title: str, questions: Sequence[SlipQuestion], *, numbers_only: bool = False, number: int = 1
    ) -> None:
        """Begin the first reading; `number` is that of the first of these questions on the slip."""
        super().__init__(title)
        self.questions, self.number = questions, number
        self.keying = Keying(questions, numbers_only=numbers_only, number=number)
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
        question = f"{number + self.number}  {self.questions[number].question}"
        words = cut(drawn_line(question, "bold" if here else ""), width)
        keyed = BLANK if self.keying.blank(at) else KEYED
        mark = keyed if at < self.keying.place else "▌" if here else TO_COME
        gap = " " * (width + 2 - words.cell_length)
        return joined("▸ " if here else "  ", words, gap, Content.styled(mark, "$accent bold"))
