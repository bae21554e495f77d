"""A paper as one flow of paragraphs, for the documents people go on writing in: OpenDocument and Word.

Only letters are drawn so: a paper with tables or charts in it is a page or a PDF.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from sessions.views.paper.document import Document, Lines, OwnWords, Says

FONT = "Liberation Sans"  # LibreOffice brings it; Word puts Arial, its twin, in its place
_ALWAYS = (1980, 1, 1, 0, 0, 0)  # what a zip can say earliest, so that the same letter is the same file
MADE = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


class PaperLook(StrEnum):
    """How a paragraph looks."""

    TITLE = "title"
    TEXT = "text"
    STRONG = "strong"
    QUOTED = "quoted"
    LINES = "lines"
    LINES_AT_END = "lines-at-end"


class Paragraph(NamedTuple):
    """One paragraph; its lines stay lines."""

    look: PaperLook
    lines: tuple[str, ...]


def can_write() -> bool:
    """Whether python-docx and odfdo are installed."""
    try:
        import docx
        import odfdo
    except ImportError:
        return False
    return bool(docx and odfdo)


def flow(paper: Document) -> Iterator[Paragraph]:
    """Return a letter's paragraphs from top to bottom."""
    yield from _paragraphs(paper.above)
    yield Paragraph(PaperLook.TITLE, (paper.title,))
    if paper.under:
        yield Paragraph(PaperLook.LINES, paper.under)
    for part in paper.parts:
        yield from _paragraphs(part.blocks)


def _paragraphs(blocks: Iterable[object]) -> Iterator[Paragraph]:
    for block in blocks:
        match block:
            case Says(words, strong):
                yield Paragraph(PaperLook.STRONG if strong else PaperLook.TEXT, (words,))
            case OwnWords(lines):
                yield from (Paragraph(PaperLook.QUOTED, (line,)) for line in lines)
            case Lines(words, end):
                yield Paragraph(PaperLook.LINES_AT_END if end else PaperLook.LINES, words)
            case _:
                raise TypeError(type(block).__name__)


def settled(made: bytes) -> bytes:
    """Pack a document again without the time it was made: the same letter gives the same file."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as was, zipfile.ZipFile(whole, "w") as now:
        for entry in was.infolist():
            kept = zipfile.ZipInfo(entry.filename, _ALWAYS)
            kept.compress_type = entry.compress_type
            now.writestr(kept, was.read(entry))
    return whole.getvalue()
