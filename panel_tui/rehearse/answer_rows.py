"""What one row of a file of answers, or of ballots, means for a session."""

from __future__ import annotations

from collections.abc import Mapping

from sessions.model import Session
from sessions.wording import say

from .book import CANT_SAY, WORDS, Given, Mark

Row = Mapping[str, str]
Place = tuple[int, str, str]  # seat, application, and criterion or round


class Odd(Exception):  # noqa: N818 - a sentence for people
    """One row cannot be meant; says why."""


def answer_of(session: Session, row: Row) -> tuple[Place, Given]:
    """Read a row of answers. Raises Odd."""
    seat, application = _who_and_what(session, row)
    scales = {criterion.key: criterion.scale for criterion in session.criteria}
    criterion, value = row["criterion"], row["value"]
    if criterion not in scales:
        raise Odd(say("rehearse.criterion", found=criterion, known=", ".join(scales)))
    place = (seat, application, criterion)
    if not value:
        return place, None
    if value in WORDS:
        return place, WORDS[value]
    scale = scales[criterion]
    point = _whole(value)
    if point is None or not scale.low <= point <= scale.high:
        raise Odd(say("rehearse.value", found=value, low=scale.low, high=scale.high))
    return place, point


def ballot_of(session: Session, row: Row) -> tuple[Place, Mark]:
    """Read a row of ballots. Raises Odd."""
    seat, application = _who_and_what(session, row)
    options, rounds = len(session.consensus.options), session.consensus.rounds
    number, value = _whole(row["round"]), row["value"]
    if number is None or not 1 <= number <= rounds:
        raise Odd(say("rehearse.round", found=row["round"], rounds=rounds))
    place = (seat, application, str(number))
    if not value:
        return place, None
    if value == CANT_SAY:
        return place, CANT_SAY
    mark = _whole(value)
    if mark is None or not 1 <= mark <= options:
        raise Odd(say("rehearse.option", found=value, options=options))
    return place, mark


def _who_and_what(session: Session, row: Row) -> tuple[int, str]:
    seat = _whole(row["seat"])
    seats = {member.seat for member in session.members}
    if seat is None or seat not in seats:
        raise Odd(say("rehearse.seat", found=row["seat"], most=max(seats)))
    if row["application"] not in {application.ref for application in session.applications}:
        raise Odd(say("rehearse.application", found=row["application"]))
    return seat, row["application"]


def _whole(found: str) -> int | None:
    """Read a whole number as people and spreadsheets write it: `15`, `15.0`."""
    whole, _, rest = found.partition(".")
    digits = whole.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) < 10 and not rest.strip("0"):
        return int(whole)
    return None
