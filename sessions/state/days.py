"""The lines still to come, and which of them are today's: a night parts the days, and counts for nothing itself."""

from __future__ import annotations

from itertools import takewhile

from sessions.model.phases import Phase
from sessions.model.session import LOOKS_AT_ONE, Step, StepKind
from sessions.state import Morning, State, Timing, scores_of

# However often the room goes back, the day leads through these again.
_ALWAYS = (StepKind.BUDGET, StepKind.CLOSING)


def done(state: State, step: Step) -> bool:
    """Whether the room has been through a line: an application once its scores were shown, others once come to."""
    if step.key not in state.plan.visited or step.kind in _ALWAYS:
        return False
    if step.kind not in LOOKS_AT_ONE:
        return True
    scoring = scores_of(state, step.ref)
    if step.kind is StepKind.INTERVIEW:
        return scoring.revealed and scoring.step == step.key
    return scoring.revealed or scoring.earlier is not None


def ahead(state: State) -> tuple[Step, ...]:
    """Return the lines to come, less those left out; after a look back, less those that are done."""
    later = state.steps[state.plan.step + 1 :]
    gone = {*state.plan.skipped, *lines_set_aside(state)}
    return tuple(step for step in later if step.key not in gone and not done(state, step))


def no_list_to_come(state: State) -> bool:
    """Whether nothing is confirmed and no line, this one or a later, is for the list."""
    here = () if state.step is None else (state.step,)
    return not state.confirmed and all(step.kind is not StepKind.BUDGET for step in (*here, *ahead(state)))


def lines_set_aside(state: State) -> frozenset[str]:
    """Name the lines of applications that are not decided on: the room does not go to them."""
    if state.session is None or not state.session.aside:
        return frozenset()
    refs = {one.application.ref for one in state.session.aside}
    return frozenset(step.key for step in state.steps if step.ref in refs)


def to_the_night(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the lines before the first night."""
    return tuple(takewhile(lambda step: step.kind is not StepKind.OVERNIGHT, steps))


def ahead_today(state: State) -> tuple[Step, ...]:
    """Return the lines to come before the next night."""
    return to_the_night(ahead(state))


def agreed(state: State) -> tuple[Step, ...]:
    """Return the lines of the present day as they were when it began; at night, those of the next."""
    if state.plan.phase is Phase.OVERNIGHT:
        return ahead_today(state)
    return state.morning.agreed if state.morning else to_the_night(state.model.steps)


def lines_today(state: State) -> tuple[Step, ...]:
    """Return the lines of the present day as they are now, less those left out or done on the days before."""
    if state.plan.phase is Phase.OVERNIGHT:
        return ahead_today(state)
    after = state.morning.after if state.morning else ""
    before = state.morning.before if state.morning else frozenset()
    begin = next((at + 1 for at, step in enumerate(state.steps) if step.key == after), 0)
    # one that is not decided on took its time all the same where the room has been at it on this day
    been = state.plan.visited & {timing.step for timing in today(state)}
    gone = state.plan.skipped | before | (lines_set_aside(state) - been)
    kept = (step for step in state.steps[begin:] if step.key not in gone)
    return to_the_night(tuple(kept))


def today(state: State) -> tuple[Timing, ...]:
    """Return the timings of the present day; nights, and mornings before the day begins, are of none."""
    if state.plan.phase is Phase.OVERNIGHT:
        return ()
    nights = {step.key for step in state.steps if step.kind is StepKind.OVERNIGHT}
    first = state.morning.first if state.morning else 0
    return tuple(timing for timing in state.timings[first:] if timing.step not in nights)


def morning_of(state: State, after: Step) -> Morning:
    """Say how a day begins after a line, most often a night, from how the room stands then."""
    before = frozenset(step.key for step in state.steps if done(state, step))
    return Morning(after.key, ahead_today(state), len(state.timings), before)
