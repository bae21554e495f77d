"""One strength and one doubt of an application, each on a question: offered with split questions first, and told."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.model.decisions import OnQuestion
from sessions.state import State
from sessions.views.shapes import seen_split
from sessions.wording import say

ASKED = ("strength", "doubt")


def offered(state: State, ref: str) -> tuple[tuple[str, str, bool], ...]:
    """Return each question to say something on, its key first.

    Of the application in hand those the room saw us split on come first, and are marked; of any other that would have
    to be worked out for each of them at every look.
    """
    scoring = state.scoring.get(ref) if ref == state.application else None
    found = [
        (one.key, one.question, scoring is not None and scoring.revealed and seen_split(state, ref, one))
        for one in state.model.criteria
    ]
    return tuple(sorted(found, key=lambda one: not one[2]))


def said_on(state: State, ref: str, which: str) -> OnQuestion | None:
    """Return what was said of it; nothing where nothing was."""
    said = state.by_question.get(ref)
    found: OnQuestion | None = getattr(said, which) if said else None
    return found


def question_words(state: State, said: OnQuestion) -> str:
    """Return the question something was said on, as it stands now; nothing where it has gone since."""
    return next((one.question for one in state.model.criteria if one.key == said.criterion), "")


def told(state: State, ref: str) -> tuple[str, ...]:
    """Tell both in a sentence each."""
    return tuple(_told(state, ref))


def _told(state: State, ref: str) -> Iterator[str]:
    for which in ASKED:
        said = said_on(state, ref, which)
        if said is not None:
            yield say(f"asking.{which}", question=question_words(state, said), words=said.words)
