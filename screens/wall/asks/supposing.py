"""Ask how much an application would get, were it less."""

from __future__ import annotations

from decimal import Decimal

from textual.app import ComposeResult

from screens.wall.widgets.words import Words
from sessions.views.choices import ToDecide
from sessions.wording import say

from .amount import amount_of, example_of
from .card import Card
from .field import Field


class HowMuch(Card[Decimal]):
    """One amount; nought is an answer too."""

    def __init__(self, about: ToDecide) -> None:
        """Keep what it is about."""
        super().__init__(about.title)
        self.about = about

    def body(self) -> ComposeResult:
        """Show the field."""
        yield Words(say("dividing.what-if.amount"), classes="card-label")
        yield Words(say("wall.decide.amount.hint", asked=self.about.asked), classes="card-text")
        yield Field()

    def on_field_done(self) -> None:
        """Give the amount back, or ask for one."""
        typed = self.query_one(Field).words
        amount = amount_of(typed)
        if amount is not None:
            self.dismiss(amount)
        else:
            example = example_of(self.about.most)
            self.problem(
                say("wall.decide.not-money" if typed else "wall.decide.amount-needed", example=example)
            )
