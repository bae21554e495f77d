"""A list that may be longer than the wall: shown a page at a time, with what is still to come said in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.widget import Widget

from screens.drawn import stacked
from sessions.wording import say

Block = Sequence[Content]


def paged(blocks: Sequence[Block], height: int) -> list[list[Block]]:
    """Deal the blocks out onto pages of a height, whole blocks only, a line kept for the mark."""
    pages: list[list[Block]] = [[]]
    room = height
    for block in blocks:
        if pages[-1] and len(block) > room:
            pages.append([])
            room = height
        pages[-1].append(block)
        room -= len(block)
    return pages


class Pages(Widget):
    """Blocks of lines, drawn for the width there is."""

    DEFAULT_CSS = "Pages { height: 1fr; width: 1fr; }"

    def __init__(self, more: str, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, classes=classes)
        self._blocks: Callable[[int], Sequence[Block]] = lambda _width: ()
        self._more = more
        self.page = 0

    def show(self, blocks: Callable[[int], Sequence[Block]]) -> None:
        """Show what this gives for a width, from the page people were on."""
        self._blocks = blocks
        self.refresh()

    def turn(self, by: int) -> None:
        """Turn pages, within what there is."""
        self.page = min(max(self.page + by, 0), len(self._pages()) - 1)
        self.refresh()

    def _pages(self) -> list[list[Block]]:
        blocks = self._blocks(self.size.width)
        whole = paged(blocks, self.size.height)
        return whole if len(whole) == 1 else paged(blocks, self.size.height - 1)

    def render(self) -> Content:
        """Draw the page, and say how much is still to come."""
        pages = self._pages()
        page = min(self.page, len(pages) - 1)
        lines = [line for block in pages[page] for line in block]
        if len(pages) > 1:
            lines = lines[: self.size.height - 1]
            lines += [Content("")] * (self.size.height - 1 - len(lines))
            to_come = sum(len(later) for later in pages[page + 1 :])
            lines.append(Content.styled(self._mark(to_come), "$quiet bold"))
        return stacked(lines)

    def _mark(self, to_come: int) -> str:
        if not to_come:
            return say("wall.back-up")
        if to_come == 1 and self._more == "wall.more-questions":
            return say("wall.one-more-question")
        return say(self._more, count=to_come)
