"""The stages before, told: what each looked at, and what it came to about the applications that are here now."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from sessions.methods.scoring import round_half_up, shown
from sessions.model.session import Session
from sessions.model.stage import EarlierApplication, EarlierStage
from sessions.views.earlier_scores import alone_words, earlier_words
from sessions.views.record.days_met import day_words
from sessions.wording import say, say_many

NONE = "–"


class StageRow(Struct, frozen=True):
    """One application at a stage before; `reasons` in the panel's own words."""

    title: str
    score: str
    outcome: str
    decision: str
    reasons: str


class StageStory(Struct, frozen=True):
    """A stage before: its name and title, a sentence or two, and its applications that are here now."""

    heading: str
    lines: tuple[str, ...]
    rows: tuple[StageRow, ...]


class StagesStory(Struct, frozen=True):
    """All stages before, the first one first, and what their scores weigh today."""

    stages: tuple[StageStory, ...] = ()
    lines: tuple[str, ...] = ()


def stages_story(model: Session, digits: int) -> StagesStory:
    """Tell them; nothing of a session that follows no other."""
    if not model.before:
        return StagesStory()
    words = earlier_words(model)
    lines = tuple(filter(None, (words, alone_words(model))))
    return StagesStory(tuple(_stage(model, one, digits) for one in model.before), lines)


def _stage(model: Session, one: EarlierStage, digits: int) -> StageStory:
    here = tuple(
        (application.title, about)
        for application in model.every_application
        if (about := one.about(application.ref)) is not None
    )
    came = say_many("stages.story.came", len(here), of=one.applications)
    lines = (came, say_many("stages.story.sat", len(one.sat)))
    named = say("stages.story.stage", name=one.name, title=one.title) if one.name else one.title
    heading = f"{named} · {_in_words(one.date)}" if one.date else named
    return StageStory(heading, lines, tuple(_row(model, title, about, digits) for title, about in here))


def _in_words(date: str) -> str:
    """Write a stage's day as people read it; a file that was changed by hand may hold something else."""
    try:
        return day_words(dt.date.fromisoformat(date))
    except ValueError:
        return date


def _row(model: Session, title: str, about: EarlierApplication, digits: int) -> StageRow:
    u = about.score
    return StageRow(
        title=f"{about.ref} {title}",
        score=NONE if u is None else round_half_up(shown(u, model.scale), digits),
        outcome=about.outcome or NONE,
        decision=about.decision or NONE,
        reasons=" ".join(about.reasons.split()),
    )
