"""A secret ballot, what it came to, and what we decided about it."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from screens.wall.posters.drawing import Drawing
from screens.wall.posters.reveal import rounds_block, written_blocks
from screens.wall.widgets.bars import dot_lines
from screens.wall.widgets.big_text import Banner, Count, Grown
from screens.wall.widgets.lines import Pages
from screens.wall.widgets.words import Words
from sessions.views.wall.posters import Ballot, BallotOutcome, Deciding, ThenAndNow
from sessions.wording import say

_MANY = 3  # answers, and one more
_LARGE_DOTS = 23  # rows of a wall from which dots are two rows high


class BallotPoster(Drawing[Ballot]):
    """The question, the count, the rule."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="heading")
        yield Words(classes="question")
        yield Count()
        yield Words(classes="rule")
        yield Words(classes="lines")

    def show(self, poster: Ballot) -> None:
        """Draw this poster."""
        # many answers take the rows of what the foot of the wall says as well
        self.set_class(poster.rule.count("\n") >= _MANY, "-many")
        self.query_one(".heading", Grown).say(poster.heading)
        self.query_one(".question", Words).say(poster.question)
        self.query_one(Count).show(poster.done, poster.of, say("wall.of-box", of=poster.of))
        self.query_one(".rule", Words).say(poster.rule)
        self.query_one(".lines", Words).say("\n".join(poster.lines))


def _blocks(poster: BallotOutcome, width: int, *, grown: bool) -> list[list[Content]]:
    """Draw the ballots side by side, then what people wrote."""
    rounds = rounds_block(poster.rounds, width, grown=grown)
    written = written_blocks(poster.written, width)
    return [[*rounds, *([Content("")] if written else [])], *written]


class OutcomePoster(Drawing[BallotOutcome]):
    """The outcome in a banner."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Banner()
        yield Pages("wall.more-lines")
        yield Words(classes="lines")

    def show(self, poster: BallotOutcome) -> None:
        """Draw this poster."""
        self.query_one(Banner).show(poster.words, poster.tone)
        self.query_one(Pages).show(partial(_blocks, poster))
        self.query_one(".lines", Words).say("\n".join(poster.lines))


class ThenAndNowPoster(Drawing[ThenAndNow]):
    """The few words that matter, large; two columns of dots; the same in a sentence."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(share=0.3, classes="heading")
        yield Pages("wall.more-lines", air_above=True)
        yield Words(classes="lines")

    def show(self, poster: ThenAndNow) -> None:
        """Draw this poster."""
        self.query_one(Grown).say(poster.words)
        self.query_one(Pages).show(partial(self._dots, poster))
        self.query_one(".lines", Words).say("\n".join(poster.lines))

    def _dots(self, poster: ThenAndNow, width: int, *, grown: bool) -> list[list[Content]]:
        """Draw a dot for each of us, the first time and now side by side: large ones on all but a short wall."""
        large = grown or self.app.size.height >= _LARGE_DOTS
        return [rounds_block(poster.rounds, width, grown=large, draw=dot_lines)]


class DecidingPoster(Drawing[Deciding]):
    """The outcome in a banner, then what is to be recorded."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Banner()
        yield Words(classes="decision")
        yield Words(classes="label", id="conditions-label")
        yield Words(classes="conditions")
        yield Words(classes="label", id="reasons-label")
        yield Words(classes="reasons")
        yield Words(classes="lines")

    def show(self, poster: Deciding) -> None:
        """Draw this poster."""
        self.query_one(Banner).show(poster.words, poster.tone)
        self.query_one(".decision", Words).say(poster.decision)
        for part, text in (("conditions", poster.conditions), ("reasons", poster.reasons)):
            self.query_one(f"#{part}-label", Words).say(say(f"wall.{part}") if text else "")
            self.query_one(f".{part}", Words).say(text)
        self.query_one(".lines", Words).say("\n".join(poster.lines))
