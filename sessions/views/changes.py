"""What was put right, in words: what it was, what it is, and of which application."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation

from sessions.model.details import MONEY, Detail
from sessions.model.session import Session, SetAside, Standing
from sessions.model.text import money
from sessions.state import Intervention, State
from sessions.wording import say

CHANGED = "changed-"
_TOLD = frozenset(
    {"conflict-taken-back", "late-application", "brought-back", *(how.value for how in Standing)}
)
_SHORT = 120  # characters of a text that is quoted in one line


def is_change(what: str) -> bool:
    """Whether an act put right something that had been agreed."""
    return what.startswith(CHANGED) or what in _TOLD


def changed_words(currency: str, one: Intervention) -> str:
    """Say what was put right, with what it was and what it is."""
    kind = one.what.removeprefix(CHANGED)
    detail = kind.rpartition("-")[2]
    was, now = text_told(detail, one.was, currency), text_told(detail, one.now, currency)
    return say(f"changes.did.{kind}", was=was, now=now)


def set_aside_words(one: SetAside) -> str:
    """Say why an application was not decided on, without the reason."""
    return say(f"changes.standing.{one.how}")


def set_aside_in_full(one: SetAside) -> str:
    """Say it with the reason, or the rule."""
    return say("changes.standing.why", words=set_aside_words(one), why=one.why)


def news(state: State) -> str:
    """Say what was put right since the room came to the present place, as phones and the wall tell it; else nothing."""
    if state.guests_in:  # it may be about another application, and can wait until they have gone
        return ""
    since = state.plan.since
    recent = [
        one
        for one in state.interventions
        if is_change(one.what) and one.what != "conflict-taken-back" and since is not None and one.at >= since
    ]
    return " ".join(_in_full(state.model, one) for one in recent[-2:])


def _in_full(model: Session, one: Intervention) -> str:
    """Say what was put right, and why, as it was promised to whoever gave the reason."""
    words = _with_title(model, one)
    return say("changes.news.why", news=words, why=_short(one.why)) if one.why else words


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rstrip()} …"


def _with_title(model: Session, one: Intervention) -> str:
    words = changed_words(model.currency, one)
    if not one.application or one.what == f"{CHANGED}{Detail.TITLE}":  # its words name it already
        return say("changes.news.session", words=words)
    return say("changes.news", title=model.application(one.application).title, words=words)


def text_told(detail: str, text: str, currency: str) -> str:
    """Make text of the record fit to read: money with its sign, a day as people write it, long words cut short."""
    if not text:
        return say("changes.nothing")
    if detail in {one.value for one in MONEY}:
        try:
            return money(Decimal(text), currency)
        except InvalidOperation:
            return text
    if detail == Detail.DATE.value:
        day = dt.date.fromisoformat(text)
        month = say(f"exports.story.month-{day.month}")
        return say("exports.story.date", day=day.day, month=month, year=day.year)
    return _short(text)
