"""What the panel said in its own words, in rows: reasons and conditions of each decision, and those of the ballots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from .facts import ReasonsRow
from .rows import ResultRow

REASONS, CONDITIONS = "reasons", "conditions"


class OwnWordsRow(Struct, frozen=True):
    """Some words about one application; `said` tells where: `reasons`, `conditions`, a `ballot`, or `differently`."""

    application: str
    title: str
    said: str
    round: int | None
    words: str


def own_words_rows(results: Iterable[ResultRow], ballots: Iterable[ReasonsRow]) -> tuple[OwnWordsRow, ...]:
    """Give one row for the reasons, the conditions and each reason beside a ballot, application by application."""
    beside: dict[str, list[ReasonsRow]] = {}
    for row in ballots:
        beside.setdefault(row.application, []).append(row)
    return tuple(row for one in results for row in _of(one, beside.get(one.application, [])))


def _of(one: ResultRow, beside: list[ReasonsRow]) -> Iterator[OwnWordsRow]:
    if one.reasons:
        yield OwnWordsRow(one.application, one.title, REASONS, None, one.reasons)
    if one.conditions:
        yield OwnWordsRow(one.application, one.title, CONDITIONS, None, one.conditions)
    for row in beside:
        for words in row.reasons:
            yield OwnWordsRow(one.application, one.title, row.said, row.round or None, words)
