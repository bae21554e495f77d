"""Say before the day, in heads, where fewer than five can score or vote, and what is done there instead."""

from __future__ import annotations

from collections.abc import Sequence

from sessions.model.answers import FEWEST, MOST_SMALL
from sessions.model.session import Application, Session, Small, StepKind
from sessions.views.plain_names import kind_name
from sessions.wording import say, say_many

NAMED = 8  # refs named in one warning
_WITHOUT_A_NAME = (StepKind.CONFIDENCE, StepKind.WORKSHOP)


def refs_said(applications: Sequence[Application]) -> str:
    """Name applications by their refs, the first few of many."""
    refs = [application.ref for application in applications]
    return ", ".join(refs[:NAMED]) + (" …" if len(refs) > NAMED else "")


def few_report(session: Session) -> list[str]:
    """Say of the panel, or of each application, that fewer than five can score it, and what follows from that."""
    seats, left = len(session.members), _left(session)
    if seats >= FEWEST and not left:
        return []
    said = [say("small.check.panel", n=seats)] if seats < FEWEST else []
    said += [
        _of_some(refs_said(found), free, seats)
        for free, found in sorted(left.items())
        if seats >= FEWEST or free < min(seats, 2)
    ]
    said.append(say(f"small.check.{session.consensus.small}"))
    if session.consensus.small is Small.OPEN and 1 in left:
        said.append(say("small.check.one"))
    return [*said, *_never_asked(session)] if seats < FEWEST else said


def _left(session: Session) -> dict[int, list[Application]]:
    """Return the applications that fewer than five can score, by how many can."""
    left: dict[int, list[Application]] = {}
    for application in session.applications:
        free = sum(application.ref not in member.conflicts for member in session.members)
        if free < FEWEST:
            left.setdefault(free, []).append(application)
    return left


def _of_some(refs: str, free: int, of: int) -> str:
    if not free:
        return say("small.check.refs-none", refs=refs, of=of)
    return say_many("small.check.refs", free, refs=refs, free=free, of=of)


def _never_asked(session: Session) -> list[str]:
    """Say what the agenda and the rules hold that asks nothing of so few."""
    said = [say("small.check.tie")] if "ballot" in session.ties else []
    steps = [step for step in session.steps if step.kind in _WITHOUT_A_NAME]
    return [*said, *(say("small.check.steps", steps=step.title or kind_name(step.kind)) for step in steps)]


def spare_report(session: Session) -> list[str]:
    """Say of a panel of five to seven how many may be missing before ballots stop; of a larger one, what is unasked."""
    seats, left = len(session.members), _left(session)
    if seats < FEWEST or left:
        return []
    if seats > MOST_SMALL:
        return [say("small.check.unasked")] if session.consensus.small is Small.OPEN else []
    free = [sum(a.ref not in m.conflicts for m in session.members) for a in session.applications]
    spare = min(free, default=seats) - FEWEST
    return [say("small.check.five", spare=spare) if spare else say("small.check.five-none")]
