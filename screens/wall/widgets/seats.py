"""Who is here, or in, as dots: filled for one of us, hollow for one still to come. Never which one."""

from __future__ import annotations

from textual.content import Content

from screens.drawn import joined

MOST = 60  # beyond this many, dots are a blur and the number says it better


def dots(filled: int, of: int, *, air: str = " ") -> Content:
    """Draw the dots in one line; nothing for a hall too big to draw."""
    if not 0 < of <= MOST:
        return Content("")
    full = air.join("●" * min(filled, of))
    empty = air.join("○" * max(of - filled, 0))
    return joined(
        Content.styled(full, "$accent"), air if full and empty else "", Content.styled(empty, "$empty")
    )
