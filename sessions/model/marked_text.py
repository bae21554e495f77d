"""A little Markdown read as passages: headings, paragraphs, lists and emphasis. All else is left as it was typed.

A table is read as a list, an item a row: on a wall of 60 columns, or a phone, columns side by side cannot be read.

Nothing in it is markup any more: whoever draws a passage draws plain text, strong or leaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import zip_longest

from sessions.model.session import Value
from sessions.model.text import clean

_HEADING = re.compile(r"#{1,6}(?:\s+(?P<words>.*))?$")
_ITEM = re.compile(r"(?P<mark>[-*+•]|\d{1,3}[.)])\s+(?P<words>.*)$")
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r":?-+:?")
_RULE = re.compile(r"(?:[-*_]\s*){3,}$")
# as far as a sentence goes, and no further: a page of lone stars must not take a minute to read
_STRONG = re.compile(r"(?<!\\)(?P<mark>\*\*|__)(?=\S)(?P<words>.{1,300}?)(?<=[^\s\\])(?P=mark)")
_LEANING = re.compile(
    r"(?<![\\\w*])(?P<mark>[*_])(?![\s*_])(?P<words>.{1,300}?)(?<=[^\s\\*_])(?P=mark)(?![\w*])"
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|])")


class PassageKind(StrEnum):
    """What a passage is: a heading, a paragraph, or one item of a list."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


class Span(Value, frozen=True):
    """Words in one style."""

    words: str
    strong: bool = False
    leaning: bool = False


class Passage(Value, frozen=True):
    """A piece of a text that stands by itself; `mark` is the number of an item that has one."""

    kind: PassageKind
    spans: tuple[Span, ...]
    mark: str = ""

    @property
    def words(self) -> str:
        """Return the words without their styles."""
        return "".join(span.words for span in self.spans)


def passages(text: str) -> tuple[Passage, ...]:
    """Read a text; an empty one has none."""
    return tuple(
        Passage(kind, spans, mark)
        for kind, mark, words in _joined(text.split("\n"))
        if (spans := tuple(_spans(clean(words, longest=len(words)))))
    )


def first_heading(text: str) -> str:
    """Return the words of the heading a text begins with; nothing where it begins otherwise."""
    read = passages(text)
    return read[0].words if read and read[0].kind is PassageKind.HEADING else ""


def _joined(lines: Iterable[str]) -> Iterator[tuple[PassageKind, str, str]]:
    """Return each passage as its kind, its mark and its words on one line; lines that belong together are joined."""
    kind, mark, words = PassageKind.PARAGRAPH, "", [""]
    for line in (*_without_tables(map(str.strip, lines)), ""):
        begun = _begun(line)
        if line and begun is None:
            words.append(line)  # a line that begins nothing new goes on with what stands above it
            continue
        if any(words):
            yield kind, mark, " ".join(words)
        kind, mark, first = begun or (PassageKind.PARAGRAPH, "", "")
        words = [first]
        if kind is PassageKind.HEADING:
            yield kind, mark, first
            kind, words = PassageKind.PARAGRAPH, [""]


def _without_tables(lines: Iterable[str]) -> Iterator[str]:
    """Return each table's titles of the first column, and its rows as items; all other lines as they are."""
    rows: list[str] = []
    for line in (*lines, ""):
        if len(line) > 1 and line.startswith("|") and line.endswith("|"):
            rows.append(line)
            continue
        yield from _as_items(rows)
        rows = []
        yield line


def _as_items(rows: list[str]) -> Iterator[str]:
    """Return a table's rows; lines without a row of dashes under their titles, or with nothing below, stay as typed."""
    cells = [[cell.strip() for cell in _BETWEEN_CELLS.split(row[1:-1])] for row in rows]
    if len(rows) < 3 or not all(_DASHES.fullmatch(cell) for cell in cells[1]):
        yield from rows
        return
    (first_title, *titles), _, *below = cells
    yield ""
    yield f"**{first_title}**" if first_title else ""
    for first, *others in below:
        told = [
            f"{title}: {cell}" if title else cell for title, cell in zip_longest(titles, others, fillvalue="")
        ]
        yield f"- {'. '.join(filter(None, (first, '; '.join(filter(None, told)))))}"
    yield ""


def _begun(line: str) -> tuple[PassageKind, str, str] | None:
    """Return what a line begins; nothing where it goes on with the one before."""
    if _RULE.match(line):
        return PassageKind.PARAGRAPH, "", ""
    if heading := _HEADING.match(line):
        return PassageKind.HEADING, "", (heading["words"] or "").rstrip(" #")
    if item := _ITEM.match(line):
        number = item["mark"] if item["mark"][0].isdecimal() else ""
        return PassageKind.ITEM, number, item["words"]
    return None


def _spans(words: str) -> Iterator[Span]:
    yield from (
        Span(_ESCAPED.sub(r"\1", span.words), span.strong, span.leaning)
        for part in _parted(_STRONG, Span(words))
        for span in _parted(_LEANING, part)
        if span.words
    )


def _parted(style: re.Pattern[str], span: Span) -> Iterator[Span]:
    """Part words where a style begins and ends."""
    strong, end = style is _STRONG, 0
    for found in style.finditer(span.words):
        yield Span(span.words[end : found.start()], span.strong, span.leaning)
        yield Span(found["words"], strong or span.strong, not strong or span.leaning)
        end = found.end()
    yield Span(span.words[end:], span.strong, span.leaning)
