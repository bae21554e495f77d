"""Step keys: one press is one step, and only on what has been up long enough to be seen.

A key that is held, or pressed twice by a hand that trembles, must not carry the room past what nobody saw. Times are
seconds on the clock that is passed in, less how long a key waited to be heard: a slow laptop changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from textual import events

from screens.wall.keys import keys_of

SEEN = 0.7  # seconds a poster has to be up; the first repeat of a held key comes after 0.5 to 0.66
APART = 0.3  # seconds between two step keys; the repeats of a held key come faster
STEPS = frozenset[str]().union(*map(keys_of, ("next", "undo", "void", "pause", "confirm")))


class StepKeys:
    """Whether a step key counts: what it acts on was up, and no other came just before it."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Begin with nothing to act on."""
        self._now = now
        self._drawn = math.inf
        self._last = -math.inf

    def changing(self) -> None:
        """Know that what is up is about to be another."""
        self._drawn = math.inf

    def drawn(self) -> None:
        """Know that what was about to come up is there to be seen."""
        self._drawn = self._now()

    @property
    def up(self) -> bool:
        """Whether all that was about to come up is there to be seen."""
        return self._drawn < math.inf

    def counts(self, key: events.Key) -> bool:
        """Whether this key takes a step; either way, one that comes at once after it does not."""
        pressed = self._now() - (events.Event().time - key.time)
        apart = pressed - self._last >= APART
        self._last = pressed
        return apart and pressed - self._drawn >= SEEN
