"""The invitation in Easy Read: short sentences, one idea each, with a symbol that only repeats them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sessions.model.invite import InviteDetails
from sessions.model.session import Session
from sessions.model.text import money
from sessions.plan.interviews import interviews
from sessions.plan.time_asked import time_asked
from sessions.views.paper.invitation import breaks, each_day, has_ballots
from sessions.views.plain_names import hours
from sessions.wording import say, say_many


class EasyLine(Struct, frozen=True):
    """What stands beside one symbol; `blank` names a line to fill in by hand, or is nothing."""

    symbol: str
    words: tuple[str, ...]
    blank: str = ""


class EasyInvitation(Struct, frozen=True):
    """The page, line by line."""

    title: str
    lines: tuple[EasyLine, ...]


def easy_invitation(model: Session, given: InviteDetails) -> EasyInvitation:
    """Write it: the figures are those of the other page."""
    lines = (*_what(model), *_when(model, given), *_you(given))
    return EasyInvitation(say("invite.title-easy", session=model.title), lines)


def _what(model: Session) -> Iterator[EasyLine]:
    gives = model.places is None
    money_or_places = (
        say("invite.easy.money", pot=money(model.pot, model.currency)) if gives else say("invite.easy.places")
    )
    yield EasyLine("seat", (say("invite.easy.what"),))
    yield EasyLine("result", (money_or_places, say_many("invite.easy.n", len(model.applications))))
    yield EasyLine("read", (say("invite.easy.read"),))
    yield EasyLine("practice", (say("invite.easy.score"),))
    talk = [say("invite.easy.meet")] if interviews(model.steps) else []
    yield EasyLine("question", (*talk, say("invite.easy.talk")))
    if has_ballots(model):
        yield EasyLine("ballot-in", (say("invite.easy.ballot"),))


def _when(model: Session, given: InviteDetails) -> Iterator[EasyLine]:
    asked = time_asked(model)
    undated = any(day.date is None for day in asked.days)
    days = (*each_day(asked, "easy"), *given.dates)
    yield EasyLine("wait", days, say("invite.date") if undated else "")
    place = (say("invite.easy.place", place=model.place),) if model.place else ()
    yield EasyLine("join", place, "" if place else say("invite.place"))
    yield EasyLine(
        "read",
        (
            say("invite.easy.reading", minutes=hours(asked.whole.reading_minutes)),
            say("invite.easy.together", hours=hours(asked.together)),
        ),
    )
    yield EasyLine("break", (breaks(asked, "easy"),))


def _you(given: InviteDetails) -> Iterator[EasyLine]:
    yield _known("break", "food", given.food)
    yield _known("result", "expenses", given.expenses)
    yield _known("refused", "access", given.access)
    yield EasyLine("yes", (say("invite.easy.help"), say("invite.easy.why"), say("invite.easy.no-phone")))
    yield EasyLine("check", (say("invite.easy.kept"),))
    yield EasyLine("ended", (say("invite.easy.no"), say("invite.easy.stop")))
    yield _known("question", "contact", given.contact)


def _known(symbol: str, detail: str, words: tuple[str, ...]) -> EasyLine:
    """Say what the organisers know, or leave a line for it."""
    label = say(f"invite.{detail}")
    if not words:
        return EasyLine(symbol, (), label)
    return EasyLine(symbol, (say("invite.said", label=label, words=" · ".join(words)),))
