"""Score slips and ballot slips, in letters of 18 points.

Beside each answer stands the key that types it in at the wall, so that a slip is read off in a few seconds.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from screens.paper.press import PrintedSheet
from sessions.decide.asking import MOST_ANSWERS
from sessions.model.session import Session
from sessions.views.paper.slips import BallotSlip, ClosingSlip, ScoreSlip, promise_said
from sessions.views.phone.pages import Score
from sessions.views.phone.rounds import CANT_SAY
from sessions.wording import say

ON_A_PAGE, ON_A_COMPACT_PAGE = 4, 8
MOST_BALLOTS = 4_000  # slips; where there would be more, a page is there to be copied


class BallotPile(Struct, frozen=True):
    """The slips on one application: its title, and how many. All of them are alike."""

    title: str
    slips: int


class BallotSlipSheet(PrintedSheet, frozen=True):
    """Slips in piles, `on_a_page` on each page."""

    kind: str
    question: str
    options: tuple[str, ...]
    instead: str
    cant_say: str
    promise: str
    how: str
    piles: tuple[BallotPile, ...]
    on_a_page: int
    compact: bool


def ballots_sheet(session: Session, slips: Sequence[BallotSlip], *, compact: bool = False) -> BallotSlipSheet:
    """Lay out the pages of secret ballots."""
    choices = slips[0].choices
    return _ballots(
        session,
        slips,
        say("paper.ballots.title", session=session.title),
        kind=say("phone.ballot"),
        options=tuple(choice.words for choice in choices if choice.value != CANT_SAY),
        cant_say=next(choice.words for choice in choices if choice.value == CANT_SAY),
        promise=say("phone.ballot-promise"),
        compact=compact,
    )


def cards_up_sheet(
    session: Session, slips: Sequence[BallotSlip], *, compact: bool = False
) -> BallotSlipSheet:
    """Lay out the pages of slips that ask whether scores may be turned over."""
    yes, no = (choice.words for choice in slips[0].choices)
    return _ballots(
        session,
        slips,
        say("small.slip.title", session=session.title),
        kind=say("small.ask.heading"),
        options=(yes,),
        cant_say=no,
        promise=say("small.slip.what"),
        compact=compact,
    )


def _ballots(
    session: Session,
    slips: Sequence[BallotSlip],
    title: str,
    *,
    kind: str,
    options: tuple[str, ...],
    cant_say: str,
    promise: str,
    compact: bool,
) -> BallotSlipSheet:
    """Lay them out: as many slips as are needed; where there is room, what is left of a page as well."""
    many = sum(one.needed for one in slips) > MOST_BALLOTS
    return BallotSlipSheet(
        "ballots",
        session.language,
        title,
        kind=kind,
        question=slips[0].question,
        options=options,
        instead=say("phone.or"),
        cant_say=cant_say,
        promise=promise,
        how=say("paper.ballots.how"),
        piles=tuple(
            BallotPile(
                one.title or say("paper.ballots.further"),
                _how_many(1 if many else one.needed, compact=compact),
            )
            for one in slips
        ),
        on_a_page=ON_A_COMPACT_PAGE if compact else ON_A_PAGE,
        compact=compact,
    )


def closing_sheets(
    session: Session, slips: Sequence[ClosingSlip], *, compact: bool = False
) -> tuple[BallotSlipSheet, ...]:
    """Lay out a page for each closing question; its slips are cut apart, as those of a ballot are."""
    title = say("paper.closing.title", session=session.title)
    return tuple(
        _alike(
            session,
            title,
            kind=say("people.confidence.caption"),
            question=slip.question,
            options=slip.choices,
            cant_say=slip.instead,
            promise=say("paper.closing.promise"),
            compact=compact,
        )
        for slip in slips
    )


def asking_sheet(session: Session, *, compact: bool = False) -> BallotSlipSheet:
    """Lay out slips for a question of the moment: nobody knows beforehand what it asks, so answers have numbers."""
    return _alike(
        session,
        say("asking.slip-title", session=session.title),
        kind=say("asking.slip-kind"),
        question=say("asking.slip-question"),
        options=tuple(say("asking.slip-answer", n=n) for n in range(1, MOST_ANSWERS + 1)),
        cant_say=say("views.answer.cant-say"),
        promise=say("phone.ballot-promise"),
        compact=compact,
    )


def _alike(
    session: Session,
    title: str,
    *,
    kind: str,
    question: str,
    options: tuple[str, ...],
    cant_say: str,
    promise: str,
    compact: bool,
) -> BallotSlipSheet:
    """Lay out slips that are about no application: one for each of us, or a page to copy where we are many."""
    seats = len(session.members)
    return BallotSlipSheet(
        "ballots",
        session.language,
        title,
        kind=kind,
        question=question,
        options=options,
        instead=say("phone.or"),
        cant_say=cant_say,
        promise=promise,
        how=say("paper.ballots.how"),
        piles=(BallotPile(session.title, _how_many(1 if seats > MOST_BALLOTS else seats, compact=compact)),),
        on_a_page=ON_A_COMPACT_PAGE if compact else ON_A_PAGE,
        compact=compact,
    )


def _how_many(needed: int, *, compact: bool) -> int:
    return needed if compact else -(-needed // ON_A_PAGE) * ON_A_PAGE


KEYS = {"cant-say": "c", "not-applicable": "x"}


class Mark(Struct, frozen=True):
    """One answer to mark, and the key it is typed in with."""

    key: str
    words: str


class PrintedQuestion(Struct, frozen=True):
    """One question of a slip. Where there are no `marks`, a number is written in a box."""

    place: str
    question: str
    hint: str
    marks: tuple[Mark, ...]
    instead: str
    others: tuple[Mark, ...]


class PrintedSlip(Struct, frozen=True):
    """One application's slip."""

    heading: str
    lines: tuple[str, ...]
    questions: tuple[PrintedQuestion, ...]


class Slips(PrintedSheet, frozen=True):
    """All slips of one seat. `out` is the box of who has to step out, `promise` what a phone says of a score.

    Each application has sheets of its own, or in compact form a third or half of each: nothing else is on its back.
    `large` slips are in letters of 24 points.
    """

    seat: str
    how: str
    promise: str
    out: str
    out_mark: str
    turn: str
    compact: bool
    large: bool
    slips: tuple[PrintedSlip, ...]


def slips_sheet(
    session: Session, seat: int, slips: Sequence[ScoreSlip], *, compact: bool = False, large: bool = False
) -> Slips:
    """Lay out a seat's slips."""
    return Slips(
        "slips",
        session.language,
        say("paper.slips.title", seat=seat, session=session.title),
        seat=say("phone.seat", seat=seat),
        how=f"{say('paper.slips.how')} {say('paper.slips.typed')}",
        promise=promise_said(session),
        out=say("phone.stepping-why"),
        out_mark=say("phone.step-out"),
        turn=say("paper.slips.turn"),
        compact=compact,
        large=large,
        slips=tuple(
            PrintedSlip(
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


def _question(ref: str, one: Score) -> PrintedQuestion:
    best, worst = (one.high, one.low) if one.best == "high" else (one.low, one.high)
    numbers = bool(one.choices) and all(choice.words == choice.value for choice in one.choices)
    limits = "" if one.choices else say("phone.number", low=one.low, high=one.high, best=best)
    return PrintedQuestion(
        place=f"{ref} · {say('phone.question-of', number=one.number, of=one.of)}",
        question=one.question,
        hint=say("phone.best", best=best, worst=worst) if numbers else limits,
        marks=tuple(Mark("" if numbers else choice.value, choice.words) for choice in one.choices),
        instead=say("phone.or" if one.choices else "phone.instead"),
        others=tuple(Mark(KEYS[choice.value], choice.words) for choice in one.others),
    )
