"""A letter to each applicant: what the panel decided, one strength first, and the reasons in the panel's own words.

Nothing in a letter is about one member: no seat, no score of one person, no ballot.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from sessions.methods.scoring import (
    CriterionResult,
    criterion_result,
    points_in_bands,
    shape_allowed,
)
from sessions.model.answers import Answer, Kind
from sessions.model.decisions import Decision, Verdict, Why
from sessions.model.letterhead import Addressee, Letterhead
from sessions.model.session import Application, Criterion, SetAside
from sessions.model.text import money
from sessions.results.budget import pots, shown_sheets, unheard
from sessions.results.confirming import why_each
from sessions.results.division_methods import talked_about
from sessions.results.told_scores import beside_before
from sessions.state import State
from sessions.views.by_question import question_words, said_on
from sessions.views.paper.document import AnyBlock, Document, Lines, OwnWords, Part, Says, own_words, says
from sessions.views.record.interviews import interview_lines
from sessions.views.record.letter_frame import framed
from sessions.wording import say, say_many

BARE = Letterhead()


class LetterOutcome(StrEnum):
    """The letters there are."""

    AWARD = "award"
    AWARD_LESS = "award-less"
    DEFER = "defer"
    DECLINE = "decline"
    CHOSEN = "chosen"
    HOLD = "hold"
    WITHDRAWN = "withdrawn"
    NOT_ELIGIBLE = "not-eligible"


class Letter(Struct, frozen=True):
    """One letter: what a mail merge needs of it, and the whole of it as a paper."""

    application: str
    title: str
    organisation: str
    letter: LetterOutcome
    asked: Decimal
    amount: Decimal
    strength: str
    reasons: str
    conditions: str
    paper: Document

    @property
    def body(self) -> str:
        """Return the whole letter as plain text, an empty line between paragraphs."""
        said: list[str] = []
        for part in self.paper.parts:
            for block in part.blocks:
                if isinstance(block, Says):
                    said.append(block.words)
                elif isinstance(block, OwnWords):
                    said.append("\n".join(block.lines))
                elif isinstance(block, Lines):
                    said.append("\n".join(block.words))
        return "\n\n".join(said)


def letters(
    state: State, head: Letterhead = BARE, to: Mapping[str, Addressee] = MappingProxyType({})
) -> tuple[Letter, ...]:
    """Write to every applicant the confirmed list decides about, in the order they were heard.

    A letter tells that the panel scored and talked, so there is none about an application nobody scored.
    """
    decided = state.plan.decisions
    heard = (a for a in state.model.applications if a.ref in decided and not unheard(state, a.ref))
    why = why_each(state, pots(state))
    frame = LetterFrame(state, head, to)
    written = (frame.around(_letter(state, a, decided[a.ref], why.get(a.ref)), a) for a in heard)
    aside = (frame.around(_not_decided_on(state, one), one.application) for one in state.model.aside)
    return (*written, *aside)


class LetterFrame(Struct, frozen=True):
    """What stands around every letter, and whom each goes to."""

    state: State
    head: Letterhead
    to: Mapping[str, Addressee]

    def around(self, letter: Letter, one: Application) -> Letter:
        """Put sender, address and references around a letter's own words."""
        to = self.to.get(one.ref, Addressee())
        return replace(letter, paper=framed(letter.paper, self.state, one, letter.letter, self.head, to))


def _not_decided_on(state: State, gone: SetAside) -> Letter:
    """Write to the applicant of an application that nothing was decided about: no word of scores, talk or money."""
    one, model = gone.application, state.model
    letter = LetterOutcome(gone.how.value)
    asked = money(one.asked, model.currency)
    blocks: list[AnyBlock] = says(
        (
            say("letters.dear", name=one.organisation or one.title),
            say("letters.thanks", programme=model.programme or model.title, asked=asked, title=one.title),
        )
    )
    blocks.append(Says(say(f"letters.{letter}"), strong=True))
    if letter is LetterOutcome.NOT_ELIGIBLE:
        blocks += [Says(say("letters.rule")), own_words(gone.why)]
    blocks += says((say(f"letters.{letter}.next"), say("letters.close", session=model.title)))
    rule = gone.why if letter is LetterOutcome.NOT_ELIGIBLE else ""
    return Letter(
        one.ref,
        one.title,
        one.organisation,
        letter,
        one.asked,
        Decimal(0),
        "",
        rule,
        "",
        paper=_paper(state, blocks, say("letters.about-this", title=one.title)),
    )


def _paper(state: State, blocks: list[AnyBlock], title: str) -> Document:
    return Document(
        language=state.model.language,
        title=title,
        kind=say("letters.kind"),
        under=tuple(words for words in (_pretend(state),) if words),
        contents="",
        parts=(Part("letter", "", tuple(blocks)),),
    )


def outcome_of_letter(one: Application, decision: Decision, *, shortlist: bool = False) -> LetterOutcome:
    """Tell which letter a decision asks for; in a shortlist there is no reserve list to be on."""
    if decision.verdict is Verdict.CHOSEN:
        return LetterOutcome.CHOSEN
    if shortlist:
        return LetterOutcome.HOLD if decision.verdict is Verdict.RESERVE else LetterOutcome.DECLINE
    if decision.funded:
        return LetterOutcome.AWARD if decision.amount >= one.asked else LetterOutcome.AWARD_LESS
    return LetterOutcome.DEFER if decision.verdict is Verdict.RESERVE else LetterOutcome.DECLINE


def _letter(state: State, one: Application, decision: Decision, why: Why | None) -> Letter:
    letter = outcome_of_letter(one, decision, shortlist=state.model.places is not None)
    strength = strength_of(state, one.ref)
    return Letter(
        one.ref, one.title, one.organisation, letter, one.asked, decision.amount, strength, decision.reasons,
        decision.conditions,
        paper=_paper(
            state,
            _blocks(state, one, decision, letter, strength, why),
            say("letters.about", title=one.title),
        ),
    )  # fmt: skip


def _pretend(state: State) -> str:
    return say("exports.story.rehearsal") if state.rehearsal else ""


def _blocks(
    state: State, one: Application, decision: Decision, letter: LetterOutcome, strength: str, why: Why | None
) -> list[AnyBlock]:
    model = state.model
    asked, amount = money(one.asked, model.currency), money(decision.amount, model.currency)
    blocks: list[AnyBlock] = says(
        (
            say("letters.dear", name=one.organisation or one.title),
            say("letters.thanks", programme=model.programme or model.title, asked=asked, title=one.title),
            say("letters.met") if interview_lines(state, one.ref) else "",
            _panel(state, one.ref),
            strength,
        )
    )
    blocks.append(Says(say(f"letters.{letter}", amount=amount, asked=asked), strong=True))
    if decision.words:
        blocks.append(Says(say("letters.in-our-words", words=decision.words)))
    if letter is not LetterOutcome.AWARD and (doubt := said_on(state, one.ref, "doubt")):
        blocks.append(Says(say("letters.doubt", question=question_words(state, doubt), words=doubt.words)))
    if decision.reasons:
        blocks += [Says(say("letters.reasons")), own_words(decision.reasons)]
    if decision.conditions:
        blocks += [Says(say("letters.conditions")), own_words(decision.conditions)]
    ran_out = letter is LetterOutcome.DECLINE and why in (Why.MONEY, Why.PLACES)
    return [
        *blocks,
        *says(
            (
                say("letters.decline.money") if ran_out else "",
                say(f"letters.{letter}.{_next(letter, decision)}"),
                say("letters.close", session=model.title),
            )
        ),
    ]


def _next(letter: LetterOutcome, decision: Decision) -> str:
    """Name the sentence about what comes next: who was told conditions is not told that nothing need be done."""
    waits = letter in (LetterOutcome.DEFER, LetterOutcome.HOLD)
    return "next-conditions" if waits and decision.conditions else "next"


def _panel(state: State, ref: str) -> str:
    """Say what the panel did with it: how many scored it, and whether it was talked about."""
    scored = sum(bool(answers) for answers in _scored_by(state, ref))
    talked = talked_about(state, ref)
    if not scored:
        return say("letters.panel.talked" if talked else "letters.panel.read")
    return say_many("letters.panel" if talked else "letters.panel.scored", scored)


def _scored_by(state: State, ref: str) -> list[list[Answer]]:
    """Return each member's scores of it that count."""
    sheets = shown_sheets(state, ref)
    return [[answer for answer in sheet.values() if answer.kind is Kind.SCORE] for sheet in sheets.values()]


def strength_of(state: State, ref: str) -> str:
    """Say what spoke for it most: what the panel named, else the question most of those who answered scored high."""
    named = said_on(state, ref, "strength")
    if named is not None:
        said = say("letters.strength.words", words=named.words)
        return say("letters.strength", question=question_words(state, named), said=said)
    scoring = state.scoring.get(ref)
    if scoring is None:
        return ""
    told = [  # as the room saw them, or not
        one for one in state.model.criteria if not scoring.changed(one.key) and beside_before(state, ref, one)
    ]
    found = [(one, scoring.worked_out(criterion_result, one)) for one in told]
    high = [(one, result) for one, result in found if _mostly_high(one, result)]
    if not high:
        return ""
    counted = [pair for pair in high if pair[0].counted]  # one that was only talked about comes second
    best, result = max(counted or high, key=lambda pair: _place(*pair))
    top = max(range(len(result.counts)), key=result.counts.__getitem__)
    alike = best.scale.words and 2 * result.counts[top] > result.answered
    most = result.counts[top] if alike else points_in_bands(result.counts, best.scale)[2]
    whose = "" if 2 * most > len(scoring.voters) else "-of-those"
    word = best.scale.words[top] if alike else ""
    said = say(f"letters.strength.{'said' if alike else 'high'}{whose}", word=word)
    return say("letters.strength", question=best.question, said=said)


def _mostly_high(one: Criterion, result: CriterionResult) -> bool:
    """Whether more than half of at least five scored it high, so that a letter may say "most of us"."""
    _low, _middle, high = points_in_bands(result.counts, one.scale)
    return shape_allowed(result.answered) and 2 * high > result.answered


def _place(one: Criterion, result: CriterionResult) -> Fraction:
    """Return the mean's place on its scale, for comparing one question with another."""
    assert result.mean is not None
    up = (result.mean - one.scale.low) / (one.scale.high - one.scale.low)
    return 1 - up if one.scale.best == "low" else up
