"""Orders about the agenda. Only lines to come can be changed; a break is never shortened, nor left out unasked."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import StepKind, Value


class AddStep(Value, frozen=True):
    """Put a line into the agenda, after the line `after`; after the present one where that is left out."""

    position: str
    kind: StepKind
    minutes: int
    title: str = ""
    ref: str = ""
    after: str = ""


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
    """Look again at the first applications we heard, before the pot is divided."""

    position: str
    first: int = 2


class Retime(Value, frozen=True):
    """Give lines to come other minutes, by key."""

    position: str
    minutes: Mapping[str, int]
