"""Show a new card code, or the joining square on its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from screens.wall.dialogs.dialog import Dialog
from screens.wall.qr import Qr
from screens.wall.widgets.big_text import Lettered
from screens.wall.widgets.words import Words
from sessions.model.text import in_groups
from sessions.wording import say


class NewCardDialog(Dialog[None]):
    """The code, shown and hidden by Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "turn_over", show=False)]
    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.cancel",)

    def __init__(self, title: str, code: str, how: str = "") -> None:
        """Keep the code face down; `how` says what to do with it."""
        super().__init__(title)
        self.code, self.how = code, how

    def body(self) -> ComposeResult:
        """Show the back of the card."""
        if self.how:
            yield Words(self.how, classes="card-text")
        yield Words(say("wall.card.away"), classes="card-text")
        yield Words(say("wall.card.hidden"), classes="card-code")
        yield Lettered(share=0.2, classes="card-code")

    def action_turn_over(self) -> None:
        """Show the code; the second time, put the card away."""
        shown = self.query_one(Lettered)
        if shown.text:
            self.dismiss()
            return
        self.query_one("Words.card-code", Words).display = False
        shown.say(self.code)


_EVERY = 0.5  # seconds between looks at what has come


class JoiningSquare(Struct, frozen=True):
    """Where phones are sent, the code to type there, and what has come so far, in words.

    A `trial` has no code: it is enough that the page opens. Where there is no address, nobody is sent anywhere now.
    """

    link: str
    address: str
    code: str
    seen: str
    trial: bool = False


class Square(Dialog[None]):
    """The square, the address in words, and what has happened since. It follows a new address by itself."""

    HINTS: ClassVar[tuple[str, ...]] = ("ready.close",)

    def __init__(self, title: str, words: str, joining: Callable[[], JoiningSquare]) -> None:
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
        by_card = "ready.try.enough" if now.trial else "wall.lobby.card-code"
        words = say("wall.lobby.code" if now.code else by_card) if now.address else ""
        self.query_one("#code-words", Words).say(words)
        self.query_one(".square-code", Lettered).say(now.code, plain=in_groups(now.code))
        self.query_one(".square-seen", Words).say(now.seen)
