"""What a member asked for, to take part as everybody does. It is beside the day: no event, state or result has it."""

from __future__ import annotations

from sessions.model.session import Value

KINDS = ("large_text", "paper", "easy_read", "language", "helper", "longer", "breaks")
"""What can be asked for, in the order it is written and told."""


class SeatAdjustments(Value, frozen=True):
    """What one seat asked for. `language` is that of its phone and slips; nothing where it is the room's."""

    seat: int
    large_text: bool = False
    paper: bool = False
    easy_read: bool = False
    language: str = ""
    helper: bool = False
    longer: bool = False
    breaks: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """Name what was asked for, in the order it is written."""
        return tuple(name for name in KINDS if getattr(self, name))
