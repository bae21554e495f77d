"""One application told: what it asked, how we scored it, our ballots side by side, what we decided and why."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sessions.methods.scoring import ApplicationResult, shape_allowed
from sessions.model.decisions import Decision, Outcome
from sessions.model.session import Application, Session
from sessions.model.text import money
from sessions.results.told_scores import all_beside_before, each_by_enough, many_scored
from sessions.state import State, scores_of
from sessions.state.rounds import standing
from sessions.views.by_question import told
from sessions.views.record.day import DIFFERENTLY, reasons_of
from sessions.views.record.facts import ReasonsRow
from sessions.views.record.interviews import interview_lines
from sessions.views.record.story_list import decision_words, score_of_both, score_words, told_outcome
from sessions.views.rules_told import rules_told
from sessions.views.shapes import RoundBars, Shape, moved, round_bars, shapes
from sessions.views.wall.application import rule_in_heads
from sessions.views.why_words import with_why
from sessions.wording import say, say_many


class StoryAbout(Struct, frozen=True):
    """What all applications share: with how many decimals scores are told, and why each gets what it gets."""

    digits: int
    why: Mapping[str, str]


class ApplicationStory(Struct, frozen=True):
    """One application's part of the record; `outcome_lines` say how the ballots came to it."""

    ref: str
    title: str
    byline: str
    asks: str
    met: tuple[str, ...]
    scored: tuple[str, ...]
    shapes: tuple[Shape, ...]
    rounds: tuple[RoundBars, ...]
    outcome: str
    outcome_lines: tuple[str, ...]
    decision: str
    conditions: str
    reasons: str
    by_question: tuple[str, ...]
    against_rules: tuple[str, ...]
    ballot_reasons: tuple[str, ...]
    reasons_hidden: str
    differing: tuple[str, ...]


def application_story(
    state: State, one: Application, result: ApplicationResult | None, about: StoryAbout, *, public: bool
) -> ApplicationStory:
    """Tell one application; of one not yet revealed, only what it asks and what is decided."""
    model = state.model
    scoring = state.scoring.get(one.ref)
    rounds = standing(state.rounds.get(one.ref, ()))
    decision = state.plan.decisions.get(one.ref)
    outcome = told_outcome(state, one.ref)
    written = () if public else tuple(reasons_of(state, one.ref))
    hidden = sum(row.hidden for row in written)
    drawn = _in_order(model, shapes(state, one.ref, public=public)) if scoring else ()
    return ApplicationStory(
        ref=one.ref,
        title=one.title,
        byline=" · ".join(part for part in (one.organisation, one.place) if part),
        asks=_asks(one, model.currency),
        met=interview_lines(state, one.ref),
        scored=_scored(state, one.ref, result, about.digits, bars=bool(drawn)),
        shapes=drawn,
        rounds=round_bars(model, rounds),
        outcome=say("exports.story.application.outcome", words=outcome) if outcome else "",
        outcome_lines=_outcome_lines(state, one.ref),
        decision=say("exports.story.application.decision", words=_decided(state, one.ref, decision, about))
        if decision
        else "",
        conditions=decision.conditions if decision else "",
        reasons=decision.reasons if decision else "",
        by_question=told(state, one.ref) if decision else (),
        against_rules=rules_told(state, one.ref),
        ballot_reasons=_texts(written, differently=False),
        reasons_hidden=say_many("people.written.hidden", hidden) if hidden else "",
        differing=_texts(written, differently=True),
    )


def _decided(state: State, ref: str, decision: Decision, about: StoryAbout) -> str:
    return with_why(decision, decision_words(state, decision), about.why.get(ref, ""))


def _texts(rows: tuple[ReasonsRow, ...], *, differently: bool) -> tuple[str, ...]:
    return tuple(text for row in rows if (row.said == DIFFERENTLY) is differently for text in row.reasons)


def _in_order(model: Session, drawn: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Put the questions in the order they were asked: in a record people look from one application to the next."""
    asked = [one.question for one in model.criteria]
    return tuple(sorted(drawn, key=lambda shape: asked.index(shape.question)))


def _asks(one: Application, currency: str) -> str:
    asked = money(one.asked, currency)
    if one.least is None:
        return say("exports.story.application.asks", asked=asked)
    return say("exports.story.application.asks-least", asked=asked, least=money(one.least, currency))


def _why_untold(state: State, ref: str, scored_by: int) -> str:
    if not shape_allowed(scored_by):
        return "few-of-a-question" if shape_allowed(many_scored(state, ref)) else "score-few"
    if not each_by_enough(state, ref):
        return "few-of-a-question"
    return "put-right" if all_beside_before(state, ref) else "beside-before"


def _scored(
    state: State, ref: str, result: ApplicationResult | None, digits: int, *, bars: bool
) -> tuple[str, ...]:
    scoring = state.scoring.get(ref)
    if scoring is None and state.confirmed:  # none is to come any more
        return (say("exports.story.application.nobody"),)
    if scoring is None or result is None:
        return (say("exports.story.application.unseen"),)
    aside = scoring.aside - scoring.aside_when_shown
    note = (say("exports.story.application.set-aside"),) if aside else ()
    note = (*note, say("exports.story.application.set-aside-bars")) if aside and bars else note
    note = (*note, say("small.record.this")) if scoring.cards_up else note
    if not result.scored_by:
        nobody = "uncounted" if many_scored(state, ref) else "nobody"
        return (say(f"exports.story.application.{nobody}"), *note)
    score = score_words(result, digits)
    if not score:
        return (say(f"exports.story.application.{_why_untold(state, ref, result.scored_by)}"), *note)
    scale = state.model.scale
    best = scale.low if scale.best == "low" else scale.high
    both = score_of_both(state, ref, digits)
    said = say_many(
        "exports.story.application.score-today" if both else "exports.story.application.score",
        result.scored_by,
        score=score,
        low=scale.low,
        high=scale.high,
        best=best,
    )
    return (said, *filter(None, (both and say("exports.story.application.score-both", score=both),)), *note)


def _outcome_lines(state: State, ref: str) -> tuple[str, ...]:
    rounds = state.rounds.get(ref, ())
    kept = standing(rounds)
    lines = [say("exports.story.application.reveal-void", why=why) for why in scores_of(state, ref).voided]
    lines += [say("views.reveal.again")] if lines else []
    lines += [say("exports.story.application.void", why=one.void) for one in rounds if one.void]
    if not kept:
        held = any(one.electorate for one in rounds if not one.open)
        none = say(f"exports.story.application.{'no-round-stands' if held else 'no-rounds'}")
        return (*lines, none) if ref in state.scoring else tuple(lines)
    lines += [say("views.outcome.only")] if kept[-1].outcome_only else []
    n = moved(kept)
    if n:
        lines.append(say_many("exports.story.application.moved", n))
    if kept[-1].counts and kept[-1].outcome is not Outcome.TOO_FEW:
        lines.append(rule_in_heads(state, sum(kept[-1].counts), kept[-1].outcome))
    return tuple(lines)
