"""What lies on the shelf: each day's title, date and how far it is, read quickly and without opening it."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from sessions.text import clean
from sessions.views.shelf import Day, Stage
from sessions.wording import say

from ..live import RECORD
from .known import known

SESSION = "session.toml"
_MOST_HERE = 200  # folders looked into where the terminal stands
_BIGGEST = 1_000_000  # bytes of a session.toml; a longer one is none
_ENDED = {b'"fact":"Sealed"': Stage.SEALED, b'"fact":"SessionEnded"': Stage.ENDED}
_BEGUN = b'"fact":"StepStarted"'
_HEAD = 1_000_000  # bytes at its start that are looked through for the first step: a large panel's cards are fewer
_TAIL = 200_000  # bytes at the end of a record in which the end of a day is looked for


def days(here: Path) -> list[Day]:
    """List the days: those opened before, then those that lie where the terminal stands."""
    folders = dict.fromkeys([*known(), *_lying(here.resolve())])
    return [day_of(folder) for folder in folders if is_day(folder)]


def _lying(here: Path) -> Iterator[Path]:
    yield here
    try:
        yield from sorted(islice(here.iterdir(), _MOST_HERE))
    except OSError:
        return


def is_day(folder: Path) -> bool:
    """Say whether a day lies there; where we cannot look, none does."""
    try:
        return (folder / SESSION).is_file()
    except (OSError, ValueError):
        return False


def day_of(folder: Path) -> Day:
    """Look at one folder."""
    settings = _settings(folder)
    title = settings.get("title") if settings else None
    date = settings.get("date") if settings else None
    return Day(
        key=str(folder),
        title=clean(title) if isinstance(title, str) and clean(title) else clean(folder.name),
        date=_spoken(date) if isinstance(date, dt.date) else "",
        stage=_stage(folder) if settings is not None else Stage.UNREAD,
        place=_place(folder),
    )


def _settings(folder: Path) -> dict[str, object] | None:
    try:
        with (folder / SESSION).open("rb") as file:
            return tomllib.loads(file.read(_BIGGEST).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None


def _stage(folder: Path) -> Stage:
    try:
        with (folder / RECORD).open("rb") as record:
            start = record.read(_HEAD)
            record.seek(max(0, record.seek(0, 2) - _TAIL))
            end = record.read()
            # printing cards and taking seats make a record too
            begun = _BEGUN in start or len(start) == _HEAD
            here = Stage.BEGUN if begun else Stage.READY
            return next((stage for fact, stage in _ENDED.items() if fact in end), here)
    except OSError:
        return Stage.READY


def _spoken(date: dt.date) -> str:
    return say("opening.date", day=date.day, month=say(f"opening.month.{date.month}"), year=date.year)


def _place(folder: Path) -> str:
    """Say where it lies, shortly."""
    home = Path.home()
    if folder.is_relative_to(home) and folder != home:
        return clean(str(Path("~") / folder.relative_to(home)))
    return clean(str(folder))
