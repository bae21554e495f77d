"""Re-time the rest of the day in proportion: work is shortened down to a floor, breaks never."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from .ahead import ahead
from .model import Step, StepKind
from .pace import MINUTE, finish, planned_finish
from .state import State

# What people still need to do a thing properly, as a part of what was agreed in the morning.
_PART = (3, 5)
_LEAST = {StepKind.APPLICATION: 8}
_LEAST_OF_ANY = 3


def floor(state: State, step: Step) -> int:
    """Give the fewest minutes a line may be cut to; a break's are all it has."""
    if step.kind is StepKind.BREAK:
        return step.minutes
    agreed = next((one.minutes for one in state.model.steps if one.key == step.key), step.minutes)
    part = -(-agreed * _PART[0] // _PART[1])
    return min(step.minutes, max(part, _LEAST.get(step.kind, _LEAST_OF_ANY)))


def retiming(state: State, now: dt.datetime) -> Mapping[str, int]:
    """Suggest new minutes for the lines to come, by key, so that the day ends as planned or as near as it may.

    Empty where we are not late, or nothing can be cut. Cuts are in proportion to what each line has above its
    floor, in whole minutes by largest remainder, earlier lines first where remainders are equal.
    """
    late = -(-(finish(state, now) - planned_finish(state, now)) // MINUTE)
    spare = {step.key: step.minutes - floor(state, step) for step in ahead(state)}
    whole = sum(spare.values())
    cut = min(late, whole)
    if cut <= 0:
        return {}
    shares = {key: cut * part // whole for key, part in spare.items()}
    by_remainder = sorted(spare, key=lambda key: -(cut * spare[key] % whole))
    for key in by_remainder[: cut - sum(shares.values())]:
        shares[key] += 1
    return {step.key: step.minutes - shares[step.key] for step in ahead(state) if shares[step.key]}


def saved(state: State, minutes: Mapping[str, int]) -> int:
    """Count the minutes a re-timing saves."""
    return sum(step.minutes - minutes[step.key] for step in state.steps if step.key in minutes)
