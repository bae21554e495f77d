"""The funder's rules, as text the room can read, with the two limits a program can look after.

A rule warns and never decides: what an award goes against is said, and why the panel goes on is asked and kept.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class FunderRule(Struct, frozen=True, forbid_unknown_fields=True):
    """One rule of the funder's, in the funder's words.

    `max_award` is the most money in one award, `per_organisation` the most awards to one organisation.
    """

    rule: str
    max_award: Decimal | None = None
    per_organisation: int | None = None


class RuleKind(StrEnum):
    """What an award can go against."""

    MAX_AWARD = "max-award"
    PER_ORGANISATION = "per-organisation"
    ELIGIBLE = "eligible"  # staff say that the application does not meet the rules


class AgainstRule(Struct, frozen=True, forbid_unknown_fields=True):
    """An award, and the rule it goes against; `rule` is its words, nothing where staff say so of the application.

    `refs` are the awards that make it so: the award itself, or all those to one organisation.
    """

    application: str
    kind: RuleKind
    rule: str
    refs: tuple[str, ...]
