"""What 360Giving is told: one row a grant, of funded applications alone, once the list is confirmed.

Field by field as the 360Giving standard 1.4 names them; see https://standard.threesixtygiving.org.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from sessions.model.session import OpenData, Session
from sessions.views.record.rows import ResultRow

_LONGEST = 40  # letters of a session's title in a grant's name


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
    theme: str = ""
    charity_number: str = ""
    company_number: str = ""
    start_date: str = ""
    end_date: str = ""
    last_modified: dt.date | None = None


def grant_rows(
    model: Session, results: Iterable[ResultRow], open_data: OpenData, awarded_on: dt.date
) -> tuple[GrantRow, ...]:
    """Return one row for each application that was given money, in the order they were heard."""
    return tuple(_grant(model, row, open_data, awarded_on) for row in results if row.amount)


def _grant(model: Session, row: ResultRow, open_data: OpenData, awarded_on: dt.date) -> GrantRow:
    named_after = model.date or awarded_on  # the day agreed beforehand, so that a name once published stays
    one = model.application(row.application)
    recipient = one.organisation or one.title
    return GrantRow(
        identifier=_identifier(model, open_data.prefix, one.ref, named_after),
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
        programme=model.programme,
        ref=one.ref,
        strand=one.strand,
        least=one.least,
        theme=one.theme,
        last_modified=awarded_on,
    )


def _identifier(model: Session, prefix: str, ref: str, day: dt.date) -> str:
    """Name a grant as no other round of ours does: refs begin anew each time. A name it came with stays."""
    if ref.casefold().startswith(f"{prefix}-".casefold()):
        return ref
    return "-".join(part for part in (prefix, f"{day:%Y%m%d}", _short(model.title)[:_LONGEST], ref) if part)


def _short(name: str) -> str:
    """Name an organisation the same in every file we publish: we know no number of theirs."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
