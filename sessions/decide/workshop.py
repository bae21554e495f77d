"""Rules of the criteria workshop: only before the first scoring; suggest, put together, weigh in secret."""

from __future__ import annotations

from collections.abc import Mapping

from .. import commands as c
from .. import events as e
from ..phases import Phase
from ..refusals import No, Refused
from ..scoring import FEWEST
from ..state import State
from ..ties import CRITERION
from ..workshop import MOST, agreed, first_list, weights
from .position import same_place
from .rounds import CANT_SAY
from .unsigned import askable, point_of

SUGGESTIONS = 3  # that one member can make
LONGEST = 150  # characters of a question: it has to be read from the back of the room


def workshop_open(state: State) -> bool:
    """Say whether criteria may still change: nothing was scored, and this workshop has not agreed on any."""
    step = state.step
    done = step is not None and step.key in state.workshops
    return not state.scoring and not done


def asks_suggestions(state: State) -> bool:
    """Say whether there are enough of us on phones to suggest and weigh without a name."""
    return workshop_open(state) and len(askable(state)) >= FEWEST


def check_workshop(state: State, seat: int, phase: Phase) -> None:
    """Check that a seat may give something to this part of the workshop. Raises Refused."""
    if state.plan.phase is not phase or not asks_suggestions(state):
        raise Refused(No.MOVED_ON)
    if seat not in askable(state):
        raise Refused(No.NOT_NOW)


def importance(state: State, given: Mapping[str, str]) -> tuple[int | None, ...]:
    """Read how much each question of the list matters; what was left out is "can't say". Raises Refused."""
    return tuple(point_of(given.get(f"q{n}") or CANT_SAY) for n in range(1, len(state.draft) + 1))


def close_suggestions(state: State, command: c.Next) -> tuple[e.Event, ...]:
    """Close the suggestions and show them all."""
    step, gathered = state.step, command.gathered
    assert step is not None
    missing = len(askable(state)) - (gathered.given if gathered else 0) if asks_suggestions(state) else 0
    if not command.sure:
        raise Refused(No.ASK_AGAIN_CLOSING if missing else No.ASK_AGAIN_EVERYONE_IN, missing=missing)
    texts = gathered.texts if gathered else ()
    return (e.SuggestionsClosed(step.key, texts, first_list(state.model, texts)),)


def list_criteria(state: State, command: c.ListCriteria) -> tuple[e.Event, ...]:
    """Change the list at the wall."""
    same_place(state, command.position)
    if state.plan.phase is not Phase.WORKSHOP_LIST or not workshop_open(state):
        raise Refused(No.NOT_NOW)
    keys = [line.key for line in command.lines if line.key]
    known = {one.key for one in state.model.criteria if one.counted}
    if len(set(keys)) != len(keys) or not set(keys) <= known or not command.lines:
        raise Refused(No.NO_SUCH_QUESTION)
    if any(not line.question for line in command.lines):
        raise Refused(No.WHY_NEEDED)
    if tied_keys(state) - set(keys):
        raise Refused(No.TIES_NEED_IT)
    return () if command.lines == state.draft else (e.CriteriaListed(command.lines),)


def tied_keys(state: State) -> set[str]:
    """Name the criteria that the tie-break, agreed beforehand, looks at."""
    named = {tie.removeprefix(CRITERION) for tie in state.model.ties if tie.startswith(CRITERION)}
    return named & {one.key for one in state.model.criteria if one.counted}


def open_weighing(state: State, _command: c.Next) -> tuple[e.Event, ...]:
    """Let members weigh the list; where too few could without a name, it is agreed as it stands."""
    if len(state.draft) > MOST:
        raise Refused(No.TOO_MANY_QUESTIONS, most=MOST)
    if not asks_suggestions(state):
        return _agree(state, ())
    return (e.PhaseStarted(Phase.WORKSHOP_WEIGH),)


def close_weighing(state: State, command: c.Next) -> tuple[e.Event, ...]:
    """Close the ballot on weights; what comes of it holds from here on."""
    gathered = command.gathered
    missing = len(askable(state)) - (gathered.given if gathered else 0)
    if not command.sure:
        raise Refused(No.ASK_AGAIN_CLOSING if missing else No.ASK_AGAIN_EVERYONE_IN, missing=missing)
    return _agree(state, gathered.counts if gathered else ())


def _agree(state: State, counts: tuple[tuple[int, ...], ...]) -> tuple[e.Event, ...]:
    step, given = state.step, weights(counts)
    assert step is not None
    criteria = agreed(state.model, state.draft, given)
    return (e.CriteriaAgreed(step.key, criteria, counts if given else None),)
