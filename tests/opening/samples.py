"""Sample opening screens: a laptop with a few days on it, and a new one."""

from __future__ import annotations

from pathlib import Path

from panel_tui.opening.app import OpeningApp
from sessions.views.shelf import Day, Stage
from tests.wall.posters import LONG

DAYS = (
    Day("1", "Connecting Neighbours, second round", "3 December 2026", Stage.READY, "~/Panels/neighbours"),
    Day("2", "Warm Rooms", "12 June 2026", Stage.BEGUN, "~/Panels/warm-rooms"),
    Day(
        "3",
        LONG,
        "4 March 2026",
        Stage.ENDED,
        "/media/usb/a-folder-with-a-long-name/connecting-older-neighbours",
    ),
    Day("4", "odd", "", Stage.UNREAD, "~/odd"),
)
SHELVES = {"days": DAYS, "none-yet": ()}


class SampleOpening(OpeningApp):
    """An opening screen over a shelf of our own making."""

    def __init__(self, name: str) -> None:
        super().__init__(Path())
        self.shelf = SHELVES[name]

    def draw(self, at: str = "") -> None:
        self.main.show(self.shelf, at or self.main.chosen)
