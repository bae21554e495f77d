"""Lay out the shapes of scores and of rounds as blocks of lines, for the posters that show them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from screens.drawn import drawn_line, fitted, joined
from screens.wall.widgets.bars import bar_lines, label_width, longest
from sessions.views.shapes import Bar, RoundBars, Shape

PAD = "  "
GAP = 4  # cells between two rounds
NARROWEST, WIDEST = 14, 60  # cells a round may take


def shape_block(shape: Shape, width: int, *, labels: int, most: int, grown: bool) -> list[Content]:
    """Draw one question: what was asked, what it came to in words, and its bars."""
    words = drawn_line(shape.words, "$warning bold" if shape.split else "$success bold")
    words = joined(Content.styled("◆ ", "$warning bold"), words) if shape.split else words
    question = drawn_line(shape.question, "bold")
    gap = width - question.cell_length - words.cell_length
    one_line = gap >= 2
    head = [joined(question, " " * gap, words)] if one_line else [*question.wrap(width), joined(PAD, words)]
    bars = bar_lines(shape.bars, width - len(PAD), labels=labels, most=most, grown=grown)
    return [*head, *(joined(PAD, line) for line in bars), Content("")]


def shape_blocks(shapes: Sequence[Shape], width: int, *, grown: bool) -> list[list[Content]]:
    """Draw every question, a block each."""
    bars = [bar for shape in shapes for bar in shape.bars]
    labels, most = label_width(bars, width // 2), longest(bars)
    return [shape_block(shape, width, labels=labels, most=most, grown=grown) for shape in shapes]


def round_column(counted: RoundBars, width: int, *, labels: int, most: int, grown: bool) -> list[Content]:
    """Draw one round: its name over its bars, and who could not say; no labels where `labels` is nought."""
    bars = counted.bars if labels else [Bar("", bar.count) for bar in counted.bars]
    lines = [drawn_line(counted.name, "bold"), *bar_lines(bars, width, labels=labels, most=most, grown=grown)]
    if counted.cant_say:
        lines += drawn_line(counted.cant_say, "$quiet").wrap(width)
    return [fitted(line, width) for line in lines]


def rounds_block(rounds: Sequence[RoundBars], width: int, *, grown: bool) -> list[Content]:
    """Draw the rounds side by side, the newest where the eye ends; the oldest go where not all fit.

    Options are named once at the left; where one round shows bands and another options, each names its own.
    """
    if not rounds:
        return []
    named = [[bar.label for bar in counted.bars] for counted in rounds]
    alike = all(names == named[0] for names in named)
    labels = label_width(rounds[0].bars, width // 3) if alike else 0
    room = width - (labels + GAP if alike else 0)
    shown = list(rounds)[-max(room // (NARROWEST if alike else NARROWEST * 2), 1) :]
    each = min((room - GAP * (len(shown) - 1)) // len(shown), WIDEST)
    bars = [bar for counted in shown for bar in counted.bars]
    own = 0 if alike else label_width(bars, each // 2)
    columns = [round_column(counted, each, labels=own, most=longest(bars), grown=grown) for counted in shown]
    if alike:
        names = [Content("")]
        for bar in rounds[0].bars:
            names += [Content("")] * grown + [drawn_line(bar.label)]
        columns.insert(0, [fitted(name, labels) for name in names])
    blanks = [Content(" " * column[0].cell_length) for column in columns]
    rows = zip_longest(*columns)
    return [
        Content(" " * GAP).join([cell or blank for cell, blank in zip(row, blanks, strict=True)])
        for row in rows
    ]
