"""Facts about the room itself: what it was asked in secret, what it agreed on how we do this, and a look back.

Of what it was asked there are counts only, and those only once it is closed.
"""

from __future__ import annotations

from sessions.events.moving import Fact


class RoomAsked(Fact, frozen=True):
    """A secret ballot opened for these seats, on a question of the moment."""

    number: int
    question: str
    answers: tuple[str, ...]
    electorate: tuple[int, ...]


class RoomAnswered(Fact, frozen=True):
    """It closed, with how many chose each answer.

    With fewer than five who chose one, nothing but that is kept. Where the counts would give a ballot away beside
    those of an earlier question, `first` is kept in their stead: the places of the answers most chose, from 0.
    `unread`, `absent` and `slips_of` as in `RoundClosed`.
    """

    number: int
    counts: tuple[int, ...] | None = None
    cant_say: int | None = None
    cast: int | None = None
    unread: int = 0
    absent: tuple[int, ...] | None = None
    slips_of: tuple[int, ...] = ()
    first: tuple[int, ...] = ()


class AskingVoided(Fact, frozen=True):
    """A question was taken back, or set aside with a reason, before it closed."""

    number: int
    why: str


class AnswerPutAway(Fact, frozen=True):
    """The room has looked at the answer, and goes on where it was asked."""

    number: int


class WayAgreed(Fact, frozen=True):
    """The room talked about how we do this, and agreed on something."""

    text: str


class LookedBack(Fact, frozen=True):
    """The facilitator looked back at the day, and kept a line or two about their own part in it."""

    lines: tuple[str, ...]
