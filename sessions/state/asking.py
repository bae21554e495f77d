"""What the room was asked by the way, and what may be known of its answers, which is never who."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sessions.model.phases import Phase
from sessions.model.session import Consensus, Value
from sessions.state.casters import Casters, casters


class RoomQuestion(Value, frozen=True):
    """A secret ballot on a question of the moment; `back` is the phase, and the round, to which the room goes back.

    `counts` stay away while it is open, and for good when too few chose an answer. Where beside an earlier question
    they would give a ballot away, `first` stands in: the places of the answers most chose, from 0.
    """

    number: int
    question: str
    answers: tuple[str, ...]
    electorate: tuple[int, ...]
    back: Phase
    back_round: int = 0
    step: str = ""
    closed: bool = False
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    absent: tuple[int, ...] | None = None
    slips_of: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    void: str = ""
    ref: str = ""  # the application that was in hand

    @property
    def open(self) -> bool:
        """Whether ballots may still be cast."""
        return not self.closed and not self.void

    @property
    def told(self) -> tuple[int, ...] | None:
        """Return the counts that may be shown: none where a single ballot stands alone, for that would be one of us."""
        return self.counts if self.counts is not None and 1 not in self.counts else None

    @property
    def most(self) -> tuple[int, ...]:
        """Return the places of the answers that most chose, from 0; nothing where too few chose any."""
        if self.counts is None:
            return self.first
        return tuple(at for at, n in enumerate(self.counts) if n == max(self.counts))

    @property
    def casters(self) -> Casters:
        """Return whose ballots are in the counts, as far as that is known."""
        return casters(self.electorate, self.absent, self.slips_of, self.cast)


class AgreedWay(Value, frozen=True):
    """Something the room agreed about how we do this, and when."""

    at: dt.datetime
    text: str


def shown_alike(asked: Iterable[RoomQuestion], question: RoomQuestion) -> tuple[Casters, ...]:
    """Return who cast in each count shown before of the same question: the same words, answers, or application."""
    return tuple(
        one.casters
        for one in asked
        if one.number != question.number and one.counts is not None and _same(one, question)
    )


def shown_by_the_way(asked: Iterable[RoomQuestion], ref: str, ballots: Consensus) -> tuple[Casters, ...]:
    """Return who cast in each count shown of a question that may have been what ballots on an application ask."""
    return tuple(one.casters for one in asked if one.counts is not None and may_be_about(one, ref, ballots))


def may_be_about(one: RoomQuestion, ref: str, ballots: Consensus) -> bool:
    """Whether a question may have been what ballots on an application ask: asked while it was in hand, or alike."""
    return one.ref == ref or _alike((one.question, one.answers), (ballots.question, ballots.options))


def _same(one: RoomQuestion, other: RoomQuestion) -> bool:
    in_hand = bool(one.ref) and one.ref == other.ref
    return in_hand or _alike((one.question, one.answers), (other.question, other.answers))


def _alike(one: tuple[str, tuple[str, ...]], other: tuple[str, tuple[str, ...]]) -> bool:
    words = one[0].casefold() == other[0].casefold()
    return words or {a.casefold() for a in one[1]} == {a.casefold() for a in other[1]}
