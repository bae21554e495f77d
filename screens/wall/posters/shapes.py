"""Lay out the shapes of scores and of rounds as blocks of lines, for the posters that show them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from screens.drawn import cut, drawn_line, fitted, joined
from screens.wall.widgets.bars import bar_lines, label_width
from sessions.views.posters import RoundBars, Shape


def shape_block(shape: Shape, width: int, *, indent: int = 2) -> list[Content]:
    """Draw one question: what was asked, what it came to in words, and its bars."""
    words = drawn_line(shape.words, "$warning bold" if shape.split else "$success bold")
    words = joined(Content.styled("◆ ", "$warning bold"), words) if shape.split else words
    question = drawn_line(shape.question, "bold")
    bars = bar_lines(shape.bars, width - indent)
    pad = " " * indent
    if question.cell_length + words.cell_length + 2 <= width:
        gap = width - question.cell_length - words.cell_length
        head = [joined(question, " " * gap, words)]
    else:
        head = [cut(question, width), joined(pad, cut(words, width - indent))]
    return [*head, *(joined(pad, line) for line in bars), Content("")]


def shape_blocks(shapes: Sequence[Shape], width: int) -> list[list[Content]]:
    """Draw every question, a block each."""
    return [shape_block(shape, width) for shape in shapes]


def round_column(name: str, counted: RoundBars, width: int, labels: int) -> list[Content]:
    """Draw one round: its name over its bars, and who could not say."""
    lines = [fitted(drawn_line(name, "bold"), width)]
    lines += [fitted(line, width) for line in bar_lines(counted.bars, width, labels=labels)]
    if counted.cant_say:
        lines.append(fitted(drawn_line(counted.cant_say, "$quiet"), width))
    return lines


def rounds_block(rounds: Sequence[RoundBars], width: int) -> list[Content]:
    """Draw the rounds side by side, the newest where the eye ends; the oldest goes where three do not fit."""
    if not rounds:
        return []
    shown = list(rounds)[-min(len(rounds), max(width // 26, 1)) :]
    gap = 4
    each = (width - gap * (len(shown) - 1)) // len(shown)
    labels = label_width([bar for counted in shown for bar in counted.bars], each // 2)
    columns = [round_column(counted.name, counted, each, labels) for counted in shown]
    deepest = max(len(column) for column in columns)
    blank = Content(" " * each)
    rows = [[column[y] if y < len(column) else blank for column in columns] for y in range(deepest)]
    return [Content(" " * gap).join(row) for row in rows]
