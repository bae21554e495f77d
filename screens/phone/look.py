"""How one phone wishes to see the pages: the size of the words and the colours. Kept on that phone alone."""

from __future__ import annotations

from msgspec import Struct

TEXTS = ("plain", "large", "largest")
COLOURS = ("plain", "light", "dark", "strong")


class Look(Struct, frozen=True):
    """A choice of text size and colours, each by its name."""

    text: str = "plain"
    colours: str = "plain"

    @property
    def classes(self) -> str:
        """Name the style classes of the page; none where nothing was chosen."""
        chosen = (f"text-{self.text}", f"colours-{self.colours}")
        return " ".join(name for name in chosen if not name.endswith("-plain"))

    @property
    def kept(self) -> str:
        """Write the choice as it is kept on the phone."""
        return f"{self.text}.{self.colours}"

    def with_choice(self, *, text: str = "", colours: str = "") -> Look:
        """Choose another size or other colours; a name that is not offered changes nothing."""
        return Look(
            text if text in TEXTS else self.text,
            colours if colours in COLOURS else self.colours,
        )


def read_look(kept: str) -> Look:
    """Read a kept choice back; anything else is the plain look."""
    text, _, colours = kept.partition(".")
    return Look().with_choice(text=text, colours=colours)
