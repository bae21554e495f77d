""" "How your input shaped it", in plain words: for the day, and for each application that was revealed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sessions.model.decisions import Outcome
from sessions.results.influence import Change, DayInfluence, shaped
from sessions.state import State, scores_of
from sessions.views.closing_questions import then_and_now
from sessions.views.wall.application import decision_words, outcome_words
from sessions.wording import say, say_many


class Shaped(Struct, frozen=True):
    """What to read: some sentences about the day, then an application's title and its sentences."""

    day: tuple[str, ...]
    applications: tuple[tuple[str, tuple[str, ...]], ...]


def how_it_was_shaped(state: State) -> Shaped:
    """Tell what changed between the first scores, the talk and the decision."""
    day = shaped(state)
    return Shaped(
        tuple(_of_the_day(state, day)),
        tuple((state.model.called(one.application.ref), tuple(_of_one(state, one))) for one in day.changes),
    )


def _of_the_day(state: State, day: DayInfluence) -> Iterator[str]:
    if not day.changes:
        return
    if day.scored:
        yield say_many("people.shaped.scores", day.scored, scores=day.scores)
    if day.turned:
        yield say_many("people.shaped.turned", day.turned)
    if day.moved:
        yield say_many("people.shaped.moved", day.moved)
    yield from filter(None, [then_and_now(state)])


def _of_one(state: State, one: Change) -> Iterator[str]:
    ref = one.application.ref
    if scores_of(state, ref).cards_up:
        yield say("small.shaped")
    elif not one.scored:
        yield say("people.shaped.nobody")
    elif not one.shown:
        yield say("people.shaped.first-few")
    elif one.split:
        yield say("people.shaped.first-split", n=one.split, of=one.shown)
    elif one.alike == one.shown:
        yield say("people.shaped.first-alike")
    else:
        yield say("people.shaped.first-mixed")
    yield from _of_the_ballots(state, one)
    if ref in state.plan.decisions:
        key = "decision" if state.confirmed else "decision-open"
        yield say(f"people.shaped.{key}", words=decision_words(state, ref))
    if one.differed:
        yield say("people.shaped.differed")


def _of_the_ballots(state: State, one: Change) -> Iterator[str]:
    words = [say(f"views.outcome.{outcome.name.lower().replace('_', '-')}") for outcome in one.outcomes]
    if one.settled is Outcome.BY_TALKING:
        yield outcome_words(state, one.application.ref)[0] + "."
    elif one.turned:
        yield say("people.shaped.first-then", first=words[0], last=words[-1])
    elif len(words) > 1:
        yield say("people.shaped.stayed", n=len(words), words=words[-1])
    elif words:
        yield say("people.shaped.once", words=words[-1])
    if one.moved:
        yield say_many("people.shaped.moved-one-application", one.moved)
