"""What a folder's own files say otherwise than its record: the record is what counts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from sessions.model.session import Application, Session
from sessions.wording import say


def folder_differs(record: Session, folder: Session) -> tuple[str, ...]:
    """List what differs, one line each; nothing where they say the same."""
    return (*_session(record, folder), *_applications(record, folder))


def _session(record: Session, folder: Session) -> Iterator[str]:
    for what, ours, theirs in (
        ("title", record.title, folder.title),
        ("date", record.date, folder.date),
        ("place", record.place, folder.place),
        ("programme", record.programme, folder.programme),
        ("pot", record.pot, folder.pot),
        ("questions", _questions(record), _questions(folder)),
        ("rule", record.consensus.rule.value, folder.consensus.rule.value),
    ):
        if ours != theirs:
            what = say(f"verify.what-{what}")
            yield say("verify.folder-value", what=what, folder=_shown(theirs), record=_shown(ours))


def _questions(model: Session) -> str:
    return " / ".join(f"{one.question} × {one.weight.normalize():f}" for one in model.criteria)


def _applications(record: Session, folder: Session) -> Iterator[str]:
    ours = {one.ref: one for one in record.every_application}  # one set aside is in the record all the same
    theirs = {one.ref: one for one in folder.applications}
    for ref, one in ours.items():
        if ref not in theirs and record.set_aside(ref) is None:
            yield say("verify.record-only", ref=ref, title=one.title)
        elif ref in theirs:
            yield from _application(one, theirs[ref])
    for ref, one in theirs.items():
        if ref not in ours:
            yield say("verify.folder-only", ref=ref, title=one.title)


def _application(ours: Application, theirs: Application) -> Iterator[str]:
    for what in ("title", "organisation", "asked", "least"):
        mine, other = getattr(ours, what), getattr(theirs, what)
        if mine != other:
            yield say(
                "verify.folder-application",
                ref=ours.ref,
                what=say(f"verify.what-{what}"),
                folder=_shown(other),
                record=_shown(mine),
            )


def _shown(value: Any) -> str:
    if value is None or value == "":
        return say("verify.nothing")
    return f"{value:,f}" if isinstance(value, Decimal) else str(value)
