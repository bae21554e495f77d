"""A page for notes for each interview: what is asked, with room to write. No other application is on it."""

from __future__ import annotations

from msgspec import Struct

from screens.paper.press import PrintedSheet
from sessions.model.session import Session
from sessions.plan.interviews import interviews
from sessions.wording import say

_LINES = 26  # to write on, that one page of letters of 18 points has room for beside its head
_FEWEST = 2


class InterviewPaper(Struct, frozen=True):
    """One interview's page; `lines` is how many there are to write on below each question."""

    heading: str
    by: str
    questions: tuple[str, ...]
    lines: int


class InterviewSheet(PrintedSheet, frozen=True):
    """All the pages, one an interview; guests may see the page of their own."""

    how: str
    pages: tuple[InterviewPaper, ...]


def interview_sheet(session: Session) -> InterviewSheet | None:
    """Lay the pages out; nothing where nobody is met."""
    met = interviews(session.steps)
    if not met:
        return None
    theirs = say("interviews.theirs.row")
    pages = []
    for step in met:
        one = session.application(step.ref)
        agreed = (say("interviews.paper.agreed"),) if step.ask else ()  # on the day, after this is printed
        questions = (*step.questions, *agreed, theirs)
        by = " · ".join(part for part in (one.organisation, one.place) if part)
        pages.append(InterviewPaper(one.title, by, questions, _room_for(len(questions))))
    return InterviewSheet(
        "interviews",
        session.language,
        say("interviews.paper.title", session=session.title),
        how=say("interviews.paper.how"),
        pages=tuple(pages),
    )


def _room_for(questions: int) -> int:
    return max(_LINES // questions - 2, _FEWEST)
