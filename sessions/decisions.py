"""What the panel decides about an application, kept apart from its scores and rounds."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from .model import Value


class Verdict(StrEnum):
    """The four decisions a panel can take."""

    FUND = "fund"
    PART = "fund in part"
    RESERVE = "reserve list"
    NOT_NOW = "not this time"


class Decision(Value, frozen=True):
    """One decision: `amount` is money given, nought unless funded; words are the panel's own."""

    verdict: Verdict
    amount: Decimal = Decimal(0)
    conditions: str = ""
    reasons: str = ""

    @property
    def funded(self) -> bool:
        """Say whether money goes with it."""
        return self.verdict in (Verdict.FUND, Verdict.PART)
