"""Lay out what people wrote as blocks of lines, so that a long one may run over from page to page."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from screens.drawn import drawn_line, joined
from sessions.views.written import Written
from sessions.wording import say

PAD = "  "
MOST_LINES = 4  # of one block: more would not fit a small wall beside the outcome


def written_blocks(batches: Sequence[Written], width: int) -> list[list[Content]]:
    """Draw each batch: its heading with the first text, then the other texts, none named before another."""
    return [block for batch in batches for block in _batch(batch, width)]


def _batch(batch: Written, width: int) -> list[list[Content]]:
    blocks = [part for text in batch.texts for part in _text(text, width)]
    if batch.hidden:
        blocks.append([joined(PAD, drawn_line(batch.hidden, "$quiet")), Content("")])
    heading = drawn_line(batch.heading, "bold")
    return [[heading, *blocks[0]], *blocks[1:]] if blocks else []


def _text(text: str, width: int) -> list[list[Content]]:
    lines = drawn_line(say("people.written.text", text=text)).wrap(max(width - len(PAD), 1))
    lines = [joined(PAD, line) for line in lines]
    parts = [list(lines[start : start + MOST_LINES]) for start in range(0, len(lines), MOST_LINES)]
    return [*parts[:-1], [*parts[-1], Content("")]]
