"""What pretend members will say, asked by seat: the one thing a rehearsal differs in from a real day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, Protocol

CANT_SAY: Final = "cant-say"
NOT_APPLICABLE: Final = "not-applicable"
STEPPING_OUT: Final = "stepping-out"

Word = Literal["cant-say", "not-applicable", "stepping-out"]
Given = int | Word | None  # a point of the scale, one of the words, or nothing at all
Mark = int | Literal["cant-say"] | None  # an option's number from 1, "I can't say", or no ballot

WORDS: Mapping[str, Word] = {word: word for word in (CANT_SAY, NOT_APPLICABLE, STEPPING_OUT)}


class AnswerBook(Protocol):
    """What each seat says. The same question always has the same answer."""

    @property
    def practises(self) -> bool:
        """Say whether members try the practice question."""
        ...

    @property
    def late(self) -> Mapping[int, str]:
        """Name the seats that come late, each with the page others must have reached before."""
        ...

    def answer(self, seat: int, application: str, criterion: str, /) -> Given:
        """Give a seat's answer to one question."""
        ...

    def ballot(self, seat: int, application: str, number: int, /) -> Mark:
        """Give a seat's ballot in round `number`, from 1."""
        ...

    def reason(self, seat: int, application: str, number: int, /) -> str:
        """Give what a seat writes when asked why; nothing for most."""
        ...

    def view(self, seat: int, application: str, /) -> str:
        """Give how a seat sees it differently and wants recorded; nothing for most."""
        ...

    def confidence(self, seat: int, line: int, /) -> Mark:
        """Give how confident a seat feels at a line of the agenda, counted from 0."""
        ...

    def order(self, seat: int, ballot: int, tied: int, /) -> tuple[int, ...]:
        """Give the places, from 1, in which a seat puts those that are level; nothing for no ballot."""
        ...

    def importance(self, seat: int, question: int, /) -> Mark:
        """Give how much a question of the criteria workshop matters to a seat."""
        ...
