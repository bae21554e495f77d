"""The closed list of ways to say no. A refusal has a code and what its sentence needs; it changes nothing."""

from __future__ import annotations

from enum import StrEnum

from .wording import say


class No(StrEnum):
    """Why something was refused; each has a sentence under `refusals.` in the wording."""

    ASK_AGAIN_SCORING = "ask-again-scoring"
    ASK_AGAIN_CLOSING = "ask-again-closing"
    ASK_AGAIN_EVERYONE_IN = "ask-again-everyone-in"
    ASK_AGAIN_BALLOT = "ask-again-ballot"
    ASK_AGAIN_UNREAD = "ask-again-unread"
    ASK_AGAIN_PAPER = "ask-again-paper"
    ASK_AGAIN_FEWER = "ask-again-fewer"
    ASK_AGAIN_CONFIRM = "ask-again-confirm"
    ASK_AGAIN_CONFIRM_UNSCORED = "ask-again-confirm-unscored"
    ASK_AGAIN_UNSCORED = "ask-again-unscored"
    ASK_AGAIN_UNSCORED_BREAK = "ask-again-unscored-break"
    ASK_AGAIN_QUORUM = "ask-again-quorum"
    ASK_AGAIN_BREAK = "ask-again-break"
    MOVED_ON = "moved-on"
    NOTHING_NEXT = "nothing-next"
    DOORS_SHUT = "doors-shut"
    NO_FREE_SEAT = "no-free-seat"
    NO_SUCH_CODE = "no-such-code"
    NO_SUCH_SEAT = "no-such-seat"
    NOT_HAND_ROUND = "not-hand-round"
    NOT_THIS_CARD = "not-this-card"
    OWN_PHONE = "own-phone"
    ON_PAPER_NOW = "on-paper-now"
    NO_SUCH_APPLICATION = "no-such-application"
    NO_SUCH_QUESTION = "no-such-question"
    NOT_ON_SCALE = "not-on-scale"
    NOT_AN_OPTION = "not-an-option"
    NOTHING_CHOSEN = "nothing-chosen"
    SCORING_CLOSED = "scoring-closed"
    SCORING_OPEN = "scoring-open"
    BALLOT_STANDS = "ballot-stands"
    BALLOT_CLOSED = "ballot-closed"
    TOO_ALIKE = "too-alike"
    PHONES_OPEN = "phones-open"
    PAPER_DIFFERS = "paper-differs"
    PLACES_DO_NOT_ADD_UP = "places-do-not-add-up"
    EACH_ITS_PLACE = "each-its-place"
    NO_TIE = "no-tie"
    TIE_TOO_FEW = "tie-too-few"
    TIE_TOO_MANY = "tie-too-many"
    TALK_FIRST = "talk-first"
    PAPER_TOO_MANY = "paper-too-many"
    NOT_IN_ELECTORATE = "not-in-electorate"
    STEPPED_OUT = "stepped-out"
    OLDER_ANSWER = "older-answer"
    NOTHING_ANSWERED = "nothing-answered"
    NOTHING_TO_UNDO = "nothing-to-undo"
    SEEN = "seen"
    CONFIRMED_STANDS = "confirmed-stands"
    AGENDA_ORDER = "agenda-order"
    THEIR_OWN = "their-own"
    TIES_NEED_IT = "ties-need-it"
    TOO_MANY_QUESTIONS = "too-many-questions"
    NO_SUCH_REASON = "no-such-reason"
    NO_ROUND_TO_VOID = "no-round-to-void"
    WHY_NEEDED = "why-needed"
    TOO_MUCH_MONEY = "too-much-money"
    NOT_SCORED = "not-scored"
    AMOUNT_NEEDED = "amount-needed"
    ABOVE_ASK = "above-ask"
    ALREADY_CONFIRMED = "already-confirmed"
    NOT_SHOWN_YET = "not-shown-yet"
    NOT_NOW = "not-now"
    ENDED = "ended"
    NOT_SAVED = "not-saved"
    SEALED = "sealed"
    NOT_ENDED = "not-ended"


ASKS_AGAIN = frozenset(
    {
        No.ASK_AGAIN_SCORING,
        No.ASK_AGAIN_EVERYONE_IN,
        No.ASK_AGAIN_CLOSING,
        No.ASK_AGAIN_BALLOT,
        No.ASK_AGAIN_UNREAD,
        No.ASK_AGAIN_PAPER,
        No.ASK_AGAIN_FEWER,
        No.ASK_AGAIN_CONFIRM,
        No.ASK_AGAIN_CONFIRM_UNSCORED,
        No.ASK_AGAIN_UNSCORED,
        No.ASK_AGAIN_UNSCORED_BREAK,
        No.ASK_AGAIN_QUORUM,
        No.ASK_AGAIN_BREAK,
    }
)


class Refused(Exception):  # noqa: N818 - the house word; it is an answer, not a fault
    """Something was refused: nothing has changed, nothing is lost."""

    def __init__(self, code: No, **values: object) -> None:
        """Keep the code and what its sentence is filled in with."""
        super().__init__(code)
        self.code = code
        self.values = values

    @property
    def asks_again(self) -> bool:
        """Say whether the same wish, made a second time on purpose, will be granted."""
        return self.code in ASKS_AGAIN

    @property
    def sentence(self) -> str:
        """Give the plain sentence for people."""
        return say(f"refusals.{self.code}", **self.values)
