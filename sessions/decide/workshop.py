"""Rules of the workshop: suggest, put together, and keep. Criteria are weighed in secret, before the first scoring.

A workshop that asks a question of its own makes a list without names, at any time of the day, and weighs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from sessions import commands as c
from sessions import events as e
from sessions.decide.anonymous import askable
from sessions.decide.position import same_place
from sessions.methods.ranking_and_ties import CRITERION
from sessions.model.answers import FEWEST
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Step
from sessions.plan.interviews import MOST_QUESTIONS, interviews
from sessions.results.workshop import MOST, SHARED, agreed, first_list, weights
from sessions.state import State

SUGGESTIONS = 3  # that one member can make
LONGEST = 150  # characters of a question: it has to be read from the back of the room


def workshop_open(state: State) -> bool:
    """Whether the list may still change: a workshop agrees once, on criteria only while nothing was scored."""
    step = state.step
    if step is not None and step.ask:
        return step.key not in state.kept
    done = step is not None and step.key in state.workshops
    return not state.scoring and not done


def put_together(state: State) -> bool:
    """Whether a list is there to be changed; one of our own may have nothing on it as yet."""
    begins_empty = state.step is not None and bool(state.step.ask) and workshop_open(state)
    return state.plan.phase is Phase.WORKSHOP_LIST and (bool(state.draft) or begins_empty)


def asks_suggestions(state: State) -> bool:
    """Whether there are enough of us on phones to suggest and weigh without a name."""
    return workshop_open(state) and len(askable(state)) >= FEWEST


def check_workshop(state: State, seat: int, phase: Phase) -> None:
    """Check that a seat may give something to this part of the workshop. Raises Refused."""
    if state.plan.phase is not phase or not asks_suggestions(state):
        raise Refused(No.MOVED_ON)
    if seat not in askable(state):
        raise Refused(No.NOT_NOW)


def shares(state: State, given: Mapping[str, str]) -> tuple[int | None, ...]:
    """Read how many points each question of the list was given. Raises Refused.

    A share is kept as its place among those there are: none is the first. Who gives none at all leaves it to others.
    """
    texts = [given.get(f"q{n}") or "0" for n in range(1, len(state.draft) + 1)]
    if any(not (text.isascii() and text.isdecimal()) or int(text[:4]) > SHARED for text in texts):
        raise Refused(No.NOT_ON_SCALE, low=0, high=SHARED)
    points = [int(text) for text in texts]
    if not any(points):
        return (None,) * len(points)
    if sum(points) != SHARED:
        raise Refused(No.SHARE_ALL, of=SHARED, given=sum(points))
    return tuple(n + 1 for n in points)


def close_suggestions(state: State, command: c.Next) -> tuple[e.Event, ...]:
    """Close the suggestions and show them all."""
    step, gathered = state.step, command.gathered
    assert step is not None
    missing = len(askable(state)) - (gathered.given if gathered else 0) if asks_suggestions(state) else 0
    if missing and not command.sure:
        raise Refused(No.ASK_AGAIN_CLOSING, missing=missing)
    texts = gathered.texts if gathered else ()
    return (e.SuggestionsClosed(step.key, texts, first_list(state.model, texts, step.ask)),)


def list_criteria(state: State, command: c.ListCriteria) -> tuple[e.Event, ...]:
    """Change the list at the wall."""
    same_place(state, command.position)
    if state.plan.phase is not Phase.WORKSHOP_LIST or not workshop_open(state):
        raise Refused(No.NOT_NOW)
    asks = bool(state.step and state.step.ask)
    keys = [line.key for line in command.lines if line.key]
    known = set() if asks else {one.key for one in state.model.criteria if one.counted}
    if len(set(keys)) != len(keys) or not set(keys) <= known or not (command.lines or asks):
        raise Refused(No.NO_SUCH_QUESTION)
    if any(not line.question for line in command.lines):
        raise Refused(No.WHY_NEEDED)
    if not asks and tied_keys(state) - set(keys):
        raise Refused(No.TIES_NEED_IT)
    return () if command.lines == state.draft else (e.CriteriaListed(command.lines),)


def tied_keys(state: State) -> set[str]:
    """Name the criteria that the tie-break, agreed beforehand, looks at."""
    named = {tie.removeprefix(CRITERION) for tie in state.model.ties if tie.startswith(CRITERION)}
    return named & {one.key for one in state.model.criteria if one.counted}


def open_weighing(state: State, command: c.Next) -> tuple[e.Event, ...]:
    """Let members weigh the list; where too few could without a name, it is agreed as it stands.

    So it is where another workshop weighed before: two means of nearly the same people would tell on one of them.
    """
    if state.step is not None and state.step.ask:
        return (_kept(state, state.step, sure=command.sure),)
    if len(state.draft) > MOST:
        raise Refused(No.TOO_MANY_QUESTIONS, most=MOST)
    if not asks_suggestions(state) or weighed_before(state):
        return _agree(state, ())
    return (e.PhaseStarted(Phase.WORKSHOP_WEIGH),)


def _kept(state: State, step: Step, *, sure: bool) -> e.ListKept:
    """Keep the list as it stands. What our guests are asked is not too much, and not by a slip nothing at all."""
    lines = tuple(line.question for line in state.draft)
    met = [one for one in interviews(state.steps) if one.ask == step.ask]
    most = MOST_QUESTIONS - max((len(one.questions) for one in met), default=0)
    if met and not lines and not sure:
        raise Refused(No.ASK_AGAIN_EMPTY_LIST)
    if met and len(lines) > most:
        raise Refused(No.TOO_MANY_QUESTIONS, most=most)
    return e.ListKept(step.key, lines)


def weighed_before(state: State) -> bool:
    """Whether an earlier workshop of this session was weighed in secret."""
    here = state.step.key if state.step else ""
    return any(counts is not None for key, counts in state.workshops.items() if key != here)


def close_weighing(state: State, command: c.Next) -> tuple[e.Event, ...]:
    """Close the ballot on weights; what comes of it holds from here on."""
    gathered = command.gathered
    missing = len(askable(state)) - (gathered.given if gathered else 0)
    if missing and not command.sure:
        raise Refused(No.ASK_AGAIN_CLOSING, missing=missing)
    return _agree(state, gathered.counts if gathered else ())


def _agree(state: State, counts: tuple[tuple[int, ...], ...]) -> tuple[e.Event, ...]:
    step, given = state.step, weights(counts)
    assert step is not None
    criteria = agreed(state.model, state.draft, given)
    return (e.CriteriaAgreed(step.key, criteria, counts if given else None),)
