"""What a record holds of one seat, beside its scores: for its member alone, who has a right to see it.

Of ballots there is which ones this seat could cast, and whether one is known to have come in. What was chosen is in
no record by seat, so it cannot be here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec import Struct

from sessions import events as e
from sessions.model.answers import Answer, Kind
from sessions.model.text import clean_lines
from sessions.state import State
from sessions.views.record.day import stamp
from sessions.views.record.tellable import tellable
from sessions.views.record.times import as_told

CAST, NOT_CAST, UNKNOWN = "cast", "none came in", "not known"


class MemberHistoryRow(Struct, frozen=True):
    """One thing the record holds of a seat, as it happened; an answer stands in each version that was sent."""

    when: str
    what: str
    application: str = ""
    criterion: str = ""
    answer: str = ""
    value: int | None = None
    source: str = ""
    helped: bool | None = None
    why: str = ""


class MemberBallotRow(Struct, frozen=True):
    """One ballot that a seat could cast; `ballot` says whether one came in, where that is known. Never what it said."""

    about: str
    application: str
    round: int
    ballot: str


_BARE: dict[type[e.Fact], str] = {
    e.SeatAdded: "seat added",
    e.SeatOnPaper: "on paper",
    e.SeatHandedRound: "by the device that goes round",
    e.SeatPutBack: "put back as it was",
    e.MemberLeft: "went home",
    e.MemberBack: "came back after a night",
    e.Practised: "practised",
    e.NoConflictSaid: "said: no conflict",
    e.HandedIn: "handed in",
}


def member_history(history: Iterable[e.Stamped], state: State, seat: int) -> tuple[MemberHistoryRow, ...]:
    """Return one row for each thing kept of a seat, in order; of answers only those the room has looked at together."""
    shown = tellable(state).scoring
    return tuple(
        row
        for one in as_told(tuple(history))
        for row in _rows(stamp(one.at), one.event, seat)
        if not (row.answer and row.application not in shown)
    )


def member_ballots(state: State, seat: int) -> tuple[MemberBallotRow, ...]:
    """Return one row for each closed ballot this seat could cast."""
    told = tellable(state)
    rounds = (
        MemberBallotRow("application", ref, one.number, _came_in(one, seat))
        for ref, several in told.rounds.items()
        for one in several
        if seat in (one.voters or one.electorate)
    )
    ties = (
        MemberBallotRow("tie", "", one.number, _came_in(one, seat))
        for one in told.tie_ballots
        if not one.open and seat in (one.voters or one.electorate)
    )
    asked = (
        MemberBallotRow("question", "", one.number, _came_in(one, seat))
        for one in told.asked
        if not one.open and seat in one.electorate
    )
    return (*rounds, *ties, *asked)


class _Kept(Protocol):
    @property
    def absent(self) -> tuple[int, ...] | None: ...
    @property
    def slips_of(self) -> tuple[int, ...]: ...


def _came_in(one: _Kept, seat: int) -> str:
    if one.absent is None or seat in one.slips_of:
        return UNKNOWN
    return NOT_CAST if seat in one.absent else CAST


def _rows(when: str, event: e.Event, seat: int) -> Iterator[MemberHistoryRow]:
    match event:
        case e.SeatTaken(seat=taken, left=left):
            if taken == seat:
                yield MemberHistoryRow(when, "by phone")
            elif left == seat:
                yield MemberHistoryRow(when, "this phone took another seat")
        case e.CardsPrinted(cards=cards) if any(card.seat == seat for card in cards):
            yield MemberHistoryRow(when, "card printed")
        case e.CardReissued(card=card) if card.seat == seat:
            yield MemberHistoryRow(when, "new card")
        case e.CardsUpAsked(agreed=agreed) if seat in agreed:
            yield MemberHistoryRow(when, "agreed to cards up")
        case e.ScoringOpened(application=ref, electorate=those) if seat in those:
            yield MemberHistoryRow(when, "could score", ref)
        case e.Answered() if event.seat == seat:
            yield _answered(when, event)
        case e.Corrected() if event.seat == seat:
            yield _corrected(when, event)
        case e.ConflictDeclared(application=ref, declared=declared) if event.seat == seat:
            yield MemberHistoryRow(when, f"conflict declared: {declared.value}", ref)
        case e.ConflictLifted(application=ref, why=why) if event.seat == seat:
            yield MemberHistoryRow(when, "conflict taken back", ref, why=clean_lines(why))
        case _ if type(event) in _BARE and getattr(event, "seat", None) == seat:
            yield MemberHistoryRow(when, _BARE[type(event)], getattr(event, "application", ""))
        case _:
            pass


def _answered(when: str, event: e.Answered) -> MemberHistoryRow:
    ref, key, given = event.application, event.criterion, event.answer
    return MemberHistoryRow(
        when, "answered", ref, key, given.kind.value, _value(given), event.source.value, event.helped
    )


def _corrected(when: str, event: e.Corrected) -> MemberHistoryRow:
    ref, key, given = event.application, event.criterion, event.answer
    what, why = "changed, cards up" if event.own else "corrected", clean_lines(event.why)
    return MemberHistoryRow(when, what, ref, key, given.kind.value, _value(given), why=why)


def _value(answer: Answer) -> int | None:
    return answer.value if answer.kind is Kind.SCORE else None
