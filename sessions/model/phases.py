"""Where a step of the agenda stands: one table, and which phases each kind of step goes through.

Which phase follows which at a press stands in `decide/next_step.py`.
"""

from __future__ import annotations

from enum import StrEnum

from sessions.model.session import Step, StepKind, Value


class Phase(StrEnum):
    """Where the room stands. Those from `introduce` to `interview-notes` are an application's own."""

    ARRIVING = "arriving"
    NOTE = "note"
    LEARN = "learn"
    PRACTICE = "practice"
    INTRODUCE = "introduce"
    READ = "read"
    CARDS_UP = "cards-up"
    SCORE = "score"
    CLOSED = "closed"
    REVEAL = "reveal"
    TALK = "talk"
    BALLOT = "ballot"
    OUTCOME = "outcome"
    DECISION = "decision"
    INTERVIEW_QUESTIONS = "interview-questions"
    INTERVIEW_GUESTS = "interview-guests"
    INTERVIEW_ASK = "interview-ask"
    INTERVIEW_THEIRS = "interview-theirs"
    INTERVIEW_GOODBYE = "interview-goodbye"
    INTERVIEW_NOTES = "interview-notes"
    BREAK = "break"
    CONFIDENCE = "confidence"
    CONFIDENCE_SHOWN = "confidence-shown"
    FELT_SHOWN = "felt-shown"
    WORKSHOP = "workshop"
    WORKSHOP_LIST = "workshop-list"
    WORKSHOP_WEIGH = "workshop-weigh"
    WORKSHOP_SHOWN = "workshop-shown"
    OVERNIGHT = "overnight"
    MORNING = "morning"
    ASK_ROOM = "ask-the-room"
    ROOM_ANSWER = "room-answer"
    BUDGET = "budget"
    TIE = "tie"
    CONFIRMED = "confirmed"
    CLOSING = "closing"
    THANKS = "thanks"


FIRST: dict[StepKind, Phase] = {
    StepKind.WELCOME: Phase.NOTE,
    StepKind.NOTE: Phase.NOTE,
    StepKind.CONFIDENCE: Phase.CONFIDENCE,
    StepKind.WORKSHOP: Phase.WORKSHOP,
    StepKind.PRACTICE: Phase.PRACTICE,
    StepKind.APPLICATION: Phase.INTRODUCE,
    StepKind.INTERVIEW: Phase.INTERVIEW_QUESTIONS,
    StepKind.BREAK: Phase.BREAK,
    StepKind.OVERNIGHT: Phase.OVERNIGHT,
    StepKind.BUDGET: Phase.BUDGET,
    StepKind.CLOSING: Phase.CLOSING,
    StepKind.LEARN: Phase.LEARN,
}


def first_phase(step: Step) -> Phase:
    """Return the phase a step begins with; a note that has a page to read is read as any other page is."""
    return Phase.LEARN if step.text else FIRST[step.kind]


class PhaseRow(Value, frozen=True):
    """What a phase is.

    `poster` names the view the wall shows, `pages` the `data-page`s a seat that takes part may be shown. `share` is
    how many parts of an application's minutes are planned for it, 0 where none are, None where it has the whole
    step's. A phase is `final` where its start cannot be taken back, since people have seen what cannot be unseen;
    `secret` where the wall may show nothing of the application's answers but their number; `anonymous` where what
    members give has no name and is in memory only. A phase is `interview` where applicants are met, and `guests`
    while they are in the room: wall and phones then show nothing of any other application.
    """

    poster: str
    pages: tuple[str, ...]
    share: int | None
    of_application: bool = False
    secret: bool = False
    final: bool = False
    anonymous: bool = False
    interview: bool = False
    guests: bool = False


def _of_application(
    poster: str, *pages: str, share: int, secret: bool = False, final: bool = False, anonymous: bool = False
) -> PhaseRow:
    return PhaseRow(
        poster, pages, share, of_application=True, secret=secret, final=final, anonymous=anonymous
    )


def _of_interview(poster: str, *pages: str, share: int, guests: bool = False) -> PhaseRow:
    return PhaseRow(poster, pages, share, of_application=True, secret=True, interview=True, guests=guests)


# The one table of phases: every other is read from it, or checked against it by name.
PHASES: dict[Phase, PhaseRow] = {
    Phase.ARRIVING: PhaseRow("Lobby", ("wait",), 0),
    Phase.NOTE: PhaseRow("Notice", ("wait",), None),
    Phase.LEARN: PhaseRow("Learning", ("learn",), None),
    Phase.PRACTICE: PhaseRow("Practice", ("practice",), None),
    Phase.INTRODUCE: _of_application("Introduce", "wait", share=1, secret=True),
    Phase.READ: _of_application("Reading", "wait", "my-questions", share=3, secret=True),
    # before the first score, where few of us may come to score one: whether all scores may then be turned over
    Phase.CARDS_UP: _of_application("Scoring", "open-scores", "wait", share=0, secret=True, anonymous=True),
    Phase.SCORE: _of_application("Scoring", "score", "check", "received", "wait", share=3, secret=True),
    # scoring is closed, nothing is shown yet: a mistaken close can still be undone
    Phase.CLOSED: _of_application("Scoring", "received", "wait", share=0, secret=True),
    Phase.REVEAL: _of_application("Reveal", "result", "open-scores", share=1, final=True),
    Phase.TALK: _of_application("Talk", "wait", "open-scores", share=4),
    Phase.BALLOT: _of_application("Ballot", "ballot", "reason", "wait", share=1),
    Phase.OUTCOME: _of_application("BallotOutcome", "result", share=1, final=True),
    Phase.DECISION: PhaseRow("Deciding", ("result", "minority"), 1, of_application=True, anonymous=True),
    Phase.INTERVIEW_QUESTIONS: _of_interview("Listing", "interview", share=2),
    Phase.INTERVIEW_GUESTS: _of_interview("Notice", "interview", share=1, guests=True),
    Phase.INTERVIEW_ASK: _of_interview("Asking", "interview", share=12, guests=True),
    Phase.INTERVIEW_THEIRS: _of_interview("Asking", "interview", share=3, guests=True),
    Phase.INTERVIEW_GOODBYE: _of_interview("Notice", "interview", share=1, guests=True),
    Phase.INTERVIEW_NOTES: _of_interview("Reading", "wait", share=3),
    Phase.BREAK: PhaseRow("Pause", ("break",), None),
    Phase.CONFIDENCE: PhaseRow("Scoring", ("confidence", "wait"), None, anonymous=True),
    Phase.CONFIDENCE_SHOWN: PhaseRow("ThenAndNow", ("result", "wait"), 0, final=True),
    # of several closing questions
    Phase.FELT_SHOWN: PhaseRow("Reveal", ("result", "wait"), 0, final=True),
    Phase.WORKSHOP: PhaseRow("Scoring", ("workshop", "wait"), None, anonymous=True),
    Phase.WORKSHOP_LIST: PhaseRow("Listing", ("result", "wait"), 0, final=True),
    Phase.WORKSHOP_WEIGH: PhaseRow("Scoring", ("workshop", "wait"), 0, anonymous=True),
    Phase.WORKSHOP_SHOWN: PhaseRow("Listing", ("result", "wait"), 0, final=True),
    # the night, and the next morning until the day begins: nothing in them is counted, so no minutes are planned
    Phase.OVERNIGHT: PhaseRow("Notice", ("overnight",), 0),
    Phase.MORNING: PhaseRow("Notice", ("overnight", "wait"), 0, final=True),
    # a question of the moment, in the middle of nearly anything; what waits is in the question itself
    Phase.ASK_ROOM: PhaseRow("Ballot", ("ask-the-room", "wait"), 0),
    Phase.ROOM_ANSWER: PhaseRow("BallotOutcome", ("result",), 0, final=True),
    Phase.BUDGET: PhaseRow("Budget", ("list",), None),
    # a ballot to break a tie, in the middle of the budget
    Phase.TIE: PhaseRow("Ballot", ("rank", "wait"), 0),
    Phase.CONFIRMED: PhaseRow("Confirmed", ("list",), 0, final=True),
    Phase.CLOSING: PhaseRow("Closing", ("ended",), None),
    Phase.THANKS: PhaseRow("Thanks", ("ended",), 0, final=True),
}

POINTS_OF_NO_RETURN = frozenset(phase for phase, row in PHASES.items() if row.final)
SECRET = frozenset(phase for phase, row in PHASES.items() if row.secret)
OF_AN_APPLICATION = frozenset(phase for phase, row in PHASES.items() if row.of_application)
AT_NIGHT = frozenset({Phase.OVERNIGHT, Phase.MORNING})
ANONYMOUS = frozenset(phase for phase, row in PHASES.items() if row.anonymous)
GUESTS_IN = frozenset(phase for phase, row in PHASES.items() if row.guests)
# Where nothing is open that a question of the moment would get in the way of.
MAY_ASK = frozenset(
    (
        *(Phase.NOTE, Phase.LEARN, Phase.PRACTICE, Phase.INTRODUCE, Phase.READ, Phase.REVEAL, Phase.TALK),
        *(
            Phase.OUTCOME,
            Phase.DECISION,
            Phase.CONFIDENCE_SHOWN,
            Phase.FELT_SHOWN,
            Phase.WORKSHOP_SHOWN,
            Phase.BREAK,
        ),
        *(Phase.BUDGET, Phase.CONFIRMED, Phase.CLOSING),
    )
)
SHARES: dict[Phase, int] = {
    phase: row.share
    for phase, row in PHASES.items()
    if row.of_application and row.share and not row.interview
}
INTERVIEW_SHARES: dict[Phase, int] = {
    phase: row.share
    for phase, row in PHASES.items()
    if row.of_application and row.share and phase not in (Phase.INTRODUCE, Phase.READ)
}
