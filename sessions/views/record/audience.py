"""Who an export is for, and which scores it may therefore tell."""

from __future__ import annotations

from enum import StrEnum

from sessions.results.told_scores import enough_scored, shown_to_all
from sessions.state import State


class Audience(StrEnum):
    """Everyone; staff, who see no seats; or staff who asked for the seats."""

    PUBLIC = "public"
    STAFF = "staff"
    SEATS = "seats"


def audience(*, public: bool, seats: bool = False) -> Audience:
    """Name it."""
    return Audience.PUBLIC if public else Audience.SEATS if seats else Audience.STAFF


def may_tell(state: State, ref: str, who: Audience) -> bool:
    """Whether an application's score, its range and its rank may be told in an export.

    Of fewer than five own scores only where the seats were asked for. What was put right after the room had seen it
    stands, before and after, with staff alone.
    """
    if who is Audience.SEATS:
        return True
    return enough_scored(state, ref) if who is Audience.STAFF else shown_to_all(state, ref)
