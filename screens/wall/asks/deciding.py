"""Record what we decided: the decision, the money, the conditions, the reasons."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.widgets import OptionList

from screens.drawn import drawn_line
from screens.wall.widgets.words import Words
from sessions.decisions import Verdict
from sessions.views.choices import ToDecide
from sessions.wording import say

from .amount import amount_of, example_of
from .card import Card
from .field import Field

VERDICTS = tuple(Verdict)
LAST = "reasons"


class Decided(Struct, frozen=True):
    """What was decided; no amount where the decision says it."""

    verdict: Verdict
    amount: Decimal | None
    conditions: str
    reasons: str


class Deciding(Card[Decided]):
    """Four answers: arrows choose the decision, Enter and Tab go on, Enter in the last box keeps."""

    HINTS: ClassVar[tuple[str, ...]] = (
        "wall.ask.pick",
        "wall.ask.next-field",
        "wall.ask.cancel",
    )

    def __init__(self, about: ToDecide, *, suggested: Verdict = Verdict.FUND) -> None:
        """Begin with what is recorded so far."""
        super().__init__(say("wall.decide.title"))
        self.about, self.suggested = about, suggested
        self.begun = about.verdict or suggested

    def body(self) -> ComposeResult:
        """Show the fields."""
        yield Words(self.about.title, classes="card-text")
        verdicts = [drawn_line(say(f"wall.decide.verdict.{verdict}")) for verdict in VERDICTS]
        yield OptionList(*verdicts, id="verdict", compact=True)
        yield Words(classes="card-label", id="amount-label")
        amount = f"{self.about.amount:,f}" if self.about.amount is not None else ""
        yield Field(amount, id="amount")
        yield Words(say("wall.decide.conditions"), classes="card-label")
        yield Field(self.about.conditions, id="conditions")
        yield Words(say("wall.decide.reasons"), classes="card-label")
        yield Field(self.about.reasons, id="reasons")

    def on_mount(self) -> None:
        """Begin on the decision; where a part is what was asked for, on how much."""
        label = f"{say('wall.decide.amount')}  {say('wall.decide.amount.hint', asked=self.about.asked)}"
        self.query_one("#amount-label", Words).say(label)
        self.query_one(OptionList).highlighted = VERDICTS.index(self.begun)
        amount = self.query_one("#amount", Field)
        on_amount = self.begun is self.suggested is Verdict.PART
        amount.select_all()  # what is typed takes the place of what was recorded
        self.set_focus(amount if on_amount else self.query_one(OptionList))

    @property
    def verdict(self) -> Verdict:
        """Give the decision that is marked."""
        return VERDICTS[self.query_one(OptionList).highlighted or 0]

    def on_option_list_option_highlighted(self) -> None:
        """Ask for the amount only where it is not the whole ask, or nought."""
        part = self.verdict is Verdict.PART
        self.query_one("#amount", Field).display = part
        self.query_one("#amount-label", Words).display = part

    def on_option_list_option_selected(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def on_field_done(self, done: Field.Done) -> None:
        """Go on to the next box; from the last one, keep the decision. A wrong amount is asked for again first."""
        amount = self._amount()
        wrong = self._wrong(amount)
        self.problem(wrong)
        if wrong:
            self.query_one("#amount", Field).focus()
        elif done.field.id != LAST:
            self.focus_next()
        else:
            conditions, reasons = (
                self.query_one(f"#{name}", Field).words for name in ("conditions", "reasons")
            )
            self.dismiss(Decided(self.verdict, amount, conditions, reasons))

    def _amount(self) -> Decimal | None:
        part = self.verdict is Verdict.PART
        return amount_of(self.query_one("#amount", Field).words) if part else None

    def _wrong(self, amount: Decimal | None) -> str:
        """Say what is wrong with the amount of a part award; nothing where nothing is."""
        if self.verdict is not Verdict.PART:
            return ""
        if amount is None and self.query_one("#amount", Field).words:
            return say("wall.decide.not-money", example=example_of(self.about.most))
        if not amount:
            return say("wall.decide.amount-needed")
        return say("refusals.above-ask", asked=self.about.asked) if amount > self.about.most else ""
