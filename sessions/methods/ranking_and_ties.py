"""Order: by exact score, then by the tie-break list the panel agreed before any score was seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from sessions.methods.scoring import Band, application_score, band, criterion_mean, member_scores
from sessions.model.answers import Sheets
from sessions.model.session import Application, Criterion, Value

FEWER_LOW_SCORES = "fewer-low-scores"
SMALLER_ASK = "smaller-ask"
BALLOT = "ballot"
CRITERION = "criterion:"
MOST_ON_A_BALLOT = 8  # nobody can put more than this in order with care

Sums = Mapping[str, int]  # ref → sum of the ranks members gave it in secret


class Ranked(Value, frozen=True):
    """What an application is ordered by; `score` and `means` (by criterion) in u, None for no score."""

    ref: str
    score: Fraction | None
    means: Mapping[str, Fraction | None]
    low_scores: int
    asked: Decimal


class RankPlace(Value, frozen=True):
    """Where an application came, and the breaker that put it there, if one did."""

    ref: str
    rank: int
    tie_break: str = ""


def ranked(application: Application, sheets: Sheets, criteria: Sequence[Criterion]) -> Ranked:
    """Work out what an application is ordered by; every criterion may break a tie, counted or not."""
    own = member_scores(sheets, criteria).values()
    return Ranked(
        ref=application.ref,
        score=application_score(sheets, criteria),
        means={criterion.key: criterion_mean(sheets, criterion) for criterion in criteria},
        low_scores=sum(band(u) is Band.LOW for u in own),
        asked=application.asked,
    )


def rank(
    applications: Sequence[Ranked], breakers: Sequence[str], sums: Sums | None = None
) -> tuple[RankPlace, ...]:
    """Put applications in order, best first; those still tied share a rank (1, 2, 2, 4) in the order given.

    Those nobody scored come last and share one rank: there is nothing to break a tie with. `tie_break` names
    the last breaker that parted an application from another of the same score; it is empty where none was
    needed, or none could. `sums` is the tie-break ballot's; lacking one of the tied, `ballot` is passed over.
    """
    places: list[RankPlace] = []
    for group in _groups(applications, {a.ref: _descending(a.score) for a in applications}):
        scored = group[0].score is not None
        for tied, breaker in _part(group, breakers if scored else (), sums or {}, last=""):
            first = len(places) + 1
            places += [RankPlace(one.ref, first, breaker) for one in tied]
    return tuple(places)


def in_tie_order(
    applications: Sequence[Ranked], breakers: Sequence[str], sums: Sums | None = None
) -> tuple[str, ...]:
    """Put refs in the order the tie-break list alone gives, as if all were tied; then by ref."""
    parted = _part(sorted(applications, key=lambda one: one.ref), breakers, sums or {}, last="")
    return tuple(one.ref for tied, _ in parted for one in tied)


def left_tied(applications: Sequence[Ranked], breakers: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of the same score that these breakers leave level, best first; nobody's score is no tie."""
    scored = [one for one in applications if one.score is not None]
    groups = _groups(scored, {one.ref: _descending(one.score) for one in scored})
    left = [tied for group in groups for tied, _ in _part(group, breakers, {}, last="")]
    return tuple(tuple(one.ref for one in tied) for tied in left if len(tied) > 1)


def rank_sums(counts: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """Add up a tie-break ballot: counts per place (first place first) → the sum of ranks, lowest is best."""
    return {ref: sum(place * n for place, n in enumerate(row, start=1)) for ref, row in counts.items()}


_Key = tuple[int, Fraction]


def _part(
    tied: Sequence[Ranked], breakers: Sequence[str], sums: Sums, *, last: str
) -> list[tuple[Sequence[Ranked], str]]:
    """Part the tied by each breaker in turn; give each group left with the last breaker that parted it."""
    if len(tied) == 1 or not breakers:
        return [(tied, last)]
    breaker, *rest = breakers
    groups = _groups(tied, _keys(tied, breaker, sums))
    last = breaker if len(groups) > 1 else last
    return [parted for group in groups for parted in _part(group, rest, sums, last=last)]


def _groups(applications: Sequence[Ranked], keys: Mapping[str, _Key]) -> list[list[Ranked]]:
    """Gather those with equal keys, smallest key first, in the order given within."""
    found: dict[_Key, list[Ranked]] = {}
    for one in applications:
        found.setdefault(keys[one.ref], []).append(one)
    return [found[key] for key in sorted(found)]


def _keys(tied: Sequence[Ranked], breaker: str, sums: Sums) -> dict[str, _Key]:
    """Give each of the tied its sorting key for a breaker. Raises ValueError for an unknown one."""
    if breaker.startswith(CRITERION):
        key = breaker.removeprefix(CRITERION)
        return {one.ref: _descending(one.means[key]) for one in tied}
    if breaker == FEWER_LOW_SCORES:
        return {one.ref: (0, Fraction(one.low_scores)) for one in tied}
    if breaker == SMALLER_ASK:
        return {one.ref: (0, Fraction(one.asked)) for one in tied}
    if breaker == BALLOT:
        voted = all(one.ref in sums for one in tied)
        return {one.ref: (0, Fraction(sums[one.ref] if voted else 0)) for one in tied}
    raise ValueError(breaker)


def _descending(u: Fraction | None) -> _Key:
    """Sort the higher first, and what nobody scored last."""
    return (1, Fraction()) if u is None else (0, -u)
