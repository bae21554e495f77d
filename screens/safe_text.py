"""Make outside text drawable, and know which way a language is written.

Markup is never read: a title of `[/]` or `[@click=app.quit]` is just its letters. Control characters and
bidirectional overrides were taken out at the door; they are taken out again here, in case a door was missed.
"""

from __future__ import annotations

from textual.content import Content

from sessions.model.text import clean, clean_lines


def drawn(text: str, style: str = "") -> Content:
    """Make text drawable as it stands, in one style; lines stay lines."""
    safe = clean_lines(text)
    return Content.styled(safe, style) if style else Content(safe)


def drawn_line(text: str, style: str = "") -> Content:
    """Make text drawable on one line, in one style."""
    return drawn(clean(text), style)


def joined(*parts: Content | str) -> Content:
    """Put drawn parts and our own words side by side."""
    return Content("").join([part if isinstance(part, Content) else Content(part) for part in parts])


def stacked(lines: list[Content]) -> Content:
    """Put drawn lines under one another."""
    return Content("\n").join(lines)


def cut(content: Content, width: int) -> Content:
    """Make a line fit, ending in … where something is left out."""
    return content.truncate(max(width, 1), ellipsis=True)


def fitted(content: Content, width: int) -> Content:
    """Make a line exactly this wide: cut, or filled with spaces."""
    short = cut(content, width)
    return short.pad_right(max(width - short.cell_length, 0))


_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """Return `rtl` or `ltr`, as pages say it."""
    return "rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
