"""What 360Giving is told: one row a grant, of funded applications alone, once the list is confirmed.

Field by field as the 360Giving standard 1.4 names them; see https://standard.threesixtygiving.org.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from ...model import OpenData, Session
from .rows import ResultRow


class GrantRow(Struct, frozen=True):
    """One grant. `ref`, `strand` and `least` are ours, so that the file can start a session again."""

    identifier: str
    title: str
    description: str
    currency: str
    amount_applied_for: Decimal
    amount_awarded: Decimal
    award_date: dt.date
    recipient_id: str
    recipient_name: str
    funder_id: str
    funder_name: str
    place: str
    programme: str
    ref: str
    strand: str
    least: Decimal | None


def grant_rows(
    model: Session, results: Iterable[ResultRow], open_data: OpenData, awarded_on: dt.date
) -> tuple[GrantRow, ...]:
    """Give one row for each application that was given money, in the order they were heard."""
    return tuple(_grant(model, row, open_data, awarded_on) for row in results if row.amount)


def _grant(model: Session, row: ResultRow, open_data: OpenData, awarded_on: dt.date) -> GrantRow:
    one = model.application(row.application)
    recipient = one.organisation or one.title
    return GrantRow(
        identifier=_under(open_data.prefix, one.ref),
        title=one.title,
        description=one.summary or one.title,
        currency=model.currency,
        amount_applied_for=one.asked,
        amount_awarded=row.amount or Decimal(0),
        award_date=awarded_on,
        recipient_id=f"{open_data.prefix}-ORG:{_short(recipient) or one.ref}",
        recipient_name=recipient,
        funder_id=open_data.funder_id,
        funder_name=open_data.funder_name or open_data.funder_id,
        place=one.place,
        programme=one.theme,
        ref=one.ref,
        strand=one.strand,
        least=one.least,
    )


def _under(prefix: str, ref: str) -> str:
    """Put the publisher's prefix before a ref, unless the ref came with it."""
    return ref if ref.casefold().startswith(f"{prefix}-".casefold()) else f"{prefix}-{ref}"


def _short(name: str) -> str:
    """Name an organisation the same in every file we publish: we know no number of theirs."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
