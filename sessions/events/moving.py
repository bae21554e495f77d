"""Facts about where the room stands: steps, phases, breaks, minutes, notes, undo, the seal."""

from __future__ import annotations

from msgspec import Struct

from sessions.model.phases import Phase


class Fact(Struct, frozen=True, tag_field="fact", tag=True, forbid_unknown_fields=True):
    """Something that happened; its class name is its kind in the record."""


class StepStarted(Fact, frozen=True):
    """The room came to this line of the agenda, passing over the lines of `skipping` that were still to come."""

    step: str
    skipping: tuple[str, ...] = ()


class PhaseStarted(Fact, frozen=True):
    """The present step came to this phase."""

    phase: Phase


class BreakTaken(Fact, frozen=True):
    """A break began that the agenda did not have; the present phase waits."""

    minutes: int


class BreakEnded(Fact, frozen=True):
    """That break ended."""


class MinutesAdded(Fact, frozen=True):
    """The present phase got minutes more, or fewer."""

    minutes: int


class Noted(Fact, frozen=True):
    """The facilitator noted something about the present application, or the day."""

    application: str
    text: str


class Undone(Fact, frozen=True):
    """The last step was taken back; `what` names it."""

    what: str


class SessionEnded(Fact, frozen=True):
    """The day is over."""


class Sealed(Fact, frozen=True):
    """The record was closed for good: from here on no card, code or cookie opens anything, and nothing follows."""
