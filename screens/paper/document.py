"""Draw a paper: as an HTML page that prints well, and as a tagged PDF. Both from the same blocks."""

from __future__ import annotations

import msgspec

from sessions.views.document import Document

from .house import drawn_page
from .press import Pressed, press


def as_page(paper: Document) -> str:
    """Draw a paper as one HTML page."""
    return drawn_page("document.html", paper.language, paper=paper)


def as_pdf(paper: Document) -> Pressed:
    """Draw a paper as PDF/UA-1. Raises ImportError where typst is not installed: ask `can_press` first."""
    return press("document.typ", paper.title, paper.language, msgspec.to_builtins(paper))
