"""What people wrote beside a ballot, as a batch. The order is that of the letters: it says nothing of who."""

from __future__ import annotations

from msgspec import Struct

from ..decide.onward import standing
from ..state import State
from ..wording import say, say_many


class Written(Struct, frozen=True):
    """Some words of ours under a heading; `hidden` is a sentence about those not shown, or nothing."""

    heading: str
    texts: tuple[str, ...]
    hidden: str = ""


def written(state: State, ref: str) -> tuple[Written, ...]:
    """Give the reasons of each closed ballot of an application that has some, oldest first."""
    rounds = standing(state.rounds.get(ref, ()))
    return tuple(
        Written(
            say(f"people.written.round-{min(place, 4)}", n=place),
            one.told,
            _hidden(len(one.hidden)),
        )
        for place, one in enumerate(rounds, start=1)
        if one.reasons
    )


def differing(state: State) -> tuple[Written, ...]:
    """Give, for each application that has some, the other views that were recorded."""
    return tuple(
        Written(say("people.minority.heading", title=a.title), texts, _hidden(hidden))
        for a in state.model.applications
        for texts, hidden in (told_views(state, a.ref),)
        if texts or hidden
    )


def told_views(state: State, ref: str) -> tuple[tuple[str, ...], int]:
    """Give the other views on an application that may be shown, and how many are hidden."""
    hidden = state.minority_hidden.get(ref, frozenset())
    views = state.minority.get(ref, ())
    return tuple(sorted(text for place, text in enumerate(views) if place not in hidden)), len(hidden)


def _hidden(many: int) -> str:
    return say_many("people.written.hidden", many) if many else ""
