"""Big letters, as large as the wall has room for; counts and dots; what a ballot came to."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from screens.safe_text import drawn_line, joined, stacked
from screens.wall import letters, pixel_font
from screens.wall.widgets.laid_lines import LaidLines
from sessions.model.text import clean


class Lettered(Widget):
    """A short text in big letters; `share` is how much of the wall's height it may take. Plain where none fits."""

    DEFAULT_CSS = "Lettered { width: auto; height: auto; &.-silent { display: none; } }"
    BIGGEST = 4

    def __init__(self, *, share: float, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, classes=classes)
        self.share = share
        self.text = self.plain = ""

    def say(self, text: str, *, plain: str = "") -> None:
        """Say this instead; the same again costs nothing. `plain` is how it is written where it cannot be big."""
        if text != self.text:
            wider = len(text) != len(self.text)
            self.text, self.plain = text, plain or text
            self.set_class(not text, "-silent")
            self.refresh(layout=wider or not text.replace(":", "").isdigit())

    def size_within(self, width: int) -> int:
        """Choose the size for so many cells across; nought for plain text."""
        letters = self.text.upper()
        if not pixel_font.drawable(letters):
            return 0
        rows = self.app.size.height * self.share
        fits = (
            size
            for size in range(self.BIGGEST, 0, -1)
            if pixel_font.height(size) <= rows and pixel_font.width(letters, size) <= width
        )
        return next(fits, 0)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's form
        """Ask for the letters' width."""
        size = self.size_within(container.width)
        return pixel_font.width(self.text.upper(), size) if size else drawn_line(self.plain).cell_length

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's form
        """Ask for the letters' height."""
        size = self.size_within(width)
        return pixel_font.height(size) if size else 1

    def render(self) -> Content:
        """Draw the letters."""
        size = self.size_within(self.size.width)
        if not size:
            return drawn_line(self.plain)
        return stacked([Content(row) for row in pixel_font.rows(self.text.upper(), size)])


TALL = 34  # rows from which there is room for air


TITLE = 0.07  # of the wall's height: how high a title's capitals shall be where that fits


class Grown(Widget):
    """A heading, or any few words that matter most: drawn where they fit, else plain and whole."""

    DEFAULT_CSS = "Grown { width: 1fr; height: auto; &.-silent { display: none; } }"

    def __init__(
        self,
        *,
        share: float = 0.2,
        least: int = 4,
        across: float = 1.0,
        id: str | None = None,  # noqa: A002 - Textual's word
        classes: str | None = None,
    ) -> None:
        """Take at most this share of the wall's height, and never refuse so few rows.

        Where its width follows the words, it asks for at most `across` of what there is.
        """
        super().__init__(id=id, classes=classes)
        self._share, self._least, self._across = share, least, across
        self.text = ""
        self.granted = 0
        """Rows it may take as well, where the wall has them to spare."""

    def say(self, text: str, *, granted: int = 0) -> None:
        """Say this instead, in so many rows where they are more; the same again costs nothing."""
        if (text, granted) != (self.text, self.granted):
            self.granted = granted
            self.text = clean(text)
            self.set_class(not self.text, "-silent")
            self.refresh(layout=True)

    @property
    def rows(self) -> float:
        """Count the rows it may take."""
        return max(self.app.size.height * self._share, self._least, self.granted)

    def within(self, width: int) -> letters.Drawn | None:
        """Lay the words out for so many cells across; nothing where they stand plain."""
        return letters.laid_out(
            self.text, width, self.rows, styles=letters.high_enough(TITLE * self.app.size.height)
        )

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's form
        """Ask for the words' width, where they do not take all there is."""
        most = int(container.width * self._across)
        drawing = self.within(most)
        return len(drawing.rows[0]) if drawing else min(drawn_line(self.text).cell_length, most)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's form
        """Ask for the rows the words take."""
        drawing = self.within(width)
        return len(drawing.rows if drawing else drawn_line(self.text).wrap(max(width, 1)))

    def render(self) -> Content:
        """Draw the words."""
        drawing = self.within(self.size.width)
        if drawing is None:
            return stacked(list(drawn_line(self.text).wrap(max(self.size.width, 1))))
        return stacked([Content(row) for row in drawing.rows]).stylize("not bold")


class DrawnClock(Grown):
    """The time of day, three rows high on every wall, wider where there is room."""

    DEFAULT_CSS = "DrawnClock { width: auto; }"

    def tick(self, now: dt.datetime) -> None:
        """Say the time now, to the minute."""
        self.say(f"{now.hour}:{now:%M}")

    def within(self, width: int) -> letters.Drawn | None:  # noqa: ARG002 - it takes what it needs
        """Lay the time out in the one style there is for it."""
        wide = self.app.size.width
        styles = next(
            (style for cells, style in reversed(letters.CLOCKS.items()) if wide >= cells), letters.CLOCKS[60]
        )
        return letters.laid_out(self.text, self.app.size.width, 3, styles=styles)


MOST = 60  # beyond this many, dots are a blur and the number says it better


def dots(filled: int, of: int, *, air: str = " ") -> Content:
    """Draw the dots in one line; nothing for a hall too big to draw."""
    if not 0 < of <= MOST:
        return Content("")
    full = air.join("●" * min(filled, of))
    empty = air.join("○" * max(of - filled, 0))
    return joined(
        Content.styled(full, "$accent"), air if full and empty else "", Content.styled(empty, "$empty")
    )


_LARGE = ("▟▙", "▜▛"), ("╭╮", "╰╯")  # somebody who is in, and somebody who is not yet


class Dots(LaidLines):
    """A dot for each of us, as large as the width lets all of them be; one row of small ones where it does not."""

    filled = of = 0

    def show(self, filled: int, of: int) -> None:
        """Show this many of so many."""
        if (filled, of) != (self.filled, self.of):
            taller = of != self.of  # their rows depend on how many of us there are, never on how many are in
            self.filled, self.of = filled, of
            self.refresh(layout=taller)

    def lines(self, width: int) -> list[Content]:
        """Draw them."""
        air = next((" " * wide for wide in (2, 1) if self.of * (wide + 2) <= width + wide), "")
        if not air or not self.of:
            return [dots(self.filled, self.of)]
        rows = []
        for full, empty in zip(*_LARGE, strict=True):
            left = air.join([full] * min(self.filled, self.of))
            right = air.join([empty] * max(self.of - self.filled, 0))
            between = air if left and right else ""
            rows.append(joined(Content.styled(left, "$accent"), between, Content.styled(right, "$empty")))
        return rows


class Count(Horizontal):
    """A big number with "of 9 are in" beside it, and a dot for each of us."""

    def compose(self) -> ComposeResult:
        """Lay the number out beside its words."""
        yield Lettered(share=0.28, classes="count-number")
        with Vertical(classes="count-side"):
            yield Grown(share=0.1, least=3, classes="count-words")
            yield Dots(classes="count-dots")

    def show(self, done: int, of: int, words: str) -> None:
        """Show this many of so many."""
        self.query_one(".count-number", Lettered).say(str(done))
        self.query_one(Grown).say(words)
        self.query_one(Dots).show(done, of)


TONES = ("yes", "no", "split", "open")


class Banner(Grown):
    """The words of an outcome. The colour only repeats them."""

    def __init__(self) -> None:
        """Take more of the wall than a heading does: this is what people came for."""
        super().__init__(share=0.3)

    def show(self, words: str, tone: str) -> None:
        """Show these words."""
        self.say(words)
        for each in TONES:
            self.set_class(tone == each, f"-{each}")
