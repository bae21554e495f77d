"""How the day is for us, then and now, as wall and phone show it: totals of five or more, always in bands.

Then and now are two questions, asked of nearly the same people: in full, the two would tell on those who came or went.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from sessions.decide.anonymous import POINTS
from sessions.methods.consensus import in_bands
from sessions.model.answers import CONFIDENT, FELT, Felt
from sessions.state import State
from sessions.views.shapes import Bar, RoundBars, Shape
from sessions.wording import say

SIDES = ("low", "middle", "high")
_BEST = {"pace": 1}  # the band that is good news, where it is not the last


class FeltStory(Struct, frozen=True):
    """One closing question as it may be told: in its own words, its bars then and now, and that in a sentence."""

    key: str
    question: str
    bars: tuple[RoundBars, ...]
    told: str


def felt_question(question: str) -> str:
    """Ask a closing question in words: ours by its name, the panel's own as it stands."""
    if question == CONFIDENT:
        return say("people.confidence.question")
    return say(f"felt.{question}") if question in FELT else question


def point_words(question: str) -> tuple[str, ...]:
    """Return the words of the points, lowest first."""
    return tuple(_said(question, f"point-{n}") for n in range(1, POINTS + 1))


def band_words(question: str) -> tuple[str, ...]:
    """Return the words of the three bands, lowest first."""
    return tuple(_said(question, side) for side in SIDES)


def _said(question: str, what: str) -> str:
    if question == CONFIDENT:
        return say(f"people.confidence.{what}")
    own = question if question in ("learned", "pace", "again") else "own"
    return say(f"felt.{own}.{what}")


def skip_words(questions: tuple[str, ...]) -> str:
    """Say that one would rather not answer; of the usual question by itself, as ever, that one can't say."""
    return say("views.answer.cant-say" if questions == (CONFIDENT,) else "felt.skip")


def asked_so_far(state: State) -> tuple[str, ...]:
    """Name the closing questions that were asked, each once, in the order in which they first were."""
    return tuple(dict.fromkeys(one.question for one in state.felt))


def kept(state: State, question: str) -> tuple[Felt, ...]:
    """Return each time a question was asked and five or more answered."""
    return tuple(one for one in state.felt if one.question == question and one.counts is not None)


def felt_bars(state: State, question: str = CONFIDENT) -> tuple[RoundBars, ...]:
    """Return the first and the latest answers side by side."""
    times = kept(state, question)
    shown = times if len(times) < 2 else (times[0], times[-1])
    names = ("now",) if len(shown) < 2 else ("then", "now")
    return tuple(_bars(one, name) for one, name in zip(shown, names, strict=False))


def _bars(one: Felt, name: str) -> RoundBars:
    drawn = tuple(map(Bar, band_words(one.question), in_bands(one.counts or ())))
    few = "views.round.cant-say" if one.question == CONFIDENT else "felt.skipped"
    return RoundBars(
        say(f"people.confidence.{name}"), drawn, say(few, n=one.cant_say) if one.cant_say else ""
    )


def felt_drawn(one: Felt) -> Iterator[tuple[Bar, ...]]:
    """Return one time's bars as they may be shown; nothing where too few answered."""
    if one.counts is not None:
        yield _bars(one, "now").bars


def then_and_now(state: State, question: str = CONFIDENT) -> str:
    """Say in one sentence how many felt well at first and at the end; nothing where that was not asked twice."""
    if len(kept(state, question)) < 2:
        return ""
    before, after = _felt_well(state, question)
    if question == CONFIDENT:
        return say("people.confidence.then-and-now", before=before, after=after)
    answer = band_words(question)[_best(question)]
    return say("felt.then-and-now", answer=answer, before=before, after=after)


def in_few_words(state: State, question: str = CONFIDENT) -> str:
    """Say the same in so few words that they can be drawn large."""
    if len(kept(state, question)) < 2:
        return ""
    before, after = _felt_well(state, question)
    return say("people.confidence.in-few-words", before=before, after=after)


def _felt_well(state: State, question: str) -> tuple[int, int]:
    times = kept(state, question)
    before, after = (in_bands(one.counts or ())[_best(question)] for one in (times[0], times[-1]))
    return before, after


def _best(question: str) -> int:
    return _BEST.get(question, 2)


def felt_stories(state: State) -> tuple[FeltStory, ...]:
    """Tell of every question that five or more answered."""
    told = (
        FeltStory(one, felt_question(one), felt_bars(state, one), then_and_now(state, one))
        for one in asked_so_far(state)
    )
    return tuple(story for story in told if story.bars)


def felt_shapes(state: State, step: str) -> tuple[Shape, ...]:
    """Return what came of each question at a step, in the order in which they were asked."""
    return tuple(_shape(state, one) for one in state.felt if one.step == step)


def _shape(state: State, one: Felt) -> Shape:
    bars = tuple(chain.from_iterable(felt_drawn(one)))
    words = then_and_now(state, one.question) if bars else say("people.confidence.too-few")
    return Shape(felt_question(one.question), words, split=False, bars=bars)
