"""The wall's one screen: the title band, the poster, the day's band. Posters of a kind are changed in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from sessions.views.posters import AnyPoster, Budget, Frame, Row, Sheet, Thanks
from sessions.wording import say

from .posters import DRAWINGS, Drawing, LobbyPoster
from .widgets.answer import Answer
from .widgets.bands import DayBand, TitleBand
from .widgets.words import Words

_HERE = Path(__file__).parent
# One beside each poster. The App reads them: Textual does not read those of a default screen.
SHEETS = [
    _HERE / "wall.tcss",
    _HERE / "asks" / "asks.tcss",
    *(_HERE / "posters" / f"{kind.__name__.lower()}.tcss" for kind in DRAWINGS),
]


def _titled(poster: AnyPoster) -> Frame:
    """Give the title band: the day's last words stand in it, for those who look there first."""
    if not isinstance(poster, Thanks):
        return poster.frame
    under = poster.frame.title if poster.frame.title != poster.heading else ""
    return replace(poster.frame, title=poster.heading, subtitle=under)


class WallScreen(Screen[None]):
    """What the room sees."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (78, "-normal"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (23, "-mid"), (34, "-tall")]  # noqa: RUF012

    def __init__(self, now: Callable[[], dt.datetime]) -> None:
        """Keep where the time comes from."""
        super().__init__()
        self._now = now
        self.poster: AnyPoster | None = None
        self._shown: tuple[AnyPoster, bool] | None = None
        # the drawing that is up, whole: while one is being put up there is none, so that no tick finds half of it
        self.drawing: Drawing[Any] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the three bands, the answer, and the blank sheet over them."""
        yield TitleBand()
        yield Container(id="stage")
        yield DayBand()
        yield Answer()
        yield Words(id="blank")

    def on_mount(self) -> None:
        """Begin to hear the clock."""
        self.set_interval(1, self.tick)

    @property
    def answer(self) -> Answer:
        """Give the bar where the program answers."""
        return self.query_one(Answer)

    async def show(self, poster: AnyPoster, *, looking_back: bool = False) -> None:
        """Draw this poster: all of it or, where the kind is the same, what changed.

        The same again costs nothing: in a rush, most of what the room hears changes no word on the wall.
        """
        if self._shown == (poster, looking_back):
            return
        self._shown = None
        async with self.batch():
            same_place = self.poster is not None and self.poster.frame.position == poster.frame.position
            self.poster = poster
            self.query_one(TitleBand).show(_titled(poster), looking_back=looking_back)
            self.query_one(DayBand).show(poster.frame)
            kind = DRAWINGS[type(poster)]
            drawing = self.drawing if same_place else None
            if type(drawing) is not kind:
                drawing = await self._put_up(kind())
            assert drawing is not None
            drawing.show(poster)
            self.drawing = drawing
            self._shown = poster, looking_back
            self.tick()

    async def _put_up(self, drawing: Drawing[Any]) -> Drawing[Any]:
        self.drawing = None
        stage = self.query_one("#stage")
        for gone in stage.walk_children(Widget):
            gone.refresh()  # Textual remembers what a widget last drew for long after the widget itself has gone
        await stage.remove_children()
        await stage.mount(drawing)
        return drawing

    def tick(self) -> None:
        """Let everything that shows a time hear it."""
        now = self._now()
        self.query_one(TitleBand).tick(now)
        if self.drawing is not None:
            self.drawing.tick(now)

    @property
    def blanked(self) -> bool:
        """Say whether the wall is blank."""
        return self.has_class("-blank")

    def blank(self) -> None:
        """Blank the wall, or bring it back."""
        self.toggle_class("-blank")
        self.query_one("#blank", Words).say(say("wall.blank") if self.blanked else "")

    def turn(self, by: int) -> None:
        """Turn the poster's pages."""
        if self.drawing is not None:
            self.drawing.turn(by)

    @property
    def funding_line(self) -> int | None:
        """Give where the funding line stands on the poster that is up; nothing on any other kind."""
        return self.poster.line if isinstance(self.poster, Budget) else None

    @property
    def strand(self) -> str:
        """Name the strand whose list is up; nothing for the whole."""
        return self.poster.strand if isinstance(self.poster, Budget) else ""

    @property
    def sheet(self) -> str:
        """Name the sheet that lies over the list; nothing where none does."""
        return self.poster.kind if isinstance(self.poster, Sheet) else ""

    @property
    def dividing(self) -> bool:
        """Say whether the pot is being divided: the list is up, or something over it."""
        return isinstance(self.poster, Budget | Sheet)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Give the ranked list that is up; empty on any other kind of poster."""
        return self.poster.rows if isinstance(self.poster, Budget) else ()

    def swap(self) -> None:
        """Change the square in the lobby."""
        if isinstance(self.drawing, LobbyPoster):
            self.drawing.swap()
