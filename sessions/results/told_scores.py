"""Which scores may be told: none where fewer than five stand, and none beside bars of fewer than five that changed.

What a few gave is theirs. A score, a median, an end of the range or a rank of fewer than five own scores says too much
about each; so does a mean as it is now beside the bars as the room saw them, where one or two of us differ; and so does
a score of which all but one part is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from sessions.methods.scoring import application_score, criterion_result, member_scores, shape_allowed
from sessions.model.answers import Kind, Sheets
from sessions.model.session import Criterion, Session
from sessions.state import ScoringState, State, scores_of
from sessions.state.casters import Casters, outcome_only


def enough_scored(state: State, ref: str) -> bool:
    """Whether at least five own scores of an application stand, and have been shown."""
    return shape_allowed(len(own_scores_of(state, ref)))


def many_scored(state: State, ref: str) -> int:
    """Count who gave a score that stands to any question, counted or not; none before they were shown."""
    scoring = scores_of(state, ref)
    return scoring.worked_out(_many) if scoring.revealed else 0


def _many(sheets: Sheets) -> int:
    return sum(any(answer.kind is Kind.SCORE for answer in sheet.values()) for sheet in sheets.values())


def own_scores_of(state: State, ref: str) -> Mapping[int, Fraction]:
    """Return each member's own score of an application, in u; none before they were revealed."""
    scoring = scores_of(state, ref)
    return scoring.worked_out(member_scores, state.model.criteria) if scoring.revealed else {}


def mean_score(state: State, ref: str) -> Fraction | None:
    """Return the mean of the own scores that stand today, in u; nothing before it was revealed, or where none does."""
    scoring = scores_of(state, ref)
    return scoring.worked_out(application_score, state.model.criteria) if scoring.revealed else None


def changed_since(model: Session, scoring: ScoringState) -> frozenset[int]:
    """Name the seats whose counted scores are others than in the bars that the room has seen."""
    keys = (one.key for one in model.criteria if one.counted)
    return frozenset[int]().union(*(scoring.changed(key) for key in keys))


def scorers(scoring: ScoringState, key: str) -> Casters:
    """Return whose scores are in what the room saw of a criterion."""
    drawn = scoring.drawn(key).items()
    return Casters(frozenset(seat for seat, answer in drawn if answer.kind is Kind.SCORE))


def beside_before(state: State, ref: str, one: Criterion) -> bool:
    """Whether a total on a question may stand beside those that people have seen of it.

    Those are of before the applicants were met, and of the stages before. Two totals whose scorers differ by one to
    four, counted both ways, would give a score away: see `state.casters`.
    """
    scoring = scores_of(state, ref)
    seen = [scorers(scoring.earlier, one.key)] if scoring.earlier is not None else []
    seen = [then for then in seen if shape_allowed(len(then.sure))]
    carried = (about for stage in state.model.before if (about := stage.about(ref)) is not None)
    seen += [
        Casters(frozenset(shape.sure))
        for about in carried
        for shape in about.shapes
        if (shape.key, shape.question) == (one.key, one.question)
    ]
    return not seen or not outcome_only(scorers(scoring, one.key), seen)


def all_beside_before(state: State, ref: str) -> bool:
    """Say it of every question that counts: a score is made of them."""
    return all(beside_before(state, ref, one) for one in state.model.criteria if one.counted)


def each_by_enough(state: State, ref: str) -> bool:
    """Whether five or more scored every question that counts, or nobody did.

    A score is made of the questions' means. Beside those that are told, it gives away the one that is not, of a few.
    """
    scoring = scores_of(state, ref)
    found = (scoring.worked_out(criterion_result, one) for one in state.model.criteria if one.counted)
    return all(one.answered == 0 or shape_allowed(one.answered) for one in found)


def shown_to_all(state: State, ref: str) -> bool:
    """Whether an application's score may be told to everyone: on the wall, and in public."""
    changed = changed_since(state.model, scores_of(state, ref))
    enough = enough_scored(state, ref) and each_by_enough(state, ref)
    return enough and not changed and all_beside_before(state, ref)
