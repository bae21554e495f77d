"""How one phone wishes to see the pages: size, colours, and Easy Read or not. Kept on that phone alone."""

from __future__ import annotations

from msgspec import Struct

TEXTS = ("plain", "large", "largest")
COLOURS = ("plain", "light", "dark", "strong")
EASIES = ("plain", "read")


class Look(Struct, frozen=True):
    """A choice of text size, colours and Easy Read, each by its name."""

    text: str = "plain"
    colours: str = "plain"
    easy: str = "plain"

    @property
    def classes(self) -> str:
        """Name the style classes of the page; none where nothing was chosen."""
        chosen = (f"text-{self.text}", f"colours-{self.colours}", f"easy-{self.easy}")
        return " ".join(name for name in chosen if not name.endswith("-plain"))

    @property
    def kept(self) -> str:
        """Write the choice as it is kept on the phone."""
        return f"{self.text}.{self.colours}.{self.easy}"

    def with_choice(self, *, text: str = "", colours: str = "", easy: str = "") -> Look:
        """Choose another look; a name that is not offered changes nothing."""
        return Look(
            text if text in TEXTS else self.text,
            colours if colours in COLOURS else self.colours,
            easy if easy in EASIES else self.easy,
        )


def read_look(kept: str) -> Look:
    """Read a kept choice back; anything else is the plain look."""
    text, colours, easy = (*kept.split(".", 2), "", "")[:3]
    return Look().with_choice(text=text, colours=colours, easy=easy)
