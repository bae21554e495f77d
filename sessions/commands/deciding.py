"""Orders about decisions and the funding line."""

from __future__ import annotations

from decimal import Decimal

from ..decisions import Verdict
from ..model import Value


class RecordDecision(Value, frozen=True):
    """Record what the panel decided; `amount` may be left out where the verdict says it."""

    application: str
    verdict: Verdict
    amount: Decimal | None = None
    conditions: str = ""
    reasons: str = ""


class MoveLine(Value, frozen=True):
    """Put the funding line below this many applications of the ranked list: a strand's, or the whole's."""

    funded: int
    strand: str = ""


class ReopenList(Value, frozen=True):
    """Set the confirmed list aside, with a reason."""

    why: str
