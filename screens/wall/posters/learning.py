"""A page to learn from, a wall's height at a time, so that none of it is passed by unseen."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from screens.safe_text import drawn, joined
from screens.wall.posters.drawing import Drawing
from screens.wall.widgets.lines import Block, Pages, hung
from sessions.model.marked_text import Passage, PassageKind, Span
from sessions.views.wall.posters import Learning

_WIDEST = 76  # cells; a longer line is lost on the way back to its start


def passage_block(passage: Passage, width: int) -> list[Content]:
    """Draw one passage; air below it is its last line, where it wants some."""
    words = joined(*(_span(one, passage.kind) for one in passage.spans))
    if passage.kind is PassageKind.ITEM:
        mark = Content.styled(f"{passage.mark or '•'} ", "$accent bold")
        return hung(mark, words, width)
    return [*words.wrap(max(width, 1)), Content("")]


def _span(span: Span, kind: PassageKind) -> Content:
    styles = [
        *(("$primary",) if kind is PassageKind.HEADING else ()),
        *(("bold",) if span.strong or kind is PassageKind.HEADING else ()),
        *(("italic",) if span.leaning else ()),
    ]
    # words that stand beside others keep the spaces between them
    before, after = (" " * span.words.startswith(" "), " " * span.words.endswith(" "))
    inside = span.words.strip(" ")
    return joined(before, drawn(inside, " ".join(styles)), after if inside else "")


def _blocks(poster: Learning, width: int, *, grown: bool) -> list[Block]:
    """Draw all of it; a heading stays with what it is about, and a list has air below it."""
    width = min(width, _WIDEST)
    blocks: list[Block] = []
    held: list[Content] = []
    following = (*poster.passages[1:], None)
    for passage, after in zip(poster.passages, following, strict=True):
        lines = passage_block(passage, width)
        ends_list = passage.kind is PassageKind.ITEM and (
            grown or after is None or after.kind is not PassageKind.ITEM
        )
        block = [*held, *lines, *([Content("")] if ends_list else [])]
        held = []
        if _leads(passage) and after is not None:
            held = block
        else:
            blocks.append(block)
    return blocks


def _leads(passage: Passage) -> bool:
    """Whether a passage heads the next one: a heading, or a paragraph that is strong as a whole."""
    strong = all(span.strong or not span.words.strip() for span in passage.spans)
    return passage.kind is PassageKind.HEADING or (passage.kind is PassageKind.PARAGRAPH and strong)


class LearningPoster(Drawing[Learning]):
    """The text, and at the foot how much of it is still to come."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Pages("learn.more", whole_first=True, air_above=True)

    def show(self, poster: Learning) -> None:
        """Draw this poster."""
        self.query_one(Pages).show(partial(_blocks, poster))
