"""A dialog over the wall, and the plain ones: words to read, a line to write, help with the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import TextArea

from screens.wall.keys import KEYS, Key
from screens.wall.widgets.words import Words
from sessions.model.text import clean
from sessions.wording import say

T = TypeVar("T")


class Dialog(ModalScreen[T | None], Generic[T]):
    """A title, what is asked, what went wrong, and the keys. Gives the answer, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]
    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.keep", "wall.ask.cancel")

    def __init__(self, title: str) -> None:
        """Keep the title."""
        super().__init__()
        self.heading = title
        self.up = False

    def compose(self) -> ComposeResult:
        """Lay the card out."""
        with Vertical(id="card"):
            yield Words(self.heading, classes="card-title")
            yield from self.body()
            yield Words(classes="card-problem")
            yield Words("   ".join(say(hint) for hint in self.HINTS), classes="card-hint")

    def body(self) -> ComposeResult:
        """Ask."""
        yield from ()

    def on_screen_resume(self) -> None:
        """Know that the card is up and hears keys."""
        self.call_later(self._come_up)

    def _come_up(self) -> None:
        self.up = True

    def problem(self, sentence: str) -> None:
        """Say what is missing, on the card."""
        self.query_one(".card-problem", Words).say(sentence)

    def action_cancel(self) -> None:
        """Go back to the wall."""
        self.dismiss(None)


class TextField(TextArea):
    """Words typed at the wall. What is pasted is cleaned before it is drawn."""

    class Done(Message):
        """Enter was pressed in a field."""

        def __init__(self, field: TextField) -> None:
            """Keep which."""
            super().__init__()
            self.field = field

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(text, id=id, soft_wrap=True, tab_behavior="focus", compact=True)
        self.select_all()  # what is typed takes the place of what stands there; an arrow key keeps it

    @property
    def words(self) -> str:
        """Return what was written, clean and on one line."""
        return clean(self.text)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.prevent_default().stop()
            self.post_message(self.Done(self))
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default().stop()
        self.insert(clean(event.text))


class Telling(Dialog[None]):
    """Paragraphs under a title."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q", "cancel", show=False)]
    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.scroll", "ready.close")

    def __init__(self, title: str, paragraphs: Sequence[str]) -> None:
        """Keep what to say."""
        super().__init__(title)
        self.paragraphs = paragraphs

    def body(self) -> ComposeResult:
        """Show them."""
        with VerticalScroll(can_focus=True):
            for paragraph in self.paragraphs:
                yield Words(paragraph, classes="card-paragraph")


class Writing(Dialog[str]):
    """One field; gives what was written. Nothing written is not an answer."""

    def __init__(self, title: str, label: str, before: str = "") -> None:
        """Keep what is asked, and what stands there already."""
        super().__init__(title)
        self.label, self.before = label, before

    def body(self) -> ComposeResult:
        """Show the field."""
        yield Words(self.label, classes="card-label")
        yield TextField(self.before)

    def on_text_field_done(self) -> None:
        """Give the words back, or ask for some."""
        words = self.query_one(TextField).words
        if words:
            self.dismiss(words)
        else:
            self.problem(say("wall.empty"))


class Help(Dialog[str]):
    """The list; the arrows scroll it. Gives “manual” where that is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1,q", "cancel", show=False),
        Binding("enter", "manual", show=False),
    ]
    HINTS: ClassVar[tuple[str, ...]] = ("wall.ask.scroll", "guide.open", "wall.help.close")

    def __init__(self, keys: Sequence[Key] = KEYS, title: str = "") -> None:
        """Name the card; the keys are the wall's where left out."""
        super().__init__(title or say("wall.help.title"))
        self.keys = keys

    def body(self) -> ComposeResult:
        """List the keys."""
        with VerticalScroll():
            for key in self.keys:
                with Horizontal(classes="help-line"):
                    yield Words("  ".join(key.shown), classes="help-keys")
                    yield Words(key.help, classes="help-words")

    def action_manual(self) -> None:
        """Go on to the manual."""
        self.dismiss("manual")
