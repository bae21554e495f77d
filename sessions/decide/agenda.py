"""Rules about the agenda: lines to come may be added, moved, left out and re-timed; a break is never taken silently."""

from __future__ import annotations

from itertools import count

from .. import commands as c
from .. import events as e
from ..ahead import ahead, protected
from ..evolve.agenda import moved, placed
from ..model import Step, StepKind
from ..refusals import No, Refused
from ..retiming import floor
from ..state import State
from .position import same_place

_LONGEST = 8 * 60  # minutes; longer than any day, so a slip of the finger is caught
_SECOND_LOOK = 2  # a second look gets one part in this many of the minutes the first one had
_SHORTEST_LOOK = 5


def add_step(state: State, command: c.AddStep) -> tuple[e.Event, ...]:
    """Put a line in, at or after the place where the room stands."""
    same_place(state, command.position)
    if not 1 <= command.minutes <= _LONGEST:
        raise Refused(No.NOT_NOW)
    if (command.kind is StepKind.APPLICATION) != bool(command.ref):
        raise Refused(No.NO_SUCH_APPLICATION)
    if command.ref and all(command.ref != one.ref for one in state.model.applications):
        raise Refused(No.NO_SUCH_APPLICATION)
    step = Step(_fresh(state.steps), command.kind, command.minutes, command.title, command.ref)
    after = command.after or (state.step.key if state.step else "")
    _still_to_come(state, after)
    _in_order(state.steps, placed(state.steps, step, after))
    return (e.StepAdded(step, after),)


def _fresh(steps: tuple[Step, ...]) -> str:
    taken = {step.key for step in steps}
    return next(key for key in (f"added-{n}" for n in count(1)) if key not in taken)


def _still_to_come(state: State, after: str) -> None:
    """Refuse a place before the one where the room stands."""
    places = {step.key: at for at, step in enumerate(state.steps)}
    if places.get(after, -1) < state.plan.step or (after and after not in places):
        raise Refused(No.NOT_NOW)


def _line(state: State, key: str) -> Step:
    step = next((one for one in ahead(state) if one.key == key), None)
    if step is None:
        raise Refused(No.NOT_NOW)
    return step


def _in_order(before: tuple[Step, ...], after: tuple[Step, ...]) -> None:
    """Refuse an order of the day in which an application has no pot any more, or something follows the closing."""
    if not _sensible(after) and _sensible(before):
        raise Refused(No.AGENDA_ORDER)


def _sensible(steps: tuple[Step, ...]) -> bool:
    kinds = [step.kind for step in steps]
    budget = kinds.index(StepKind.BUDGET) if StepKind.BUDGET in kinds else len(kinds)
    closing = kinds.index(StepKind.CLOSING) if StepKind.CLOSING in kinds else len(kinds)
    return StepKind.APPLICATION not in kinds[budget:] and closing >= len(kinds) - 1


def move_step(state: State, command: c.MoveStep) -> tuple[e.Event, ...]:
    """Put a line to come elsewhere among those to come."""
    same_place(state, command.position)
    step = _line(state, command.step)
    _still_to_come(state, command.after)
    if command.after == step.key:
        raise Refused(No.NOT_NOW)
    order = moved(state.steps, step.key, command.after)
    if order == state.steps:
        return ()
    _in_order(state.steps, order)
    return (e.StepMoved(step.key, command.after),)


def skip_step(state: State, command: c.SkipStep) -> tuple[e.Event, ...]:
    """Leave a line to come out; a break only when asked for twice."""
    same_place(state, command.position)
    step = _line(state, command.step)
    _breaks_stay((step,), sure=command.sure)
    return (e.StepSkipped(step.key),)


def _breaks_stay(steps: tuple[Step, ...], *, sure: bool) -> None:
    breaks = protected(steps)
    if breaks and not sure:
        raise Refused(No.ASK_AGAIN_BREAK, n=breaks)


def look_again(state: State, command: c.LookAgain) -> tuple[e.Event, ...]:
    """Put a second look at the first applications we heard before the pot is divided, or before the closing."""
    same_place(state, command.position)
    heard = [step for step in state.steps if step.kind is StepKind.APPLICATION]
    firsts = list({step.ref: step for step in reversed(heard)}.values())[::-1][: command.first]
    twice = {step.ref for step in ahead(state)} & {step.ref for step in firsts}
    wanted = [step for step in firsts if step.ref not in twice and step.key in state.plan.visited]
    before = next((s for s in ahead(state) if s.kind in (StepKind.BUDGET, StepKind.CLOSING)), None)
    if not wanted or before is None:
        raise Refused(No.NOT_NOW)
    place = state.steps.index(before)
    events: list[e.Event] = []
    steps, after = state.steps, state.steps[place - 1].key
    for first in wanted:
        minutes = max(first.minutes // _SECOND_LOOK, _SHORTEST_LOOK)
        step = Step(_fresh(steps), StepKind.APPLICATION, minutes, ref=first.ref)
        events.append(e.StepAdded(step, after))
        steps, after = placed(steps, step, after), step.key
    return tuple(events)


def retime(state: State, command: c.Retime) -> tuple[e.Event, ...]:
    """Give lines to come other minutes: breaks keep theirs, and nothing is cut below its floor."""
    same_place(state, command.position)
    minutes = {}
    for key, wanted in command.minutes.items():
        step = _line(state, key)
        if step.kind is StepKind.BREAK or not floor(state, step) <= wanted <= _LONGEST:
            raise Refused(No.NOT_NOW)
        if wanted != step.minutes:
            minutes[key] = wanted
    return (e.AgendaRetimed(minutes),) if minutes else ()
