"""Commands about the agenda and about time. Only lines to come can be changed."""

from __future__ import annotations

from collections.abc import Mapping

from sessions.model.session import StepKind, Value


class AddStep(Value, frozen=True):
    """Put a line into the agenda, after the line `after`; after the present one where that is left out.

    Closing questions put in without `questions` are the ones the day asks elsewhere.
    """

    position: str
    kind: StepKind
    minutes: int
    title: str = ""
    ref: str = ""
    after: str = ""
    questions: tuple[str, ...] = ()


class MoveStep(Value, frozen=True):
    """Put a line to come after the line `after`."""

    position: str
    step: str
    after: str


class SkipStep(Value, frozen=True):
    """Leave a line to come out. `sure` is the second press, wanted for a break."""

    position: str
    step: str
    sure: bool = False


class LookAgain(Value, frozen=True):
    """Look again at the first applications we heard, or at those of `refs`, before the pot is divided."""

    position: str
    first: int = 2
    refs: tuple[str, ...] = ()


class PutList(Value, frozen=True):
    """Put the list, and the money or places on it, into a day whose agenda never comes to one."""

    position: str


class Retime(Value, frozen=True):
    """Give lines to come other minutes, by key."""

    position: str
    minutes: Mapping[str, int]


class MoveStart(Value, frozen=True):
    """Say that the present phase, or break, really began this many minutes ago."""

    position: str
    minutes: int


class Hold(Value, frozen=True):
    """Stop for a moment, with a message on the wall."""

    message: str


class FollowClock(Value, frozen=True):
    """Follow the laptop's clock, which somebody moved by this many seconds."""

    seconds: int
