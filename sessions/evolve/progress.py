"""How the room's place, its breaks and its decisions change, and how a step is taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.agenda import left_out
from sessions.evolve.days import day_begun, slept, woken
from sessions.evolve.interviews import interview_begun
from sessions.evolve.moving import enter, run_clock, with_intervention
from sessions.evolve.pictures import looked_at
from sessions.evolve.scoring import earlier_stands, voting_anew
from sessions.evolve.turns import talk_begun
from sessions.model.phases import Phase, first_phase
from sessions.model.session import LOOKS_AT_ONE, StepKind
from sessions.state import Break, Conflict, Intervention, Note, Plan, State, Timing, Undoable
from sessions.state.plan import BREAK_ENDED, taken_back


def step_started(state: State, event: e.StepStarted, at: datetime) -> State:
    """Come to a line of the agenda; members who were out may come back, others step out."""
    index = next(i for i, step in enumerate(state.steps) if step.key == event.step)
    plan = replace(
        state.plan,
        step=index,
        phase=first_phase(state.steps[index]),
        round=0,
        question=0,
        pause=None,
        began=at,
        visited=state.plan.visited | {event.step},
        skipped=(state.plan.skipped | set(event.skipping)) - {event.step},
    )
    moved = enter(replace(earlier_stands(state), paper_way=None), at, what="step", plan=plan)
    if state.model.set_aside(state.application) is not None:
        moved = replace(moved, trail=())  # undo must not lead back to what is not decided on
    there = _people_move(moved, state.application, at)
    return _told_of(replace(there, plan=interview_begun(there)), event.skipping, at)


def _told_of(state: State, skipping: tuple[str, ...], at: datetime) -> State:
    """Tell the panel of the breaks and applications that were passed over."""
    over = (step for step in state.steps if step.key in skipping)
    acts = tuple(
        Intervention(at, left_out(step), step.ref)
        for step in over
        if step.kind in (StepKind.BREAK, StepKind.OVERNIGHT) or step.kind in LOOKS_AT_ONE
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
    """Come to a phase. A reveal draws what the room sees of the scores, whoever steps out afterwards."""
    if event.phase is Phase.MORNING:
        state = day_begun(state)
    plan = talk_begun(state) if event.phase is Phase.TALK else state.plan
    moved = enter(state, at, what=event.phase.value, plan=replace(plan, phase=event.phase))
    scoring = state.scoring.get(state.application)
    if event.phase is not Phase.REVEAL or scoring is None or scoring.revealed:
        return moved
    if scoring.earlier is not None:
        moved = voting_anew(moved, state.application)
    aside = scoring.aside_when_shown if scoring.voided else scoring.aside
    shown = looked_at(replace(scoring, revealed=True, aside_when_shown=aside), state.model)
    return replace(moved, scoring={**state.scoring, state.application: shown})


def break_taken(state: State, event: e.BreakTaken, at: datetime) -> State:
    """Begin a break the agenda did not have; the phase underneath waits."""
    plan = replace(state.plan, pause=Break(at, event.minutes))
    paused = replace(state, plan=plan, trail=(*state.trail, Undoable("break", state.plan, state.steps)))
    return with_intervention(run_clock(paused, at), Intervention(at, "break-taken", state.application))


def break_ended(state: State, _event: e.BreakEnded, at: datetime) -> State:
    """End it; the phase underneath gets the time it waited. Undo leads back into it, as to any step before."""
    pause, since = state.plan.pause, state.plan.since
    waited = since + max(at - pause.since, timedelta()) if since and pause else since
    trail = (*state.trail, Undoable(BREAK_ENDED, state.plan, state.steps))
    return run_clock(replace(state, plan=replace(state.plan, pause=None, since=waited), trail=trail), at)


def minutes_added(state: State, event: e.MinutesAdded, _at: datetime) -> State:
    """Return the present phase or break minutes more, or fewer."""
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


def said_by_question(state: State, event: e.SaidByQuestion, _at: datetime) -> State:
    """Keep a strength and a doubt in the place of earlier ones."""
    return replace(state, by_question={**state.by_question, event.application: event.said})


def went_against_rule(state: State, event: e.WentAgainstRule, at: datetime) -> State:
    """Keep why an award goes against a rule of the funder's, which is told."""
    kept = {**state.went_against, (event.application, event.kind, event.rule): event.why}
    act = Intervention(at, "against-rule", event.application, event.why)
    return with_intervention(replace(state, went_against=kept), act)


def decision_recorded(state: State, event: e.DecisionRecorded, _at: datetime) -> State:
    """Keep a decision, provisional as yet."""
    decisions = {**state.plan.decisions, event.application: event.decision}
    plan = replace(state.plan, decisions=decisions, unsaid=state.plan.unsaid - {event.application})
    for strand, line in event.lines.items():
        plan = _with_line(plan, strand, line)
    return _decided(state, plan, "decision")


def _with_line(plan: Plan, strand: str, line: int) -> Plan:
    if strand:
        return replace(plan, strand_lines={**plan.strand_lines, strand: line})
    return replace(plan, line=line)


def line_moved(state: State, event: e.LineMoved, _at: datetime) -> State:
    """Put a funding line elsewhere."""
    return _decided(state, _with_line(state.plan, event.strand, event.funded), "line")


def application_placed(state: State, event: e.ApplicationPlaced, at: datetime) -> State:
    """Put what is not ranked where the panel moved it, which is told."""
    plan = replace(state.plan, placed=(*state.plan.placed, (event.application, event.before)))
    return with_intervention(_decided(state, plan, "placed"), Intervention(at, "placed", event.application))


def list_confirmed(state: State, event: e.ListConfirmed, at: datetime) -> State:
    """Fix every decision; none of it can be undone. What strands gave over is an act of its own."""
    unsaid = state.plan.unsaid | (event.decisions.keys() - state.plan.decisions.keys())
    plan = replace(
        state.plan, decisions=event.decisions, paid_from=event.paid_from, why=event.why, unsaid=unsaid
    )
    acts = tuple(
        Intervention(at, "money-moved", "", strand=strand, amount=amount)
        for strand, amount in event.moved.items()
    )
    interventions = (*state.interventions, *acts)
    return replace(state, plan=plan, trail=(), confirmed=True, interventions=interventions)


def list_reopened(state: State, event: e.ListReopened, at: datetime) -> State:
    """Let every decision stand for now again, which the panel is told."""
    unsaid = state.plan.unsaid if event.told_apart else frozenset()
    plan = replace(state.plan, paid_from={}, why={}, unsaid=unsaid)
    state = replace(state, plan=plan)
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
    trail = taken_back(state.trail, event.what)
    last = trail[-1]
    before, night = last.before, slept(state, at)
    moved = (before.step, before.phase, before.pause) != (state.plan.step, state.plan.phase, state.plan.pause)
    if last.what == "score":
        state = earlier_stands(state)
    back = replace(state, plan=before, trail=trail[:-1], steps=last.steps or state.steps)
    back = _people_move(woken(back, night), state.application, at)
    back = with_intervention(back, Intervention(at, "undone", state.application, event.what))
    return run_clock(back, at) if moved else back


def session_ended(state: State, _event: e.SessionEnded, at: datetime) -> State:
    """End the day."""
    return replace(state, ended=True, doors=False, timings=_last_ended(state, at))


def _last_ended(state: State, at: datetime) -> tuple[Timing, ...]:
    return (*state.timings[:-1], replace(state.timings[-1], ended=at)) if state.timings else ()
