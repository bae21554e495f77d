"""What can be done with a day, and the conversations that are short."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from screens.opening.asks import Choose, KeyHelp, Write
from screens.opening.keys import OF_A_DAY
from screens.wall.asks.pick import Line
from screens.wall.asks.telling import Telling
from sessions.text import clean, clean_lines
from sessions.views.shelf import Stage
from sessions.wording import say

from .errands import Errand
from .given import given_path
from .known import forget
from .making import new
from .shelf import day_of, is_day
from .working import Far, working

if TYPE_CHECKING:
    from .app import OpeningApp

_PLACE = 120  # characters of a place that is not there: enough to see the slip

Conversation = Callable[["OpeningApp", Path | None], Awaitable[None]]


async def menu(app: OpeningApp, folder: Path | None) -> None:
    """Ask what to do with a day; the likeliest first."""
    assert folder is not None
    day = day_of(folder)
    lines = [Line(key.name, key.words, key.shown[0]) for key in OF_A_DAY]
    ended = day.stage in (Stage.ENDED, Stage.SEALED)
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
    from ..clock import Clock
    from ..folder import check_report, read_session

    assert folder is not None

    def look(_far: Far) -> str:
        return check_report(read_session(folder, draw=Clock().seed), name=clean(folder.name))

    await tell_how_it_went(app, say("opening.check.title"), look)


async def export(app: OpeningApp, folder: Path | None) -> None:
    """Export into the folder's own `exports`."""
    from ..cli.after import exported
    from ..clock import Clock
    from ..exports import export_all

    assert folder is not None

    def write(far: Far) -> str:
        report = export_all(folder, None, (), seats=False, public=False, draw=Clock().draw(), progress=far)
        return "\n\n".join((exported(report), say("opening.export.where", folder=clean(str(report.folder)))))

    await tell_how_it_went(app, say("opening.export.title"), write)


async def verify(app: OpeningApp, folder: Path | None) -> None:
    """Check the record, and read out what was found."""
    from ..verifying import verify_folder

    assert folder is not None

    def look(_far: Far) -> str:
        return "\n\n".join(verify_folder(folder).lines)

    await tell_how_it_went(app, say("opening.verify.title"), look)


async def tell_how_it_went(app: OpeningApp, title: str, work: Callable[[Far], str]) -> None:
    """Do the work, and read out what it says, or why it could not be done."""
    from ..cli.plainly import sentence

    try:
        said = await working(app, title, work)
    except Exception as problem:
        said = sentence(problem)
    await app.push_screen_wait(Telling(title, clean_lines(said).split("\n\n")))
    app.draw()


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
    """Show what the keys do."""
    await app.push_screen_wait(KeyHelp())


CONVERSATIONS: dict[str, Conversation] = {
    "menu": menu,
    "run": run,
    "rehearse": rehearse,
    "check": check,
    "export": export,
    "verify": verify,
    "forget": off_the_list,
    "find": find,
    "new": new,
    "help": show_help,
}
