"""Say what `check` finds about several days: each one, where one is too long, and the rest between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sessions.model.session import Session, StepKind
from sessions.plan.day_load import COMFORTABLE_DAY
from sessions.plan.days import REST, PlannedDay, rest_between
from sessions.views.plain_names import date_words, hours, kind_name, time_of_day
from sessions.wording import say, say_many


def each_day(days: Sequence[PlannedDay]) -> list[str]:
    """Say each day: when, how long, and how many applications it looks at."""
    return [_day(number, day) for number, day in enumerate(days, start=1)]


def _day(number: int, day: PlannedDay) -> str:
    finish = day.load.finish
    return say(
        "nights.check.day" if finish else "nights.check.day-late",
        n=number,
        date=date_words(day.date) if day.date else say("nights.check.no-date"),
        hours=hours(day.load.minutes),
        start=time_of_day(day.load.start),
        finish=time_of_day(finish),
        looks=say_many("nights.check.looks", day.looks),
    )


def long_days(days: Sequence[PlannedDay]) -> list[str]:
    """Name each day that asks more of people than it should."""
    return [
        say("nights.check.long", n=number, hours=COMFORTABLE_DAY // 60)
        for number, day in enumerate(days, start=1)
        if day.load.minutes > COMFORTABLE_DAY
    ]


def rests(days: Sequence[PlannedDay]) -> Iterator[str]:
    """Name each pair of days with no day of rest between them, or in no order."""
    for number, (before, after) in enumerate(pairwise(days), start=1):
        between = rest_between(before, after)
        if between is not None and between < REST:
            key = "nights.check.no-rest" if between >= 0 else "nights.check.back"
            yield say(key, n=number, next=number + 1)


def proposal(session: Session, places: Sequence[int]) -> str:
    """Say before which lines a night would come, and on which day of all each then is."""
    named = []
    for place in places:
        earlier = session.steps[:place]
        nights = sum(step.kind is StepKind.OVERNIGHT for step in earlier) + sum(at < place for at in places)
        named.append(say("nights.check.before", place=_line(session, place), n=nights + 2))
    return say("nights.check.propose", places=", ".join(named))


def _line(session: Session, place: int) -> str:
    step = session.steps[place]
    return step.ref or step.title or kind_name(step.kind)
