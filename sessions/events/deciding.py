"""Facts about decisions and the funding line."""

from __future__ import annotations

from ..decisions import Decision
from .fact import Fact


class DecisionRecorded(Fact, frozen=True):
    """The panel decided about an application; provisional until the whole list is confirmed."""

    application: str
    decision: Decision


class LineMoved(Fact, frozen=True):
    """The funding line was put below this many applications of the ranked list: a strand's, or the whole's."""

    funded: int
    strand: str = ""


class ListReopened(Fact, frozen=True):
    """The confirmed list was set aside, with a reason; every decision stands for now again."""

    why: str


class ListConfirmed(Fact, frozen=True):
    """The whole list was confirmed together."""

    decisions: dict[str, Decision]
