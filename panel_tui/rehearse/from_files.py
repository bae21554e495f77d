"""Answers out of CSV files: a real panel's scores, given again through the pages, and nothing else."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from panel_tui.unable import Unable
from sessions.model import Session, Value
from sessions.wording import say

from .answer_rows import Odd, Place, Row, answer_of, ballot_of
from .book import Given, Mark

ANSWER_COLUMNS = ("seat", "application", "criterion", "value")
BALLOT_COLUMNS = ("seat", "application", "round", "value")

_V = TypeVar("_V")


class AnswersRefused(Unable):
    """A file of answers was not understood; `sentences` has one for each fault, by line."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        """Keep every fault found."""
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class FromFiles(Value, frozen=True):
    """The book that has exactly what the files say: no practice, no reasons, and no ballot without a file."""

    answers: Mapping[Place, Given]
    ballots: Mapping[Place, Mark] = {}
    practises: bool = False
    late: Mapping[int, str] = {}

    def answer(self, seat: int, application: str, criterion: str, /) -> Given:
        """Give what the file has; nothing where it has no such row."""
        return self.answers.get((seat, application, criterion))

    def ballot(self, seat: int, application: str, number: int, /) -> Mark:
        """Give what the file of ballots has; nothing where it has no such row."""
        return self.ballots.get((seat, application, str(number)))

    def reason(self, _seat: int, _application: str, _number: int, /) -> str:
        """Write nothing."""
        return ""

    def view(self, _seat: int, _application: str, /) -> str:
        """Have nothing recorded."""
        return ""

    def confidence(self, _seat: int, _line: int, /) -> Mark:
        """Say nothing of how anybody feels."""
        return None

    def order(self, _seat: int, _ballot: int, _tied: int, /) -> tuple[int, ...]:
        """Put nothing in order."""
        return ()

    def importance(self, _seat: int, _question: int, /) -> Mark:
        """Weigh nothing."""
        return None


def read_answers(session: Session, answers: Path, ballots: Path | None = None) -> FromFiles:
    """Read the file of answers, and of ballots if there is one. Raises AnswersRefused, naming every bad row."""
    faults: list[str] = []
    given = _read(answers, ANSWER_COLUMNS, lambda row: answer_of(session, row), faults)
    marks: dict[Place, Mark] = {}
    if ballots is not None:
        marks = _read(ballots, BALLOT_COLUMNS, lambda row: ballot_of(session, row), faults)
    if faults:
        raise AnswersRefused(tuple(faults))
    return FromFiles(answers=given, ballots=marks)


def _read(
    path: Path, columns: tuple[str, ...], meaning: Callable[[Row], tuple[Place, _V]], faults: list[str]
) -> dict[Place, _V]:
    """Read the rows that can be read; add a fault for each of the others."""
    found: dict[Place, _V] = {}
    for line, row in _rows(path, columns, faults):
        try:
            place, value = meaning(row)
        except Odd as odd:
            faults.append(say("rehearse.line", file=path.name, line=line, what=odd))
            continue
        if place in found:
            faults.append(say("rehearse.line", file=path.name, line=line, what=say("rehearse.twice")))
        found[place] = value
    return found


def _rows(path: Path, columns: tuple[str, ...], faults: list[str]) -> Iterator[tuple[int, Row]]:
    """Give each row with its line in the file."""
    try:
        reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True)
        missing = ", ".join(column for column in columns if column not in (reader.fieldnames or ()))
        if missing:
            what = say("rehearse.columns", columns=",".join(columns), missing=missing)
            faults.append(say("rehearse.line", file=path.name, line=1, what=what))
            return
        for row in reader:
            yield reader.line_num, {column: (row[column] or "").strip() for column in columns}
    except OSError:
        faults.append(say("rehearse.unreadable", file=path))
    except (UnicodeDecodeError, csv.Error):
        faults.append(say("rehearse.not-csv", file=path.name))
