"""What takes as many rows as the lines it lays out for the width there is."""

from __future__ import annotations

from abc import abstractmethod

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from screens.safe_text import stacked


class LaidLines(Widget):
    """As many rows as its lines take."""

    DEFAULT_CSS = "LaidLines { width: 1fr; height: auto; }"

    @abstractmethod
    def lines(self, width: int) -> list[Content]:
        """Lay the lines out."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's form
        """Ask for a row a line."""
        return len(self.lines(width))

    def render(self) -> Content:
        """Draw the lines."""
        return stacked(self.lines(self.size.width))
