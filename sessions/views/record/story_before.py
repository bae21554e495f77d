"""What was settled before the first score, told: the question, the people, the criteria, the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from sessions.events import Declared, Signing
from sessions.methods.ranking_and_ties import CRITERION
from sessions.model.answers import FEWEST
from sessions.model.decisions import Outcome
from sessions.model.phases import Phase
from sessions.model.session import Criterion, Session, Small
from sessions.model.text import money
from sessions.state import Signed, State
from sessions.views.frame import clock
from sessions.views.wall.application import rule_in_heads
from sessions.wording import say, say_many


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
    return (
        *(_money(model) if model.places is None else _places(model, model.places)),
        *((say_many("changes.record.count", len(model.aside)),) if model.aside else ()),
        say("exports.story.asked.question", question=model.consensus.question),
    )


def _money(model: Session) -> Iterator[str]:
    asked = sum((a.asked for a in model.applications), Decimal(0))
    pot = money(model.pot, model.currency)
    asked_said = money(asked, model.currency)
    yield say_many("exports.story.asked.pot", len(model.applications), pot=pot, asked=asked_said)
    for one in model.strands:
        yield say("exports.story.asked.strand", pot=money(one.pot, model.currency), title=one.title)


def _places(model: Session, places: int) -> Iterator[str]:
    yield say_many("stages.story.asked", places, of=len(model.applications))
    if model.pot:
        yield say("stages.story.pot", pot=money(model.pot, model.currency))


def _sat(state: State) -> tuple[str, ...]:
    n = len(state.taken)
    return (
        say_many("exports.story.sat.members", n),
        *quorum_set(state.model),
        say("exports.story.sat.facilitator"),
    )


def quorum_set(model: Session) -> tuple[str, ...]:
    """Say how many of us should be here; where the folder says nothing, one is as good as none."""
    return (say("exports.story.sat.quorum", n=model.quorum),) if model.quorum > 1 else ()


def _conflicts(state: State, *, public: bool) -> tuple[StoryConflict, ...]:
    heads = Counter(
        (ref, one.declared) for (seat, ref), one in state.conflicts.items() if state.seats[seat].taken
    )

    def told(ref: str, declared: Declared) -> str:
        n = heads[ref, declared]
        return say("exports.story.conflicts.few") if public and 0 < n < FEWEST else str(n)

    return tuple(
        StoryConflict(a.ref, a.title, *(told(a.ref, declared) for declared in Declared))
        for a in state.model.every_application
        if any(heads[a.ref, declared] for declared in Declared)
    )


def _register(state: State, *, public: bool) -> tuple[str, ...]:
    """Say when the register of conflicts was signed off, and how much was in it then."""

    def said(signed: Signed) -> str:
        n, facts = signed.conflicts, {"at": clock(signed.at)}
        if n == 0:
            return say("exports.story.register.none", **facts)
        if public and n < FEWEST:
            return say("exports.story.register.few", **facts)
        return say_many("exports.story.register.some", n, **facts)

    signed = tuple(
        f"{say(f'exports.story.register.{_when(state, one)}')} {said(one)}" for one in state.register
    )
    return (*_asked_before(state), *_taken_back(state, public=public), *signed, *_not_signed(state))


def _when(state: State, signed: Signed) -> str:
    """Name the sentence for when it was signed off: after scores were seen, for the first time or again."""
    if signed.when is Signing.START:
        return "start"
    if not any(one.when is Signing.START for one in state.register):
        return "late"
    closing = (one.started for one in state.timings if one.phase is Phase.CLOSING)
    return "end" if any(began <= signed.at for began in closing) else "again"


def _asked_before(state: State) -> tuple[str, ...]:
    """Say whether members were asked about conflicts before the day, as far as the record knows."""
    members = state.model.members
    asked = sum(member.asked or bool(member.conflicts) for member in members)
    if not asked:
        return (say("changes.record.not-asked"),)
    return (say_many("changes.record.asked", asked, of=len(members)),)


def _taken_back(state: State, *, public: bool) -> tuple[str, ...]:
    n = len(state.taken_back)
    if public and 0 < n < FEWEST:
        return (say("changes.record.taken-back-few"),)
    return (say_many("changes.record.taken-back", n),) if n else ()


def _not_signed(state: State) -> tuple[str, ...]:
    """Say that nobody signed the register off before the first score, once there was one."""
    signed = any(one.when is Signing.START for one in state.register)
    return (say("changes.record.not-signed"),) if state.scoring and not signed else ()


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
    small = _small(state)
    if n < FEWEST:
        return (say("exports.story.rule.small"), *small)
    return (
        f"{say('exports.story.rule.here', n=n)} {rule_in_heads(state, n)}",
        say_many("exports.story.rule.rounds", rounds),
        *_without_a_count(state),
        *small,
    )


def _without_a_count(state: State) -> tuple[str, ...]:
    """Say where there was no ballot, as too few could vote, and where there was one and too few did."""
    closed = [one for rounds in state.rounds.values() for one in rounds if not one.open]
    if state.ended and not any(one.electorate for one in closed):
        return (say("exports.story.rule.none"),)
    few = [one for one in closed if one.outcome is Outcome.TOO_FEW]
    could_not = (say("exports.story.rule.some-few"),) if any(not one.electorate for one in few) else ()
    did_not = (say("exports.story.rule.no-count"),) if any(one.electorate for one in few) else ()
    return (*could_not, *did_not)


def _small(state: State) -> tuple[str, ...]:
    """Say what was agreed for where few can score; that not all agreed shows as nothing but that we talked."""
    if state.model.consensus.small is Small.TALK:
        return ()
    return (say("small.record.open" if state.cards_up else "small.record.talk"),)


def _tie(state: State, breaker: str) -> str:
    if breaker.startswith(CRITERION):
        question = state.model.criterion(breaker.removeprefix(CRITERION)).question
        return say("exports.story.tie.criterion", question=question)
    return say(f"exports.story.tie.{breaker}")
