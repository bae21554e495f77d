"""What lines of the agenda and days are called, wherever: names that need no state, and nothing of the rules."""

from __future__ import annotations

import datetime as dt

from sessions.model.session import StepKind
from sessions.wording import say


def kind_name(kind: StepKind) -> str:
    """Say what a kind of line is called where it has no title of its own."""
    return say(f"views.step.{kind}")


def date_words(day: dt.date) -> str:
    """Say a date as people do: Thursday 10 December."""
    weekday, month = say(f"nights.weekday-{day.weekday()}"), say(f"exports.story.month-{day.month}")
    return say("nights.date", weekday=weekday, day=day.day, month=month)
