"""Cards up, as wall and phone show it: the question beforehand, and scores with seat numbers once all are turned over.

No export draws from here: open scores stay in this room and in the staff's own files.
"""

from __future__ import annotations

import datetime as dt

from sessions.decide.anonymous import askable
from sessions.decide.cards_up import asks_cards_up, few, on_slips
from sessions.model.answers import FEWEST
from sessions.model.session import Criterion
from sessions.state import ScoringState, State, scores_of
from sessions.views.frame import countdown
from sessions.views.in_words import in_words
from sessions.views.shapes import Shape, shapes
from sessions.views.wall import posters
from sessions.wording import say, say_many

# the question beforehand


def cards_up_poster(
    state: State, now: dt.datetime, bands: posters.Frame, given: int, *, restarted: bool
) -> posters.AnyPoster:
    """Count whose phones have answered; what they said nobody is told but that all agreed, or that we talk."""
    if not asks_cards_up(state):
        return posters.Notice(bands, say("small.ask.heading"), (say("small.ask.settled"),))
    slips = len(on_slips(state))
    lines = (
        say("small.ask.why", fewest=FEWEST),
        say("small.ask.what"),
        say("small.ask.no"),
        *((say_many("small.ask.paper", slips),) if slips else ()),
        *((say("people.lost"),) if restarted else ()),
    )
    return posters.Scoring(
        bands,
        say("small.ask.heading"),
        given,
        len(askable(state)),
        lines,
        "",
        countdown(state, now),
        closed=False,
    )


# what it is for to score where few of us do


def scoring_line(state: State, *, closed: bool) -> str:
    """Say on the wall what becomes of the scores of few; nothing where their shape can be shown."""
    scoring = scores_of(state, state.application)
    if not few(state, state.application):
        return ""
    if scoring.cards_up:
        return say("small.closed.open" if closed else "small.scoring.open")
    return say("small.closed.few") if closed else say("small.scoring.few", fewest=FEWEST)


def score_promise(state: State) -> str:
    """Say on a phone what becomes of a score; nothing where it is as always."""
    if not few(state, state.application):
        return ""
    key = "open" if scores_of(state, state.application).cards_up else "few"
    return say(f"small.promise.{key}", fewest=FEWEST)


# all turned over


def seen_shapes(state: State, ref: str) -> tuple[Shape, ...]:
    """Return what the room looks at: a card for each of us where all scores were turned over, else shapes."""
    scoring = scores_of(state, ref)
    if not scoring.cards_up:
        return shapes(state, ref)
    return tuple(
        Shape(one.question, "", split=False, bars=(), cards=_cards(scoring, one))
        for one in state.model.criteria
    )


def _cards(scoring: ScoringState, one: Criterion) -> tuple[str, ...]:
    """Return a line for each seat, in the order of their numbers; one that has stepped out since stays as it was."""
    seats = sorted(set(scoring.electorate) - scoring.aside_when_shown)
    return tuple(_card(scoring, one, seat) for seat in seats)


def _card(scoring: ScoringState, one: Criterion, seat: int) -> str:
    cell = scoring.cells.get(seat, {}).get(one.key)
    words = in_words(cell.answer if cell else None, one.scale)
    before = [c.old for c in scoring.corrections if (c.seat, c.criterion) == (seat, one.key)]
    if seat in scoring.aside:
        return say("small.card-left", seat=seat, words=words)
    if before:
        return say("small.card-was", seat=seat, words=words, was=in_words(before[0], one.scale))
    return say("small.card", seat=seat, words=words)
