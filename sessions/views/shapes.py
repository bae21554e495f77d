"""The shapes wall and phone share: how a criterion was scored, how a round went, what people wrote. Never who."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from sessions.methods.consensus import bars, in_bands, moved_at_least
from sessions.methods.scoring import (
    CriterionResult,
    criterion_result,
    points_in_bands,
    shape_allowed,
)
from sessions.model.answers import Sheets
from sessions.model.session import Criterion, Scale, Session
from sessions.results.told_scores import beside_before, scorers
from sessions.state import Round, ScoringState, State, scores_of
from sessions.state.rounds import standing
from sessions.wording import say, say_many

_MOST_POINTS = 5  # longer scales are drawn as three bands: more bars than this cannot be read from the back


class Bar(Struct, frozen=True):
    """One bar: a point's, option's or band's word, and how many people it stands for."""

    label: str
    count: int


class Shape(Struct, frozen=True):
    """How one criterion was scored: its question, in words, and its bars; no bars for a small group.

    `since` says how many scores were put right after the room had seen these bars, and what it came to before we met
    the applicants. `cards` are lines, one a seat, where all scores were turned over.
    """

    question: str
    words: str
    split: bool
    bars: tuple[Bar, ...]
    since: str = ""
    cards: tuple[str, ...] = ()
    alike: bool = False  # whether most of those who scored it say much the same
    beside: bool = (
        False  # whether bars are kept back only for what stands beside them: the same, scored before
    )


class RoundBars(Struct, frozen=True):
    """One closed round as it may be shown."""

    name: str
    bars: tuple[Bar, ...]
    cant_say: str


def shapes(state: State, ref: str, *, public: bool = False) -> tuple[Shape, ...]:
    """Return the shape of each criterion of an application, split ones first, as the room saw them.

    In `public` no bars are drawn that scores have changed since: what stood before a change and what stands after it
    are for staff alone.
    """
    drawn = [_as_seen(state, ref, one, public=public) for one in state.model.criteria]
    return tuple(sorted(drawn, key=lambda shape: not shape.split))


def seen_split(state: State, ref: str, one: Criterion) -> bool:
    """Whether the room saw that we were split on a question; no where it was shown no bars of it."""
    shape = _as_seen(state, ref, one, public=False)
    return shape.split and bool(shape.bars)


def _as_seen(state: State, ref: str, one: Criterion, *, public: bool) -> Shape:
    scoring = scores_of(state, ref)
    if public and scoring.changed(one.key):
        return Shape(one.question, say("views.shape.since"), split=False, bars=())
    shape = _shape(one, criterion_result(_sheets(scoring, one.key), one), _asked(scoring, one.key))
    n = len(scoring.put_right(one.key))
    shape = replace(shape, since=say_many("views.shape.put-right", n)) if n and shape.bars else shape
    if shape.bars and not beside_before(state, ref, one):
        return Shape(one.question, say("interviews.differs"), split=False, bars=(), beside=True)
    return _after_before(scoring, one, shape)


def _after_before(scoring: ScoringState, one: Criterion, shape: Shape) -> Shape:
    """Say what it came to before we met the applicants."""
    then = scoring.earlier
    if then is None or not shape.bars or not shape_allowed(len(scorers(then, one.key).sure)):
        return shape
    words = _shape(one, criterion_result(_sheets(then, one.key), one), _asked(then, one.key)).words
    told = say("interviews.before", words=words)
    return replace(shape, since=" ".join(filter(None, (told, shape.since))))


def _sheets(scoring: ScoringState, key: str) -> Sheets:
    return {seat: {key: answer} for seat, answer in scoring.drawn(key).items()}


def _asked(scoring: ScoringState, key: str) -> int:
    """Count who was asked to score it; who had to step out after the bars were seen is in them still."""
    return len({*scoring.voters, *scoring.drawn(key)})


def _shape(criterion: Criterion, result: CriterionResult, asked: int) -> Shape:
    if not shape_allowed(result.answered):
        return Shape(criterion.question, say("views.shape.too-few"), split=False, bars=())
    scale = criterion.scale
    by_point = len(scale.points) <= _MOST_POINTS
    drawn = _points(scale, result.counts) if by_point else _bands(scale, result.counts)
    words, most = _in_words(scale, result, asked)
    alike = not result.split and 2 * most > asked
    return Shape(criterion.question, words, result.split, drawn, alike=alike)


def _points(scale: Scale, counts: tuple[int, ...]) -> tuple[Bar, ...]:
    return tuple(Bar(scale.word(point), n) for point, n in zip(scale.points, counts, strict=True))


def _in_bands(scale: Scale, counts: tuple[int, ...]) -> tuple[int, int, int]:
    return points_in_bands(counts, scale)


def _bands(scale: Scale, counts: tuple[int, ...]) -> tuple[Bar, ...]:
    return tuple(
        Bar(say(f"views.band.{band}"), n)
        for band, n in zip(("low", "middle", "high"), _in_bands(scale, counts), strict=True)
    )


def _in_words(scale: Scale, result: CriterionResult, asked: int) -> tuple[str, int]:
    """Say what most scored it, and how many that is; of all who were `asked` only where it is most of them too."""
    if result.split:
        return say("views.shape.split"), 0
    top = max(range(len(result.counts)), key=result.counts.__getitem__)
    found = {"most": result.counts[top] if len(scale.points) <= _MOST_POINTS else 0}
    found |= zip(("low", "middle", "high"), _in_bands(scale, result.counts), strict=True)
    for key, most in found.items():
        if 2 * most > result.answered:
            whose = "" if 2 * most > asked else "-of-those"
            return say(f"views.shape.{key}{whose}", word=scale.word(scale.points[top])), most
    return say("views.shape.spread"), 0


def round_bars(session: Session, rounds: tuple[Round, ...]) -> tuple[RoundBars, ...]:
    """Return the closed rounds side by side; if one has to be shown in bands, all are.

    One that shows its outcome only has no bars.
    """
    kept = [r for r in rounds if r.counts is not None]
    banded = any(bars(r.counts or ()).banded for r in kept)
    return tuple(_round(session, r, banded=banded) for r in kept)


def _round(session: Session, one: Round, *, banded: bool) -> RoundBars:
    counts = one.counts or ()
    if banded:
        labels = tuple(say(f"views.side.{side}") for side in ("low", "middle", "high"))
        counts = in_bands(counts)
    else:
        labels = session.consensus.options
    cant = say("views.round.cant-say", n=one.cant_say) if one.cant_say else ""
    drawn = tuple(Bar(label, n) for label, n in zip(labels, counts, strict=True))
    return RoundBars(say(f"views.round.name-{min(one.number, 4)}", n=one.number), drawn, cant)


def moved(rounds: tuple[Round, ...]) -> int | None:
    """Return at least how many moved between the last two closed rounds, where that can be said."""
    kept = [r.counts for r in rounds if r.counts is not None or r.outcome_only]
    before, after = kept[-2:] if len(kept) > 1 else (None, None)
    return moved_at_least(before, after) if before and after else None


class Written(Struct, frozen=True):
    """Some words of ours under a heading; `hidden` is a sentence about those not shown, or nothing."""

    heading: str
    texts: tuple[str, ...]
    hidden: str = ""


def would_ask(state: State, ref: str) -> tuple[Written, ...]:
    """Return what we wrote down to ask while reading, without names; nothing where nobody wrote anything."""
    texts = state.questions.get(ref, ())
    return (Written(say("people.ask.shown"), texts),) if texts else ()


def written(state: State, ref: str) -> tuple[Written, ...]:
    """Return the reasons of each closed ballot of an application that has some, oldest first."""
    rounds = standing(state.rounds.get(ref, ()))
    return tuple(
        Written(
            say(f"people.written.round-{min(one.number, 4)}", n=one.number),
            one.told,
            _hidden(len(one.hidden)),
        )
        for one in rounds
        if one.reasons
    )


def differing(state: State) -> tuple[Written, ...]:
    """Give, for each application that has some, the other views that were recorded."""
    return tuple(
        Written(say("people.minority.heading", title=state.model.called(a.ref)), texts, _hidden(hidden))
        for a in state.model.applications
        for texts, hidden in (told_views(state, a.ref),)
        if texts or hidden
    )


def told_views(state: State, ref: str) -> tuple[tuple[str, ...], int]:
    """Return the other views on an application that may be shown, and how many are hidden."""
    hidden = state.minority_hidden.get(ref, frozenset())
    views = state.minority.get(ref, ())
    return tuple(sorted(text for place, text in enumerate(views) if place not in hidden)), len(hidden)


def _hidden(many: int) -> str:
    return say_many("people.written.hidden", many) if many else ""
