"""How the room's place, its breaks and its decisions change, and how a step is taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec.structs import replace

from .. import events as e
from ..answers import Answer, Kind
from ..model import StepKind
from ..phases import FIRST, Phase
from ..scoring import FEWEST, shape_allowed
from ..state import Break, Conflict, Intervention, Note, Plan, Scoring, State, Timing, Undoable
from .agenda import left_out
from .moving import enter, run_clock, with_intervention


def step_started(state: State, event: e.StepStarted, at: datetime) -> State:
    """Come to a line of the agenda; members who were out may come back, others step out."""
    index = next(i for i, step in enumerate(state.steps) if step.key == event.step)
    plan = replace(
        state.plan,
        step=index,
        phase=FIRST[state.steps[index].kind],
        round=0,
        pause=None,
        began=at,
        visited=state.plan.visited | {event.step},
        skipped=(state.plan.skipped | set(event.skipping)) - {event.step},
    )
    moved = enter(state, at, what="step", plan=plan)
    return _told_of(_people_move(moved, state.application, at), event.skipping, at)


def _told_of(state: State, skipping: tuple[str, ...], at: datetime) -> State:
    """Tell the panel of the breaks and applications that were passed over."""
    over = (step for step in state.steps if step.key in skipping)
    acts = tuple(
        Intervention(at, left_out(step), step.ref)
        for step in over
        if step.kind in (StepKind.BREAK, StepKind.APPLICATION)
    )
    return replace(state, interventions=(*state.interventions, *acts))


def _people_move(state: State, left: str, at: datetime) -> State:
    """Let those who were out of the application left come back, and those of the one entered step out."""
    entered = state.application
    if left == entered:
        return state
    return replace(
        state, conflicts={key: _passing(c, left, entered, at) for key, c in state.conflicts.items()}
    )


def _passing(conflict: Conflict, left: str, entered: str, at: datetime) -> Conflict:
    if conflict.application == entered:
        return replace(conflict, stepped_out=conflict.stepped_out or at, came_back=None)
    if conflict.application == left and conflict.stepped_out:
        return replace(conflict, came_back=at)
    return conflict


def phase_started(state: State, event: e.PhaseStarted, at: datetime) -> State:
    """Come to a phase. A reveal fixes whose scores its shapes show, whoever steps out afterwards.

    A second one, after the first was set aside, shows the same people's: two shapes that differ by one who stepped
    out between them would tell what that one gave.
    """
    moved = enter(state, at, what=event.phase.value, plan=replace(state.plan, phase=event.phase))
    scoring = state.scoring.get(state.application)
    if event.phase is not Phase.REVEAL or scoring is None or scoring.revealed:
        return moved
    aside = scoring.aside_when_shown if scoring.voided else scoring.aside
    shown = replace(scoring, revealed=True, aside_when_shown=aside)
    shown = replace(shown, kept=_kept(shown))
    return replace(moved, scoring={**state.scoring, state.application: shown})


def _kept(scoring: Scoring) -> dict[str, Mapping[int, Answer]]:
    """Give what the room saw of the criteria that fewer than five have answered otherwise since it was set aside.

    Their bars stay: the room knows who was asked to look again, and two shapes that differ by so few tell what those
    few gave. Bars that were never drawn, because too few had answered, have nothing to be compared with.
    """
    kept = {}
    for key, seen in scoring.seen.items():
        now = scoring.drawn(key)
        changed = sum(seen.get(seat) != now.get(seat) for seat in {*seen, *now})
        scores = sum(answer.kind is Kind.SCORE for answer in seen.values())
        if shape_allowed(scores) and changed < FEWEST:
            kept[key] = seen
    return kept


def break_taken(state: State, event: e.BreakTaken, at: datetime) -> State:
    """Begin a break the agenda did not have; the phase underneath waits."""
    plan = replace(state.plan, pause=Break(at, event.minutes))
    paused = replace(state, plan=plan, trail=(*state.trail, Undoable("break", state.plan, state.steps)))
    return with_intervention(run_clock(paused, at), Intervention(at, "break-taken", state.application))


def break_ended(state: State, _event: e.BreakEnded, at: datetime) -> State:
    """End it; the phase underneath gets the time it waited."""
    pause, since = state.plan.pause, state.plan.since
    waited = since + max(at - pause.since, timedelta()) if since and pause else since
    trail = state.trail[:-1] if state.trail and state.trail[-1].what == "break" else state.trail
    return run_clock(replace(state, plan=replace(state.plan, pause=None, since=waited), trail=trail), at)


def minutes_added(state: State, event: e.MinutesAdded, _at: datetime) -> State:
    """Give the present phase or break minutes more, or fewer."""
    pause = state.plan.pause
    if pause:
        longer = replace(pause, minutes=pause.minutes + event.minutes)
        return replace(state, plan=replace(state.plan, pause=longer))
    added = replace(state, plan=replace(state.plan, added=state.plan.added + event.minutes))
    if not state.timings:
        return added
    *before, running = state.timings
    return replace(added, timings=(*before, replace(running, added=running.added + event.minutes)))


def _decided(state: State, plan: Plan, what: str) -> State:
    return replace(state, plan=plan, trail=(*state.trail, Undoable(what, state.plan, state.steps)))


def decision_recorded(state: State, event: e.DecisionRecorded, _at: datetime) -> State:
    """Keep a decision, provisional as yet."""
    decisions = {**state.plan.decisions, event.application: event.decision}
    return _decided(state, replace(state.plan, decisions=decisions), "decision")


def line_moved(state: State, event: e.LineMoved, _at: datetime) -> State:
    """Put a funding line elsewhere."""
    plan = replace(state.plan, line=event.funded)
    if event.strand:
        lines = {**state.plan.strand_lines, event.strand: event.funded}
        plan = replace(state.plan, strand_lines=lines)
    return _decided(state, plan, "line")


def list_confirmed(state: State, event: e.ListConfirmed, _at: datetime) -> State:
    """Fix every decision; none of it can be undone."""
    plan = replace(state.plan, decisions=event.decisions)
    return replace(state, plan=plan, trail=(), confirmed=True)


def list_reopened(state: State, event: e.ListReopened, at: datetime) -> State:
    """Let every decision stand for now again, which the panel is told."""
    opened = replace(state, confirmed=False, trail=())
    if state.plan.phase is Phase.CONFIRMED:
        opened = replace(
            enter(opened, at, what="budget", plan=replace(state.plan, phase=Phase.BUDGET)), trail=()
        )
    return with_intervention(opened, Intervention(at, "list-reopened", "", event.why))


def noted(state: State, event: e.Noted, at: datetime) -> State:
    """Keep a note."""
    return replace(state, notes=(*state.notes, Note(at, event.application, event.text)))


def undone(state: State, event: e.Undone, at: datetime) -> State:
    """Go back to the plan, and the agenda, before the last step; answers, seats and rounds stay as they are."""
    last = state.trail[-1]
    before = last.before
    moved = (before.step, before.phase, before.pause) != (state.plan.step, state.plan.phase, state.plan.pause)
    back = replace(state, plan=before, trail=state.trail[:-1], steps=last.steps or state.steps)
    back = _people_move(back, state.application, at)
    back = with_intervention(back, Intervention(at, "undone", state.application, event.what))
    return run_clock(back, at) if moved else back


def session_ended(state: State, _event: e.SessionEnded, at: datetime) -> State:
    """End the day."""
    return replace(state, ended=True, doors=False, timings=_last_ended(state, at))


def _last_ended(state: State, at: datetime) -> tuple[Timing, ...]:
    return (*state.timings[:-1], replace(state.timings[-1], ended=at)) if state.timings else ()
