"""Facts about decisions and the funding line."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sessions.events.moving import Fact
from sessions.model.decisions import ByQuestion, Decision, Why
from sessions.model.funder_rule import RuleKind


class DecisionRecorded(Fact, frozen=True):
    """The panel decided about an application; provisional until the whole list is confirmed."""

    application: str
    decision: Decision
    lines: Mapping[str, int] = {}  # where the lines of the lists stood then, by strand: there they stay


class SaidByQuestion(Fact, frozen=True):
    """The panel named a strength and a doubt of an application, each on a question; in the place of earlier ones."""

    application: str
    said: ByQuestion


class WentAgainstRule(Fact, frozen=True):
    """The panel said why an award goes against a rule of the funder's; `rule` is its words, as they stood."""

    application: str
    kind: RuleKind
    rule: str
    why: str


class ApplicationPlaced(Fact, frozen=True):
    """The panel moved an application that fewer than five scored right above another; with nothing, last."""

    application: str
    before: str = ""


class LineMoved(Fact, frozen=True):
    """The funding line was put below this many applications of the ranked list: a strand's, or the whole's."""

    funded: int
    strand: str = ""


class ListReopened(Fact, frozen=True):
    """The confirmed list was set aside, with a reason; every decision stands for now again.

    `told_apart` says that what the panel recorded is still told from what the list alone came to.
    """

    why: str
    told_apart: bool = False


class ListConfirmed(Fact, frozen=True):
    """The whole list was confirmed together: what each gets, from which pot, and why; and what strands gave over.

    `paid_from` names a strand, or "" the whole. In records of earlier versions all but the decisions is left out.
    """

    decisions: dict[str, Decision]
    paid_from: Mapping[str, str] = {}
    moved: Mapping[str, Decimal] = {}
    why: Mapping[str, Why] = {}
    in_order: bool = False  # whether awards were paid in the order of the list
