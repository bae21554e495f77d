"""What the present place, and the next, are called in plain words."""

from __future__ import annotations

from sessions.decide.anonymous import asks_confidence
from sessions.decide.another_round import another_round
from sessions.decide.cards_up import asks_cards_up
from sessions.decide.rounds import able
from sessions.decide.workshop import asks_suggestions, weighed_before, workshop_open
from sessions.model.answers import FEWEST
from sessions.model.phases import Phase
from sessions.model.session import LOOKS_AT_ONE, Session, Step, StepKind
from sessions.state import State, scores_of
from sessions.state.days import ahead
from sessions.state.rounds import standing
from sessions.views.changes import set_aside_words
from sessions.wording import say


def name(state: State, step: Step) -> str:
    """Say what a line of the agenda is called."""
    if step.kind in LOOKS_AT_ONE:
        gone = state.model.set_aside(step.ref)
        if gone is not None:
            return say("changes.name", title=gone.application.title, words=set_aside_words(gone))
        if step.kind is StepKind.INTERVIEW:
            met = [one.key for one in state.steps if one.kind is StepKind.INTERVIEW]
            return say("interviews.name", n=met.index(step.key) + 1, of=len(met))
        refs = heard_in_turn(state.model)
        key = "steering.application-again" if _heard_before(state, step) else "views.application-n"
        return say(key, n=refs.index(step.ref) + 1, of=len(refs))
    if step.title:
        return step.title
    if step.ask:
        return say("workshops.name")
    return say("felt.heading" if len(step.questions) > 1 else f"views.step.{step.kind}")


def heard_in_turn(model: Session) -> tuple[str, ...]:
    """Return the refs of the applications in the order the agenda has them; those that it does not name come last."""
    there = dict.fromkeys(one.ref for one in model.applications)
    named = dict.fromkeys(step.ref for step in model.steps if step.kind in LOOKS_AT_ONE and step.ref in there)
    return tuple({**named, **there})


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
    if state.plan.phase in (Phase.CONFIDENCE, Phase.CONFIDENCE_SHOWN) and step and step.questions:
        return say("views.now.felt-shown")
    if step is not None and step.ask and state.plan.phase in _IN_WORKSHOP:
        return say("workshops.now")
    return say(f"views.now.{state.plan.phase}")


_IN_WORKSHOP = (Phase.WORKSHOP, Phase.WORKSHOP_LIST, Phase.WORKSHOP_WEIGH, Phase.WORKSHOP_SHOWN)


_AFTER = {
    Phase.INTRODUCE: "read",
    Phase.READ: "score",
    Phase.CARDS_UP: "score",
    Phase.SCORE: "close",
    Phase.CLOSED: "reveal",
    Phase.INTERVIEW_QUESTIONS: "guests",
    Phase.INTERVIEW_THEIRS: "goodbye",
    Phase.INTERVIEW_GOODBYE: "notes",
    Phase.INTERVIEW_NOTES: "score",
    Phase.REVEAL: "talk",
    Phase.TALK: "ballot",
    Phase.BALLOT: "outcome",
    Phase.WORKSHOP: "show-list",
    Phase.WORKSHOP_WEIGH: "close-weighing",
    Phase.CONFIDENCE: "close-question",
    Phase.OVERNIGHT: "morning",
    Phase.BUDGET: "confirm",
    Phase.TIE: "tie",
    Phase.ASK_ROOM: "asked",
    Phase.ROOM_ANSWER: "go-on",
    Phase.CLOSING: "thanks",
    Phase.THANKS: "nothing",
}


def after_this(state: State) -> str:
    """Say what the one key will do next."""
    phase = state.plan.phase
    if state.plan.pause:
        return say("views.next.go-on")
    if phase is Phase.TALK and not _can_vote(state):
        return say("views.next.outcome")
    if phase is Phase.OUTCOME:
        return say("views.next.again" if another_round(state, state.application) else "views.next.decision")
    if phase in (Phase.INTERVIEW_GUESTS, Phase.INTERVIEW_ASK):
        number = state.plan.question if phase is Phase.INTERVIEW_ASK else 0
        more = state.interview is not None and number < len(state.interview.questions)
        return say("views.next.question", n=number + 1) if more else say("views.next.theirs")
    if phase is Phase.READ and scores_of(state, state.application).revealed:
        return say("views.next.reveal")
    if phase is Phase.WORKSHOP_LIST and state.step is not None and state.step.ask and workshop_open(state):
        return say("workshops.next.keep")
    if phase is Phase.WORKSHOP_LIST:
        key = _after_list(state)
    elif (phase is Phase.WORKSHOP and not workshop_open(state)) or (
        phase is Phase.CONFIDENCE and not asks_confidence(state)
    ):
        key = None
    elif phase is Phase.READ and asks_cards_up(state):
        key = "cards-up"
    else:
        key = _AFTER.get(phase)
    return say(f"views.next.{key}") if key else coming_name(state) or say("views.next.thanks")


def _after_list(state: State) -> str | None:
    if not workshop_open(state):
        return None
    return "weigh" if asks_suggestions(state) and not weighed_before(state) else "agree-list"


def _can_vote(state: State) -> bool:
    held = standing(state.rounds.get(state.application, ()))
    left = len(held) < state.model.consensus.rounds
    return left and len(able(state, state.application)) >= FEWEST
