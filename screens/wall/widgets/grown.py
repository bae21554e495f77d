"""Words that grow: in big letters where the wall is tall and they fit on one line, else plain and wrapped."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize

from .lettered import Lettered
from .words import Words

TALL = 34  # rows from which words may grow


class Grown(Vertical):
    """A heading, or any few words that matter most."""

    DEFAULT_CSS = """
    Grown {
        height: auto;
        Lettered { display: none; }
        &.-big Lettered { display: block; }
        &.-big Words { display: none; }
        &.-silent { display: none; }
    }
    """

    def __init__(self, *, share: float = 0.08, tall: int = TALL, classes: str | None = None) -> None:
        """Take at most this share of the wall's height, and grow on a wall of so many rows."""
        super().__init__(classes=classes)
        self._share, self._tall = share, tall

    def compose(self) -> ComposeResult:
        """Lay both forms out; one of them shows."""
        yield Words()
        yield Lettered(share=self._share)

    def say(self, text: str) -> None:
        """Say this instead; the same again costs nothing."""
        self.query_one(Words).say(text)
        self.query_one(Lettered).say(text)
        self.set_class(not text, "-silent")
        self._choose()

    def on_resize(self, _event: Resize) -> None:
        """Choose the form again for the new size."""
        self._choose()

    def _choose(self) -> None:
        room = self.container_size.width - self.gutter.width
        tall = self.app.size.height >= self._tall
        self.set_class(tall and self.query_one(Lettered).size_within(room) > 0, "-big")
