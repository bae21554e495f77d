"""What can be done with a day, and the conversations that are short."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from panel_tui.opening.around_the_day import open_folder, print_it, seal_it, sit_at_the_desk
from panel_tui.opening.editing import edit
from panel_tui.opening.new_session import given_path, new
from panel_tui.opening.recent_sessions import day_of, forget, is_day
from panel_tui.opening.slow_work import Errand, Far
from panel_tui.opening.telling import tell_how_it_went
from screens.opening.dialogs import Choose, KeyHelp, Write
from screens.opening.screen import OF_A_DAY
from screens.wall.dialogs.pick import PickLine
from sessions.model.text import clean
from sessions.views.desk.session_list import DayStage
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.opening.app import OpeningApp

_PLACE = 120  # characters of a place that is not there: enough to see the slip

AFTER = ("run", "rehearse", "edit", "print", "desk")
"""What nobody looks for once a day is over; the keys still do it."""

Conversation = Callable[["OpeningApp", Path | None], Awaitable[None]]


async def menu(app: OpeningApp, folder: Path | None) -> None:
    """Ask what to do with a day; the likeliest first."""
    assert folder is not None
    day = day_of(folder)
    ended = day.stage in (DayStage.ENDED, DayStage.SEALED)
    leaving_out = AFTER if ended else ()
    lines = [PickLine(key.name, key.words, key.shown[0]) for key in OF_A_DAY if key.name not in leaving_out]
    start = next(at for at, line in enumerate(lines) if line.key == ("export" if ended else "run"))
    picked = await app.push_screen_wait(Choose(day.title, lines, text=day.place, start=start))
    if picked is not None:
        await CONVERSATIONS[picked](app, folder)


async def run(app: OpeningApp, folder: Path | None) -> None:
    """Run the day, with the whole terminal to itself."""
    app.exit(Errand("run", folder))


async def rehearse(app: OpeningApp, folder: Path | None) -> None:
    """Rehearse it, with the whole terminal to itself."""
    app.exit(Errand("rehearse", folder))


async def check(app: OpeningApp, folder: Path | None) -> None:
    """Check the folder, and read out what was found."""
    from panel_tui.folder.plan_differences import checked
    from panel_tui.system.clock import Clock

    assert folder is not None

    def look(_far: Far) -> str:
        return checked(folder, Clock().seed).words

    await tell_how_it_went(app, say("opening.check.title"), look)


async def export(app: OpeningApp, folder: Path | None) -> None:
    """Export into the folder's own `exports`."""
    from panel_tui.cli.export_verify_seal import exported
    from panel_tui.exports import export_all
    from panel_tui.system.clock import Clock

    assert folder is not None

    def write(far: Far) -> str:
        report = export_all(folder, None, (), seats=False, public=False, draw=Clock().draw(), progress=far)
        return "\n\n".join((exported(report), say("opening.export.where", folder=clean(str(report.folder)))))

    await tell_how_it_went(app, say("opening.export.title"), write)


async def verify(app: OpeningApp, folder: Path | None) -> None:
    """Check the record, and read out what was found."""
    from panel_tui.offline.verify import verify_folder

    assert folder is not None

    def look(_far: Far) -> str:
        return "\n\n".join(verify_folder(folder).lines)

    await tell_how_it_went(app, say("opening.verify.title"), look)


async def off_the_list(app: OpeningApp, folder: Path | None) -> None:
    """Take a day off the list; the folder stays."""
    assert folder is not None
    forget(folder)
    app.draw()
    app.tell(say("opening.forgotten"))


async def find(app: OpeningApp, _folder: Path | None) -> None:
    """Put a folder on the list that lies elsewhere."""
    words = await app.push_screen_wait(Write(say("opening.find.title"), say("opening.find.label")))
    if words is None:
        return
    folder = given_path(words, app.here)
    if is_day(folder):
        app.opened(folder)
    else:
        app.tell(say("opening.find.none", place=clean(str(folder), longest=_PLACE)))


async def show_help(app: OpeningApp, _folder: Path | None) -> None:
    """Show what the keys do, and the manual where that is wanted."""
    if await app.push_screen_wait(KeyHelp()):
        from panel_tui.guide import topics
        from screens.guide.manual import Manual

        await app.push_screen_wait(Manual(topics()))


CONVERSATIONS: dict[str, Conversation] = {
    "menu": menu,
    "run": run,
    "rehearse": rehearse,
    "check": check,
    "edit": edit,
    "export": export,
    "verify": verify,
    "print": print_it,
    "desk": sit_at_the_desk,
    "folder": open_folder,
    "seal": seal_it,
    "forget": off_the_list,
    "find": find,
    "new": new,
    "help": show_help,
}
