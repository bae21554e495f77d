"""What is printed: a slip for each seat and application, and ballot slips that nobody's seat is on.

The questions and answers are the phone's own views, so paper cannot ask anything else than a phone does.
"""

from __future__ import annotations

from collections.abc import Collection, Set

from msgspec import Struct

from sessions.methods.ranking_and_ties import MOST_ON_A_BALLOT
from sessions.model.answers import CONFIDENT, FEWEST, MOST_SMALL
from sessions.model.session import Session, Small, StepKind
from sessions.views.closing_questions import felt_question, point_words, skip_words
from sessions.views.phone import pages as p
from sessions.views.phone.about import about_application
from sessions.views.phone.rounds import CANT_SAY, ballot_choices
from sessions.views.phone.scoring import blank_question
from sessions.wording import say

Conflict = tuple[int, str]


class ScoreSlip(Struct, frozen=True):
    """One seat's slip for one application: known by both, as a score on a phone is."""

    seat: int
    about: p.About
    questions: tuple[p.Score, ...]


class BallotSlip(Struct, frozen=True):
    """A secret ballot on paper. Every slip on one application is like every other: no seat, no round, no number.

    `title` is the application's; `needed` says how many slips there are to be, one for each of us.
    """

    title: str
    question: str
    choices: tuple[p.Choice, ...]
    needed: int


class TieSlip(Struct, frozen=True):
    """A secret ballot to break a tie. Which applications it is on nobody knows yet: the wall numbers them.

    `rows` are those numbers, as many as can be on one ballot, and `places` what each may be given.
    """

    question: str
    rows: tuple[str, ...]
    places: tuple[str, ...]
    cant_say: str
    needed: int


class ViewSlip(Struct, frozen=True):
    """A slip for another view, with neither a seat nor an application on it."""

    question: str
    needed: int


def score_slips(model: Session, seat: int, out: Set[Conflict] = frozenset()) -> tuple[ScoreSlip, ...]:
    """Return a seat's slips in the order the applications are heard, but for those it steps out of."""
    numbers = range(1, len(model.criteria) + 1)
    declared = {(member.seat, ref) for member in model.members for ref in member.conflicts}
    return tuple(
        ScoreSlip(
            seat,
            about_application(model, one.ref),
            tuple(blank_question(model, one.ref, number) for number in numbers),
        )
        for one in model.applications
        if (seat, one.ref) not in declared | out
    )


class ClosingSlip(Struct, frozen=True):
    """One closing question on paper, by itself: who counts must not see how one of us answered several."""

    question: str
    choices: tuple[str, ...]
    instead: str


def closing_slips(model: Session) -> tuple[ClosingSlip, ...]:
    """Return a slip for each closing question of the day, each once."""
    asked = [step.questions or (CONFIDENT,) for step in model.steps if step.kind is StepKind.CONFIDENCE]
    return tuple(
        ClosingSlip(felt_question(one), point_words(one), skip_words((one,)))
        for one in dict.fromkeys(one for questions in asked for one in questions)
    )


def promise_said(model: Session) -> str:
    """Say on a slip what becomes of a score; of few, what we do there instead of showing a shape."""
    seats = len(model.members)
    free = [sum(a.ref not in m.conflicts for m in model.members) for a in model.applications]
    if model.consensus.small is Small.OPEN and min(free, default=seats) <= MOST_SMALL:
        return say("small.slip.open", fewest=FEWEST)
    return say("small.slip.few", fewest=FEWEST) if seats < FEWEST else say("phone.score-promise")


def cards_up_slips(model: Session) -> tuple[BallotSlip, ...]:
    """Return slips that ask whether scores may be turned over, for each application; none where that is never asked."""
    if model.consensus.small is not Small.OPEN:
        return ()
    choices = (p.Choice("yes", say("small.ask.yes")), p.Choice("no", say("small.ask.say-no")))
    question = say("small.ask.question")
    return tuple(
        BallotSlip(model.called(one.ref), question, choices, len(model.members)) for one in model.applications
    )


def ballot_slips(model: Session, refs: Collection[str] | None = None) -> tuple[BallotSlip, ...]:
    """Return the ballot slips on each application, or on these alone, in the order they are heard.

    Slips that name none come last: they are for further ballots, whatever those are on.
    """
    choices, question = ballot_choices(model), model.consensus.question
    titles = [model.called(one.ref) for one in model.applications if refs is None or one.ref in refs]
    return tuple(BallotSlip(title, question, choices, len(model.members)) for title in (*titles, ""))


def tie_slip(model: Session) -> TieSlip | None:
    """Return the slip of a ballot on those that are level; nothing where the rule knows no such ballot."""
    if "ballot" not in model.ties:
        return None
    numbers = tuple(str(n) for n in range(1, min(MOST_ON_A_BALLOT, len(model.applications)) + 1))
    cant_say = next(one.words for one in ballot_choices(model) if one.value == CANT_SAY)
    return TieSlip(say("dividing.tie.question"), numbers, numbers, cant_say, len(model.members))


def view_slip(model: Session) -> ViewSlip | None:
    """Return the slip for another view; nothing where so few of us sit that none would be kept."""
    seats = len(model.members)
    return ViewSlip(say("people.minority.question"), seats) if seats >= FEWEST else None
