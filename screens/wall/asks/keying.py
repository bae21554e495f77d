"""Two readings of one paper slip that must agree. Keeps what was keyed to itself until they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sessions.answers import Answer, Kind, score
from sessions.views.choices import SlipQuestion
from sessions.wording import say

_OTHERS = {"c": Answer(Kind.CANT_SAY), "x": Answer(Kind.NOT_APPLICABLE)}


class Keying:
    """A key at a time: digits, `c` can't say, `x` does not apply, Enter for a blank, Backspace to go back."""

    def __init__(self, questions: Sequence[SlipQuestion], *, numbers_only: bool = False) -> None:
        """Begin with the first question of the first reading; a count takes nothing but numbers."""
        self._questions = questions
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
        """Give which of the asked questions is next."""
        return len(self._reading)

    @property
    def question(self) -> SlipQuestion:
        """Give the question that is next."""
        return self._questions[self.asked[min(self.place, len(self.asked) - 1)]]

    @property
    def at_once(self) -> bool:
        """Say whether one digit is a whole answer on this question's scale."""
        return self.question.low >= 0 and self.question.high <= 9

    @property
    def answers(self) -> Mapping[str, Answer] | None:
        """Give the answers once the readings agree; what was left blank is not among them."""
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
            return self._number() if self._typed else self._take(None)
        if key.isascii() and (key.isdigit() or (key == "-" and not self._typed)) and len(self._typed) < 6:
            self._typed += key
            return self._number() if self.at_once else ""
        return ""

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
        return say("wall.paper.differs", numbers=", ".join(str(at + 1) for at in self.asked))
