"""The program started alone: the days on this laptop, and what can be done with each.

What fills the whole terminal itself (a day, a rehearsal, the demo) is an errand: the screen closes, the errand runs,
and the screen opens again.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from .errands import run_errand


def open_panel_tui(here: Path) -> None:
    """Show the opening screen until the facilitator leaves; `here` is where the terminal stands."""
    from .app import OpeningApp

    said, at = "", ""
    while True:
        errand = asyncio.run(OpeningApp(here, said, at).run_async())
        if errand is None:
            return
        said, at = run_errand(errand), str(errand.folder or "")
