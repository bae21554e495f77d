"""Sample opening screens: a laptop with a few days on it, and a new one."""

from __future__ import annotations

from pathlib import Path

from panel_tui.opening.app import OpeningApp
from sessions.views.desk.session_list import DayStage, SessionListing
from tests.wall.posters import LONG

DAYS = (
    SessionListing(
        "1", "Connecting Neighbours, second round", "3 December 2026", DayStage.READY, "~/Panels/neighbours"
    ),
    SessionListing("2", "Warm Rooms", "12 June 2026", DayStage.BEGUN, "~/Panels/warm-rooms"),
    SessionListing(
        "3",
        LONG,
        "4 March 2026",
        DayStage.ENDED,
        "/media/usb/a-folder-with-a-long-name/connecting-older-neighbours",
    ),
    SessionListing("4", "odd", "", DayStage.UNREAD, "~/odd"),
)
SHELVES = {"days": DAYS, "none-yet": ()}


class SampleOpening(OpeningApp):
    """An opening screen over a shelf of our own making."""

    def __init__(self, name: str) -> None:
        super().__init__(Path())
        self.shelf = SHELVES[name]

    def draw(self, at: str = "") -> None:
        self.main.show(self.shelf, at or self.main.chosen)
