"""A list that may be longer than the wall: shown a page at a time, with what is still to come said in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.content import Content
from textual.widget import Widget

from screens.drawn import stacked
from sessions.wording import say, say_many

from .grown import TALL

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


def paged(blocks: Sequence[Block], height: int) -> list[list[Block]]:
    """Deal the blocks out onto pages of a height, whole blocks only, a line kept for the mark."""
    pages: list[list[Block]] = [[]]
    room = height
    for block in filter(None, blocks):  # a part with nothing to say takes no room
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


class Pages(Widget):
    """Blocks of lines, drawn for the width there is."""

    DEFAULT_CSS = "Pages { height: 1fr; width: 1fr; }"

    def __init__(self, more: str, *, whole_first: bool = False, air_above: bool = False) -> None:
        """Say in which words more is to come, whether a whole list matters more than air, and where air goes first."""
        super().__init__()
        self._blocks: Blocks = nothing
        self._whole_first, self._air_above = whole_first, air_above
        self._more = more
        self.page = 0

    def show(self, blocks: Blocks, *, more: str = "") -> None:
        """Show what this gives for a width, from the page people were on; `more` are other words for what comes."""
        self._more = more or self._more
        self._blocks = blocks
        self.refresh()

    def turn(self, by: int) -> None:
        """Turn pages, within what there is."""
        self.page = min(max(self.page + by, 0), len(self._pages()) - 1)
        self.refresh()

    def _pages(self) -> list[list[Block]]:
        pages = self._pages_of(grown=self.app.size.height >= TALL)
        if not self._whole_first:
            return pages
        tight = self._pages_of(grown=False)
        return pages if len(pages) == len(tight) else tight

    def _pages_of(self, *, grown: bool) -> list[list[Block]]:
        blocks = self._blocks(self.size.width, grown=grown)
        whole = paged(blocks, self.size.height)
        return whole if len(whole) == 1 else paged(blocks, self.size.height - 1)

    def render(self) -> Content:
        """Draw the page, and say how much is still to come."""
        pages = self._pages()
        page = min(self.page, len(pages) - 1)
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
