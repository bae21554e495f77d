"""Codes for members, drawn afresh for each export: nobody can follow one from file to file, or from order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

# No vowels, so no words; no digits, so no spreadsheet takes a code for a number or a date.
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_LENGTH = 4


class Draw(Protocol):
    """Chance, as `random.SystemRandom` has it."""

    def sample(self, population: range, k: int) -> list[int]:
        """Draw `k` different numbers."""


def drawn_codes(seats: Iterable[int], draw: Draw) -> dict[int, str]:
    """Give each seat a new code, in the order of the codes, which tells nothing of the seats."""
    numbers = sorted(seats)
    codes = [_code(number) for number in draw.sample(range(len(_LETTERS) ** _LENGTH), len(numbers))]
    return dict(sorted(zip(numbers, codes, strict=True), key=lambda pair: pair[1]))


def seat_codes(seats: Iterable[int]) -> dict[int, str]:
    """Let each seat stand for itself, in order: for staff who have to look somebody up."""
    return {number: str(number) for number in sorted(seats)}


def _code(number: int) -> str:
    letters = []
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "M-" + "".join(letters)
