"""What members give without their name, as phones ask for it and the wall counts it."""

from __future__ import annotations

import datetime as dt

from ..decide.unsigned import askable, asks_confidence, may_differ
from ..scoring import FEWEST
from ..state import State
from ..wording import say
from . import pages as p
from . import posters
from .about import about
from .confidence import confidence_bars, confidence_words, then_and_now
from .frame import countdown

_OF_VIEWS = ("risk", "style", "memory", "shown")
_OF_CONFIDENCE = ("totals", "memory")


def minority(state: State, seat: int) -> p.Minority | None:
    """Offer to record another view, where this seat may have one recorded now."""
    if not may_differ(state, seat):
        return None
    promise = tuple(say(f"people.minority.{key}") for key in _OF_VIEWS)
    return p.Minority(about=about(state, state.application), promise=promise)


def confidence_page(state: State, seat: int, *, given: bool, again: bool) -> p.AnyPage | None:
    """Ask, or say that the answer is in; nothing where there are too few of us to ask without a name."""
    if not asks_confidence(state) or seat not in askable(state):
        return None
    if given and not again:
        lines = (say("people.confidence.in-lines"),)
        return p.Wait(heading=say("people.confidence.in"), lines=lines, may_answer_again=True)
    words = confidence_words()
    choices = [p.Choice(str(n), word) for n, word in enumerate(words, start=1)]
    return p.Confidence(
        question=say("people.confidence.question"),
        choices=(*choices, p.Choice("cant-say", say("views.answer.cant-say"))),
        promise=tuple(say(f"people.confidence.{key}") for key in _OF_CONFIDENCE),
        again=given,
    )


def confidence_shown(state: State) -> p.Result:
    """Show what the wall shows."""
    poster = _shown(state, posters.Frame(state.plan.position, ""))
    return p.Result(
        heading=poster.words,
        lines=poster.lines,
        shapes=tuple((one.name, one.cant_say, one.bars) for one in poster.rounds),
    )


def confidence_poster(
    state: State, now: dt.datetime, bands: posters.Frame, given: int, *, restarted: bool
) -> posters.AnyPoster:
    """Count who has answered; nothing else is known before it closes."""
    if not asks_confidence(state):
        lines = tuple(say("people.confidence.too-few-to-ask", fewest=FEWEST).split("\n"))
        return posters.Notice(bands, say("people.confidence.question"), lines)
    keys = (
        "people.confidence.on-phone",
        "people.confidence.totals",
        *(("people.lost",) if restarted else ()),
    )
    return posters.Scoring(
        bands,
        say("people.confidence.question"),
        given,
        len(askable(state)),
        tuple(say(key) for key in keys),
        "",
        countdown(state, now),
        closed=False,
    )


def _shown(state: State, bands: posters.Frame) -> posters.Outcome:
    latest = state.confidence[-1] if state.confidence else None
    few = latest is None or latest.counts is None
    words = say("people.confidence.too-few" if few else "people.confidence.shown")
    lines = tuple(line for line in ("" if few else then_and_now(state),) if line)
    return posters.Outcome(bands, words, "open", () if few else confidence_bars(state), lines)


def confidence_shown_poster(state: State, bands: posters.Frame) -> posters.Outcome:
    """Show the totals, beside those of the morning."""
    return _shown(state, bands)
