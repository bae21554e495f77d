"""What one phone shows: a page for the holder of a seat, or for a stranger. A member sees that seat only.

`position` is the room's place a page belongs to. `NAMES` gives the `data-page` of each kind of page, by which a program
that reads them knows it.
"""

from __future__ import annotations

from sessions.views.phone.pages.base import MOST_WORDS, SIGNALS, About, Choice, Page, Signal, Turned
from sessions.views.phone.pages.pages_to_read import (
    Applications,
    Ended,
    Given,
    InterviewPage,
    LearnPage,
    ListRow,
    MoneyList,
    MyDay,
    OnBreak,
    Overnight,
    Result,
    Wait,
)
from sessions.views.phone.pages.rounds import (
    AskTheRoom,
    BallotPage,
    ConfidencePage,
    Minority,
    MyQuestions,
    Rank,
    Reason,
    Tied,
    Workshop,
)
from sessions.views.phone.pages.scoring import (
    CheckPage,
    OpenQuestion,
    OpenScores,
    PracticePage,
    Received,
    Said,
    Score,
    SteppingOut,
)
from sessions.views.phone.pages.taking_a_seat import (
    JoinPage,
    MakeSharedDevicePage,
    ScreenPage,
    SharedDeviceCodePage,
    SharedDevicePage,
    TakeSeat,
)

AnyPage = (
    JoinPage | TakeSeat | ScreenPage | MakeSharedDevicePage | SharedDevicePage | SharedDeviceCodePage
    | Wait | PracticePage | Score | CheckPage | Received | SteppingOut | BallotPage | Reason | Rank | Minority
    | MyQuestions | ConfidencePage | AskTheRoom | Workshop | OpenScores | Result | MoneyList | OnBreak | Overnight
    | InterviewPage | LearnPage | Ended | MyDay | Applications | Turned
)  # fmt: skip

ASKING = (
    JoinPage, ScreenPage, SharedDevicePage, SharedDeviceCodePage, PracticePage, Score, BallotPage, Reason, Rank,
    Minority, MyQuestions, ConfidencePage, AskTheRoom, Workshop, OpenScores,
)  # fmt: skip
"""Pages with something to fill in, beside which it is said what is to be put right."""

__all__ = [
    "ASKING",
    "MOST_WORDS",
    "SIGNALS",
    "About",
    "AnyPage",
    "Applications",
    "AskTheRoom",
    "BallotPage",
    "CheckPage",
    "Choice",
    "ConfidencePage",
    "Ended",
    "Given",
    "InterviewPage",
    "JoinPage",
    "LearnPage",
    "ListRow",
    "MakeSharedDevicePage",
    "Minority",
    "MoneyList",
    "MyDay",
    "MyQuestions",
    "OnBreak",
    "OpenQuestion",
    "OpenScores",
    "Overnight",
    "Page",
    "PracticePage",
    "Rank",
    "Reason",
    "Received",
    "Result",
    "Said",
    "Score",
    "ScreenPage",
    "SharedDeviceCodePage",
    "SharedDevicePage",
    "Signal",
    "SteppingOut",
    "TakeSeat",
    "Tied",
    "Turned",
    "Wait",
    "Workshop",
    "asks_nothing",
    "waits_for_member",
]

NAMES: dict[type[Page], str] = {
    JoinPage: "join",
    TakeSeat: "seat",
    ScreenPage: "wall",
    MakeSharedDevicePage: "hand-round",
    SharedDevicePage: "hand-round",
    SharedDeviceCodePage: "hand-round",
    Wait: "wait",
    PracticePage: "practice",
    Score: "score",
    CheckPage: "check",
    Received: "received",
    SteppingOut: "stepping-out",
    BallotPage: "ballot",
    Reason: "reason",
    Minority: "minority",
    MyQuestions: "my-questions",
    ConfidencePage: "confidence",
    AskTheRoom: "ask-the-room",
    Workshop: "workshop",
    OpenScores: "open-scores",
    Rank: "rank",
    Result: "result",
    MoneyList: "list",
    OnBreak: "break",
    Overnight: "overnight",
    InterviewPage: "interview",
    LearnPage: "learn",
    Ended: "ended",
    MyDay: "mine",
    Applications: "applications",
    Turned: "refused",
}


def asks_nothing(page: AnyPage) -> bool:
    """Whether there is nothing to do on a page but to see what comes next."""
    shown = isinstance(page, OpenScores) and bool(page.questions)
    return shown or isinstance(page, Wait | Received | Result | LearnPage | MoneyList | OnBreak)


def waits_for_member(page: AnyPage) -> bool:
    """Whether a page asks for something that its member has not given yet."""
    match page:
        case Score() | CheckPage() | PracticePage(done=False) | InterviewPage(my_turn=True):
            return True
        case BallotPage(again=False) | Rank(again=False) | AskTheRoom(again=False):
            return True
        case ConfidencePage(again=False) | Workshop(again=False) | Overnight(may_return=True):
            return True
        case OpenScores():
            return bool(page.choices) and not page.again
        case SteppingOut():
            return page.late
        case _:
            return False
