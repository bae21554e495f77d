"""Score slips: one seat's slips for one day, in letters of 18 points, with the words a phone has.

Beside each answer stands the key that types it in at the wall, so that a slip is read off in a few seconds.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sessions.model import Session
from sessions.views.pages import Score
from sessions.views.paper import ScoreSlip
from sessions.wording import say

from .sheet import Sheet

KEYS = {"cant-say": "c", "not-applicable": "x"}


class Mark(Struct, frozen=True):
    """One answer to mark, and the key it is typed in with."""

    key: str
    words: str


class Question(Struct, frozen=True):
    """One question of a slip. Where there are no `marks`, a number is written in a box."""

    place: str
    question: str
    hint: str
    marks: tuple[Mark, ...]
    instead: str
    others: tuple[Mark, ...]


class Slip(Struct, frozen=True):
    """One application's slip."""

    heading: str
    lines: tuple[str, ...]
    questions: tuple[Question, ...]


class Slips(Sheet, frozen=True):
    """All slips of one seat. `out` is the box of who has to step out, `promise` what a phone says of a score."""

    seat: str
    how: str
    promise: str
    out: str
    out_mark: str
    slips: tuple[Slip, ...]


def slips_sheet(session: Session, seat: int, slips: Sequence[ScoreSlip]) -> Slips:
    """Lay out a seat's slips."""
    return Slips(
        "slips",
        session.language,
        say("paper.slips.title", seat=seat, session=session.title),
        seat=say("phone.seat", seat=seat),
        how=say("paper.slips.how"),
        promise=say("phone.score-promise"),
        out=say("phone.stepping-why"),
        out_mark=say("phone.step-out"),
        slips=tuple(
            Slip(
                slip.about.title,
                _lines(slip),
                tuple(_question(slip.about.ref, one) for one in slip.questions),
            )
            for slip in slips
        ),
    )


def _lines(slip: ScoreSlip) -> tuple[str, ...]:
    about = slip.about
    return tuple(line for line in (about.organisation, about.place, about.asks) if line)


def _question(ref: str, one: Score) -> Question:
    best, worst = (one.high, one.low) if one.best == "high" else (one.low, one.high)
    numbers = bool(one.choices) and all(choice.words == choice.value for choice in one.choices)
    limits = "" if one.choices else say("phone.number", low=one.low, high=one.high, best=best)
    return Question(
        place=f"{ref} · {say('phone.question-of', number=one.number, of=one.of)}",
        question=one.question,
        hint=say("phone.best", best=best, worst=worst) if numbers else limits,
        marks=tuple(Mark("" if numbers else choice.value, choice.words) for choice in one.choices),
        instead=say("phone.or" if one.choices else "phone.instead"),
        others=tuple(Mark(KEYS[choice.value], choice.words) for choice in one.others),
    )
