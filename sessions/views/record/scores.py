"""The rows of `scores.csv`, each member's own score, and the checks on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from sessions.methods.scoring import member_scores, round_half_up
from sessions.model.answers import Kind
from sessions.results.budget import to_rank
from sessions.results.score_checks import checks
from sessions.results.tie_ballots import tie_sums
from sessions.state import ScoringState, State
from sessions.views.record.results import six_places
from sessions.views.record.rows import ScoreRow

STEPPING_OUT, NONE = "stepping-out", "none"


def score_rows(state: State, codes: Mapping[int, str]) -> tuple[ScoreRow, ...]:
    """Return one row for each revealed application, member who sat and criterion; members in the order of `codes`.

    A member with a conflict is stepping out, also where a score had come in before it was declared: that score
    is set aside and stands nowhere.
    """
    return tuple(_rows(state, [(seat, code) for seat, code in codes.items() if state.seats[seat].taken]))


def _rows(state: State, members: list[tuple[int, str]]) -> Iterator[ScoreRow]:
    keys = tuple(criterion.key for criterion in state.model.criteria)
    for application in state.model.every_application:
        scoring = state.scoring.get(application.ref)
        if scoring is None:
            continue
        for seat, code in members:
            if seat in scoring.aside or (seat, application.ref) in state.conflicts:
                for key in keys:
                    yield ScoreRow(application.ref, code, key, STEPPING_OUT)
            else:
                yield from _sheet(scoring, application.ref, seat, code, keys)


def _sheet(
    scoring: ScoringState, ref: str, seat: int, code: str, keys: tuple[str, ...]
) -> Iterator[ScoreRow]:
    cells = scoring.cells.get(seat, {}) if seat in scoring.electorate else {}
    for key in keys:
        cell = cells.get(key)
        if cell is None:
            yield ScoreRow(ref, code, key, NONE)
        else:
            answer = cell.answer
            value = answer.value if answer.kind is Kind.SCORE else None
            yield ScoreRow(
                ref, code, key, answer.kind._value_, value, cell.source._value_, cell.helped, cell.corrected
            )


class OwnScoreRow(Struct, frozen=True, gc=False):
    """One member's own score, as its place between the worst (nought) and the best (one), to six decimals."""

    application: str
    member: str
    place: Decimal


def own_score_rows(state: State, codes: Mapping[int, str]) -> tuple[OwnScoreRow, ...]:
    """Return one row for each member who scored something counted, members in the order of `codes`."""
    return tuple(_own_score_rows(state, codes))


def _own_score_rows(state: State, codes: Mapping[int, str]) -> Iterator[OwnScoreRow]:
    for application in state.model.applications:
        scoring = state.scoring.get(application.ref)
        found = scoring.worked_out(member_scores, state.model.criteria) if scoring else {}
        for seat, code in codes.items():
            if seat in found:
                yield OwnScoreRow(application.ref, code, Decimal(round_half_up(found[seat])))


class CheckFacts(Struct, frozen=True):
    """The checks on the scores of applications that at least five scored; on members' own scores, in u.

    `order_slope` is how much the score changes from one application heard to the next, on a scale from 0 to 1.
    """

    applications: int
    members: int
    alpha_ordinal: Decimal | None
    alpha_interval: Decimal | None
    kendalls_w: Decimal | None
    order_slope: Decimal | None
    order_later_higher: int | None
    order_later_lower: int | None


class TieBallotFacts(Struct, frozen=True):
    """A tie-break ballot: the sum of the ranks each was given, empty where nothing is kept or it does not count."""

    applications: tuple[str, ...]
    eligible: int
    cast: int | None
    cant_say: int | None
    sums: dict[str, int]
    void: bool


def check_facts(state: State) -> CheckFacts:
    """Work the checks out."""
    found = checks(state)
    order = found.order
    return CheckFacts(
        applications=found.applications,
        members=found.members,
        alpha_ordinal=six_places(found.alpha_ordinal),
        alpha_interval=six_places(found.alpha_interval),
        kendalls_w=six_places(found.kendalls_w),
        order_slope=six_places(order.slope) if order else None,
        order_later_higher=order.later_higher if order else None,
        order_later_lower=order.later_lower if order else None,
    )


def tie_ballot_facts(state: State) -> tuple[TieBallotFacts, ...]:
    """Return every tie-break ballot that was closed or set aside."""
    counts = tie_sums(state, to_rank(state))
    return tuple(
        TieBallotFacts(
            applications=one.refs,
            eligible=len(one.electorate) if one.eligible is None else one.eligible,
            cast=one.cast,
            cant_say=one.cant_say,
            sums={ref: counts[ref] for ref in one.refs if ref in counts}
            if one.places and not one.void
            else {},
            void=bool(one.void),
        )
        for one in state.tie_ballots
        if not one.open
    )
