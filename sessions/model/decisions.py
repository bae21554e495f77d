"""What a round came to, and what the panel decides about an application: one is never made the other unasked."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from sessions.model.session import Value


class Outcome(StrEnum):
    """What a round, or the talk after one that was too small, came to."""

    YES = "We agree: yes"
    NO = "We agree: no"
    SPLIT = "We are split"
    NOT_SETTLED = "Not settled yet"
    TOO_FEW = "too-few"
    BY_TALKING = "by-talking"


class Verdict(StrEnum):
    """The decisions a panel can take: the first four about money, the last where a shortlist has places."""

    FUND = "fund"
    PART = "fund in part"
    RESERVE = "reserve list"
    NOT_NOW = "not this time"
    CHOSEN = "chosen"  # it goes on to the next stage; no money goes with that


class Why(StrEnum):
    """Why an application gets what the list gives it, or nothing."""

    FULL = "full"
    PART = "part"
    RESERVE = "reserve"
    AGREED_NO = "agreed-no"
    DECIDED = "decided"  # recorded: not this time
    UNSCORED = "unscored"
    NOTHING_ASKED = "nothing-asked"
    UNREACHED = "unreached"  # an award is recorded, and the money does not reach it
    MONEY = "money"  # too little was left for it
    LINE = "line"  # it stands below the line, though what is left would pay for it
    CHOSEN = "chosen"
    HELD = "held"  # of a shortlist: neither chosen nor let go
    PLACES = "places"  # no place was left for it


class Decision(Value, frozen=True):
    """One decision: `amount` is money given, nought unless funded; conditions and reasons are the panel's own words.

    Where a shortlist has decisions of its own, `words` say which of them it is.
    """

    verdict: Verdict
    amount: Decimal = Decimal(0)
    conditions: str = ""
    reasons: str = ""
    words: str = ""

    @property
    def funded(self) -> bool:
        """Whether money goes with it."""
        return self.verdict in (Verdict.FUND, Verdict.PART)

    @property
    def takes(self) -> bool:
        """Whether it takes something of what there is to give: money, or a place."""
        return self.funded or self.verdict is Verdict.CHOSEN


MONEY_VERDICTS = (Verdict.FUND, Verdict.PART, Verdict.RESERVE, Verdict.NOT_NOW)


def verdict_of(words: str, verdicts: Sequence[str]) -> Verdict:
    """Say what one of a shortlist's own decisions means: the first goes on, the last is a "no"."""
    if words == verdicts[0]:
        return Verdict.CHOSEN
    return Verdict.NOT_NOW if words == verdicts[-1] else Verdict.RESERVE


def words_of(verdict: Verdict, verdicts: Sequence[str]) -> str:
    """Name a shortlist's own decision that means this; nothing where it has none, or more than one."""
    meant = [words for words in verdicts if verdict_of(words, verdicts) is verdict]
    return meant[0] if len(meant) == 1 else ""


class OnQuestion(Value, frozen=True):
    """What the panel says of an application on one of its questions, in its own words."""

    criterion: str
    words: str


class ByQuestion(Value, frozen=True):
    """One strength and one doubt, each on a question, beside the reasons for a decision; either may be missing."""

    strength: OnQuestion | None = None
    doubt: OnQuestion | None = None
