"""Doing something slow from the opening screen, and reading out how it went."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from panel_tui.opening.slow_work import Far, working
from screens.wall.dialogs.dialog import Telling
from sessions.model.text import clean_lines

if TYPE_CHECKING:
    from panel_tui.opening.app import OpeningApp


async def tell_how_it_went(app: OpeningApp, title: str, work: Callable[[Far], str]) -> None:
    """Do the work, and read out what it says, or why it could not be done."""
    from panel_tui.cli.output import sentence

    try:
        said = await working(app, title, work)
    except Exception as problem:
        said = sentence(problem)
    await app.push_screen_wait(Telling(title, clean_lines(said).split("\n\n")))
    app.draw()
