"""One room as it may stand beside many others: the rows of its public account, and nothing by person.

A total with fewer than five people behind it is empty, once more: what comes in may be a file that others made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from sessions.methods.consensus import bars, in_bands, option_bands
from sessions.model.answers import FEWEST
from sessions.model.follow_up import Became
from sessions.model.text import clean, clean_lines
from sessions.views.record import rows as r
from sessions.views.record.account import Account
from sessions.views.record.closing import FeltFacts
from sessions.views.record.day import BANDS
from sessions.views.record.facts import CriterionFacts, RecordFacts, SessionFacts
from sessions.views.record.gathered_rows import (
    ApplicationRow,
    CriterionResultRow,
    CriterionRow,
    FeltRow,
    Gathered,
    InterventionRow,
    RoundRow,
    SessionRow,
    StepRow,
)
from sessions.views.record.minutes import minutes_of_lines

# What the facilitator did; that a member left or declared a conflict late is about one person, and is not here.
ACTS = frozenset(
    (
        *("ballots-unread", "break-skipped", "break-taken", "by-talking", "card-reissued", "corrected"),
        *("doors-reopened", "hand-round-made", "list-reopened", "reason-hidden", "retimed"),
        *("reveal-voided", "round-voided", "seat-added", "step-added", "step-moved", "step-skipped"),
        *("tie-voided", "undone", "seat-put-back", "placed", "money-moved"),
        *("paper-everyone", "paper-hand-round", "paper-two-see", "against-rule"),
    )
)


RECORD, EXPORT = "record", "export"


def gathered(
    account: Account,
    record: RecordFacts,
    *,
    head: str,
    program: str,
    proof: str,
    told: Mapping[str, Became] | None = None,
    after_lines: int | None = None,
) -> Gathered:
    """Return what a room gives; `proof` says whether its record was verified or an export was taken on trust.

    `told` is what became of each, in so many lines, where that was recorded after the day.
    """
    key = record.id
    return Gathered(
        session=(replace(_session(account.session, record, head, program, proof), after_lines=after_lines),),
        application=tuple(_applications(key, account, told or {}, _by_few(account, proof))),
        criterion=tuple(_criteria(key, account.criteria)),
        criterion_result=tuple(_criterion_results(key, account.criteria)),
        round=tuple(_rounds(key, account)),
        felt=tuple(_felt(key, account.session.felt)),
        step=tuple(_steps(key, account)),
        intervention=tuple(_interventions(key, account.interventions)),
    )


def _session(facts: SessionFacts, record: RecordFacts, head: str, program: str, proof: str) -> SessionRow:
    gives = (
        facts.stage is None or facts.stage.places is None
    )  # a shortlist gives nothing of its programme's pot
    return SessionRow(
        session_id=record.id,
        programme=clean(facts.programme) or None,
        stage=clean(facts.stage.name) if facts.stage else None,
        follows=(clean(facts.stage.follows) or None) if facts.stage else None,
        title=clean(facts.title),
        date=facts.date,
        place=clean(facts.place),
        currency=clean(facts.currency),
        pot=facts.pot if gives else facts.pot * 0,
        seats=facts.seats,
        sat=facts.sat,
        quorum=facts.quorum,
        rule=clean(facts.rule),
        rounds=facts.rounds,
        language=clean(facts.language),
        confirmed=facts.confirmed,
        ended=facts.ended,
        rehearsal=record.rehearsal,
        lines=record.lines,
        sealed=record.sealed,
        head=clean(head),
        program=clean(program),
        proof=proof,
    )


def _enough(people: int | None) -> bool:
    return people is not None and people >= FEWEST


def _by_few(account: Account, proof: str) -> frozenset[str]:
    """Name those of which few, as far as a file taken on trust tells, scored a question that counts.

    Their score beside the other questions' means would give what those few gave. Our own account keeps it back itself.
    """
    if proof != EXPORT:
        return frozenset()
    counted = (one for one in account.criteria if one.counted)
    return frozenset(
        found.application for one in counted for found in one.results if not _enough(found.answered)
    )


def _applications(
    key: str, account: Account, told: Mapping[str, Became], by_few: frozenset[str]
) -> Iterator[ApplicationRow]:
    came_to = {one.application: one for one in account.results}
    for facts in account.applications:
        result = came_to.get(facts.ref)
        enough = result is not None and _enough(result.scored_by) and facts.ref not in by_few
        became = told.get(facts.ref, Became())
        yield ApplicationRow(
            session_id=key,
            ref=clean(facts.ref),
            their_ref=None,
            title=clean(facts.title),
            organisation=clean(facts.organisation),
            org_id=None,
            strand=clean(facts.strand),
            place=clean(facts.place),
            theme=clean(facts.theme),
            asked=facts.asked,
            least=facts.least,
            scored_by=result.scored_by if result and enough else None,
            score=result.score if result and enough else None,
            split=result.split if result and enough else None,
            rank=result.rank if result and enough else None,
            outcome=clean(result.outcome) if result else "",
            decision=clean(result.decision) if result else "",
            amount=result.amount if result else None,
            reasons=clean_lines(result.reasons) if result else "",
            conditions=clean_lines(result.conditions) if result else "",
            offer=became.offer.value if became.offer else None,
            offer_amount=became.amount,
            paid_on=became.paid,
        )


def _criteria(key: str, criteria: Iterable[CriterionFacts]) -> Iterator[CriterionRow]:
    for one in criteria:
        question = clean(one.question)
        yield CriterionRow(
            key, clean(one.key), question, one.weight, one.counted, one.low, one.high, clean(one.best)
        )


def _criterion_results(key: str, criteria: Iterable[CriterionFacts]) -> Iterator[CriterionResultRow]:
    for criterion in criteria:
        for one in criterion.results:
            ref, question = clean(one.application), clean(criterion.key)
            if _enough(one.answered):
                yield CriterionResultRow(key, ref, question, one.mean, one.answered, one.cant_say, one.split)
            else:
                yield CriterionResultRow(key, ref, question, None, None, None, None)


def _rounds(key: str, account: Account) -> Iterator[RoundRow]:
    held: dict[tuple[str, int], list[r.RoundRow]] = {}
    for row in account.rounds:
        held.setdefault((row.application, row.round), []).append(row)
    for (ref, number), rows in held.items():
        cast = rows[0].cast if _enough(rows[0].cast) else None
        outcome, void = clean(rows[0].outcome), rows[0].void
        for position, (option, band, count) in enumerate(_options(rows)):
            yield RoundRow(key, clean(ref), number, position, option, band, count, cast, outcome, void)


def _options(rows: list[r.RoundRow]) -> list[tuple[str, str, int | None]]:
    """Return option, band and count; the bands alone where an option has one ballot, nothing where too few cast."""
    counts = tuple(row.count for row in rows if row.count is not None)
    if len(counts) < len(rows) or sum(counts) < FEWEST:
        return [("", "", None)]
    labels = tuple(row.option for row in rows)
    if labels == BANDS:
        return [("", band, n) for band, n in zip(BANDS, counts, strict=True)]
    if len(rows) < 2 or bars(counts).banded:
        return (
            [("", band, n) for band, n in zip(BANDS, in_bands(counts), strict=True)] if len(rows) > 1 else []
        )
    bands = option_bands(len(rows))
    return [(clean(label), band.value, n) for label, band, n in zip(labels, bands, counts, strict=True)]


def _felt(key: str, asked: Iterable[FeltFacts]) -> Iterator[FeltRow]:
    """Return every time the room was asked a question, by points or bands."""
    for one in asked:
        counts, moment = one.counts, one.moment
        if sum(counts) < FEWEST or len(counts) < len(BANDS):
            continue
        banded = len(counts) == len(BANDS) or bars(counts).banded
        shown = counts if len(counts) == len(BANDS) else in_bands(counts) if banded else counts
        bands = BANDS if banded else tuple(band.value for band in option_bands(len(counts)))
        for position, (band, count) in enumerate(zip(bands, shown, strict=True)):
            point = None if banded else position + 1
            yield FeltRow(key, clean(one.question), moment, position, point, band, count)


def _steps(key: str, account: Account) -> Iterator[StepRow]:
    lines = account.session.agenda
    took = minutes_of_lines(lines, account.timings)
    for position, (line, minutes) in enumerate(zip(lines, took, strict=True), start=1):
        yield StepRow(key, position, clean(line.kind), clean(line.ref), line.minutes, minutes)


def _interventions(key: str, rows: Iterable[r.InterventionRow]) -> Iterator[InterventionRow]:
    counted = Counter(row.what for row in rows if row.what in ACTS)
    for what, count in sorted(counted.items()):
        yield InterventionRow(key, what, count)
