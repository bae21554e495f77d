"""What became of a decision, after the day: the offer, the money, and who said so. A kind of its own, not an event.

The day's record is closed. What follows stands beside it, a line each, and the last word about something counts.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class OfferAnswer(StrEnum):
    """What an offer came to."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    CHANGED = "changed"  # something else than the panel decided was agreed


class AfterEntry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing recorded after the day: `by` says who decided it so, `why` in their words; `paid` when money went."""

    application: str
    at: dt.datetime
    offer: OfferAnswer | None = None
    amount: Decimal | None = None
    paid: dt.date | None = None
    by: str = ""
    why: str = ""


class Became(Struct, frozen=True):
    """All that is recorded of one application so far; `amount` is what was agreed to be paid."""

    offer: OfferAnswer | None = None
    amount: Decimal | None = None
    paid: dt.date | None = None
    by: str = ""
    why: str = ""
