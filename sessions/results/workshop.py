"""From suggestions to criteria: the first list, what each question weighs, and the criteria that come of it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from msgspec.structs import replace

from sessions.events import Draft
from sessions.model.answers import FEWEST
from sessions.model.session import Criterion, Session

SHARED = 10  # points that each member shares among the questions
MOST = 10  # questions that a ballot can hold, and an application can be judged by without tiring everybody


def first_list(model: Session, suggestions: Sequence[str], ask: str = "") -> tuple[Draft, ...]:
    """Return the criteria there are, then what was suggested; the same words twice stand once.

    Where a workshop asks something else, `ask`, there is nothing on the list before.
    """
    lines = [Draft(one.question, one.key) for one in model.criteria if one.counted and not ask]
    seen = {line.question.casefold() for line in lines}
    for text in suggestions:
        if text.casefold() not in seen:
            seen.add(text.casefold())
            lines.append(Draft(text))
    return tuple(lines)


def weights(counts: Sequence[Sequence[int]]) -> tuple[Decimal, ...] | None:
    """Give each question its mean of points, to one decimal, half up; None where one was weighed by under five.

    Earlier records count five degrees of importance, from 1; later ones the points each got, from none. A question
    that got none keeps a tenth of one: what is asked counts for something.
    """
    if not counts or any(sum(row) < FEWEST for row in counts):
        return None
    return tuple(_mean(row) for row in counts)


def _mean(row: Sequence[int]) -> Decimal:
    lowest = 0 if len(row) == SHARED + 1 else 1
    mean = Fraction(sum(point * n for point, n in enumerate(row, start=lowest)), sum(row))
    tenths = Decimal(mean.numerator * 10) / Decimal(mean.denominator)
    return max(tenths.quantize(Decimal(1), ROUND_HALF_UP), Decimal(1)) / 10


def agreed(model: Session, lines: Sequence[Draft], given: Sequence[Decimal] | None) -> tuple[Criterion, ...]:
    """Make the criteria: those there were keep their key and scale, new ones take the session's.

    Questions that do not count stay as they were. Without weights those there were keep theirs, new ones get 1.
    """
    known = {one.key: one for one in model.criteria}
    fresh = (key for n in range(1, len(lines) + len(known) + 1) if (key := f"own-{n}") not in known)
    made = []
    for place, line in enumerate(lines):
        before = known.get(line.key)
        weight = given[place] if given else before.weight if before else Decimal(1)
        made.append(
            replace(before, question=line.question, weight=weight)
            if before
            else Criterion(next(fresh), line.question, model.scale, weight)
        )
    return (*made, *(one for one in model.criteria if not one.counted))
