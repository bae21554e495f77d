"""Who cast in a ballot, as far as the record can know, and the one rule for two totals on one question.

Two totals whose casters differ by one to four, counted both ways, give the ballots of those few away to whoever sets
one against the other. So the later of the two shows its outcome only. This holds for every pair there is: rounds,
rounds set aside, tie-break ballots. A conflict excuses none of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sessions.model.answers import FEWEST
from sessions.model.session import Value


class Casters(Value, frozen=True):
    """Whose ballots are in a total: the `sure` ones, and `slips` of those in `maybe`, nobody knows whose.

    Slips carry no seat. Where fewer were counted than seats vote on paper, each of these may be any paper seat's.
    """

    sure: frozenset[int]
    maybe: frozenset[int] = frozenset()
    slips: int = 0

    @property
    def cast(self) -> int:
        """Count the ballots."""
        return len(self.sure) + self.slips


def casters(
    voters: Collection[int], absent: Collection[int] | None, slips_of: Collection[int], cast: int | None
) -> Casters:
    """Return who cast, from what a closing record keeps: who could, who did not, and whose slips nobody can place.

    In a record that is older than that, all who could vote stand in.
    """
    if absent is None or cast is None:
        return Casters(frozenset(voters))
    sure = frozenset(voters) - frozenset(absent) - frozenset(slips_of)
    return Casters(sure, frozenset(slips_of), cast - len(sure) if slips_of else 0)


class KeptRound(Value, frozen=True):
    """What a closing record keeps of who cast: seats with no ballot, and those whose slips nobody can place.

    None is absent where nobody has looked.
    """

    absent: tuple[int, ...] | None = None
    slips_of: tuple[int, ...] = ()


def kept(voters: Collection[int], phones: Collection[int], paper: Collection[int], cast: int) -> KeptRound:
    """Give it for a ballot that closes: `phones` voted by phone, `paper` by slip if at all; `cast` counts both."""
    slips = cast - len(phones)
    some = 0 < slips < len(paper)
    absent = set(voters) - set(phones) - (set(paper) if slips > 0 else set())
    return KeptRound(tuple(sorted(absent)), tuple(sorted(paper)) if some else ())


def alike(one: Casters, other: Casters) -> bool:
    """Whether two totals may differ by one to four casters, counted both ways; where slips leave it open, yes."""
    both = one.cast + other.cast
    most, least = _shared(one, other)
    fewest, farthest = both - 2 * most, both - 2 * least
    # one caster more in common brings the two nearer by two, so every second number between the ends can be
    return any(fewest <= apart <= farthest and (apart - both) % 2 == 0 for apart in range(1, FEWEST))


def outcome_only(now: Casters, before: Iterable[Casters]) -> bool:
    """Whether a total on a question may show its outcome only, beside the totals shown `before`."""
    return any(alike(earlier, now) for earlier in before)


def _shared(one: Casters, other: Casters) -> tuple[int, int]:
    """Return the most and the fewest casters that two totals may have in common."""
    certain = len(one.sure & other.sure)
    either = len(one.maybe & other.maybe)
    ours = _Slips(one.slips, len(one.maybe & other.sure), len(one.maybe - other.sure - other.maybe))
    theirs = _Slips(other.slips, len(other.maybe & one.sure), len(other.maybe - one.sure - one.maybe))
    most = ours.inside + theirs.inside + min(ours.beyond_inside, theirs.beyond_inside, either)
    least = max(0, ours.beyond_outside + theirs.beyond_outside - either)
    return certain + most, certain + least


class _Slips(Value, frozen=True):
    """Slips of one total, and how many seats they may be of that the other total has for sure, or has not at all."""

    slips: int
    had: int
    had_not: int

    @property
    def inside(self) -> int:
        return min(self.slips, self.had)

    @property
    def beyond_inside(self) -> int:
        return self.slips - self.inside

    @property
    def beyond_outside(self) -> int:
        return max(0, self.slips - self.had_not)
