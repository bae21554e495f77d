"""What is missing before a list is confirmed, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.model.session import Session
from sessions.model.text import money
from sessions.results.confirming import Missing
from sessions.wording import say, say_many
from sessions.wording.enumerations import titles_said


def missing_said(found: Missing, model: Session) -> Iterator[str]:
    """Say it; nothing where nothing is."""
    left = money(found.left, model.currency)
    if model.places is not None:
        left = say_many("stages.places", int(found.left))
    if found.no_reasons:
        named = titles_said([model.called(ref) for ref in found.no_reasons])
        yield say_many("dividing.missing.no-reasons", len(found.no_reasons), titles=named)
    if found.yes_unfunded:
        named = titles_said([model.called(ref) for ref in found.yes_unfunded])
        yield say_many("dividing.missing.yes-unfunded", len(found.yes_unfunded), titles=named, left=left)
    if found.torn:
        yield say("dividing.missing.torn", titles=titles_said([model.called(ref) for ref in found.torn]))
    strands = {strand.key: strand.title for strand in model.strands}
    for key, amount in found.moved.items():
        yield say("dividing.missing.moved", amount=money(amount, model.currency), strand=strands[key])
