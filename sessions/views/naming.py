"""What the present place, and the next, are called in plain words."""

from __future__ import annotations

from ..ahead import ahead
from ..decide.onward import another_round, standing
from ..decide.unsigned import asks_confidence
from ..decide.workshop import asks_suggestions, workshop_open
from ..model import Step, StepKind
from ..phases import Phase
from ..scoring import FEWEST
from ..state import State, scores_of
from ..wording import say


def name(state: State, step: Step) -> str:
    """Say what a line of the agenda is called."""
    if step.kind is StepKind.APPLICATION:
        refs = [a.ref for a in state.model.applications]
        key = "steering.application-again" if _heard_before(state, step) else "views.application-n"
        return say(key, n=refs.index(step.ref) + 1, of=len(refs))
    return step.title or say(f"views.step.{step.kind}")


def _heard_before(state: State, step: Step) -> bool:
    first = next((one for one in state.steps if one.ref == step.ref), step)
    return first.key != step.key and first.key in state.plan.visited


def coming_name(state: State, place: int = 0) -> str:
    """Say what the line to come is called, or one further on; nothing past the end."""
    coming = ahead(state)
    return name(state, coming[place]) if place < len(coming) else ""


def step_name(state: State, index: int) -> str:
    """Say what the line at `index` is called; nothing past the end."""
    return name(state, state.steps[index]) if 0 <= index < len(state.steps) else ""


def phase_now(state: State) -> str:
    """Say what the room is doing now."""
    if state.plan.pause and state.plan.pause.message:
        return say("steering.now.held")
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
        Phase.WORKSHOP: "show-list" if workshop_open(state) else None,
        Phase.WORKSHOP_LIST: _after_list(state),
        Phase.WORKSHOP_WEIGH: "close-weighing",
        Phase.CONFIDENCE: "close-question" if asks_confidence(state) else None,
        Phase.BUDGET: "confirm",
        Phase.TIE: "tie",
        Phase.CLOSING: "thanks",
        Phase.THANKS: "nothing",
    }.get(phase)
    return say(f"views.next.{key}") if key else coming_name(state) or say("views.next.thanks")


def _after_list(state: State) -> str | None:
    if not workshop_open(state):
        return None
    return "weigh" if asks_suggestions(state) else "agree-list"


def _can_vote(state: State) -> bool:
    held = standing(state.rounds.get(state.application, ()))
    left = len(held) < state.model.consensus.rounds
    return left and len(scores_of(state, state.application).voters) >= FEWEST
