"""A new session from a spreadsheet: which file, what its columns are, what its folder is to be called."""

from __future__ import annotations

import asyncio
import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import platformdirs

from panel_tui.folder.litter import is_litter
from panel_tui.opening.slow_work import Far, working
from screens.opening.dialogs import Choose, Write
from screens.wall.dialogs.dialog import Telling
from screens.wall.dialogs.pick import PickLine
from sessions.model.text import clean, clean_lines
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.folder import NewReport, Question
    from panel_tui.opening.app import OpeningApp


def given_path(words: str, here: Path) -> Path:
    """Return the place meant; one that is not whole lies where the terminal stands.

    What cannot be made out is taken as it stands: there is nothing there, and that is said where it is looked for.
    """
    text = words.strip().removeprefix("& ").strip()  # as PowerShell writes what is dragged into it
    if text.startswith("'") and text.endswith("'"):
        text = text.replace("''", "'") if not _is_there(here / _at_home(text[1:-1])) else text
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    elif text.count('"') == 1 and not _is_there(
        here / _at_home(text)
    ):  # a folder's last \\ took the mark for itself
        text = text.removesuffix('"')
    if text.casefold().startswith("file://"):
        text = _from_link(text)
    elif os.sep == "/" and not _is_there(here / _at_home(text)):
        text = text.replace("\\ ", " ")  # as a terminal writes a space in what is dragged into it
    return here / _at_home(text)


def _from_link(text: str) -> str:
    try:
        path = urlsplit(text).path
    except ValueError:  # a bracket that opens an address and is not closed
        return text
    return unquote(path) if "%" in path else url2pathname(path)


def _at_home(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # the home of somebody who has none here
        return Path(text)


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except (OSError, ValueError):  # longer than a name can be, or closed to us
        return False


_SHEETS = (".csv", ".xlsx", ".xlsm", ".xls", ".ods", ".tsv", ".pb")
_PLACES = ("", "Downloads", "Desktop", "Documents")
_LISTED, _LOOKED_AT = 12, 2_000  # spreadsheets listed; things looked at in each place
_ELSEWHERE = "elsewhere"


async def new(app: OpeningApp, _folder: Path | None) -> None:
    """Make a day's folder; nothing is made unless all of it can be. Esc goes back one step."""
    from panel_tui.folder import new_report

    report: NewReport | None = None
    folder: Path | None = None
    while report is None or report.gone_back:
        source = await _which_sheet(app)
        if source is None:
            return
        report = None
        while report is None or report.gone_back:
            folder = await _which_folder(app, source, folder)
            if folder is None:
                break
            report = await _made(app, folder, source)
    assert folder is not None
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
        lines = [PickLine(str(n), clean(file.name), clean(str(file.parent))) for n, file in enumerate(found)]
        lines.append(PickLine(_ELSEWHERE, say("opening.new.elsewhere")))
        picked = await app.push_screen_wait(Choose(say("opening.new.which"), lines))
        if picked is None or picked != _ELSEWHERE:
            return found[int(picked)] if picked else None
    typed, label = "", say("opening.new.where")
    while True:
        words = await app.push_screen_wait(Write(say("opening.new.which"), label, typed))
        if not words:
            return None
        source = given_path(words, app.here)
        if _is_there(source):
            return source
        typed, label = words, say("folder.no-such-file")


def sheets_about(here: Path) -> list[Path]:
    """List the spreadsheets where the terminal stands and where downloads land, the newest first."""
    found: dict[Path, float] = {}
    places = dict.fromkeys([here, *(Path.home() / name for name in _PLACES), *_moved()])
    for place in places:
        try:
            for file in islice(place.iterdir(), _LOOKED_AT):
                if (
                    file.suffix.casefold() in _SHEETS
                    and not file.name.startswith(".")
                    and not is_litter(file)
                    and file.is_file()
                ):
                    found[file.resolve()] = file.stat().st_mtime
        except OSError:
            continue
    return sorted(found, key=lambda file: (-found[file], str(file)))[:_LISTED]


def _moved() -> list[Path]:
    """Name where the system keeps documents, desktop and downloads now: OneDrive moves them away from home."""
    return [
        platformdirs.user_documents_path(),
        platformdirs.user_desktop_path(),
        platformdirs.user_downloads_path(),
    ]


async def _which_folder(app: OpeningApp, source: Path, before: Path | None) -> Path | None:
    suggested = "-".join(clean(source.stem).split()).casefold() or "panel"
    label = say("opening.new.folder", place=clean(str(app.here)))
    begun = clean(before.name) if before else suggested
    words = await app.push_screen_wait(Write(say("opening.new.name"), label, begun))
    return given_path(words, app.here) if words else None


async def _made(app: OpeningApp, folder: Path, source: Path) -> NewReport:
    from panel_tui.folder.remembered_columns import new_as_before

    loop = asyncio.get_running_loop()

    def ask(question: Question) -> str | None:
        """Ask on the screen from the thread that reads, which waits for the answer."""
        return asyncio.run_coroutine_threadsafe(_answer(app, question), loop).result()

    def make(_far: Far) -> NewReport:
        return new_as_before(folder, source, {}, ask)

    return await working(app, say("opening.new.making"), make)


async def _answer(app: OpeningApp, question: Question) -> str | None:
    """Ask on a card: a list to pick from, or a field to write in. Esc gives nothing, which goes one step back."""
    title, text = clean(question.title), clean_lines(question.text)
    if question.written:
        return await app.push_screen_wait(Write(title, text))
    lines = [PickLine(str(n), clean(one.words), clean(one.remark)) for n, one in enumerate(question.options)]
    keys = [one.key for one in question.options]
    start = keys.index(question.proposed) if question.proposed in keys else 0
    picked = await app.push_screen_wait(Choose(title, lines, text=text, start=start))
    return None if picked is None else keys[int(picked)]
