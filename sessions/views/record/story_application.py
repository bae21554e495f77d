"""One application told: what it asked, how we scored it, our ballots side by side, what we decided and why."""

from __future__ import annotations

from msgspec import Struct

from ...consensus import Outcome
from ...decide.onward import standing
from ...model import Application
from ...money import money
from ...scoring import ApplicationResult
from ...state import State, scores_of
from ...wording import say, say_many
from ..shapes import RoundBars, Shape, moved, round_bars, shapes
from ..wall_application import rule_in_heads
from .facts import ReasonsRow
from .rounds import DIFFERENTLY, reasons_rows
from .story_list import decision_words, score_words, told_outcome


class ApplicationStory(Struct, frozen=True):
    """One application's part of the record; `outcome_lines` say how the ballots came to it."""

    ref: str
    title: str
    byline: str
    asks: str
    scored: tuple[str, ...]
    shapes: tuple[Shape, ...]
    rounds: tuple[RoundBars, ...]
    outcome: str
    outcome_lines: tuple[str, ...]
    decision: str
    conditions: str
    reasons: str
    ballot_reasons: tuple[str, ...]
    reasons_hidden: str
    differing: tuple[str, ...]


def application_story(
    state: State, one: Application, result: ApplicationResult | None, *, public: bool
) -> ApplicationStory:
    """Tell one application; of one not yet revealed, only what it asks and what is decided."""
    model = state.model
    scoring = state.scoring.get(one.ref)
    rounds = standing(state.rounds.get(one.ref, ()))
    decision = state.plan.decisions.get(one.ref)
    outcome = told_outcome(state, one.ref)
    written = () if public else tuple(row for row in reasons_rows(state) if row.application == one.ref)
    hidden = sum(row.hidden for row in written)
    return ApplicationStory(
        ref=one.ref,
        title=one.title,
        byline=" · ".join(part for part in (one.organisation, one.place) if part),
        asks=_asks(one, model.currency),
        scored=_scored(state, one.ref, result, public=public),
        shapes=shapes(model, scoring, public=public) if scoring else (),
        rounds=round_bars(model, rounds),
        outcome=say("exports.story.application.outcome", words=outcome) if outcome else "",
        outcome_lines=_outcome_lines(state, one.ref),
        decision=say("exports.story.application.decision", words=decision_words(state, decision))
        if decision
        else "",
        conditions=decision.conditions if decision else "",
        reasons=decision.reasons if decision else "",
        ballot_reasons=_texts(written, differently=False),
        reasons_hidden=say_many("people.written.hidden", hidden) if hidden else "",
        differing=_texts(written, differently=True),
    )


def _texts(rows: tuple[ReasonsRow, ...], *, differently: bool) -> tuple[str, ...]:
    return tuple(text for row in rows if (row.said == DIFFERENTLY) is differently for text in row.reasons)


def _asks(one: Application, currency: str) -> str:
    asked = money(one.asked, currency)
    if one.least is None:
        return say("exports.story.application.asks", asked=asked)
    return say("exports.story.application.asks-least", asked=asked, least=money(one.least, currency))


def _scored(state: State, ref: str, result: ApplicationResult | None, *, public: bool) -> tuple[str, ...]:
    scoring = state.scoring.get(ref)
    if scoring is None or result is None:
        return (say("exports.story.application.unseen"),)
    aside = scoring.aside - scoring.aside_when_shown
    note = (say("exports.story.application.set-aside"),) if aside else ()
    if not result.scored_by:
        return (say("exports.story.application.nobody"), *note)
    score = score_words(result, public=public)
    if not score:
        return (say("exports.story.application.score-few"), *note)
    scale = state.model.scale
    best = scale.low if scale.best == "low" else scale.high
    said = say(
        "exports.story.application.score",
        n=result.scored_by,
        score=score,
        low=scale.low,
        high=scale.high,
        best=best,
    )
    return (said, *note)


def _outcome_lines(state: State, ref: str) -> tuple[str, ...]:
    rounds = state.rounds.get(ref, ())
    kept = standing(rounds)
    lines = [say("exports.story.application.reveal-void", why=why) for why in scores_of(state, ref).voided]
    lines += [say("views.reveal.again")] if lines else []
    lines += [say("exports.story.application.void", why=one.void) for one in rounds if one.void]
    if not kept:
        return (*lines, say("exports.story.application.no-rounds")) if ref in state.scoring else tuple(lines)
    n = moved(kept)
    if n is not None:
        lines.append(say_many("exports.story.application.moved", n))
    if kept[-1].counts and kept[-1].outcome is not Outcome.TOO_FEW:
        lines.append(rule_in_heads(state, sum(kept[-1].counts)))
    return tuple(lines)
