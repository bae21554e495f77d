"""The lines of the agenda that are still to come, and the one the obvious next thing leads to."""

from __future__ import annotations

from .model import Step, StepKind
from .state import State, scores_of

# However often the room goes back, the day leads through these again.
_ALWAYS = (StepKind.BUDGET, StepKind.CLOSING)


def done(state: State, step: Step) -> bool:
    """Say whether the room has been through a line: an application once its scores were shown, others once come to."""
    if step.key not in state.plan.visited or step.kind in _ALWAYS:
        return False
    return step.kind is not StepKind.APPLICATION or scores_of(state, step.ref).revealed


def ahead(state: State) -> tuple[Step, ...]:
    """Give the lines to come, less those left out; after a look back, less those that are done."""
    later = state.steps[state.plan.step + 1 :]
    return tuple(step for step in later if step.key not in state.plan.skipped and not done(state, step))


def passed_over(state: State, key: str) -> tuple[Step, ...]:
    """Give the lines to come that going to `key` would pass over; `key` itself may have been left out before."""
    place = next((at for at, step in enumerate(state.steps) if step.key == key), 0)
    before = {step.key for step in state.steps[:place]}
    return tuple(step for step in ahead(state) if step.key in before)


def protected(steps: tuple[Step, ...]) -> int:
    """Count the breaks among lines."""
    return sum(step.kind is StepKind.BREAK for step in steps)
