"""A paper in blocks: what a record or a letter says, before anybody draws it as a page or as a PDF.

Both drawings are made from this one value, so they cannot say different things. All of it is plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from sessions.views.shapes import Bar


class Block(Struct, frozen=True, tag=True):
    """A piece of a paper that stands by itself."""


class Says(Block, frozen=True):
    """A paragraph; `strong` where the eye should find it."""

    words: str
    strong: bool = False


class Typed(Block, frozen=True):
    """Something to be typed as it stands."""

    words: str


class Lines(Block, frozen=True):
    """Short lines close together, as an address is written; `end` moves them to the far side of the page."""

    words: tuple[str, ...]
    end: bool = False


class OwnWords(Block, frozen=True):
    """What people wrote themselves, a paragraph a line."""

    lines: tuple[str, ...]


class Listed(Block, frozen=True):
    """A list, numbered where its order counts."""

    items: tuple[str, ...]
    numbered: bool = False


class TableCell(Struct, frozen=True):
    """A cell of a table, with a smaller note under it."""

    words: str
    note: str = ""


class Grid(Block, frozen=True):
    """A real table. `head` is the column that names each row; `figures` are columns of numbers, set to the far side."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    head: int = 0
    small: bool = False
    figures: tuple[int, ...] = ()


class Chart(Struct, frozen=True):
    """How many people gave each answer. `alt` says all of it, for those who cannot see bars; `note` stands under it."""

    caption: str
    bars: tuple[Bar, ...]
    alt: str
    note: str = ""


class Charts(Block, frozen=True):
    """Charts that belong together; `answer` and `heads` name what is beside and along each bar."""

    charts: tuple[Chart, ...]
    answer: str
    heads: str


class ToSign(Block, frozen=True):
    """Lines to be filled in by hand, each with what belongs there."""

    labels: tuple[str, ...]


class Heading(Block, frozen=True):
    """A heading inside a section."""

    words: str


class Section(Block, frozen=True):
    """A part of a part, with blocks of its own."""

    heading: str
    blocks: tuple[AnyBlock, ...]


AnyBlock = Says | Typed | Lines | OwnWords | Listed | Grid | Charts | Heading | ToSign


class Part(Struct, frozen=True):
    """A part of a paper; `key` is what a link to it says."""

    key: str
    heading: str
    blocks: tuple[AnyBlock | Section, ...]


class Document(Struct, frozen=True):
    """A whole paper. `under` are the lines below its title; `contents` heads the list of its parts, or is nothing.

    `above` stands before the title, as the address on a letter does; `lead` is a part that comes before the contents.
    """

    language: str
    title: str
    kind: str
    under: tuple[str, ...]
    contents: str
    parts: tuple[Part, ...]
    above: tuple[AnyBlock, ...] = ()
    lead: Part | None = None


def says(lines: Iterable[str]) -> list[AnyBlock]:
    """Say lines that are not empty, a paragraph each."""
    return [Says(words) for words in lines if words]


def own_words(text: str) -> OwnWords:
    """Take what people wrote as it is, without its empty lines."""
    return OwnWords(tuple(line for line in text.split("\n") if line.strip()))


def grid(
    caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]], *, figures: tuple[int, ...] = ()
) -> Grid:
    """Make a table of plain words; the first column names each row."""
    cells = tuple(tuple(map(TableCell, row)) for row in rows)
    return Grid(caption, tuple(columns), cells, figures=figures)


def chart(caption: str, bars: tuple[Bar, ...], note: str = "") -> Chart:
    """Make a chart that can be heard as well as seen."""
    heard = "; ".join(f"{bar.label}: {bar.count}" for bar in bars)
    return Chart(caption, bars, f"{caption} – {heard}", note)
