"""What `session.json` holds of an application: as it came in, and how it was set aside where it was."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from sessions.model.session import Application, SetAside


class ApplicationFacts(Struct, frozen=True):
    """An application as it came in; they stand in the order they are heard."""

    ref: str
    title: str
    organisation: str
    asked: Decimal
    least: Decimal | None
    strand: str
    place: str
    theme: str
    summary: str
    revealed: bool
    eligible: bool | None = None


class AsideFacts(Struct, frozen=True):
    """An application that was not decided on, as it came in; why, for staff alone."""

    ref: str
    title: str
    organisation: str
    asked: Decimal
    least: Decimal | None
    strand: str
    outcome: str
    why: str


def application_facts(one: Application, *, revealed: bool) -> ApplicationFacts:
    """Gather an application."""
    return ApplicationFacts(
        one.ref,
        one.title,
        one.organisation,
        one.asked,
        one.least,
        one.strand,
        one.place,
        one.theme,
        one.summary,
        revealed,
        one.eligible,
    )


def aside_facts(gone: SetAside, *, public: bool) -> AsideFacts:
    """Gather one that was set aside."""
    one = gone.application
    return AsideFacts(
        one.ref,
        one.title,
        one.organisation,
        one.asked,
        one.least,
        one.strand,
        gone.how.value,
        "" if public else gone.why,
    )
