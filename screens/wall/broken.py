"""The card people see if the wall itself breaks: what happened, what is safe, what to do. No values."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.segment import Segments
from rich.text import Text

from sessions.wording import say


def broken_card(place: str = "wall") -> Segments:
    """Draw the card of the wall, the desk or the opening screen."""
    lines = [Text(say(f"{place}.broken.title"), style="bold"), Text(""), Text(say(f"{place}.broken.line"))]
    card = Padding(Text("\n").join([*lines, Text(say(f"{place}.broken.what"))]), (1, 4))
    return Segments(list(Console().render(card)))
