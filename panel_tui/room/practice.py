"""How far each member has come in the practice go. In memory only; it counts for nothing and goes with the step."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from sessions.commands import Practise
from sessions.decide.practice import QUESTIONS, check_picked, check_practice, check_practice_ballot
from sessions.state import State
from sessions.views.phone.what_is_known import Tried


class PracticeGoes:
    """What each seat has tried so far, for its own phone alone."""

    def __init__(self, state: Callable[[], State]) -> None:
        """Begin with nobody; `state` gives the room's as it is at each call."""
        self._state = state
        self._place = ""
        self._tried: dict[int, Tried] = {}

    def follow(self, place: str) -> None:
        """Forget it all where the room has moved on."""
        if place != self._place:
            self._place, self._tried = place, {}

    def of(self, seat: int) -> Tried:
        """Return what this seat has tried."""
        return self._tried.get(seat, Tried())

    def answer(self, seat: int, number: int, picked: str) -> None:
        """Keep an answer to a practice question, or take it in place of the one before. Raises Refused."""
        check_picked(self._state(), seat, number, picked)
        tried = self.of(seat)
        answers = {**dict(tried.answers), number: picked}
        self._tried[seat] = replace(tried, answers=tuple(sorted(answers.items())))

    def go_on(self, seat: int, part: str) -> None:
        """Go on from the list of answers, or from the receipt, once there is one to go on from. Raises Refused."""
        check_practice(self._state(), seat)
        tried = self.of(seat)
        if len(tried.answers) < QUESTIONS:
            return
        if part == "check":
            self._tried[seat] = replace(tried, handed_in=True)
        elif tried.handed_in:
            self._tried[seat] = replace(tried, voting=True)

    def vote(self, seat: int, picked: str) -> Practise:
        """Throw a practice ballot away, and give what is to be kept: that this seat went through. Raises Refused."""
        check_practice_ballot(self._state(), seat, picked)
        return Practise(seat)
