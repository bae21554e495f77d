"""What the room sees of scores: bars move only where five or more of us changed.

The room knows whose score was put right, who stepped out, who was asked to look again. Two pictures that part by fewer
than five of us would tell what those few gave; so the bars stay as the room saw them, whatever the scores are now.
"""

from __future__ import annotations

from msgspec.structs import replace

from sessions.methods.scoring import shape_allowed
from sessions.model.answers import FEWEST, Answer, Kind
from sessions.model.session import Session
from sessions.state import Picture, ScoringState


def looked_at(scoring: ScoringState, model: Session) -> ScoringState:
    """Add to what the room has seen each criterion's bars as they may be drawn now."""
    pictures = {one.key: _seen(scoring, one.key) for one in model.criteria}
    return replace(scoring, pictures={key: seen for key, seen in pictures.items() if seen})


def _seen(scoring: ScoringState, key: str) -> tuple[Picture, ...]:
    before, now = scoring.pictures.get(key, ()), scoring.given(key)
    scores = sum(_value(answer) is not None for answer in now.values())
    if not shape_allowed(scores) or any(0 < _apart(one, now) < FEWEST for one in before):
        return before
    return before if before and not _apart(before[-1], now) else (*before, now)


def _apart(one: Picture, other: Picture) -> int:
    """Count the seats whose score is another in one picture than in the other; what is no score draws no bar."""
    return sum(_value(one.get(seat)) != _value(other.get(seat)) for seat in {*one, *other})


def _value(answer: Answer | None) -> int | None:
    return answer.value if answer is not None and answer.kind is Kind.SCORE else None
