"""LaidLines laid out for the width there is, and lists shown a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.content import Content
from textual.widget import Widget

from screens.safe_text import joined, stacked
from screens.wall.widgets.big_text import TALL
from screens.wall.widgets.laid_lines import LaidLines
from sessions.wording import say, say_many

GAP = 3  # cells between two parts on one row
MOST = 3  # rows of a part that is wider than the wall


def flowed(parts: Sequence[Content], width: int, *, least: int = 0) -> list[Content]:
    """Put parts on as few rows as they need, each whole; each takes at least so many cells where all then fit."""
    taken = [max(part.cell_length + GAP, least) for part in parts]
    if sum(taken[:-1]) + sum(part.cell_length for part in parts[-1:]) > width:
        taken = [part.cell_length + GAP for part in parts]
    rows: list[Content] = []
    ends = 0
    for part, takes in zip(parts, taken, strict=True):
        if rows and ends + part.cell_length <= width:
            rows[-1] = joined(rows[-1], " " * (ends - rows[-1].cell_length), part)
            ends += takes
        else:
            *above, last = part.wrap(max(width, 1)) if part.cell_length > width else [part]
            rows += [*above, last][:MOST]
            ends = width if above else takes
    return rows


def hung(mark: Content, words: Content, width: int) -> list[Content]:
    """Wrap words beside their mark, and never under it."""
    lines = words.wrap(max(width - mark.cell_length, 1))
    blank = Content(" " * mark.cell_length)
    return [joined(blank if number else mark, line) for number, line in enumerate(lines)]


class Flow(LaidLines):
    """Short parts beside one another; a part that does not fit goes on to the next row as a whole."""

    parts: Sequence[Content] = ()

    def say(self, parts: Sequence[Content]) -> None:
        """Say these instead; the same again costs nothing."""
        same = len(parts) == len(self.parts) and all(map(Content.is_same, parts, self.parts))
        if not same:
            self.parts = tuple(parts)
            self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """Lay them out."""
        return flowed(self.parts, width)


class Steps(LaidLines):
    """What to do, step by step: marks in their own column."""

    steps: Sequence[tuple[Content, Content]] = ()

    def say(self, steps: Sequence[tuple[Content, Content]]) -> None:
        """Say these instead, each a mark and its words."""
        self.steps = tuple(steps)
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """Lay them out."""
        return [line for mark, words in self.steps for line in hung(mark, words, width)]


Block = Sequence[Content]


class Blocks(Protocol):
    """Makes the blocks for a width; `grown` where there is room for more air."""

    def __call__(self, width: int, *, grown: bool) -> Sequence[Block]:
        """Make them."""
        ...


def nothing(width: int, *, grown: bool) -> Sequence[Block]:  # noqa: ARG001 - a Blocks
    """Make no blocks."""
    return ()


NEW_PAGE: Block = (Content("\f"),)
"""Stands between blocks where a new page begins, whatever room there is on the one before."""


def _parts(block: Block, height: int) -> Sequence[Block]:
    """Cut a block that is taller than a page, so that none of it is lost."""
    tall = max(height, 1) + (not block[-1].plain)
    return [block[at : at + tall] for at in range(0, len(block), tall)] if len(block) > tall else [block]


def paged(blocks: Sequence[Block], height: int) -> list[list[Block]]:
    """Deal the blocks out onto pages of a height, whole blocks where they fit, a line kept for the mark."""
    pages: list[list[Block]] = [[]]
    room = height
    # a part with nothing to say takes no room
    for block in (part for whole in filter(None, blocks) for part in _parts(whole, height)):
        if block is NEW_PAGE:
            pages.append([])
            room = height
            continue
        air = not block[-1].plain  # the air under a page's last block may be cut off
        if pages[-1] and len(block) - air > room:
            pages.append([])
            room = height
        pages[-1].append(block)
        room -= len(block)
    return pages


def _with_a_hole(pages: Sequence[Sequence[Block]], rows: int) -> bool:
    """Whether a page is a third empty while more is to come: people then see a hole in place of what there is."""
    return any(3 * (rows - sum(map(len, page))) >= rows for page in pages[:-1])


def _words(block: Block) -> str:
    return "\n".join(line.plain.strip() for line in block)


class Pages(Widget):
    """Blocks of lines, drawn for the width there is."""

    DEFAULT_CSS = "Pages { height: 1fr; width: 1fr; }"

    def __init__(
        self, more: str, *, whole_first: bool = False, air_above: bool = False, classes: str | None = None
    ) -> None:
        """Say in which words more is to come, whether a whole list matters more than air, and where air goes first."""
        super().__init__(classes=classes)
        self._blocks: Blocks = nothing
        self._whole_first, self._air_above = whole_first, air_above
        self._more = more
        self.page = 0
        self.seen: set[str] = set()
        """What has been drawn so far, block by block; whoever looks after several pages may keep it for all of them."""

    def show(self, blocks: Blocks, *, more: str = "") -> None:
        """Show what this gives for a width, from the page people were on; `more` are other words for what comes."""
        self._more = more or self._more
        self._blocks = blocks
        self.refresh()

    def turn(self, by: int) -> None:
        """Turn pages, within what there is."""
        if not self.size.width:
            return  # it is not laid out yet: there is nothing to see, and so nothing to turn
        self.page = min(max(self.page + by, 0), len(self._pages()) - 1)
        self.refresh()

    def turn_on(self) -> bool:
        """Turn to the first page with something that was not drawn yet; say whether there was one."""
        for page, blocks in enumerate(self._pages()):
            if self.size.height and any(_words(block) not in self.seen for block in blocks):
                self.page = page
                self.seen.update(
                    map(_words, blocks)
                )  # a page is turned to once, whatever becomes of the drawing
                self.refresh()
                return True
        return False

    @property
    def short_of_a_row(self) -> bool:
        """Whether one row more would save a page."""
        return len(self._pages()) > len(self._pages(more=1))

    def _pages(self, *, more: int = 0) -> list[list[Block]]:
        """Deal out what there is; on so many rows `more` than there are."""
        rows = self.size.height + more
        pages = self._pages_of(rows, grown=self.app.size.height >= TALL)
        if len(pages) == 1 or not (self._whole_first or _with_a_hole(pages, rows)):
            return pages
        tight = self._pages_of(rows, grown=False)
        return pages if len(pages) == len(tight) else tight

    def _pages_of(self, rows: int, *, grown: bool) -> list[list[Block]]:
        blocks = self._blocks(self.size.width, grown=grown)
        whole = paged(blocks, rows)
        return whole if len(whole) == 1 else paged(blocks, rows - 1)

    def render(self) -> Content:
        """Draw the page, and say how much is still to come."""
        pages = self._pages()
        page = min(self.page, len(pages) - 1)
        self.seen.update(map(_words, pages[page]))
        lines = [line for block in pages[page] for line in block]
        if self._air_above and len(pages) == 1 and len(lines) < self.size.height:
            lines.insert(0, Content(""))
        if len(pages) > 1:
            lines = lines[: self.size.height - 1]
            lines += [Content("")] * (self.size.height - 1 - len(lines))
            to_come = sum(len(later) for later in pages[page + 1 :])
            lines.append(Content.styled(self._mark(to_come), "$quiet bold"))
        return stacked(lines)

    def _mark(self, to_come: int) -> str:
        if not to_come:
            return say("wall.back-up")
        return say_many(self._more, to_come)
