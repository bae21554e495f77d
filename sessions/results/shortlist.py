"""The list of a shortlist: places in place of money. Each that goes on takes one, and the line stands where they end.

It is gone down as a list with money is, every application costing one of as many places as there are. So an
application we agreed no on is passed by, one that nobody scored holds the line up, and what the panel records
changes its own row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec.structs import replace

from sessions.model.decisions import Decision, Verdict, words_of
from sessions.results.funding_line import ListRow, Walked, walk

ONE = Decimal(1)


def chosen(decisions: Mapping[str, Decision]) -> tuple[str, ...]:
    """Name those that go on."""
    return tuple(ref for ref, one in decisions.items() if one.verdict is Verdict.CHOSEN)


def walk_places(rows: Iterable[ListRow], places: int, lowest: int, verdicts: tuple[str, ...]) -> Walked:
    """Give each row its place, as far as there are some; the rest is not this time."""
    listed = tuple(rows)
    recorded = {row.ref: row.recorded for row in listed if row.recorded is not None}
    paid = (replace(row, recorded=_as_money(row.recorded)) for row in listed)
    walked = walk(paid, Decimal(places), lowest)
    found = {ref: _in_words(one, recorded.get(ref), verdicts) for ref, one in walked.listed.items()}
    return replace(walked, listed=found)


def _as_money(recorded: Decision | None) -> Decision | None:
    if recorded is None:
        return None
    return Decision(Verdict.FUND, ONE) if recorded.verdict is Verdict.CHOSEN else Decision(recorded.verdict)


def _in_words(came: Decision, recorded: Decision | None, verdicts: tuple[str, ...]) -> Decision:
    """Return what a row came to: as it was recorded, but where no place was left for one that was to go on."""
    if recorded is not None and (came.funded or recorded.verdict is not Verdict.CHOSEN):
        return recorded
    verdict = Verdict.CHOSEN if came.funded else Verdict.NOT_NOW
    return Decision(verdict, words=words_of(verdict, verdicts))
