"""Rules about the agenda and about time: lines to come may change, a break is never shortened."""

from __future__ import annotations

from itertools import count

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.decide.position import same_place
from sessions.evolve.agenda import moved, placed
from sessions.model.answers import MOST_FELT
from sessions.model.phases import AT_NIGHT, Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import LOOKS_AT_ONE, Step, StepKind
from sessions.plan.default_agenda import USUAL_MINUTES
from sessions.schedule.delay import floor
from sessions.schedule.forecast import RESTS, protected
from sessions.state import State
from sessions.state.days import ahead, no_list_to_come

_LONGEST = 8 * 60  # minutes; longer than any day, so a slip of the finger is caught
_SECOND_LOOK = 2  # a second look gets one part in this many of the minutes the first one had
_SHORTEST_LOOK = 5


def add_step(state: State, command: c.AddStep) -> tuple[e.Event, ...]:
    """Put a line in, at or after the place where the room stands."""
    same_place(state, command.position)
    if command.kind is StepKind.OVERNIGHT or not 1 <= command.minutes <= _LONGEST:
        raise Refused(No.NOT_NOW)  # a night is put in by ending a day
    if command.kind in (StepKind.INTERVIEW, StepKind.LEARN):
        raise Refused(No.NOT_NOW)  # what everybody is asked, or reads, is agreed beforehand
    if (command.kind is StepKind.APPLICATION) != bool(command.ref):
        raise Refused(No.NO_SUCH_APPLICATION)
    if command.ref and all(command.ref != one.ref for one in state.model.applications):
        raise Refused(No.NO_SUCH_APPLICATION)
    step = Step(fresh_key(state.steps), command.kind, command.minutes, command.title, command.ref)
    if step.kind is StepKind.CONFIDENCE:
        step = replace(step, questions=_questions(state, command))
    after = command.after or (state.step.key if state.step else "")
    _still_to_come(state, after)
    _in_order(state.steps, placed(state.steps, step, after))
    return (e.StepAdded(step, after),)


def _questions(state: State, command: c.AddStep) -> tuple[str, ...]:
    if len(command.questions) > MOST_FELT or len(set(command.questions)) < len(command.questions):
        raise Refused(No.NO_SUCH_QUESTION)
    elsewhere = (one.questions for one in reversed(state.steps) if one.kind is StepKind.CONFIDENCE)
    return command.questions or next(elsewhere, ())


def fresh_key(steps: tuple[Step, ...]) -> str:
    """Return a key for a new line that no line has."""
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
    return not LOOKS_AT_ONE.intersection(kinds[budget:]) and closing >= len(kinds) - 1


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
    counted = {one.ref for one in state.model.applications}
    heard = [step for step in state.steps if step.ref in counted]
    firsts = list({step.ref: step for step in reversed(heard)}.values())[::-1]
    firsts = [one for one in firsts if one.ref in command.refs] if command.refs else firsts[: command.first]
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
        step = Step(fresh_key(steps), StepKind.APPLICATION, minutes, ref=first.ref)
        events.append(e.StepAdded(step, after))
        steps, after = placed(steps, step, after), step.key
    return tuple(events)


def put_list(state: State, command: c.PutList) -> tuple[e.Event, ...]:
    """Put a line for the list behind the last application to come; the closing comes after it, once more if need be."""
    same_place(state, command.position)
    if state.confirmed:
        raise Refused(No.CONFIRMED_STANDS)
    if not no_list_to_come(state):
        raise Refused(No.LIST_TO_COME)
    here = () if state.step is None else (state.step,)
    looks = [step for step in ahead(state) if step.kind in LOOKS_AT_ONE]
    after = (*here, *looks)[-1].key if (here or looks) else ""
    lines = [StepKind.BUDGET]
    if state.plan.phase is Phase.CLOSING:
        lines.append(StepKind.CLOSING)
    events: list[e.Event] = []
    steps = state.steps
    for kind in lines:
        step = Step(fresh_key(steps), kind, USUAL_MINUTES[kind])
        events.append(e.StepAdded(step, after))
        steps, after = placed(steps, step, after), step.key
    return tuple(events)


def retime(state: State, command: c.Retime) -> tuple[e.Event, ...]:
    """Give lines to come other minutes: breaks keep theirs, and nothing is cut below its floor."""
    same_place(state, command.position)
    minutes = {}
    for key, wanted in command.minutes.items():
        step = _line(state, key)
        if step.kind in RESTS or not floor(state, step) <= wanted <= _LONGEST:
            raise Refused(No.NOT_NOW)
        if wanted != step.minutes:
            minutes[key] = wanted
    return (e.AgendaRetimed(minutes),) if minutes else ()


_LONGEST_START = 8 * 60  # minutes; longer than any day, so a slip of the finger is caught


_RESTS = (Phase.BREAK, Phase.OVERNIGHT)


def take_break(state: State, command: c.TakeBreak) -> tuple[e.Event, ...]:
    """Take a break, unless there is one."""
    if (state.plan.pause and not state.plan.pause.message) or state.plan.phase in _RESTS:
        return ()
    if not 1 <= command.minutes <= _LONGEST_START:
        raise Refused(No.NOT_NOW)
    ended = (e.BreakEnded(),) if state.plan.pause else ()
    return (*ended, e.BreakTaken(command.minutes))


def hold(state: State, command: c.Hold) -> tuple[e.Event, ...]:
    """Hold the room, where it does not rest already; other words take the place of the first."""
    if not command.message:
        raise Refused(No.WHY_NEEDED)
    pause = state.plan.pause
    if (pause and not pause.message) or state.plan.phase in _RESTS:
        raise Refused(No.NOT_NOW)
    if pause and pause.message == command.message:
        return ()
    ended = (e.BreakEnded(),) if pause else ()
    return (*ended, e.Held(command.message))


def add_minutes(state: State, command: c.AddMinutes) -> tuple[e.Event, ...]:
    """Return minutes, or take some, within reason; a break is never made shorter than nothing."""
    if (
        state.step is None
        or state.plan.phase in AT_NIGHT
        or abs(state.plan.added + command.minutes) > _LONGEST_START
    ):
        raise Refused(No.NOT_NOW)
    pause = state.plan.pause
    if pause and not 0 <= pause.minutes + command.minutes <= _LONGEST_START:
        raise Refused(No.NOT_NOW)
    return (e.MinutesAdded(command.minutes),)


def move_start(state: State, command: c.MoveStart) -> tuple[e.Event, ...]:
    """Let the present phase, or break, have begun some minutes ago."""
    same_place(state, command.position)
    if (
        state.step is None
        or state.plan.phase in AT_NIGHT
        or state.ended
        or not 0 <= command.minutes <= _LONGEST_START
    ):
        raise Refused(No.NOT_NOW)
    return (e.StartMoved(command.minutes),)


def follow_clock(_state: State, command: c.FollowClock) -> tuple[e.Event, ...]:
    """Follow the laptop's clock."""
    return (e.ClockChanged(command.seconds),) if command.seconds else ()
