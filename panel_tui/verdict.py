"""Say how a rehearsal went: whether the day came to its end, who answered, where the record is, and what comes next."""

from __future__ import annotations

from pathlib import Path

from sessions.model import Value
from sessions.state import State, scores_of
from sessions.wording import say


class Verdict(Value, frozen=True):
    """What a rehearsed day came to; counts of applications scored and of pretend members who scored any."""

    ended: bool
    scored: int
    applications: int
    answered: int
    members: int


def verdict(state: State, members: int) -> Verdict:
    """Look at a rehearsed day; `members` is how many were to take part."""
    scorings = [scores_of(state, application.ref) for application in state.model.applications]
    answered = {seat for scoring in scorings for seat, cells in scoring.cells.items() if cells}
    scored = sum(any(scoring.cells.values()) for scoring in scorings)
    return Verdict(state.ended, scored, len(scorings), len(answered), members)


def verdict_said(came: Verdict, kept: Path | None, after: str) -> str:
    """Say it; `kept` is where the session was left, and `after` what to do next."""
    key = "rehearse.verdict-ended" if came.ended else "rehearse.verdict-not-ended"
    how = say(
        key,
        scored=came.scored,
        applications=came.applications,
        answered=came.answered,
        members=came.members,
    )
    where = say("rehearse.verdict-kept", folder=kept) if kept else say("rehearse.verdict-gone")
    return " ".join((how, where, after))
