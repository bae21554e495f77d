"""The sessions opened on this laptop: where they lie, their title, date and how far each is."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from panel_tui.folder.day_stage import day_stage
from panel_tui.folder.toml_text import toml
from panel_tui.system.fresh_files import write_for_owner
from panel_tui.system.paths import known_days
from panel_tui.system.plain_files import opened
from panel_tui.system.same_folder import same
from sessions.model.text import clean
from sessions.views.desk.session_list import DayStage, SessionListing
from sessions.wording import say

_MOST = 100


def known() -> list[Path]:
    """Return the folders, the last opened first. A list that cannot be read is an empty one."""
    try:
        kept = json.loads(known_days().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [Path(one) for one in kept if isinstance(one, str)] if isinstance(kept, list) else []


def remember(folder: Path) -> None:
    """Put a folder first on the list. A laptop that will not keep the list runs the day all the same."""
    whole = folder.resolve()
    _keep([whole, *(one for one in known() if not same(one, whole))])


def forget(folder: Path) -> None:
    """Take a folder off the list; the folder itself stays as it is."""
    whole = folder.resolve()
    _keep([one for one in known() if not same(one, whole)])


def _keep(folders: list[Path]) -> None:
    write_for_owner(known_days(), json.dumps([str(one) for one in folders[:_MOST]], indent=0))


SESSION = "session.toml"
_MOST_HERE = 200  # folders looked into where the terminal stands
_BIGGEST = 1_000_000  # bytes of a session.toml; a longer one is none


def days(here: Path) -> list[SessionListing]:
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
    """Whether a day lies there; where we cannot look, none does."""
    try:
        return (folder / SESSION).is_file()
    except (OSError, ValueError):
        return False


def day_of(folder: Path) -> SessionListing:
    """Look at one folder."""
    settings = _settings(folder)
    title = settings.get("title") if settings else None
    date = settings.get("date") if settings else None
    return SessionListing(
        key=str(folder),
        title=clean(title) if isinstance(title, str) and clean(title) else clean(folder.name),
        date=_spoken(date) if isinstance(date, dt.date) else "",
        stage=day_stage(folder) if settings is not None else DayStage.UNREAD,
        place=_place(folder),
    )


def _settings(folder: Path) -> dict[str, object] | None:
    try:
        with opened(folder / SESSION) as file:
            return toml(file.read(_BIGGEST).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None


def _spoken(date: dt.date) -> str:
    return say("opening.date", day=date.day, month=say(f"opening.month.{date.month}"), year=date.year)


def _place(folder: Path) -> str:
    """Say where it lies, shortly."""
    home = Path.home()
    if folder.is_relative_to(home) and folder != home:
        return clean(str(Path("~") / folder.relative_to(home)))
    return clean(str(folder))
