"""What comes out of the memory that keeps what members give without their name."""

from __future__ import annotations

from ..model import Value


class Gathered(Value, frozen=True):
    """How many gave something; their texts sorted; for each question a count of each point, and who could not say."""

    given: int = 0
    texts: tuple[str, ...] = ()
    counts: tuple[tuple[int, ...], ...] = ()
    cant_say: tuple[int, ...] = ()
