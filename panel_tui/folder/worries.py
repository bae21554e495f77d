"""What `check` warns of in a session that can be run: too much, too few, too little to choose."""

from __future__ import annotations

from decimal import Decimal

from sessions.load import COMFORTABLE_DAY, Load
from sessions.model import Application, Session
from sessions.money import money
from sessions.scoring import FEWEST
from sessions.wording import say

NAMED = 8  # refs named in one warning


def worries(session: Session, load: Load) -> list[str]:
    """Say each worry in a sentence, the day's length first."""
    return [*_day(load), *_people(session), *_money(session)]


def _day(load: Load) -> list[str]:
    said = []
    if load.days > 1:
        said.append(say("folder.many-days", days=load.days, hours=COMFORTABLE_DAY // 60))
    if load.stretch_is_long:
        said.append(say("folder.long-stretch", stretch=load.longest_stretch))
    return said


def _people(session: Session) -> list[str]:
    seats = len(session.members)
    if seats < FEWEST:
        return [say("folder.small-panel", n=seats)]
    left: dict[int, list[Application]] = {}
    for application in session.applications:
        free = sum(application.ref not in member.conflicts for member in session.members)
        if free < FEWEST:
            left.setdefault(free, []).append(application)
    return [
        say("folder.small-after-conflicts", refs=_named(applications), n=free)
        for free, applications in sorted(left.items())
    ]


def _money(session: Session) -> list[str]:
    said = []
    asks = sum((application.asked for application in session.applications), Decimal(0))
    if asks <= session.pot:
        said.append(say("folder.pot-covers-all", asks=money(asks, session.currency)))
    beyond = [a for a in session.applications if (a.least or a.asked) > session.pot]
    if beyond:
        said.append(say("folder.least-over-pot", refs=_named(beyond)))
    return said


def _named(applications: list[Application]) -> str:
    refs = [application.ref for application in applications]
    return ", ".join(refs[:NAMED]) + (" …" if len(refs) > NAMED else "")
