"""When people have worked long enough for a break: minutes and applications since the last one.

How long is too long: `LONGEST_STRETCH` in `plan/default_agenda.py`.
"""

from __future__ import annotations

import datetime as dt

from sessions.model.phases import Phase
from sessions.model.session import LOOKS_AT_ONE, Value
from sessions.plan.default_agenda import APPLICATION, LONGEST_STRETCH
from sessions.schedule.forecast import MINUTE
from sessions.state import State
from sessions.state.days import today

MOST_ITEMS = LONGEST_STRETCH // APPLICATION  # applications begun since the last break
_SHORTEST = 5 * MINUTE  # a pause shorter than this rests nobody


class SinceBreak(Value, frozen=True):
    """What people have done since they last had a break."""

    minutes: int
    items: int

    @property
    def due(self) -> bool:
        """Whether a break is due by load."""
        return self.minutes >= LONGEST_STRETCH or self.items > MOST_ITEMS


def since_break(state: State, now: dt.datetime) -> SinceBreak:
    """Count from the end of the last real break, or from the start of the day; nothing while people rest."""
    if state.plan.phase is Phase.BREAK or state.plan.pause or state.ended or not (ran := today(state)):
        return SinceBreak(0, 0)
    rested = [t.ended for t in ran if t.phase is Phase.BREAK and t.ended and t.ended - t.started >= _SHORTEST]
    since = max(rested, default=ran[0].started)
    kinds = {step.key: step.kind for step in state.steps}
    begun = {
        t.step
        for t in ran
        if kinds.get(t.step) in LOOKS_AT_ONE and (t.ended or now) > since and t.phase is not Phase.BREAK
    }
    return SinceBreak(max(int((now - since) / MINUTE), 0), len(begun))
