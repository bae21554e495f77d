"""The criteria workshop as wall and phone show it: counts while it is open, then the list, then what each weighs."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from ..decide.unsigned import POINTS, askable
from ..decide.workshop import LONGEST, SUGGESTIONS, asks_suggestions, workshop_open
from ..model import Session
from ..phases import Phase
from ..scoring import FEWEST, round_half_up
from ..state import State
from ..wording import say
from . import pages as p
from . import posters
from .frame import countdown

_PARTS = 10  # a weight's effect is said as so many parts in ten of the score


def effects(model: Session) -> tuple[tuple[str, str], ...]:
    """Say, for each question that counts, what its weight does."""
    counted = [one for one in model.criteria if one.counted]
    whole = sum((Fraction(one.weight) for one in counted), Fraction(0))
    return tuple(
        (one.question, say("people.workshop.effect", parts=_parts(Fraction(one.weight), whole)))
        for one in counted
    )


def _parts(weight: Fraction, whole: Fraction) -> str:
    return str(round_half_up(_PARTS * weight / whole, 1)) if whole else "0"


# the wall


def workshop_poster(
    state: State, now: dt.datetime, bands: posters.Frame, given: int, *, restarted: bool
) -> posters.AnyPoster:
    """Ask for suggestions, counting who has sent some; where criteria stand already, say so."""
    heading = say("people.workshop.heading")
    if not workshop_open(state):
        return posters.Notice(bands, heading, (say("people.workshop.stands"),))
    if not asks_suggestions(state):
        lines = tuple(say("people.workshop.too-few", fewest=FEWEST).split("\n"))
        return posters.Notice(bands, heading, lines)
    keys = ("people.workshop.on-phone", "people.workshop.no-name", *(("people.lost",) if restarted else ()))
    return _counting(state, now, bands, heading, given, keys)


def weighing_poster(
    state: State, now: dt.datetime, bands: posters.Frame, given: int, *, restarted: bool
) -> posters.AnyPoster:
    """Count who has weighed the list."""
    keys = ("people.workshop.weigh", "people.workshop.mean", *(("people.lost",) if restarted else ()))
    return _counting(state, now, bands, say("people.workshop.weigh-heading"), given, keys)


def _counting(
    state: State, now: dt.datetime, bands: posters.Frame, heading: str, given: int, keys: tuple[str, ...]
) -> posters.Scoring:
    lines = tuple(say(key) for key in keys)
    return posters.Scoring(
        bands, heading, given, len(askable(state)), lines, "", countdown(state, now), closed=False
    )


def list_poster(state: State, bands: posters.Frame) -> posters.AnyPoster:
    """Show the list, to be put together; where criteria stand already, say so."""
    if not workshop_open(state):
        return posters.Notice(bands, say("people.workshop.list-heading"), (say("people.workshop.stands"),))
    rows = tuple((line.question, "") for line in state.draft)
    lines = (say("people.workshop.list-lines"),)
    return posters.Listing(bands, say("people.workshop.list-heading"), rows, lines)


def agreed_poster(state: State, bands: posters.Frame) -> posters.Listing:
    """Show what applications are judged by, and what each question's weight does."""
    return posters.Listing(
        bands, say("people.workshop.agreed"), effects(state.model), (say(_how(state)),), numbered=False
    )


def _how(state: State) -> str:
    step = state.step
    counted = state.workshops.get(step.key) if step else None
    return "people.workshop.weighed" if counted else "people.workshop.alike"


# phones


def workshop_page(state: State, seat: int, *, given: bool, again: bool) -> p.AnyPage | None:
    """Ask for suggestions or weights; nothing where this seat has nothing to give here."""
    if not asks_suggestions(state) or seat not in askable(state):
        return None
    suggesting = state.plan.phase is Phase.WORKSHOP
    kind = "suggest" if suggesting else "weigh"
    if given and not again:
        lines = (say("people.confidence.in-lines" if not suggesting else "people.workshop.in-lines"),)
        heading = say(f"people.workshop.{kind}-in")
        return p.Wait(heading=heading, lines=lines, may_change_list=True)
    words = tuple(say(f"people.workshop.point-{n}") for n in range(1, POINTS + 1))
    return p.Workshop(
        heading=say("people.workshop.heading" if suggesting else "people.workshop.weigh-heading"),
        lines=(say(f"people.workshop.{kind}-lines"), say("people.workshop.no-name")),
        boxes=tuple(range(1, SUGGESTIONS + 1)) if suggesting else (),
        longest=LONGEST,
        questions=() if suggesting else tuple(line.question for line in state.draft),
        choices=tuple(p.Choice(str(n), word) for n, word in enumerate(words, start=1)),
        again=given,
    )


def agreed_page(state: State) -> p.Result:
    """Show what the wall shows."""
    lines = tuple(f"{question} {effect}" for question, effect in effects(state.model))
    return p.Result(heading=say("people.workshop.agreed"), lines=(*lines, say(_how(state))))
