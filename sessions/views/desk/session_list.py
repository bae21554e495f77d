"""The panel days on this laptop, as the opening screen lists them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class DayStage(StrEnum):
    """How far a day is."""

    READY = "ready"
    BEGUN = "begun"
    ENDED = "ended"
    SEALED = "sealed"
    UNREAD = "unread"


class SessionListing(Struct, frozen=True):
    """One day: the key of its folder, its title, its date as people say it, how far it is, and where it lies."""

    key: str
    title: str
    date: str
    stage: DayStage
    place: str
