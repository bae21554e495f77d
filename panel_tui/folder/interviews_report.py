"""Say what `check` finds about interviews: too many a day, too near each other, not the same for everybody."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.model.session import Session
from sessions.model.stage import StageName
from sessions.plan.days import parts
from sessions.plan.interviews import (
    LEAST_BETWEEN,
    MOST_A_DAY,
    interviews,
    other_minutes,
    other_questions,
    too_near,
)
from sessions.wording import say


def interview_worries(session: Session) -> Iterator[str]:
    """Say each worry in a sentence; where nobody is met, only that this was to be a stage of interviews."""
    if _to_be_met(session) and not interviews(session.steps):
        yield say("interviews.check.none")
    if _asked_before(session):
        yield say("interviews.check.asked-before", question=session.consensus.question)
    for number, steps in enumerate(parts(session.steps), start=1):
        many = len(interviews(steps))
        if many > MOST_A_DAY:
            yield say("interviews.check.many", n=number, many=many, most=MOST_A_DAY)
        if near := too_near(steps):
            yield say("interviews.check.near", minutes=LEAST_BETWEEN, refs=", ".join(near))
    if unlike := other_questions(session.steps):
        yield say("interviews.check.questions", refs=", ".join(unlike))
    if unlike := other_minutes(session.steps):
        yield say("interviews.check.minutes", refs=", ".join(unlike))


def _asked_before(session: Session) -> bool:
    """Whether the ballot asks, word for word, what was asked at any stage before: whom to meet, for instance."""
    counts = (count for stage in session.before for one in stage.carried for count in one.counts)
    return any(count.question == session.consensus.question for count in counts)


def _to_be_met(session: Session) -> bool:
    return session.stage is not None and session.stage.name is StageName.INTERVIEW
