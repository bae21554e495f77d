"""Orders about the room itself: a question of the moment, how we do this, and a look back at one's own part."""

from __future__ import annotations

from sessions.model.session import Value


class AskRoom(Value, frozen=True):
    """Ask the room a question with two to five answers, by secret ballot, from where the room stands."""

    position: str
    question: str
    answers: tuple[str, ...]


class AgreeWay(Value, frozen=True):
    """Keep what the room agreed about how we do this."""

    text: str


class LookBack(Value, frozen=True):
    """Keep a line or two of the facilitator's own look back at the day, once it closes."""

    lines: tuple[str, ...]


class PassTurn(Value, frozen=True):
    """Pass the turn to ask on. `seat` is whose phone says so; 0 is the facilitator, for whoever passes aloud."""

    position: str
    seat: int = 0


class NobodyCame(Value, frozen=True):
    """Nobody came to be met: go by what was written, and score that."""


class AskFollowUp(Value, frozen=True):
    """Count a question that was not on our list."""

    position: str
