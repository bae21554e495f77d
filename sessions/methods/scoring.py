"""Scores, exactly: from answers to a mean, a member's own score, an application's score, and percentiles.

Inside, a score is `u`: its place on its scale as a Fraction, 0 the worst and 1 the best. People are shown the
scale itself. The definitions are those under "Scores" and "Bands and disagreement" in the exports' Read me.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from math import lcm
from typing import Any, TypeVar

from sessions.model.answers import FEWEST, Answer, Kind, Sheets
from sessions.model.session import Criterion, Scale, Value

HALF = Fraction(1, 2)


_Number = TypeVar("_Number", Fraction, int)


def in_order(values: Iterable[_Number]) -> list[_Number]:
    """Sort exactly, by whole numbers: those compare far quicker than Fractions."""
    found = list(values)
    clear = lcm(*(value.denominator for value in found))
    return sorted(found, key=lambda value: value.numerator * (clear // value.denominator))


def percentile(values: Sequence[Fraction] | Sequence[int], p: Fraction) -> Fraction:
    """Find the value at position p·(n−1) of the sorted values, 0 ≤ p ≤ 1. Raises ValueError for none.

    Source: Hyndman & Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996:
    definition 7.
    """
    if not values:
        raise ValueError("there is no percentile of nothing")
    all_of_a_kind: Sequence[Any] = values
    ordered = in_order(all_of_a_kind)
    whole, part = divmod(p * (len(ordered) - 1), 1)
    below = Fraction(ordered[whole])
    return below if part == 0 else below + part * (ordered[whole + 1] - below)


def median(values: Sequence[Fraction] | Sequence[int]) -> Fraction:
    """Find the percentile at one half. Raises ValueError for none."""
    return percentile(values, HALF)


_P30, _P70 = Fraction(3, 10), Fraction(7, 10)


class Band(StrEnum):
    """The third of a scale a place falls in."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class CriterionResult(Value, frozen=True):
    """How one criterion was scored, on its own scale; `counts` has one number a point."""

    mean: Fraction | None
    median: Fraction | None
    lowest: Fraction | None
    highest: Fraction | None
    answered: int
    cant_say: int
    split: bool
    counts: tuple[int, ...]


class ApplicationResult(Value, frozen=True):
    """How one application was scored, on the session's scale; all but `score` are of members' own scores."""

    score: Fraction | None
    median: Fraction | None
    lowest: Fraction | None
    highest: Fraction | None
    scored_by: int
    split: bool
    disagreement_index: Fraction | None


def unit(value: int, scale: Scale) -> Fraction:
    """Place a value on its scale: (v − low)/(high − low), turned round where 1 is best."""
    worst, span = _ends(scale)
    return Fraction(value - worst, span)


def shown(u: Fraction, scale: Scale) -> Fraction:
    """Return a place back as a number on a scale, turned back where 1 is best; undoes `unit`."""
    worst, span = _ends(scale)
    return worst + u * span


def criterion_mean(sheets: Sheets, criterion: Criterion) -> Fraction | None:
    """Take the mean of u over those who scored a criterion; None where nobody did."""
    values = _values(sheets, criterion)
    if not values:
        return None
    worst, span = _ends(criterion.scale)
    return Fraction(sum(values) - worst * len(values), span * len(values))


def application_score(sheets: Sheets, criteria: Iterable[Criterion]) -> Fraction | None:
    """Weigh the means: Σ w·mean / Σ w, in u, over counted criteria that have a mean; None where none has."""
    means = [
        (Fraction(criterion.weight), mean)
        for criterion in criteria
        if criterion.counted and (mean := criterion_mean(sheets, criterion)) is not None
    ]
    if not means:
        return None
    return sum((w * mean for w, mean in means), Fraction()) / sum(w for w, _ in means)


def member_score(sheet: Mapping[str, Answer], criteria: Iterable[Criterion]) -> Fraction | None:
    """Weigh one member's answers: Σ w·u / Σ w over the counted criteria that member scored; None for none."""
    return member_scores({0: sheet}, criteria).get(0)


def member_scores(sheets: Sheets, criteria: Iterable[Criterion]) -> dict[int, Fraction]:
    """Return the own score, in u, of each member who scored a counted criterion; the others are left out."""
    terms, whole = _terms(criteria)
    scores: dict[int, Fraction] = {}
    for seat, sheet in sheets.items():
        total = weights = 0
        for key, worst, step, weight in terms:
            answer = sheet.get(key)
            if answer is not None and answer.kind is Kind.SCORE and answer.value is not None:
                total += (answer.value - worst) * step
                weights += weight
        if weights:
            scores[seat] = Fraction(total, weights * whole)
    return scores


def band(u: Fraction) -> Band:
    """Name the third a place falls in: low under 1/3, high over 2/3, middle between and at both marks."""
    thirds, ones = 3 * u.numerator, u.denominator
    if thirds < ones:
        return Band.LOW
    return Band.HIGH if thirds > 2 * ones else Band.MIDDLE


def heads_in_bands(us: Iterable[Fraction]) -> tuple[int, int, int]:
    """Count heads in the low, middle and high bands."""
    found = [band(u) for u in us]
    return found.count(Band.LOW), found.count(Band.MIDDLE), found.count(Band.HIGH)


def points_in_bands(counts: Sequence[int], scale: Scale) -> tuple[int, int, int]:
    """Add up the heads at each point of a scale, worst number first, into the low, middle and high bands."""
    found = dict.fromkeys(Band, 0)
    for point, heads in zip(scale.points, counts, strict=True):
        found[band(unit(point, scale))] += heads
    return found[Band.LOW], found[Band.MIDDLE], found[Band.HIGH]


def is_split(low: int, high: int, n: int) -> bool:
    """Whether at least a third of n are low and at least a third high; nobody is never split."""
    third = -(-n // 3)
    return n > 0 and low >= third and high >= third


def split(us: Sequence[Fraction]) -> bool:
    """Whether scores are split: L ≥ ⌈n/3⌉ and H ≥ ⌈n/3⌉."""
    low, _, high = heads_in_bands(us)
    return is_split(low, high, len(us))


def disagreement_index(us: Sequence[Fraction]) -> Fraction | None:
    """Divide the spread P70 − P30 by the spread that symmetry allows, on 1–9 (1 + 8u); None for nobody.

    Above 1 the panel disagrees. IPRAS = 2.35 + 1.5·|5 − (P30 + P70)/2|. Source: Fitch et al., The RAND/UCLA
    Appropriateness Method User's Manual, 2001.
    """
    if not us:
        return None
    low, high = 1 + 8 * percentile(us, _P30), 1 + 8 * percentile(us, _P70)
    allowed = Fraction(47, 20) + Fraction(3, 2) * abs(5 - (low + high) / 2)
    return (high - low) / allowed


def shape_allowed(n: int) -> bool:
    """Whether the shape of n members' scores may be shown or exported."""
    return n >= FEWEST


def criterion_result(sheets: Sheets, criterion: Criterion) -> CriterionResult:
    """Sum up one criterion of one application, on the criterion's own scale."""
    values, scale = sorted(_values(sheets, criterion)), criterion.scale
    counts = tuple(values.count(point) for point in scale.points)
    low, _, high = points_in_bands(counts, scale)
    answers = [sheet[criterion.key] for sheet in sheets.values() if criterion.key in sheet]
    return CriterionResult(
        mean=Fraction(sum(values), len(values)) if values else None,
        median=median(values) if values else None,
        lowest=Fraction(values[0]) if values else None,
        highest=Fraction(values[-1]) if values else None,
        answered=len(values),
        cant_say=sum(answer.kind is Kind.CANT_SAY for answer in answers),
        split=is_split(low, high, len(values)),
        counts=counts,
    )


def application_result(sheets: Sheets, criteria: Sequence[Criterion], scale: Scale) -> ApplicationResult:
    """Sum up one application on the session's scale; lowest is the smaller number shown, wherever best is."""
    score = application_score(sheets, criteria)
    own = in_order(member_scores(sheets, criteria).values())
    ends = sorted((shown(own[0], scale), shown(own[-1], scale))) if own else (None, None)
    return ApplicationResult(
        score=None if score is None else shown(score, scale),
        median=shown(median(own), scale) if own else None,
        lowest=ends[0],
        highest=ends[1],
        scored_by=len(own),
        split=split(own),
        disagreement_index=disagreement_index(own),
    )


def round_half_up(x: Fraction, places: int = 6) -> str:
    """Write a number with exactly so many decimals, halves away from nought (as a spreadsheet rounds)."""
    units = (2 * abs(x.numerator) * 10**places + x.denominator) // (2 * x.denominator)
    digits = str(units).rjust(places + 1, "0")
    sign = "-" if x < 0 and units else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def _ends(scale: Scale) -> tuple[int, int]:
    """Return the worst point and the signed way from it to the best."""
    if scale.best == "low":
        return scale.high, scale.low - scale.high
    return scale.low, scale.high - scale.low


def _values(sheets: Sheets, criterion: Criterion) -> list[int]:
    """Collect the numbers given for a criterion; whatever is not a score is left out, never nought."""
    answers = (sheet.get(criterion.key) for sheet in sheets.values())
    return [a.value for a in answers if a is not None and a.kind is Kind.SCORE and a.value is not None]


def _terms(criteria: Iterable[Criterion]) -> tuple[list[tuple[str, int, int, int]], int]:
    """Turn weights into whole numbers: (key, worst, step, weight), so that Σ w·u = Σ (v − worst)·step/whole.

    One Fraction a member in place of one an answer: 500 members stay quick.
    """
    counted = [(c.key, *_ends(c.scale), Fraction(c.weight)) for c in criteria if c.counted]
    clear = lcm(*(weight.denominator for *_, weight in counted))
    whole = lcm(*(span for _, _, span, _ in counted))
    terms = []
    for key, worst, span, weight in counted:
        times = int(weight * clear)
        terms.append((key, worst, times * (whole // span), times))
    return terms, whole
