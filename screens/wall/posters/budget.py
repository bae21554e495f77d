"""The ranked list against the pot, and the line the panel moves through it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from screens.wall import keys
from screens.wall.widgets.ledger import Ledger
from screens.wall.widgets.words import Words
from sessions.views.posters import Budget
from sessions.wording import say

from .drawing import Drawing


def _keys(poster: Budget) -> str:
    """Name the keys that do something here: without strands there is no other list to go to."""
    return keys.foot("Budget", leaving_out=() if poster.heading else ("next_list",))


class BudgetPoster(Drawing[Budget]):
    """The pot on top, the list with its line, the ties that were broken, the keys."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Horizontal(classes="top"):
            yield Words(classes="pot")
            yield Words(classes="left")
        yield Words(classes="of-strands")
        yield Ledger()
        yield Words(classes="ties")
        yield Words(classes="keys")

    def show(self, poster: Budget) -> None:
        """Draw this poster."""
        self.query_one(".pot", Words).say(say("wall.budget.pot", pot=poster.pot))
        self.query_one(".of-strands", Words).say("\n".join(filter(None, (poster.heading, *poster.notes))))
        self.query_one(".left", Words).say(poster.left)
        self.query_one(Ledger).show(poster)
        self.query_one(".ties", Words).say("\n".join(poster.ties))
        confirmed = say("wall.budget.confirmed")
        self.query_one(".keys", Words).say(confirmed if poster.confirmed else _keys(poster))
