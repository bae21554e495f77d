"""What a ballot came to, on its colour."""

from __future__ import annotations

from .grown import TALL, Grown

TONES = ("yes", "no", "split", "open")


class Banner(Grown):
    """The words of an outcome. The colour only repeats them."""

    def __init__(self, *, tall: int = TALL) -> None:
        """Take more of the wall than a heading does: this is what people came for."""
        super().__init__(share=0.13, tall=tall)

    def show(self, words: str, tone: str) -> None:
        """Show these words."""
        self.say(words)
        for each in TONES:
            self.set_class(tone == each, f"-{each}")
