"""What every poster on the wall has in common: it is shown, it hears the clock, it may have pages to turn."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from typing import Generic, TypeVar

from textual.containers import Vertical

from screens.wall.widgets.clock import TimeLeft
from screens.wall.widgets.pages import Pages
from sessions.views.posters import Poster

P = TypeVar("P", bound=Poster)


class Drawing(Vertical, Generic[P]):
    """One kind of poster. The same kind shown again changes only what differs."""

    @abstractmethod
    def show(self, poster: P) -> None:
        """Draw this poster."""

    def tick(self, now: dt.datetime) -> None:
        """Hear what time it is."""
        for countdown in self.query(TimeLeft):
            countdown.tick(now)

    def turn(self, by: int) -> None:
        """Turn pages, where there are some."""
        for pages in self.query(Pages):
            pages.turn(by)
