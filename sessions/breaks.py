"""When people have worked long enough for a break: minutes and applications since the last one."""

from __future__ import annotations

import datetime as dt

from .agenda import APPLICATION, LONGEST_STRETCH
from .model import StepKind, Value
from .pace import MINUTE
from .phases import Phase
from .state import State

MOST_ITEMS = LONGEST_STRETCH // APPLICATION  # applications begun since the last break
_SHORTEST = 5 * MINUTE  # a pause shorter than this rests nobody


class SinceBreak(Value, frozen=True):
    """What people have done since they last had a break."""

    minutes: int
    items: int

    @property
    def due(self) -> bool:
        """Say whether a break is due by load."""
        return self.minutes >= LONGEST_STRETCH or self.items > MOST_ITEMS


def since_break(state: State, now: dt.datetime) -> SinceBreak:
    """Count from the end of the last real break, or from the start of the day; nothing while people rest."""
    if state.plan.phase is Phase.BREAK or state.plan.pause or state.ended or not state.timings:
        return SinceBreak(0, 0)
    rested = [
        t.ended
        for t in state.timings
        if t.phase is Phase.BREAK and t.ended and t.ended - t.started >= _SHORTEST
    ]
    since = max(rested, default=state.timings[0].started)
    kinds = {step.key: step.kind for step in state.steps}
    begun = {
        t.step
        for t in state.timings
        if kinds.get(t.step) is StepKind.APPLICATION
        and (t.ended or now) > since
        and t.phase is not Phase.BREAK
    }
    return SinceBreak(max(int((now - since) / MINUTE), 0), len(begun))
