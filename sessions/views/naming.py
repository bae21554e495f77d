"""What the present place, and the next, are called in plain words."""

from __future__ import annotations

from ..decide.onward import another_round
from ..model import Step, StepKind
from ..phases import Phase
from ..scoring import FEWEST
from ..state import State, scores_of
from ..wording import say


def name(state: State, step: Step) -> str:
    """Say what a line of the agenda is called."""
    if step.kind is StepKind.APPLICATION:
        refs = [a.ref for a in state.model.applications]
        return say("views.application-n", n=refs.index(step.ref) + 1, of=len(refs))
    return step.title or say(f"views.step.{step.kind}")


def step_name(state: State, index: int) -> str:
    """Say what the line at `index` is called; nothing past the end."""
    return name(state, state.steps[index]) if 0 <= index < len(state.steps) else ""


def phase_now(state: State) -> str:
    """Say what the room is doing now."""
    if state.plan.pause:
        return say("views.now.break")
    step = state.step
    if state.plan.phase in (Phase.NOTE, Phase.BREAK) and step:
        return name(state, step)
    return say(f"views.now.{state.plan.phase}")


def after_this(state: State) -> str:
    """Say what the one key will do next."""
    phase = state.plan.phase
    if state.plan.pause:
        return say("views.next.go-on")
    if phase is Phase.TALK and not _can_vote(state):
        return say("views.next.outcome")
    if phase is Phase.OUTCOME:
        return say("views.next.again" if another_round(state, state.application) else "views.next.decision")
    if phase is Phase.READ and scores_of(state, state.application).revealed:
        return say("views.next.reveal")
    key = {
        Phase.INTRODUCE: "read",
        Phase.READ: "score",
        Phase.SCORE: "close",
        Phase.CLOSED: "reveal",
        Phase.REVEAL: "talk",
        Phase.TALK: "ballot",
        Phase.BALLOT: "outcome",
        Phase.BUDGET: "confirm",
        Phase.CLOSING: "thanks",
        Phase.THANKS: "nothing",
    }.get(phase)
    return (
        say(f"views.next.{key}") if key else step_name(state, state.plan.step + 1) or say("views.next.thanks")
    )


def _can_vote(state: State) -> bool:
    return len(scores_of(state, state.application).voters) >= FEWEST
