"""What wall, phones and paper say in the same words: an answer, how a talk starts, and what we said about us."""

from __future__ import annotations

from sessions.evolve.turns import start_of_talk
from sessions.model.answers import Answer, Kind
from sessions.model.session import Scale
from sessions.state import State
from sessions.state.kept_lists import how_we_work
from sessions.wording import say

_TWO_ROWS = 110  # characters, of the smallest wall; more would push the shapes off it


def in_words(answer: Answer | None, scale: Scale) -> str:
    """Say an answer as its member would."""
    if answer is None:
        return say("views.answer.none")
    if answer.kind is Kind.SCORE and answer.value is not None:
        return scale.word(answer.value)
    return say(f"views.answer.{answer.kind}")


def start_said(state: State) -> str:
    """Say with whom the talk starts and which way it goes; nothing where nobody may speak."""
    start = start_of_talk(state)
    if start is None:
        return ""
    key = "views.talk.start" if start.after else "views.talk.start-alone"
    return say(key, seat=start.seat, after=start.after)


def kept_said(state: State) -> str:
    """Recall one line of what we said about how we work, another at each talk; nothing where we kept none."""
    said = [(one.ask, line) for one in how_we_work(state) for line in one.lines]
    if not said:
        return ""
    ask, line = said[max(len(state.plan.first_words) - 1, 0) % len(said)]
    whole = say("workshops.line", ask=ask, text=line)
    return whole if len(whole) <= _TWO_ROWS else say("people.written.text", text=line)
