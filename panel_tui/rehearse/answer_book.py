"""What pretend members will say, asked by seat; chance is a number for a name."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Protocol

from panel_tui.folder.answer_rows import Given, Mark


def chance(seed: int, *names: object) -> float:
    """Return the number from 0 to 1 (never 1) that belongs to this seed and these names."""
    told = "\x1f".join(str(name) for name in (seed, *names))
    return int.from_bytes(sha256(told.encode()).digest()[:6], "big") / (1 << 48)


def between(low: float, high: float, seed: int, *names: object) -> float:
    """Return the number between two others that belongs to these names."""
    return low + (high - low) * chance(seed, *names)


class AnswerBook(Protocol):
    """What each seat says. The same question always has the same answer."""

    @property
    def practises(self) -> bool:
        """Whether members try the practice question."""
        ...

    @property
    def late(self) -> Mapping[int, str]:
        """Name the seats that come late, each with the page others must have reached before."""
        ...

    def answer(self, seat: int, application: str, criterion: str, /) -> Given:
        """Return a seat's answer to one question."""
        ...

    def ballot(self, seat: int, application: str, number: int, /) -> Mark:
        """Return a seat's ballot in round `number`, from 1."""
        ...

    def reason(self, seat: int, application: str, number: int, /) -> str:
        """Return what a seat writes when asked why; nothing for most."""
        ...

    def question(self, seat: int, application: str, /) -> str:
        """Return what a seat would ask about an application; nothing for most."""
        ...

    def view(self, seat: int, application: str, /) -> str:
        """Return how a seat sees it differently and wants recorded; nothing for most."""
        ...

    def felt(self, seat: int, line: int, question: str, /) -> Mark:
        """Return a seat's answer to a closing question at a line of the agenda, counted from 0."""
        ...

    def answered(self, seat: int, question: int, answers: int, /) -> Mark:
        """Return a seat's answer to a question of the moment: its number, from 1."""
        ...

    def order(self, seat: int, ballot: int, tied: int, /) -> tuple[int, ...]:
        """Return the places, from 1, in which a seat puts those that are level; nothing for no ballot."""
        ...

    def suggestion(self, seat: int, line: str, /) -> str:
        """Return what a seat suggests for a list of our own at a line of the agenda; nothing for most."""
        ...

    def importance(self, seat: int, question: int, /) -> Mark:
        """Return how much a question of the criteria workshop matters to a seat."""
        ...
