"""What is done around a day, from the opening screen: printing, its folder, the desk, and the seal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from panel_tui.opening.own_program import opened_by_system
from panel_tui.opening.slow_work import Errand, Far
from panel_tui.opening.telling import tell_how_it_went
from screens.opening.dialogs import Choose
from screens.wall.dialogs.pick import PickLine
from sessions.model.text import clean
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.opening.app import OpeningApp

_PORT = 8765  # where `run` answers phones, if nobody says otherwise
GO_ON, STAY = "go-on", "stay"


async def _agreed(app: OpeningApp, title: str, text: str, yes: str) -> bool:
    """Ask before what cannot be taken back; staying stands first."""
    lines = [PickLine(STAY, say("opening.leave-it"), ""), PickLine(GO_ON, yes, "")]
    return await app.push_screen_wait(Choose(title, lines, text=text)) == GO_ON


def prints_of(folder: Path) -> Path:
    """Name the folder for what is printed: beside the day's own, for whoever has that must not find cards in it."""
    resolved = folder.resolve()
    return resolved.with_name(f"{resolved.name}-prints")


async def print_it(app: OpeningApp, folder: Path | None) -> None:
    """Print cards, slips and sheets into a folder beside the day's."""
    from panel_tui.offline.print_pack import print_pack
    from panel_tui.system import event_loop
    from panel_tui.system.network import reachable

    assert folder is not None
    to = prints_of(folder)
    text = say("opening.print.ask", place=clean(str(to)))
    if not await _agreed(app, say("opening.print.title"), text, say("opening.print.yes")):
        return

    def write(_far: Far) -> str:
        address = f"{reachable('')}:{_PORT}"
        report = event_loop.run(print_pack(folder, to, address))
        return "\n\n".join((report.said(clean(str(to)), address), *report.remarks))

    await tell_how_it_went(app, say("opening.print.title"), write)


async def sit_at_the_desk(app: OpeningApp, folder: Path | None) -> None:
    """Open the facilitator's own view of it, with the whole terminal to itself."""
    app.exit(Errand("desk", folder))


async def open_folder(app: OpeningApp, folder: Path | None) -> None:
    """Open its folder in the system's own window, or say where it is."""
    assert folder is not None
    place = clean(str(folder.resolve()))
    app.tell(
        say("opening.folder.opened" if opened_by_system(folder) else "opening.folder.where", place=place)
    )


async def seal_it(app: OpeningApp, folder: Path | None) -> None:
    """Export everything and close the record for good, once that was agreed to."""
    from panel_tui.cli.export_verify_seal import exported, sealed_said
    from panel_tui.offline.seal import seal_folder
    from panel_tui.system import event_loop
    from panel_tui.system.clock import Clock

    assert folder is not None
    title = say("opening.keys.seal")
    text = say("sealing.ask", folder=clean(folder.resolve().name))
    if not await _agreed(app, title, text, say("opening.seal.yes")):
        return

    def close(_far: Far) -> str:
        report = event_loop.run(
            seal_folder(folder, None, unfinished=False, clock=Clock(), agree=lambda: None)
        )
        return "\n\n".join((*sealed_said(report), exported(report.exported)))

    await tell_how_it_went(app, title, close)
