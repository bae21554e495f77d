"""Words on the wall: a Static that only redraws when it says something new, and hides when it says nothing."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from screens.drawn import drawn


class Words(Static):
    """Plain words in the style of their class."""

    DEFAULT_CSS = "Words.-silent { display: none; }"

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(drawn(text), id=id, classes=classes, markup=False)
        self.said: Content = drawn(text)
        self.set_class(not text, "-silent")

    def say(self, text: str | Content) -> None:
        """Say this instead; the same again costs nothing."""
        content = text if isinstance(text, Content) else drawn(text)
        if not self.said.is_same(content):
            self.said = content
            self.set_class(not content.plain, "-silent")
            self.update(content)
