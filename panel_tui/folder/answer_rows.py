"""A file of answers, row by row: who says what to which question, or what cannot be meant, by file and line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, Literal, TypeVar

from panel_tui.folder.delimiter import delimiter, said
from panel_tui.folder.fault import Refusal, nearest
from panel_tui.folder.letter_encoding import decoded
from panel_tui.system.plain_files import opened
from sessions.model.session import Session
from sessions.wording import say

CANT_SAY: Final = "cant-say"
NOT_APPLICABLE: Final = "not-applicable"
STEPPING_OUT: Final = "stepping-out"

Word = Literal["cant-say", "not-applicable", "stepping-out"]
Given = int | Word | None  # a point of the scale, one of the words, or nothing at all
Mark = int | Literal["cant-say"] | None  # an option's number from 1, "I can't say", or no ballot

WORDS: Mapping[str, Word] = {word: word for word in (CANT_SAY, NOT_APPLICABLE, STEPPING_OUT)}


ANSWER_COLUMNS = ("seat", "application", "criterion", "value")
BALLOT_COLUMNS = ("seat", "application", "round", "value")
_MOST_BYTES = 8 * 1024 * 1024  # a panel of hundreds gives a tenth of it
_MOST_FAULTS = 1_000  # rows; whoever has as many has another file in hand

_V = TypeVar("_V")


Row = Mapping[str, str]
Place = tuple[int, str, str]  # seat, application, and criterion or round


class BadRow(Exception):  # noqa: N818 - a sentence for people
    """One row cannot be meant; says why."""


def answer_of(session: Session, row: Row) -> tuple[Place, Given]:
    """Read a row of answers. Raises BadRow."""
    seat, application = _who_and_what(session, row)
    scales = {criterion.key: criterion.scale for criterion in session.criteria}
    criterion, value = row["criterion"], row["value"]
    if criterion not in scales:
        raise BadRow(_unknown("criterion", criterion, scales))
    place = (seat, application, criterion)
    if not value:
        return place, None
    if value in WORDS:
        return place, WORDS[value]
    scale = scales[criterion]
    point = _whole(value)
    if point is None or not scale.low <= point <= scale.high:
        raise BadRow(say("rehearse.value", found=value, low=scale.low, high=scale.high))
    return place, point


def ballot_of(session: Session, row: Row) -> tuple[Place, Mark]:
    """Read a row of ballots. Raises BadRow."""
    seat, application = _who_and_what(session, row)
    options, rounds = len(session.consensus.options), session.consensus.rounds
    number, value = _whole(row["round"]), row["value"]
    if number is None or not 1 <= number <= rounds:
        raise BadRow(say("rehearse.round", found=row["round"], rounds=rounds))
    place = (seat, application, str(number))
    if not value:
        return place, None
    if value == CANT_SAY:
        return place, CANT_SAY
    mark = _whole(value)
    if mark is None or not 1 <= mark <= options:
        raise BadRow(say("rehearse.option", found=value, options=options))
    return place, mark


def _who_and_what(session: Session, row: Row) -> tuple[int, str]:
    seat = _whole(row["seat"])
    seats = {member.seat for member in session.members}
    if seat is None or seat not in seats:
        raise BadRow(say("rehearse.seat", found=row["seat"], most=max(seats)))
    refs = [application.ref for application in session.applications]
    if row["application"] not in refs:
        raise BadRow(_unknown("application", row["application"], refs))
    return seat, row["application"]


def _unknown(kind: str, found: str, known: Iterable[str]) -> str:
    """Say that there is no such application or criterion, and which was likely meant."""
    names = list(known)
    like = [name for name in names if _plain(name) == _plain(found)]
    likely = like[0] if len(like) == 1 else nearest(found, names) if found else ""
    if likely:
        return say(f"rehearse.{kind}-like", found=found, meant=likely)
    return say(f"rehearse.{kind}", found=found, known=", ".join(names))


def _plain(name: str) -> str:
    """Return a name without what a spreadsheet takes off it or people write otherwise: 005 is 5, a01 is A1."""
    return (
        re.sub(r"\d+", lambda digits: str(int(digits[0])), name.casefold().strip())
        if len(name) < 100
        else name
    )


def _whole(found: str) -> int | None:
    """Read a whole number as people and spreadsheets write it: `15`, `15.0`."""
    whole, _, rest = found.partition(".")
    digits = whole.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) < 10 and not rest.strip("0"):
        return int(whole)
    return None


def read_rows(
    path: Path, columns: tuple[str, ...], meaning: Callable[[Row], tuple[Place, _V]], faults: list[str]
) -> dict[Place, _V]:
    """Read the rows that can be read; add a fault, by file and line, for each of the others."""
    found: dict[Place, _V] = {}
    for line, row in _rows(path, columns, faults):
        if len(faults) >= _MOST_FAULTS:
            break
        try:
            place, value = meaning(row)
        except BadRow as odd:
            faults.append(in_line(path, line, str(odd)))
            continue
        if place in found:
            faults.append(in_line(path, line, say("rehearse.twice")))
        found[place] = value
    return found


def in_line(path: Path, line: int, what: str) -> str:
    """Say a fault with its file and line; line nought is the file as a whole."""
    if not line:
        return say("rehearse.file", file=path.name, what=what)
    return say("rehearse.line", file=path.name, line=line, what=what)


def _rows(path: Path, columns: tuple[str, ...], faults: list[str]) -> Iterator[tuple[int, Row]]:
    """Return each row with its line in the file."""
    try:
        with opened(path) as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            faults.append(say("rehearse.too-big", file=path.name))
            return
        text, _ = decoded(data)
        mark, start = said(text)
        lines = 1 if start else 0
        source = io.StringIO(text[start:], newline="")
        reader = csv.DictReader(source, strict=True, delimiter=mark or delimiter(text))
        reader.fieldnames = [(name or "").strip().casefold() for name in reader.fieldnames or ()]
        missing = ", ".join(column for column in columns if column not in reader.fieldnames)
        if missing:
            what = say("rehearse.columns", columns=",".join(columns), missing=missing)
            faults.append(say("rehearse.line", file=path.name, line=1 + lines, what=what))
            return
        for row in reader:
            yield reader.line_num + lines, {column: (row[column] or "").strip() for column in columns}
    except OSError:
        faults.append(say("rehearse.unreadable", file=path))
    except (Refusal, csv.Error):
        faults.append(say("rehearse.not-csv", file=path.name))
