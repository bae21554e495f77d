"""The shapes wall and phone share: how a criterion was scored, how a round went. Never who."""

from __future__ import annotations

from msgspec import Struct

from ..answers import Sheets
from ..consensus import bars, in_bands, moved_at_least
from ..model import Criterion, Scale, Session
from ..scoring import CriterionResult, criterion_result, heads_in_bands, shape_allowed, unit
from ..state import Round, Scoring
from ..wording import say

_MOST_POINTS = 5  # longer scales are drawn as three bands: more bars than this cannot be read from the back


class Bar(Struct, frozen=True):
    """One bar: a point's, option's or band's word, and how many people it stands for."""

    label: str
    count: int


class Shape(Struct, frozen=True):
    """How one criterion was scored: its question, in words, and its bars; no bars for a small group."""

    question: str
    words: str
    split: bool
    bars: tuple[Bar, ...]


class RoundBars(Struct, frozen=True):
    """One closed round as it may be shown."""

    name: str
    bars: tuple[Bar, ...]
    cant_say: str


def shapes(session: Session, scoring: Scoring, *, public: bool = False) -> tuple[Shape, ...]:
    """Give the shape of each criterion, split ones first, as they were when they were revealed.

    In `public` no bars are drawn that scores have changed since: beside the means as they are now, in the same
    export, they would tell what the one or two gave who came, went or changed.
    """
    drawn = [_shape(one, criterion_result(_sheets(scoring, one.key), one)) for one in session.criteria]
    if public:
        drawn = [
            shape
            if _unchanged(scoring, one.key)
            else Shape(one.question, say("views.shape.since"), split=False, bars=())
            for one, shape in zip(session.criteria, drawn, strict=True)
        ]
    return tuple(sorted(drawn, key=lambda shape: not shape.split))


def _sheets(scoring: Scoring, key: str) -> Sheets:
    return {seat: {key: answer} for seat, answer in scoring.drawn(key).items()}


def _unchanged(scoring: Scoring, key: str) -> bool:
    now = {seat: sheet[key] for seat, sheet in scoring.sheets.items() if key in sheet}
    return scoring.drawn(key) == now


def _shape(criterion: Criterion, result: CriterionResult) -> Shape:
    if not shape_allowed(result.answered):
        return Shape(criterion.question, say("views.shape.too-few"), split=False, bars=())
    scale = criterion.scale
    by_point = len(scale.points) <= _MOST_POINTS
    drawn = _points(scale, result.counts) if by_point else _bands(scale, result.counts)
    return Shape(criterion.question, _in_words(scale, result), result.split, drawn)


def _points(scale: Scale, counts: tuple[int, ...]) -> tuple[Bar, ...]:
    return tuple(Bar(scale.word(point), n) for point, n in zip(scale.points, counts, strict=True))


def _in_bands(scale: Scale, counts: tuple[int, ...]) -> tuple[int, int, int]:
    us = [unit(point, scale) for point, n in zip(scale.points, counts, strict=True) for _ in range(n)]
    return heads_in_bands(us)


def _bands(scale: Scale, counts: tuple[int, ...]) -> tuple[Bar, ...]:
    return tuple(
        Bar(say(f"views.band.{band}"), n)
        for band, n in zip(("low", "middle", "high"), _in_bands(scale, counts), strict=True)
    )


def _in_words(scale: Scale, result: CriterionResult) -> str:
    if result.split:
        return say("views.shape.split")
    top = max(range(len(result.counts)), key=result.counts.__getitem__)
    if 2 * result.counts[top] > result.answered and len(scale.points) <= _MOST_POINTS:
        return say("views.shape.most", word=scale.word(scale.points[top]))
    low, _middle, high = _in_bands(scale, result.counts)
    if 2 * high > result.answered:
        return say("views.shape.high")
    if 2 * low > result.answered:
        return say("views.shape.low")
    return say("views.shape.spread")


def round_bars(session: Session, rounds: tuple[Round, ...]) -> tuple[RoundBars, ...]:
    """Give the closed rounds side by side; if one has to be shown in bands, all are."""
    kept = [r for r in rounds if r.counts is not None]
    banded = any(bars(r.counts or ()).banded for r in kept)
    return tuple(_round(session, r, place, banded=banded) for place, r in enumerate(kept, start=1))


def _round(session: Session, one: Round, place: int, *, banded: bool) -> RoundBars:
    counts = one.counts or ()
    if banded:
        labels = tuple(say(f"views.side.{side}") for side in ("low", "middle", "high"))
        counts = in_bands(counts)
    else:
        labels = session.consensus.options
    cant = say("views.round.cant-say", n=one.cant_say) if one.cant_say else ""
    drawn = tuple(Bar(label, n) for label, n in zip(labels, counts, strict=True))
    return RoundBars(say(f"views.round.name-{min(place, 4)}", n=place), drawn, cant)


def moved(rounds: tuple[Round, ...]) -> int | None:
    """Give at least how many moved between the last two closed rounds, where that can be said."""
    kept = [r.counts for r in rounds if r.counts is not None]
    return moved_at_least(kept[-2], kept[-1]) if len(kept) > 1 else None
