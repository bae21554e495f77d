"""The tie-break ballot on a phone: a place for each of those that are level. It is never shown again."""

from __future__ import annotations

from ..money import money
from ..state import State, TieBallot
from ..tie_ballots import voters_on
from ..wording import say
from . import pages as p

_PROMISES = ("who", "halves", "sums", "not", "nor")


def rank(state: State, opened: TieBallot, *, again: bool) -> p.Rank:
    """Offer a place for each of the tied, with the promise and who may vote."""
    voters = voters_on(state, opened)
    found = [state.model.application(ref) for ref in opened.refs]
    return p.Rank(
        ballot=opened.number,
        question=say("dividing.tie.question"),
        tied=tuple(
            p.Tied(
                f"place{n}",
                one.title,
                " · ".join(
                    part for part in (one.organisation, money(one.asked, state.model.currency)) if part
                ),
            )
            for n, one in enumerate(found, start=1)
        ),
        places=tuple(p.Choice(str(n), place_words(n)) for n in range(1, len(found) + 1)),
        promise=tuple(say(f"views.promise.{key}") for key in _PROMISES),
        electorate=say("views.ballot.who", n=len(voters), seats=", ".join(str(n) for n in voters)),
        again=again,
    )


def place_words(n: int) -> str:
    """Say a place: first, second … eighth."""
    return say(f"dividing.place.{n}")
