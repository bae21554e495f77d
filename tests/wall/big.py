"""What big letters look like on a screen, for tests that read it."""

from __future__ import annotations

from screens.wall import lettering


def big(words: str) -> str:
    """Give the topmost row of words in the smallest big letters."""
    return lettering.rows(words.upper(), 1)[0].strip()


def big_squeezed(words: str) -> str:
    """Give that row with each gap one space, as a terminal's text is given."""
    return " ".join(big(words).split())
