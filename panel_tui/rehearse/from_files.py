"""Answers out of CSV files: a real panel's scores, given again through the pages, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from panel_tui.folder.answer_rows import (
    ANSWER_COLUMNS,
    BALLOT_COLUMNS,
    Given,
    Mark,
    Place,
    answer_of,
    ballot_of,
    read_rows,
)
from panel_tui.system.errors import Unable
from sessions.model.session import Session, Value
from sessions.wording import say

MOST_SAID = 20  # faults read out before "and 14 more": about one screen


class AnswersRefused(Unable):
    """A file of answers was not understood; `sentences` has one for each fault, by line."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        """Keep every fault found; the first of them are read out."""
        more = len(sentences) - MOST_SAID
        rest = (say("folder.and-more", more=more),) if more > 0 else ()
        super().__init__("\n".join((*sentences[:MOST_SAID], *rest)))
        self.sentences = sentences


class FromFiles(Value, frozen=True):
    """The book that has exactly what the files say: no practice, no reasons, and no ballot without a file."""

    answers: Mapping[Place, Given]
    ballots: Mapping[Place, Mark] = {}
    practises: bool = False
    late: Mapping[int, str] = {}

    def answer(self, seat: int, application: str, criterion: str, /) -> Given:
        """Return what the file has; nothing where it has no such row."""
        return self.answers.get((seat, application, criterion))

    def ballot(self, seat: int, application: str, number: int, /) -> Mark:
        """Return what the file of ballots has; nothing where it has no such row."""
        return self.ballots.get((seat, application, str(number)))

    def reason(self, _seat: int, _application: str, _number: int, /) -> str:
        """Write nothing."""
        return ""

    def question(self, _seat: int, _application: str, /) -> str:
        """Ask nothing."""
        return ""

    def view(self, _seat: int, _application: str, /) -> str:
        """Have nothing recorded."""
        return ""

    def felt(self, _seat: int, _line: int, _question: str, /) -> Mark:
        """Say nothing of how anybody feels."""
        return None

    def answered(self, _seat: int, _question: int, _answers: int, /) -> Mark:
        """Answer no question of the moment."""
        return None

    def order(self, _seat: int, _ballot: int, _tied: int, /) -> tuple[int, ...]:
        """Put nothing in order."""
        return ()

    def suggestion(self, _seat: int, _line: str, /) -> str:
        """Suggest nothing."""
        return ""

    def importance(self, _seat: int, _question: int, /) -> Mark:
        """Weigh nothing."""
        return None


def read_answers(session: Session, answers: Path, ballots: Path | None = None) -> FromFiles:
    """Read the file of answers, and of ballots if there is one. Raises AnswersRefused, naming every bad row."""
    faults: list[str] = []
    given = read_rows(answers, ANSWER_COLUMNS, lambda row: answer_of(session, row), faults)
    marks: dict[Place, Mark] = {}
    if ballots is not None:
        marks = read_rows(ballots, BALLOT_COLUMNS, lambda row: ballot_of(session, row), faults)
    if faults:
        raise AnswersRefused(tuple(faults))
    return FromFiles(answers=given, ballots=marks)
