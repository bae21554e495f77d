"""The details of what was agreed that can be put right one at a time: words and money, of the session or one in it.

In the record and between layers a detail is text: an amount in full figures, a date as 2026-12-03, nothing for none.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from msgspec.structs import replace

from sessions.model.session import Application, Session, Strand, Value
from sessions.model.text import clean, clean_lines


class Detail(StrEnum):
    """What can be put right, by the name it has in the folder."""

    TITLE = "title"
    ORGANISATION = "organisation"
    PLACE = "place"
    THEME = "theme"
    SUMMARY = "summary"
    IN_SHORT = "in_short"
    ASKED = "asked"
    LEAST = "least"
    DATE = "date"
    POT = "pot"
    PROGRAMME = "programme"


class Subject(Value, frozen=True):
    """What a detail belongs to: an application, a strand, or the session where both are left out."""

    application: str = ""
    strand: str = ""


MONEY = frozenset({Detail.ASKED, Detail.LEAST, Detail.POT})
OF_AN_APPLICATION = (
    Detail.TITLE,
    Detail.ORGANISATION,
    Detail.PLACE,
    Detail.THEME,
    Detail.SUMMARY,
    Detail.IN_SHORT,
    Detail.ASKED,
    Detail.LEAST,
)
OF_A_STRAND = (Detail.TITLE, Detail.POT)
OF_THE_SESSION = (Detail.TITLE, Detail.PLACE, Detail.DATE, Detail.POT, Detail.PROGRAMME)
_NEEDED = frozenset({Detail.TITLE, Detail.ASKED, Detail.POT})
LONGEST = {
    Detail.TITLE: 200,
    Detail.ORGANISATION: 200,
    Detail.PLACE: 100,
    Detail.THEME: 100,
    Detail.IN_SHORT: 200,
    Detail.PROGRAMME: 100,
}
_LARGEST = Decimal(10) ** 12


def details_of(subject: Subject) -> tuple[Detail, ...]:
    """List the details a subject has."""
    if subject.application:
        return OF_AN_APPLICATION
    return OF_A_STRAND if subject.strand else OF_THE_SESSION


def detail_text(model: Session, subject: Subject, detail: Detail) -> str:
    """Return a detail as text. Raises LookupError where there is no such subject, or it has no such detail."""
    if detail not in details_of(subject):
        raise LookupError(detail)
    held = getattr(_holder(model, subject), detail.value)
    if held is None:
        return ""
    if isinstance(held, Decimal):
        return amount_text(held)
    return held.isoformat() if isinstance(held, dt.date) else str(held)


def with_detail(model: Session, subject: Subject, detail: Detail, text: str) -> Session:
    """Give the model with one detail put right. Raises LookupError as above, ValueError where the text says nothing."""
    if detail not in details_of(subject):
        raise LookupError(detail)
    changed = {detail.value: _value(detail, text)}
    if subject.application:
        return _with_application(model, replace(model.application(subject.application), **changed))
    if not subject.strand:
        return replace(model, **changed)
    strands = (replace(one, **changed) if one.key == subject.strand else one for one in model.strands)
    return replace(model, strands=tuple(strands))


def settled(detail: Detail, text: str) -> str:
    """Make text from outside what is kept of it: cleaned, no longer than it may be; money and dates in one form.

    Raises ValueError where it says nothing that could stand there.
    """
    value = _value(detail, text)
    if value is None:
        return ""
    return amount_text(value) if isinstance(value, Decimal) else str(value)


def amount_text(amount: Decimal) -> str:
    """Write an amount in the one form the record has it: 300 and 300.00 are the same money."""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def _holder(model: Session, subject: Subject) -> Session | Application | Strand:
    if subject.application:
        return model.application(subject.application)
    if not subject.strand:
        return model
    found = next((one for one in model.strands if one.key == subject.strand), None)
    if found is None:
        raise LookupError(subject.strand)
    return found


def _with_application(model: Session, changed: Application) -> Session:
    return replace(
        model,
        applications=tuple(changed if one.ref == changed.ref else one for one in model.applications),
        aside=tuple(
            replace(one, application=changed) if one.application.ref == changed.ref else one
            for one in model.aside
        ),
    )


def _value(detail: Detail, text: str) -> Any:
    if detail in MONEY:
        return _amount(detail, text)
    if detail is Detail.DATE:
        return dt.date.fromisoformat(text) if text else None
    words = _tidy(detail, text)
    if not words and detail in _NEEDED:
        raise ValueError(detail)
    return words


def _tidy(detail: Detail, text: str) -> str:
    """Clean until nothing changes: cutting can leave something to tidy again."""
    tidy = clean_lines(text) if detail is Detail.SUMMARY else clean(text, longest=LONGEST[detail])
    return text if tidy == text else _tidy(detail, tidy)


def _amount(detail: Detail, text: str) -> Decimal | None:
    if not text and detail not in _NEEDED:
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None
    if not amount.is_finite() or not 0 < amount < _LARGEST or amount != round(amount, 2):
        raise ValueError(text)
    return amount
