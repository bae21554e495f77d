"""A new day from a spreadsheet: which one, what its columns are, and what its folder is to be called."""

from __future__ import annotations

import asyncio
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from screens.opening.asks import Choose, Write
from screens.wall.asks.pick import Line
from screens.wall.asks.telling import Telling
from sessions.text import clean, clean_lines
from sessions.wording import say

from .given import given_path
from .working import Far, working

if TYPE_CHECKING:
    from ..folder import NewReport, Question
    from .app import OpeningApp

_SHEETS = (".csv", ".xlsx", ".xlsm", ".xls", ".ods")
_PLACES = ("", "Downloads", "Desktop", "Documents")
_LISTED, _LOOKED_AT = 12, 2_000  # spreadsheets listed; things looked at in each place
_ELSEWHERE, _GO_ON = "elsewhere", "go on"


async def new(app: OpeningApp, _folder: Path | None) -> None:
    """Make a day's folder; nothing is made unless all of it can be."""
    from ..folder import new_report

    source = await _which_sheet(app)
    if source is None:
        return
    folder = await _which_folder(app, source)
    if folder is None:
        return
    report = await _made(app, folder, source)
    lines = clean_lines(new_report(report)).splitlines()
    title = say("opening.new.made" if report.made else "opening.new.not-made")
    if report.made:
        app.opened(folder)
        said = [
            *lines[:2],
            say("opening.new.next", file=clean(str(folder / "session.toml"))),
        ]
    else:
        said = lines
    await app.push_screen_wait(Telling(title, said))


async def _which_sheet(app: OpeningApp) -> Path | None:
    """Offer the spreadsheets that lie about, the newest first; any other can be typed or dragged in."""
    found = await asyncio.to_thread(sheets_about, app.here)
    if found:
        lines = [Line(str(n), clean(file.name), clean(str(file.parent))) for n, file in enumerate(found)]
        lines.append(Line(_ELSEWHERE, say("opening.new.elsewhere")))
        picked = await app.push_screen_wait(Choose(say("opening.new.which"), lines))
        if picked is None or picked != _ELSEWHERE:
            return found[int(picked)] if picked else None
    words = await app.push_screen_wait(Write(say("opening.new.which"), say("opening.new.where")))
    return given_path(words, app.here) if words else None


def sheets_about(here: Path) -> list[Path]:
    """List the spreadsheets where the terminal stands and where downloads land, the newest first."""
    found: dict[Path, float] = {}
    places = [here, *(Path.home() / name for name in _PLACES)]
    for place in places:
        try:
            for file in islice(place.iterdir(), _LOOKED_AT):
                if (
                    file.suffix.casefold() in _SHEETS
                    and not file.name.startswith((".", "~$"))
                    and file.is_file()
                ):
                    found[file.resolve()] = file.stat().st_mtime
        except OSError:
            continue
    return sorted(found, key=lambda file: (-found[file], str(file)))[:_LISTED]


async def _which_folder(app: OpeningApp, source: Path) -> Path | None:
    suggested = "-".join(clean(source.stem).split()).casefold() or "panel"
    label = say("opening.new.folder", place=clean(str(app.here)))
    words = await app.push_screen_wait(Write(say("opening.new.name"), label, suggested))
    return given_path(words, app.here) if words else None


async def _made(app: OpeningApp, folder: Path, source: Path) -> NewReport:
    from ..naming import new_as_before

    loop = asyncio.get_running_loop()

    def ask(question: Question) -> str:
        """Ask on the screen from the thread that reads, which waits for the answer."""
        return asyncio.run_coroutine_threadsafe(_column(app, question), loop).result()

    def same(before: dict[str, str]) -> bool:
        return asyncio.run_coroutine_threadsafe(_same(app, before), loop).result()

    def make(_far: Far) -> NewReport:
        return new_as_before(folder, source, {}, ask, same)

    return await working(app, say("opening.new.making"), make)


async def _same(app: OpeningApp, before: dict[str, str]) -> bool:
    """Offer the columns named last time, when the spreadsheet could not be used yet."""
    from ..naming import said_before

    lines = [Line(_GO_ON, say("opening.new.same")), Line(_ELSEWHERE, say("opening.new.anew"))]
    picked = await app.push_screen_wait(
        Choose(say("opening.new.before"), lines, text=clean(said_before(before)))
    )
    return picked == _GO_ON


async def _column(app: OpeningApp, question: Question) -> str:
    """Ask which column holds what. Where several things may be held, ask first which of them; or go on."""
    field = question.fields[0]
    if not question.needed:
        lines = [Line(_GO_ON, say("opening.new.go-on")), *(Line(f, _what(f)) for f in question.fields)]
        text = say("opening.new.unused", titles=", ".join(question.titles))
        picked = await app.push_screen_wait(Choose(say("opening.new.more"), lines, text=text))
        if picked is None or picked == _GO_ON:
            return ""
        field = picked
    columns = [Line(str(n), clean(title)) for n, title in enumerate(question.titles)]
    which = await app.push_screen_wait(Choose(say("opening.new.column", what=_what(field)), columns))
    if which is None:
        return ""
    title = question.titles[int(which)]
    return title if question.needed else f"{field}={title}"


def _what(field: str) -> str:
    return say(f"opening.field.{field}")
