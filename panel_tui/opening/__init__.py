"""The program started alone: the days on this laptop, and what can be done with each.

What fills the whole terminal itself (a day, a rehearsal, the demo) is an errand: the screen closes, the errand runs,
and the screen opens again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panel_tui.opening.app import OpeningApp
    from panel_tui.opening.slow_work import Errand


def open_panel_tui(here: Path) -> None:
    """Show the opening screen until the facilitator leaves; `here` is where the terminal stands."""
    from panel_tui.opening.app import OpeningApp
    from panel_tui.opening.slow_work import run_errand
    from panel_tui.system import event_loop

    said, at = "", ""
    while True:
        errand = event_loop.run(_opened(OpeningApp(here, said, at)))
        if errand is None:
            return
        said, at = run_errand(errand), str(errand.folder or "")


async def _opened(app: OpeningApp) -> Errand | None:
    """Show it until something is chosen; one whose terminal goes away has chosen to leave."""
    from panel_tui.system.terminal import ended_from_outside

    async with ended_from_outside(lambda _why: app.exit(None)):
        return await app.run_async()
