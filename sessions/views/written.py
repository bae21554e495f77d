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
            say_many("people.written.hidden", len(one.hidden)) if one.hidden else "",
        )
        for place, one in enumerate(rounds, start=1)
        if one.reasons
    )
