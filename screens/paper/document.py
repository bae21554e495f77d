"""Draw a paper: as an HTML page that prints well, and as a tagged PDF. Both from the same blocks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from screens.direction import direction
from sessions.views.document import Document

from .press import Pressed, press

if TYPE_CHECKING:
    import jinja2


def as_page(paper: Document) -> str:
    """Draw a paper as one HTML page: no scripts, nothing fetched, escaped by default."""
    return _house().get_template("document.html").render(paper=paper, direction=direction(paper.language))


def as_pdf(paper: Document) -> Pressed:
    """Draw a paper as PDF/UA-1. Raises ImportError where typst is not installed: ask `can_press` first."""
    return press("document.typ", paper.title, paper.language, msgspec.to_builtins(paper))


@cache
def _house() -> jinja2.Environment:
    import jinja2

    house = jinja2.Environment(
        loader=jinja2.PackageLoader("screens.paper"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    house.filters["kind"] = lambda block: type(block).__name__
    return house
