"""Record what we decided: the decision, the money, the conditions, the reasons; or try an amount."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, Decimal
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from screens.safe_text import drawn_line
from screens.wall.dialogs.dialog import Dialog, TextField
from screens.wall.widgets.words import Words
from sessions.model.decisions import MONEY_VERDICTS, Verdict, verdict_of
from sessions.views.desk.choices import ToDecide
from sessions.wording import say, say_many

_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")


def amount_of(text: str) -> Decimal | None:
    """Read `£95,000`, `95 000` or `95000.50`; nothing where it is no amount."""
    bare = re.sub(r"[£€$,'\s]", "", text)
    return Decimal(bare) if _AMOUNT.fullmatch(bare) else None


def example_of(asked: Decimal) -> str:
    """Write an amount that could be given where so much is asked for: about half of it, in round figures."""
    half = asked / 2
    figures = Decimal(1).scaleb(max(half.adjusted() - 1, 0) if half >= 1 else -2)
    return f"{half.quantize(figures, ROUND_DOWN):,f}"


VERDICTS = MONEY_VERDICTS
LAST = "reasons"


class Decided(Struct, frozen=True):
    """What was decided; no amount where the decision says it. `words` are a shortlist's own decision."""

    verdict: Verdict
    amount: Decimal | None
    conditions: str
    reasons: str
    words: str = ""
    by_question: bool = False  # a strength and a doubt are asked for next


class DecisionDialog(Dialog[Decided]):
    """Four answers: arrows choose the decision, Enter and Tab go on, Enter in the last box keeps."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "by_question", show=False)]
    HINTS: ClassVar[tuple[str, ...]] = (
        "wall.ask.pick",
        "wall.ask.next-field",
        "wall.ask.by-question",
        "wall.ask.cancel",
    )

    def __init__(self, about: ToDecide, *, suggested: Verdict = Verdict.FUND) -> None:
        """Begin with what is recorded so far."""
        super().__init__(say("wall.decide.title"))
        self.about, self.suggested = about, suggested
        self.begun = about.verdict or suggested
        self.begins_at = (
            about.verdicts.index(about.words or about.verdicts[0])
            if about.verdicts
            else VERDICTS.index(self.begun)
        )

    def body(self) -> ComposeResult:
        """Show the fields."""
        yield Words(self.about.title, classes="card-text")
        said = self.about.verdicts or [say(f"wall.decide.verdict.{verdict}") for verdict in VERDICTS]
        verdicts = [drawn_line(words) for words in said]
        yield Words(self._rules(), classes="card-rules")
        yield OptionList(*verdicts, id="verdict", compact=True)
        yield Words(classes="card-label", id="amount-label")
        amount = f"{self.about.amount:,f}" if self.about.amount is not None else ""
        yield TextField(amount, id="amount")
        yield Words(say("wall.decide.conditions"), classes="card-label")
        yield TextField(self.about.conditions, id="conditions")
        yield Words(say("wall.decide.reasons"), classes="card-label")
        yield TextField(self.about.reasons, id="reasons")

    def _rules(self) -> str:
        """Say what the whole ask goes against: the first rule, and how many more; the next card has them all."""
        first, *others = self.about.warned or ("",)
        return f"{first} {say_many('rules.more', len(others))}" if others else first

    def on_mount(self) -> None:
        """Begin on the decision; where a part is what was asked for, on how much."""
        label = f"{say('wall.decide.amount')}  {say('wall.decide.amount.hint', asked=self.about.asked)}"
        self.query_one("#amount-label", Words).say(label)
        self.query_one(OptionList).highlighted = self.begins_at
        amount = self.query_one("#amount", TextField)
        on_amount = self.begun is self.suggested is Verdict.PART and not self.about.verdicts
        amount.select_all()  # what is typed takes the place of what was recorded
        self.set_focus(amount if on_amount else self.query_one(OptionList))

    @property
    def verdict(self) -> Verdict:
        """Return the decision that is marked."""
        at = self.query_one(OptionList).highlighted or 0
        ours = self.about.verdicts
        return verdict_of(ours[at], ours) if ours else VERDICTS[at]

    @property
    def words(self) -> str:
        """Return a shortlist's own decision that is marked; nothing where money is given."""
        ours = self.about.verdicts
        return ours[self.query_one(OptionList).highlighted or 0] if ours else ""

    def on_option_list_option_highlighted(self) -> None:
        """Ask for the amount only where it is not the whole ask, or nought."""
        part = self.verdict is Verdict.PART
        self.query_one("#amount", TextField).display = part
        self.query_one("#amount-label", Words).display = part
        whole = self.verdict in (Verdict.FUND, Verdict.CHOSEN)
        self.query_one(".card-rules", Words).display = whole and bool(self.about.warned)

    def on_option_list_option_selected(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def on_text_field_done(self, done: TextField.Done) -> None:
        """Go on to the next box; from the last one, keep the decision. A wrong amount is asked for again first."""
        if not self._wrong_amount():
            if done.field.id != LAST:
                self.focus_next()
            else:
                self._keep()

    def action_by_question(self) -> None:
        """Keep the decision, and go on to a strength and a doubt."""
        if not self._wrong_amount():
            self._keep(by_question=True)

    def _wrong_amount(self) -> bool:
        wrong = self._wrong(self._amount())
        self.problem(wrong)
        if wrong:
            self.query_one("#amount", TextField).focus()
        return bool(wrong)

    def _keep(self, *, by_question: bool = False) -> None:
        conditions, reasons = (
            self.query_one(f"#{name}", TextField).words for name in ("conditions", "reasons")
        )
        self.dismiss(
            Decided(self.verdict, self._amount(), conditions, reasons, self.words, by_question=by_question)
        )

    def _amount(self) -> Decimal | None:
        part = self.verdict is Verdict.PART
        return amount_of(self.query_one("#amount", TextField).words) if part else None

    def _wrong(self, amount: Decimal | None) -> str:
        """Say what is wrong with the amount of a part award; nothing where nothing is."""
        if self.verdict is not Verdict.PART:
            return ""
        if amount is None and self.query_one("#amount", TextField).words:
            return say("wall.decide.not-money", example=example_of(self.about.most))
        if not amount:
            return say("wall.decide.amount-needed")
        return say("refusals.above-ask", asked=self.about.asked) if amount > self.about.most else ""


class HowMuch(Dialog[Decimal]):
    """One amount; nought is an answer too."""

    def __init__(self, about: ToDecide) -> None:
        """Keep what it is about."""
        super().__init__(about.title)
        self.about = about

    def body(self) -> ComposeResult:
        """Show the field."""
        yield Words(say("dividing.what-if.amount"), classes="card-label")
        yield Words(say("wall.decide.amount.hint", asked=self.about.asked), classes="card-text")
        yield TextField()

    def on_text_field_done(self) -> None:
        """Give the amount back, or ask for one."""
        typed = self.query_one(TextField).words
        amount = amount_of(typed)
        if amount is not None:
            self.dismiss(amount)
        else:
            example = example_of(self.about.most)
            self.problem(
                say("wall.decide.not-money" if typed else "wall.decide.amount-needed", example=example)
            )
