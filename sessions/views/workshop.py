"""The workshop as wall and phone show it: counts while it is open, then the list, then what became of it.

Of criteria that is what each weighs; a workshop with a question of its own keeps its list as it stands.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from sessions.decide.anonymous import askable
from sessions.decide.workshop import LONGEST, SUGGESTIONS, asks_suggestions, weighed_before, workshop_open
from sessions.methods.scoring import round_half_up
from sessions.model.answers import FEWEST
from sessions.model.phases import Phase
from sessions.model.session import Session
from sessions.results.workshop import SHARED
from sessions.state import State
from sessions.state.kept_lists import asked_of_guests
from sessions.views.frame import countdown
from sessions.views.phone import pages as p
from sessions.views.wall import posters
from sessions.wording import say

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
    heading = _heading(state)
    if not workshop_open(state):
        return posters.Notice(bands, heading, (_stands(state),))
    if not asks_suggestions(state):
        lines = tuple(say("people.workshop.too-few", fewest=FEWEST).split("\n"))
        return posters.Notice(bands, heading, lines)
    write = "workshops.on-phone" if _asks(state) else "people.workshop.on-phone"
    keys = (write, "people.workshop.no-name", *(("people.lost",) if restarted else ()))
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
    """Show the list, to be put together; where it stands already, say so."""
    heading = _asks(state) or say("people.workshop.list-heading")
    if not workshop_open(state):
        return posters.Notice(bands, heading, (_stands(state),))
    rows = tuple((line.question, "") for line in state.draft)
    what = f"{'workshops' if _asks(state) else 'people.workshop'}.list-lines" if rows else "workshops.nothing"
    return posters.Listing(bands, heading, rows, (say(what),))


def agreed_poster(state: State, bands: posters.Frame) -> posters.Listing:
    """Show what applications are judged by, and what each question's weight does; or the list that is kept."""
    if asked := _asks(state):
        rows = tuple((text, "") for text in _kept(state))
        return posters.Listing(bands, asked, rows, (_how_kept(state),), numbered=False)
    return posters.Listing(
        bands, say("people.workshop.agreed"), effects(state.model), (say(_how(state)),), numbered=False
    )


def _asks(state: State) -> str:
    """Return the question of its own that this workshop asks; nothing where it is about our criteria."""
    return state.step.ask if state.step else ""


def _heading(state: State) -> str:
    return _asks(state) or say("people.workshop.heading")


def _stands(state: State) -> str:
    return say("workshops.stands" if _asks(state) else "people.workshop.stands")


def _kept(state: State) -> tuple[str, ...]:
    return state.kept.get(state.step.key, ()) if state.step else ()


def _how_kept(state: State) -> str:
    """Say what becomes of the list."""
    if not _kept(state):
        return say("workshops.kept-nothing")
    return say("workshops.for-guests" if asked_of_guests(state, _asks(state)) else "workshops.comes-back")


def _how(state: State) -> str:
    step = state.step
    counted = state.workshops.get(step.key) if step else None
    if counted:
        return "people.workshop.weighed"
    return "people.workshop.weighed-before" if weighed_before(state) else "people.workshop.alike"


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
    what = "workshops.suggest-lines" if _asks(state) else f"people.workshop.{kind}-lines"
    return p.Workshop(
        heading=_heading(state) if suggesting else say("people.workshop.weigh-heading"),
        lines=(say(what, points=SHARED), say("people.workshop.no-name")),
        own=bool(_asks(state)),
        boxes=tuple(range(1, SUGGESTIONS + 1)) if suggesting else (),
        longest=LONGEST,
        questions=() if suggesting else tuple(line.question for line in state.draft),
        points=0 if suggesting else SHARED,
        again=given,
    )


def draft_page(state: State) -> p.Result | None:
    """Show the list that is being put together, as the wall does; nothing where criteria stand already."""
    poster = list_poster(state, posters.Frame(state.plan.position, ""))
    if not isinstance(poster, posters.Listing):
        return None
    asked = tuple(f"{n}. {words}" for n, (words, _remark) in enumerate(poster.rows, start=1))
    return p.Result(heading=poster.heading, lines=(*asked, *poster.lines))


def agreed_page(state: State) -> p.Result:
    """Show what the wall shows."""
    if asked := _asks(state):
        kept = tuple((line, "") for line in _kept(state))
        return p.Result(heading=asked, lines=(_how_kept(state),), listed=kept)
    heading, weighed = say("people.workshop.agreed"), tuple(effects(state.model))
    return p.Result(heading=heading, lines=(say(_how(state)),), listed=weighed)
