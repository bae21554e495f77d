"""What was settled before the first score, told: the question, the people, the criteria, the rule."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from msgspec import Struct

from ...events import Declared
from ...model import Criterion
from ...money import money
from ...scoring import FEWEST
from ...state import Signed, State
from ...ties import CRITERION
from ...wording import say, say_many
from ..wall_application import rule_in_heads


class StoryConflict(Struct, frozen=True):
    """How many stepped out for one application, by when they said so; in heads, or "fewer than five"."""

    application: str
    title: str
    before: str
    on_the_day: str
    late: str


class StoryCriterion(Struct, frozen=True):
    """One question, how heavy it is, and what could be answered."""

    question: str
    weight: str
    answers: str


class Before(Struct, frozen=True):
    """What was settled beforehand, in lines and small tables."""

    asked: tuple[str, ...]
    sat: tuple[str, ...]
    conflicts: tuple[StoryConflict, ...]
    register: tuple[str, ...]
    criteria: tuple[StoryCriterion, ...]
    rule: tuple[str, ...]
    ties_lead: str
    ties: tuple[str, ...]


def before(state: State, *, public: bool) -> Before:
    """Tell what was settled beforehand."""
    model = state.model
    return Before(
        asked=_asked(state),
        sat=_sat(state),
        conflicts=_conflicts(state, public=public),
        register=_register(state, public=public),
        criteria=tuple(map(_criterion, model.criteria)),
        rule=_rule(state),
        ties_lead=say("exports.story.rule.ties" if model.ties else "exports.story.rule.no-ties"),
        ties=tuple(_tie(state, breaker) for breaker in model.ties),
    )


def _asked(state: State) -> tuple[str, ...]:
    model = state.model
    asked = sum((a.asked for a in model.applications), Decimal(0))
    pot = money(model.pot, model.currency)
    return (
        say(
            "exports.story.asked.pot",
            pot=pot,
            n=len(model.applications),
            asked=money(asked, model.currency),
        ),
        *(
            say("exports.story.asked.strand", pot=money(s.pot, model.currency), title=s.title)
            for s in model.strands
        ),
        say("exports.story.asked.question", question=model.consensus.question),
    )


def _sat(state: State) -> tuple[str, ...]:
    n = len(state.taken)
    return (
        say_many("exports.story.sat.members", n),
        say("exports.story.sat.quorum", n=state.model.quorum),
        say("exports.story.sat.facilitator"),
    )


def _conflicts(state: State, *, public: bool) -> tuple[StoryConflict, ...]:
    heads = Counter(
        (ref, one.declared) for (seat, ref), one in state.conflicts.items() if state.seats[seat].taken
    )

    def told(ref: str, declared: Declared) -> str:
        n = heads[ref, declared]
        return say("exports.story.conflicts.few") if public and 0 < n < FEWEST else str(n)

    return tuple(
        StoryConflict(a.ref, a.title, *(told(a.ref, declared) for declared in Declared))
        for a in state.model.applications
        if any(heads[a.ref, declared] for declared in Declared)
    )


def _register(state: State, *, public: bool) -> tuple[str, ...]:
    """Say when the register of conflicts was signed off, and how much was in it then."""

    def said(signed: Signed) -> str:
        n, facts = signed.conflicts, {"at": f"{signed.at:%H:%M}"}
        if n == 0:
            return say("exports.story.register.none", **facts)
        if public and n < FEWEST:
            return say("exports.story.register.few", **facts)
        return say_many("exports.story.register.some", n, **facts)

    return tuple(f"{say(f'exports.story.register.{one.when.value}')} {said(one)}" for one in state.register)


def _criterion(one: Criterion) -> StoryCriterion:
    scale = one.scale
    best = scale.low if scale.best == "low" else scale.high
    ends = say("exports.story.criteria.ends", low=scale.low, high=scale.high, best=best)
    words = " · ".join(f"{point} {word}" for point, word in zip(scale.points, scale.words, strict=False))
    return StoryCriterion(one.question, _weight(one), words or ends)


def _weight(one: Criterion) -> str:
    if not one.counted:
        return say("exports.story.criteria.not-counted")
    if one.weight == 1:
        return say("exports.story.criteria.once")
    return say("exports.story.criteria.times", weight=f"{one.weight:f}")


def _rule(state: State) -> tuple[str, ...]:
    n, rounds = len(state.taken), state.model.consensus.rounds
    if n < FEWEST:
        return (say("exports.story.rule.small"),)
    return (
        f"{say('exports.story.rule.here', n=n)} {rule_in_heads(state, n)}",
        say_many("exports.story.rule.rounds", rounds),
    )


def _tie(state: State, breaker: str) -> str:
    if breaker.startswith(CRITERION):
        question = state.model.criterion(breaker.removeprefix(CRITERION)).question
        return say("exports.story.tie.criterion", question=question)
    return say(f"exports.story.tie.{breaker}")
