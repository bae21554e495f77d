"""A clock and chance that tests set: the same in two worlds, but for pads that may be shifted."""

import datetime as dt
import itertools
import random

from panel_tui.room.ballots.shares import FILL, mixed
from panel_tui.system.clock import Clock


class SetClock(Clock):
    """Ticks a second at each look. `shifts` are XORed into the pads, one after the other."""

    def __init__(self, seed=0, shifts=()):
        self._ticks = itertools.count()
        self._pads = random.Random(f"pads {seed}")
        self._chance = random.Random(f"chance {seed}")
        self._letters = random.Random(f"letters {seed}")
        self._shifts = iter(shifts)
        self.fills = []

    def now(self):
        return dt.datetime(2026, 12, 3, 10, tzinfo=dt.UTC) + dt.timedelta(seconds=next(self._ticks))

    def token(self):
        return self._letters.randbytes(16).hex()

    def letters(self, alphabet, length):
        return "".join(self._letters.choices(alphabet, k=length))

    def pad(self):
        return mixed(self._pads.randbytes(32), next(self._shifts, bytes(32)))

    def chance(self, many):
        drawn = self._chance.randbytes(many)
        if many == FILL:
            self.fills.append(drawn)
        return drawn
