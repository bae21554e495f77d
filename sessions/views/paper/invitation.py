"""The invitation: what is asked of somebody who thinks of joining. Its hours are those that `check` tells staff.

What the program cannot know is given by the organisers, or left as a line to fill in; nothing is promised for them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from sessions.model.answers import FEWEST
from sessions.model.invite import InviteDetails
from sessions.model.session import Session, Small, StepKind
from sessions.model.text import money
from sessions.plan.days import PlannedDay
from sessions.plan.interviews import interviews
from sessions.plan.time_asked import TimeAsked, time_asked
from sessions.views.plain_names import date_words, hours, time_of_day
from sessions.wording import say, say_many


class InvitePart(Struct, frozen=True):
    """A part under its heading; `blanks` name the lines that are left to be filled in by hand."""

    heading: str
    lines: tuple[str, ...]
    blanks: tuple[str, ...] = ()


class Invitation(Struct, frozen=True):
    """The page, part by part."""

    title: str
    parts: tuple[InvitePart, ...]

    @property
    def blanks(self) -> tuple[str, ...]:
        """Name everything that is left to be filled in."""
        return tuple(blank for part in self.parts for blank in part.blanks)


def invitation(
    model: Session, given: InviteDetails, languages: Sequence[str] = (), *, labels_recorded: bool = False
) -> Invitation:
    """Write it. `languages` are those that phones and slips can be in, beside the session's own.

    `labels_recorded`: the record was begun by an earlier version, which wrote what seats are called into it.
    """
    asked = time_asked(model)
    parts = (
        InvitePart(say("invite.what"), tuple(_what(model))),
        InvitePart(say("invite.ask"), tuple(_ask(model))),
        _when(model, given, asked),
        _part("invite.you-get", (), given, "food", "expenses", "access"),
        InvitePart(say("invite.help"), tuple(_help(languages))),
        _part("invite.keep", _keep(model, labels_recorded=labels_recorded), given, "kept"),
        _part("invite.tea", [say("invite.tea.no")], given, "contact"),
    )
    return Invitation(say("invite.title", session=model.title), parts)


def _part(heading: str, lines: Iterable[str], given: InviteDetails, *details: str) -> InvitePart:
    """Make a part that ends with what the organisers know; what they have not said is a line to fill in."""
    said, blanks = list(lines), []
    for one in details:
        label, words = say(f"invite.{one}"), getattr(given, one)
        if words:
            said.append(say("invite.said", label=label, words=" · ".join(words)))
        else:
            blanks.append(label)
    return InvitePart(say(heading), tuple(said), tuple(blanks))


def _what(model: Session) -> Iterator[str]:
    n = len(model.applications)
    if model.places is not None:
        yield say_many("invite.what.places", n, places=model.places)
    else:
        yield say_many("invite.what.money", n, pot=money(model.pot, model.currency))
    yield say_many("invite.what.seats", len(model.members))
    if model.programme:
        yield say("invite.what.programme", programme=model.programme)
    if model.stage is not None:
        yield say("invite.what.stage", name=say(f"invite.stage.{model.stage.name.value}"))
    for one in model.before:
        key = "invite.what.before" if one.date else "invite.what.before-bare"
        yield say(key, title=one.title, date=_earlier_date(one.date))


def _earlier_date(written: str) -> str:
    try:
        return dated(dt.date.fromisoformat(written))
    except ValueError:
        return written


def _ask(model: Session) -> Iterator[str]:
    yield say("invite.ask.read")
    yield say("invite.ask.score")
    if met := interviews(model.steps):
        yield say_many("invite.ask.meet", len({step.ref for step in met}))
    yield say("invite.ask.talk")
    if has_ballots(model):
        yield say("invite.ask.ballot")
    if any(step.kind is StepKind.BUDGET for step in model.steps):
        yield say("invite.ask.budget" if model.places is None else "invite.ask.list")
    yield say("invite.ask.out")


def has_ballots(model: Session) -> bool:
    """Whether there are enough of us for a ballot that says nothing of one person."""
    return len(model.members) >= FEWEST


def _when(model: Session, given: InviteDetails, asked: TimeAsked) -> InvitePart:
    lines = [
        *each_day(asked, "when"),
        *given.dates,
        *([say("invite.when.place", place=model.place)] if model.place else []),
        say("invite.when.reading", minutes=hours(asked.whole.reading_minutes)),
        say("invite.when.together", hours=hours(asked.together)),
        breaks(asked, "when"),
        say("invite.when.stretch", stretch=asked.whole.longest_stretch),
    ]
    blanks = [] if all(day.date for day in asked.days) else [say("invite.date")]
    return InvitePart(
        say("invite.when"), tuple(lines), (*blanks, *([] if model.place else [say("invite.place")]))
    )


def each_day(asked: TimeAsked, where: str) -> list[str]:
    """Say of each day when it is and how long it takes, in full (`when`) or in Easy Read (`easy`)."""
    return [
        say(
            f"invite.{where}.day" if day.load.finish else f"invite.{where}.day-late",
            date=_day_named(day, number, len(asked.days)),
            start=time_of_day(day.load.start),
            finish=time_of_day(day.load.finish),
            hours=hours(day.load.minutes),
        )
        for number, day in enumerate(asked.days, start=1)
    ]


def _day_named(day: PlannedDay, number: int, of: int) -> str:
    if day.date:
        return dated(day.date)
    return say("invite.when.some-day", n=number) if of > 1 else say("invite.when.one-day")


def dated(day: dt.date) -> str:
    """Say a date with its year: people keep an invitation."""
    return say("invite.date-words", day=date_words(day), year=day.year)


def breaks(asked: TimeAsked, where: str) -> str:
    """Say how many breaks there are, and how long together."""
    if not asked.whole.breaks:
        return say(f"invite.{where}.no-break")
    return say_many(f"invite.{where}.breaks", asked.whole.breaks, minutes=asked.whole.break_minutes)


def _help(languages: Sequence[str]) -> Iterator[str]:
    yield say("invite.help.ask")
    if languages:
        yield say("invite.help.languages", languages=", ".join(languages))
    yield say("invite.help.why")
    yield say("invite.help.bring")
    yield say("invite.help.clock")


def _keep(model: Session, *, labels_recorded: bool) -> Iterator[str]:
    yield say("invite.keep.scores")
    yield say("invite.keep.shape")
    if model.consensus.small is Small.OPEN:
        yield say("invite.keep.open")
    if has_ballots(model):
        yield say("invite.keep.ballot")
    yield say("invite.keep.exports")
    if labels_recorded:
        yield say("invite.keep.labels-recorded")
    elif any(member.label for member in model.members):
        yield say("invite.keep.labels")
    yield say("invite.keep.yours")
    yield say("invite.keep.sealed")
    yield say("invite.keep.limit")
