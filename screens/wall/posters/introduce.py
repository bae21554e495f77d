"""An application is introduced: what it is, who asks, and for how much."""

from __future__ import annotations

import re

from textual.app import ComposeResult

from screens.wall.widgets.grown import Grown
from screens.wall.widgets.lettered import Lettered
from screens.wall.widgets.words import Words
from sessions.views.posters import Introduce

from .drawing import Drawing

_AMOUNT = re.compile(r"[£€$]?\d[\d,.]*")


def parted(sentence: str) -> tuple[str, str]:
    """Part "asks for £148,900" into its words and its amount, which is drawn big; no amount, only words."""
    found = _AMOUNT.search(sentence)
    if found is None:
        return sentence, ""
    return " ".join((sentence[: found.start()] + sentence[found.end() :]).split()), found.group()


class IntroducePoster(Drawing[Introduce]):
    """The application's own title page."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="title")
        yield Words(classes="by")
        yield Words(classes="label", id="asks-label")
        yield Lettered(share=0.26, id="asks")
        yield Words(classes="least")
        yield Words(classes="stepping-out")

    def show(self, poster: Introduce) -> None:
        """Draw this poster."""
        self.query_one(Grown).say(poster.title)
        self.query_one(".by", Words).say(
            " · ".join(part for part in (poster.organisation, poster.place) if part)
        )
        words, amount = parted(poster.asks)
        self.query_one("#asks-label", Words).say(words)
        self.query_one("#asks", Lettered).say(amount)
        self.query_one(".least", Words).say(poster.least)
        self.query_one(".stepping-out", Words).say(poster.stepping_out)
