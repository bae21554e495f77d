"""The closed list of ways to say no. A refusal has a code and what its sentence needs; it changes nothing."""

from __future__ import annotations

from enum import StrEnum

from sessions.model.text import clean
from sessions.wording import say, say_many


class No(StrEnum):
    """Why something was refused; each has a sentence under `refusals.` in the wording."""

    ASK_AGAIN_SCORING = "ask-again-scoring"
    ASK_AGAIN_CLOSING = "ask-again-closing"
    ASK_AGAIN_EMPTY_LIST = "ask-again-empty-list"
    ASK_AGAIN_BALLOT = "ask-again-ballot"
    ASK_AGAIN_UNREAD = "ask-again-unread"
    ASK_AGAIN_PAPER = "ask-again-paper"
    ASK_AGAIN_OTHERS = "ask-again-others"
    ASK_AGAIN_WAIT = "ask-again-wait"
    ASK_AGAIN_ALIKE = "ask-again-alike"
    ASK_AGAIN_CONFIRM = "ask-again-confirm"
    ASK_AGAIN_CONFIRM_UNSCORED = "ask-again-confirm-unscored"
    ASK_AGAIN_UNSCORED = "ask-again-unscored"
    ASK_AGAIN_UNSCORED_BREAK = "ask-again-unscored-break"
    ASK_AGAIN_QUORUM = "ask-again-quorum"
    ASK_AGAIN_NO_LIST = "ask-again-no-list"
    ASK_AGAIN_BREAK = "ask-again-break"
    ASK_AGAIN_MORNING = "ask-again-morning"
    ASK_AGAIN_NOT_BACK = "ask-again-not-back"
    ASK_AGAIN_UNDO_BALLOT = "ask-again-undo-ballot"
    ASK_AGAIN_UNDO_GIVEN = "ask-again-undo-given"
    ASK_AGAIN_UNSHOWN = "ask-again-unshown"
    ASK_AGAIN_CONFLICT = "ask-again-conflict"
    ASK_AGAIN_DECLARED_BEFORE = "ask-again-declared-before"
    NO_SUCH_DETAIL = "no-such-detail"
    NOT_THAT_DETAIL = "not-that-detail"
    CONFIRMED_MONEY = "confirmed-money"
    STRANDS_OVER_POT = "strands-over-pot"
    SCORING_HAS_BEGUN = "scoring-has-begun"
    THE_ONLY_ONE = "the-only-one"
    RULE_NEEDED = "rule-needed"
    BUDGET_OPEN = "budget-open"
    REF_USED = "ref-used"
    SET_ASIDE = "set-aside"
    MOVED_ON = "moved-on"
    MORE_TO_SEE = "more-to-see"
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
    ANSWERS_NEEDED = "answers-needed"
    ASKED_TOO_LONG = "asked-too-long"
    WORDS_TOO_LONG = "words-too-long"
    NO_WORDS = "no-words"
    ASK_TOO_FEW = "ask-too-few"
    NOT_ON_SCALE = "not-on-scale"
    NOT_AN_OPTION = "not-an-option"
    SHARE_ALL = "share-all"
    NOTHING_CHOSEN = "nothing-chosen"
    ONE_ANSWER = "one-answer"
    SCORING_CLOSED = "scoring-closed"
    SCORING_OPEN = "scoring-open"
    BALLOT_STANDS = "ballot-stands"
    BALLOT_CLOSED = "ballot-closed"
    FEW_ON_PAPER = "few-on-paper"
    SLIPS_AGREE = "slips-agree"
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
    NOTHING_TO_PUT_BACK = "nothing-to-put-back"
    SEEN = "seen"
    CONFIRMED_STANDS = "confirmed-stands"
    BETWEEN_TWO = "between-two"
    NIGHT = "night"
    AGENDA_ORDER = "agenda-order"
    LIST_TO_COME = "list-to-come"
    PILE_CHANGED = "pile-changed"
    THEIR_OWN = "their-own"
    TIES_NEED_IT = "ties-need-it"
    TOO_MANY_QUESTIONS = "too-many-questions"
    NO_SUCH_REASON = "no-such-reason"
    NO_ROUND_TO_VOID = "no-round-to-void"
    WHY_NEEDED = "why-needed"
    TOO_MUCH_MONEY = "too-much-money"
    NOT_SCORED = "not-scored"
    RANKED = "ranked"
    AWARD_UNREACHED = "award-unreached"
    OTHER_DECISIONS = "other-decisions"
    NO_PLACE_LEFT = "no-place-left"
    NO_MONEY_SHARED = "no-money-shared"
    AGAINST_RULE = "against-rule"
    RULE_WHY_NEEDED = "rule-why-needed"
    NO_DECISION = "no-decision"
    NOTHING_BECAME = "nothing-became"
    NOT_OFFERED = "not-offered"
    OTHER_AMOUNT = "other-amount"
    NEW_AMOUNT_NEEDED = "new-amount-needed"
    WHO_NEEDED = "who-needed"
    WHO_AND_WHY = "who-and-why"
    NO_MONEY_YET = "no-money-yet"
    NO_MONEY_HERE = "no-money-here"
    MONEY_GONE = "money-gone"
    DAY_BEFORE = "day-before"
    DAY_TO_COME = "day-to-come"
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
        No.ASK_AGAIN_MORNING,
        No.ASK_AGAIN_NOT_BACK,
        No.ASK_AGAIN_CLOSING,
        No.ASK_AGAIN_EMPTY_LIST,
        No.ASK_AGAIN_BALLOT,
        No.ASK_AGAIN_UNREAD,
        No.ASK_AGAIN_PAPER,
        No.ASK_AGAIN_OTHERS,
        No.ASK_AGAIN_WAIT,
        No.ASK_AGAIN_ALIKE,
        No.ASK_AGAIN_CONFIRM,
        No.ASK_AGAIN_CONFIRM_UNSCORED,
        No.ASK_AGAIN_UNSCORED,
        No.ASK_AGAIN_UNSCORED_BREAK,
        No.ASK_AGAIN_QUORUM,
        No.ASK_AGAIN_NO_LIST,
        No.ASK_AGAIN_BREAK,
        No.ASK_AGAIN_UNDO_BALLOT,
        No.ASK_AGAIN_UNDO_GIVEN,
        No.ASK_AGAIN_UNSHOWN,
        No.ASK_AGAIN_CONFLICT,
        No.ASK_AGAIN_DECLARED_BEFORE,
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
        """Whether the same wish, made a second time on purpose, will be granted."""
        return self.code in ASKS_AGAIN

    @property
    def sentence(self) -> str:
        """Return the plain sentence for people; where it counts them as `n`, in the form for so many."""
        key, rest = f"refusals.{self.code}", {k: v for k, v in self.values.items() if k != "n"}
        n = self.values.get("n")
        return say_many(key, n, **rest) if isinstance(n, int) else say(key, **self.values)


def needs_why(why: str, code: No = No.WHY_NEEDED) -> None:
    """Refuse an order that the panel is told of where its reason says nothing."""
    if not clean(why):
        raise Refused(code)
