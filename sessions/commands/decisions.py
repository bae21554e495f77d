"""Orders about decisions and the funding line."""

from __future__ import annotations

from decimal import Decimal

from sessions.model.decisions import ByQuestion, Verdict
from sessions.model.funder_rule import RuleKind
from sessions.model.session import Value


class RecordDecision(Value, frozen=True):
    """Record what the panel decided; `amount` may be left out where the verdict says it.

    In a shortlist `words` name one of its own decisions, where the verdict alone does not. `against` says why, where
    it goes against a rule of the funder's.
    """

    application: str
    verdict: Verdict
    amount: Decimal | None = None
    conditions: str = ""
    reasons: str = ""
    words: str = ""
    against: str = ""


class SayByQuestion(Value, frozen=True):
    """Keep one strength and one doubt of an application, each on a question, in the panel's words."""

    application: str
    said: ByQuestion


class GoAgainstRule(Value, frozen=True):
    """Keep why the list goes against a rule of the funder's; `rule` is its words."""

    application: str
    kind: RuleKind
    rule: str
    why: str


class Place(Value, frozen=True):
    """Move an application that fewer than five scored: right above another in the list, or with nothing, last."""

    application: str
    before: str = ""


class MoveLine(Value, frozen=True):
    """Put the funding line below this many applications of the ranked list: a strand's, or the whole's."""

    funded: int
    strand: str = ""


class ReopenList(Value, frozen=True):
    """Set the confirmed list aside, with a reason."""

    why: str
