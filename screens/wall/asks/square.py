"""The square on a card of its own: to try it with one phone, and for whoever comes later or has a new phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from screens.wall.qr import Qr
from screens.wall.widgets.lettered import Lettered
from screens.wall.widgets.words import Words
from sessions.wording import say

from .card import Card

_EVERY = 0.5  # seconds between looks at what has come


class Joining(Struct, frozen=True):
    """Where phones are sent, the code to type there, and what has come so far, in words."""

    link: str
    address: str
    code: str
    seen: str


class Square(Card[None]):
    """The square, the address in words, and what has happened since. It follows a new address by itself."""

    HINTS: ClassVar[tuple[str, ...]] = ("ready.close",)

    def __init__(self, title: str, words: str, joining: Callable[[], Joining]) -> None:
        """Keep what to say, and where to look."""
        super().__init__(title)
        self.words, self.joining = words, joining

    def body(self) -> ComposeResult:
        """Lay it out: the square at the left, the words beside it."""
        with Horizontal(classes="square-card"):
            yield Qr()
            with Vertical(classes="square-words"):
                yield Words(self.words, classes="square-how")
                yield Lettered(share=0.15, classes="square-address")
                yield Words(classes="square-how", id="code-words")
                yield Lettered(share=0.15, classes="square-code")
                yield Words(classes="square-seen")

    def on_mount(self) -> None:
        """Draw it, and go on looking."""
        self.look()
        self.set_interval(_EVERY, self.look)

    def look(self) -> None:
        """Draw what there is now."""
        now = self.joining()
        self.query_one(Qr).draw(now.link)
        self.query_one(".square-address", Lettered).say(now.address)
        self.query_one("#code-words", Words).say(
            say("wall.lobby.code" if now.code else "wall.lobby.card-code")
        )
        self.query_one(".square-code", Lettered).say(now.code)
        self.query_one(".square-seen", Words).say(now.seen)
