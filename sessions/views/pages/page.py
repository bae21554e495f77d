"""What every page has, and the parts that several are made of."""

from __future__ import annotations

from msgspec import Struct

# What fits into a page's box for own words, in UTF-16 units: whatever the letters, it fits into one request.
MOST_WORDS = 1_500


# What a member may tell the facilitator without a name.
SIGNALS = ("question", "slow-down", "break", "mistake")


class Signal(Struct, frozen=True):
    """Something a member may tell the facilitator; `up` once it was told."""

    kind: str
    up: bool


class Page(Struct, frozen=True, tag=True, kw_only=True):
    """Anything a phone can show. `message` is a sentence to read first, or nothing."""

    language: str = "en"
    seat: int | None = None
    position: str = ""
    message: str = ""
    signals: tuple[Signal, ...] = ()


class About(Struct, frozen=True):
    """The application in hand, as a member may read it."""

    ref: str
    title: str
    organisation: str
    place: str
    asks: str
    summary: str


class Choice(Struct, frozen=True):
    """One thing that can be picked: what is sent, and its words."""

    value: str
    words: str


class Turned(Page, frozen=True):
    """Something could not be done: one plain sentence, and the way on."""

    heading: str
