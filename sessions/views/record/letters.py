"""A letter to each applicant: what the panel decided, one strength first, and the reasons in the panel's own words.

Nothing in a letter is about one member: no seat, no score of one person, no ballot.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from ...budget import unheard
from ...decisions import Decision, Verdict
from ...model import Application, Criterion, Session
from ...money import money
from ...scoring import CriterionResult, criterion_result, heads_in_bands, shape_allowed, unit
from ...state import State
from ...wording import say, say_many
from ..document import AnyBlock, Document, OwnWords, Part, Says, own_words, says
from .story import day_words


class Outcome(StrEnum):
    """The four letters there are."""

    AWARD = "award"
    AWARD_LESS = "award-less"
    DEFER = "defer"
    DECLINE = "decline"


class Letter(Struct, frozen=True):
    """One letter: what a mail merge needs of it, and the whole of it as a paper."""

    application: str
    title: str
    organisation: str
    letter: Outcome
    asked: Decimal
    amount: Decimal
    strength: str
    reasons: str
    conditions: str
    paper: Document

    @property
    def body(self) -> str:
        """Give the whole letter as plain text, an empty line between paragraphs."""
        said: list[str] = []
        for part in self.paper.parts:
            for block in part.blocks:
                if isinstance(block, Says):
                    said.append(block.words)
                elif isinstance(block, OwnWords):
                    said.append("\n".join(block.lines))
        return "\n\n".join(said)


def letters(state: State) -> tuple[Letter, ...]:
    """Write to every applicant the confirmed list decides about, in the order they were heard.

    A letter tells that the panel scored and talked, so there is none about an application nobody scored.
    """
    decided = state.plan.decisions
    heard = (a for a in state.model.applications if a.ref in decided and not unheard(state, a.ref))
    return tuple(_letter(state, a, decided[a.ref]) for a in heard)


def outcome_of_letter(one: Application, decision: Decision) -> Outcome:
    """Tell which of the four letters a decision asks for."""
    if decision.funded:
        return Outcome.AWARD if decision.amount >= one.asked else Outcome.AWARD_LESS
    return Outcome.DEFER if decision.verdict is Verdict.RESERVE else Outcome.DECLINE


def _letter(state: State, one: Application, decision: Decision) -> Letter:
    letter = outcome_of_letter(one, decision)
    strength = strength_of(state, one.ref)
    model = state.model
    return Letter(
        one.ref, one.title, one.organisation, letter, one.asked, decision.amount, strength, decision.reasons,
        decision.conditions,
        paper=Document(
            language=model.language,
            title=say("letters.about", title=one.title),
            kind=say("letters.kind"),
            under=tuple(words for words in (one.organisation, _where(model)) if words),
            contents="",
            parts=(Part("letter", "", tuple(_blocks(state, one, decision, letter, strength))),),
        ),
    )  # fmt: skip


def _where(model: Session) -> str:
    return " · ".join(words for words in (day_words(model.date) if model.date else "", model.place) if words)


def _blocks(
    state: State, one: Application, decision: Decision, letter: Outcome, strength: str
) -> list[AnyBlock]:
    model = state.model
    asked, amount = money(one.asked, model.currency), money(decision.amount, model.currency)
    blocks: list[AnyBlock] = says(
        (
            say("letters.dear", name=one.organisation or one.title),
            say("letters.thanks", session=model.title, asked=asked, title=one.title),
            say_many("letters.panel", len(state.taken)),
            strength,
        )
    )
    blocks.append(Says(say(f"letters.{letter}", amount=amount, asked=asked), strong=True))
    if decision.reasons:
        blocks += [Says(say("letters.reasons")), own_words(decision.reasons)]
    if decision.conditions:
        blocks += [Says(say("letters.conditions")), own_words(decision.conditions)]
    return [*blocks, *says((say(f"letters.{letter}.next"), say("letters.close", session=model.title)))]


def strength_of(state: State, ref: str) -> str:
    """Say what spoke for it most: the question most of those who answered scored high; nothing where there is none."""
    scoring = state.scoring.get(ref)
    if scoring is None:
        return ""
    found = [(one, criterion_result(scoring.sheets, one)) for one in state.model.criteria]
    high = [(one, result) for one, result in found if _mostly_high(one, result)]
    if not high:
        return ""
    best, result = max(high, key=lambda pair: _place(*pair))
    top = max(range(len(result.counts)), key=result.counts.__getitem__)
    alike = best.scale.words and 2 * result.counts[top] > result.answered
    said = say("letters.strength.said", word=best.scale.words[top]) if alike else say("letters.strength.high")
    return say("letters.strength", question=best.question, said=said)


def _mostly_high(one: Criterion, result: CriterionResult) -> bool:
    """Say whether more than half of at least five scored it high, so that a letter may say "most of us"."""
    points = zip(one.scale.points, result.counts, strict=True)
    _low, _middle, high = heads_in_bands(unit(point, one.scale) for point, n in points for _ in range(n))
    return shape_allowed(result.answered) and 2 * high > result.answered


def _place(one: Criterion, result: CriterionResult) -> Fraction:
    """Give the mean's place on its scale, for comparing one question with another."""
    assert result.mean is not None
    up = (result.mean - one.scale.low) / (one.scale.high - one.scale.low)
    return 1 - up if one.scale.best == "low" else up
