"""A field to write in: a few lines that wrap, where Enter means done."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from sessions.text import clean


class Field(TextArea):
    """Words typed at the wall. What is pasted is cleaned before it is drawn."""

    class Done(Message):
        """Enter was pressed in a field."""

        def __init__(self, field: Field) -> None:
            """Keep which."""
            super().__init__()
            self.field = field

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(text, id=id, soft_wrap=True, tab_behavior="focus", compact=True)

    @property
    def words(self) -> str:
        """Give what was written, clean and on one line."""
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
