"""The wall's one screen, and the card people see if the wall itself breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.segment import Segments
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from screens.wall.band_rules import MID, ribbon_from, title_band, too_long
from screens.wall.posters import DRAWINGS, ConfirmedPoster, Drawing, LobbyPoster
from screens.wall.widgets.bands import DayBand, TitleBand
from screens.wall.widgets.big_text import TALL
from screens.wall.widgets.ribbon import Ribbon
from screens.wall.widgets.words import AnswerBar, Words
from sessions.views.wall.list_rows import Row
from sessions.views.wall.posters import AnyPoster, Budget, Closing, Lobby, Sheet
from sessions.wording import say


def broken_card(place: str = "wall", trace: str = "") -> Segments:
    """Draw the card of the wall, the desk or the opening screen; `trace` names the file with a line about the fault."""
    lines = [Text(say(f"{place}.broken.title"), style="bold"), Text(""), Text(say(f"{place}.broken.line"))]
    lines.append(Text(say(f"{place}.broken.what")))
    if trace:
        lines += [Text(""), Text(say("wall.broken.trace", file=trace))]
    card = Padding(Text("\n").join(lines), (1, 4))
    return Segments(list(Console().render(card)))


_HERE = Path(__file__).parent
# One beside each poster. The App reads them: Textual does not read those of a default screen.
SHEETS = [
    _HERE / "wall.tcss",
    _HERE / "dialogs" / "dialogs.tcss",
    *sorted((_HERE / "posters").glob("*.tcss")),
]


def _list_name(strand: str) -> str:
    return f"list of {strand}"


class WallScreen(Screen[None]):
    """What the room sees."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (78, "-normal"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (MID, "-mid"), (TALL, "-tall")]  # noqa: RUF012

    def __init__(self, now: Callable[[], dt.datetime]) -> None:
        """Keep where the time comes from."""
        super().__init__()
        self._now = now
        self.poster: AnyPoster | None = None
        self._shown: tuple[AnyPoster, bool, int] | None = None
        # the drawing that is up, whole: while one is being put up there is none, so that no tick finds half of it
        self.drawing: Drawing[Any] | None = None
        self._yields = False  # whether the ribbon has given its row to this poster
        self._seen: dict[
            str, set[str]
        ] = {}  # by line of the agenda: a talk shows again what the reveal has shown

    def compose(self) -> ComposeResult:
        """Lay out the three bands, the answer, and the blank sheet over them."""
        yield TitleBand()
        yield Words(id="trouble")
        yield Container(id="stage")
        yield DayBand()
        yield Ribbon()
        yield AnswerBar()
        yield Words(id="blank")

    def on_mount(self) -> None:
        """Begin to hear the clock."""
        self.set_interval(1, self.tick)

    @property
    def answer(self) -> AnswerBar:
        """Return the bar where the program answers."""
        return self.query_one(AnswerBar)

    async def show(self, poster: AnyPoster, *, looking_back: bool = False, screens: int = 0) -> None:
        """Draw this poster: all of it or, where the kind is the same, what changed.

        The same again costs nothing: in a rush, most of what the room hears changes no word on the wall. `screens`
        counts the others that show it.
        """
        if self._shown == (poster, looking_back, screens):
            return
        self._shown = None
        async with self.batch():
            same_place = self.poster is not None and self.poster.frame.position == poster.frame.position
            self.poster = poster
            self._show_title(poster, looking_back=looking_back, screens=screens)
            band = self.query_one(DayBand)
            band.show(poster.frame)
            band.set_class(bool(poster.frame.ribbon), "-with-ribbon")
            if not same_place:
                self._yields = False
            self._show_ribbon(poster)
            kind = DRAWINGS[type(poster)]
            drawing = self.drawing if same_place else None
            if type(drawing) is not kind:
                drawing = await self._put_up(kind())
            assert drawing is not None
            drawing.show(poster)
            if isinstance(poster, Budget):
                self._seen_here.add(_list_name(poster.strand))
            self.drawing = drawing
            self._shown = poster, looking_back, screens
            self.tick()
        self.call_after_refresh(self._make_room)

    def _show_title(self, poster: AnyPoster, *, looking_back: bool, screens: int) -> None:
        said, rows = title_band(poster, self.app.size.height)
        slim, beside = isinstance(poster, Lobby), isinstance(poster, Budget)  # they need every row there is
        self.query_one(TitleBand).show(
            said, looking_back=looking_back, screens=screens, slim=slim, beside=beside, rows=rows
        )

    def _show_ribbon(self, poster: AnyPoster) -> None:
        there = self.app.size.height >= ribbon_from(poster) and not self._yields
        self.query_one(Ribbon).show(poster.frame.ribbon if there else ())

    def _make_room(self) -> None:
        """Give a poster that is too long the ribbon's row; it keeps it for as long as it is up."""
        ribbon = self.query_one(Ribbon)
        if ribbon.stops and too_long(self.query_one("#stage")):
            self._yields = True
            ribbon.show(())

    def on_resize(self) -> None:
        """Look again whether there is room for the ribbon, and for what the day came to."""
        self._yields = False
        if self.poster is not None:
            self._show_ribbon(self.poster)
        if isinstance(self.poster, Closing) and self.drawing is not None and self._shown is not None:
            self._show_title(self.poster, looking_back=self._shown[1], screens=self._shown[2])
            self.drawing.show(self.poster)
        self.call_after_refresh(self._make_room)

    async def _put_up(self, drawing: Drawing[Any]) -> Drawing[Any]:
        self.drawing = None
        stage = self.query_one("#stage")
        for gone in stage.walk_children(Widget):
            gone.refresh()  # Textual remembers what a widget last drew for long after the widget itself has gone
        await stage.remove_children()
        await stage.mount(drawing)
        drawing.seen(self._seen_here)
        return drawing

    @property
    def _seen_here(self) -> set[str]:
        assert self.poster is not None
        line, _, _ = self.poster.frame.position.partition(".")
        return self._seen.setdefault(line, set())

    def tick(self) -> None:
        """Let everything that shows a time hear it."""
        now = self._now()
        self.query_one(TitleBand).tick(now)
        if self.drawing is not None:
            self.drawing.tick(now)

    def warn(self, sentence: str) -> None:
        """Say above the poster, also on a blank wall, what stands until it is mended; nothing takes it away."""
        for words in self.query("#trouble").results(Words):  # a wall that is being taken down has it no more
            words.say(sentence)

    @property
    def blanked(self) -> bool:
        """Whether the wall is blank."""
        return self.has_class("-blank")

    def blank(self) -> None:
        """Blank the wall, or bring it back."""
        self.toggle_class("-blank")
        self.query_one("#blank", Words).say(say("wall.blank") if self.blanked else "")

    def turn(self, by: int) -> None:
        """Turn the poster's pages."""
        if self.drawing is not None:
            self.drawing.turn(by)

    def turn_on(self) -> bool:
        """Show what comes next of what has not been seen yet of this poster; say whether there was something."""
        return self.drawing is not None and self.drawing.turn_on()

    def pass_over(self) -> bool:
        """Leave what of our decisions was not turned over yet; say whether there was something."""
        return isinstance(self.drawing, ConfirmedPoster) and self.drawing.pass_over()

    @property
    def further_list(self) -> bool:
        """Whether a list that is to be divided has not been up yet."""
        poster = self.poster
        return isinstance(poster, Budget) and any(
            _list_name(one) not in self._seen_here for one in poster.lists
        )

    @property
    def current_row(self) -> Row | None:
        """Return the row the funding line would go below next, where there is one."""
        at = self.poster.current if isinstance(self.poster, Budget) else None
        return None if at is None else self.rows[at]

    def line_moved(self, by: int) -> int | None:
        """Return where the funding line would stand one row up or down; nothing where it cannot."""
        if not isinstance(self.poster, Budget):
            return None
        return self.poster.down if by > 0 else self.poster.up

    @property
    def funding_line(self) -> int | None:
        """Return where the funding line stands on the poster that is up; nothing on any other kind."""
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
        """Whether the pot is being divided: the list is up, or something over it."""
        return isinstance(self.poster, Budget | Sheet)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the ranked list that is up; empty on any other kind of poster."""
        return self.poster.rows if isinstance(self.poster, Budget) else ()

    def swap(self) -> None:
        """Change the square in the lobby."""
        if isinstance(self.drawing, LobbyPoster):
            self.drawing.swap()
