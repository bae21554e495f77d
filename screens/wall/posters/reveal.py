"""The shapes of the scores, split questions first, and the talk over them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from screens.safe_text import drawn_line, fitted, joined
from screens.wall.posters.drawing import Drawing
from screens.wall.widgets.bars import BarLines, bar_lines, label_width, longest
from screens.wall.widgets.lines import Pages
from screens.wall.widgets.words import TimeLeft, Words
from sessions.views.shapes import Bar, RoundBars, Shape, Written
from sessions.views.wall.posters import Reveal, Talk
from sessions.wording import say

PAD = "  "
GAP = 4  # cells between two rounds
NARROWEST, WIDEST = 14, 70  # cells a round may take


def shape_block(shape: Shape, width: int, *, labels: int, most: int, grown: bool) -> list[Content]:
    """Draw one question: what was asked, what it came to in words, and its bars."""
    told = shape.bars or shape.cards  # green is for what we agree on, not for what is kept back
    words = drawn_line(
        shape.words, "$warning bold" if shape.split else "$success bold" if told else "bold $quiet"
    )
    words = joined(Content.styled("◆ ", "$warning bold"), words) if shape.split else words
    question = drawn_line(shape.question, "bold")
    gap = width - question.cell_length - words.cell_length
    one_line = gap >= 2
    head = [joined(question, " " * gap, words)] if one_line else [*question.wrap(width), joined(PAD, words)]
    bars = bar_lines(shape.bars, width - len(PAD), labels=labels, most=most, grown=grown)
    cards = [joined(PAD, line) for card in shape.cards for line in drawn_line(card).wrap(width - len(PAD))]
    since = [joined(PAD, line) for line in drawn_line(shape.since, "$quiet").wrap(width - len(PAD))]
    drawn = [joined(PAD, line) for line in bars]
    return [*head, *cards, *drawn, *(since if shape.since else ()), Content("")]


def shape_blocks(shapes: Sequence[Shape], width: int, *, grown: bool) -> list[list[Content]]:
    """Draw every question, a block each."""
    bars = [bar for shape in shapes for bar in shape.bars]
    labels, most = label_width(bars, width // 2), longest(bars)
    return [shape_block(shape, width, labels=labels, most=most, grown=grown) for shape in shapes]


def round_column(
    counted: RoundBars, width: int, *, labels: int, most: int, grown: bool, draw: BarLines = bar_lines
) -> list[Content]:
    """Draw one round: its name over its bars, and who could not say; no labels where `labels` is nought."""
    bars = counted.bars if labels else [Bar("", bar.count) for bar in counted.bars]
    lines = [drawn_line(counted.name, "bold"), *draw(bars, width, labels=labels, most=most, grown=grown)]
    if counted.cant_say:
        lines += drawn_line(counted.cant_say, "$quiet").wrap(width)
    return [fitted(line, width) for line in lines]


def rounds_block(
    rounds: Sequence[RoundBars], width: int, *, grown: bool, draw: BarLines = bar_lines
) -> list[Content]:
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
    most = longest(bars)
    columns = [
        round_column(counted, each, labels=own, most=most, grown=grown, draw=draw) for counted in shown
    ]
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


WRITTEN_PAD = "  "
MOST_LINES = 4  # of one block: more would not fit a small wall beside the outcome


def written_blocks(batches: Sequence[Written], width: int) -> list[list[Content]]:
    """Draw each batch: its heading with the first text, then the other texts, none named before another."""
    return [block for batch in batches for block in _batch(batch, width)]


def _batch(batch: Written, width: int) -> list[list[Content]]:
    blocks = [part for text in batch.texts for part in _text(text, width)]
    if batch.hidden:
        blocks.append([joined(WRITTEN_PAD, drawn_line(batch.hidden, "$quiet")), Content("")])
    heading = drawn_line(batch.heading, "bold")
    return [[heading, *blocks[0]], *blocks[1:]] if blocks else []


def _text(text: str, width: int) -> list[list[Content]]:
    lines = drawn_line(say("people.written.text", text=text)).wrap(max(width - len(WRITTEN_PAD), 1))
    lines = [joined(WRITTEN_PAD, line) for line in lines]
    parts = [list(lines[start : start + MOST_LINES]) for start in range(0, len(lines), MOST_LINES)]
    return [*parts[:-1], [*parts[-1], Content("")]]


class RevealPoster(Drawing[Reveal]):
    """One sentence, and the bars."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(classes="summary")
        yield Pages("wall.more-questions")

    def show(self, poster: Reveal) -> None:
        """Draw this poster."""
        self.query_one(".summary", Words).say(poster.summary)
        self.query_one(Pages).show(partial(shape_blocks, poster.shapes))


def _blocks(poster: Talk, width: int, *, grown: bool) -> list[list[Content]]:
    """Draw the ballots before this talk where there were some, with their reasons, then the shapes."""
    rounds = rounds_block(poster.rounds, width, grown=grown)
    written = written_blocks(poster.written, width)
    before = [[*rounds, Content("")], *written] if rounds else written
    return [*before, *shape_blocks(poster.shapes, width, grown=grown)]


class TalkPoster(Drawing[Talk]):
    """Cues on top, shapes below."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Horizontal(classes="top"):
            yield Words(classes="heading")
            yield TimeLeft(classes="countdown")
        yield Words(classes="cues")
        yield Pages("wall.more-questions")
        yield Words(classes="kept")

    def show(self, poster: Talk) -> None:
        """Draw this poster."""
        self.query_one(".heading", Words).say(poster.heading)
        self.query_one(".cues", Words).say("\n".join(poster.cues))
        self.query_one(".kept", Words).say(poster.kept)
        self.query_one(TimeLeft).countdown = poster.countdown
        mixed = poster.rounds or poster.written
        more = "wall.more-lines" if mixed else "wall.more-questions"  # a reason is no question
        self.query_one(Pages).show(partial(_blocks, poster), more=more)
