"""Pages to learn from on paper, each beginning a page of its own; those in Easy Read are a sheet apart."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from screens.paper.press import PrintedSheet
from sessions.model.marked_text import Passage
from sessions.model.session import Session
from sessions.views.learning import body, in_easy_read, page_heading, pages_to_read
from sessions.wording import say


class LearnPaper(Struct, frozen=True):
    """One page: its heading, and what stands below it."""

    heading: str
    passages: tuple[Passage, ...]


class LearnSheet(PrintedSheet, frozen=True):
    """All the pages; `size` is how large their letters are, in points."""

    size: int
    pages: tuple[LearnPaper, ...]


_USUAL, _LARGE = 20, 26  # points; the usual ones let each page of ours be one page of paper


def learn_sheets(session: Session, *, large: bool = False) -> Iterator[tuple[str, LearnSheet]]:
    """Lay them out, each sheet with the name of its file; nothing where there is nothing to read."""
    read = pages_to_read(session.steps)
    plain = tuple(LearnPaper(page_heading(one), body(one)) for one in read)
    easy = tuple(LearnPaper(*in_easy_read(one)) for one in read if one.easy)
    if plain:
        yield "learn", _sheet(session, "learn.paper.title", plain, _LARGE if large else _USUAL)
    if easy:
        yield "learn-easy-read", _sheet(session, "learn.paper.easy-title", easy, _LARGE)


def _sheet(session: Session, title: str, pages: tuple[LearnPaper, ...], size: int) -> LearnSheet:
    return LearnSheet("learning", session.language, say(title, session=session.title), size, pages)
