"""The bar at the foot where the program answers a key: it stays until it has been read and a key is pressed."""

from __future__ import annotations

from .words import Words


class Answer(Words):
    """One plain sentence; `-again` where the same key pressed again will be granted."""

    def ask(self, sentence: str) -> None:
        """Say what pressing again would do."""
        self.add_class("-again")
        self.say(sentence)

    def tell(self, sentence: str) -> None:
        """Say why not, or what was done."""
        self.remove_class("-again")
        self.say(sentence)

    def hush(self) -> None:
        """Say nothing."""
        self.say("")
