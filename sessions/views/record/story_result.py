"""What a trustee reads first: what was given and to whom, under which conditions, and that enough of us were here."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from msgspec import Struct

from sessions.methods.ranking_and_ties import RankPlace
from sessions.model.decisions import Decision, Verdict
from sessions.model.session import Application
from sessions.model.text import money
from sessions.results.budget import ranking, to_rank
from sessions.state import State
from sessions.views.record.days_met import day_words
from sessions.views.record.story_before import quorum_set
from sessions.views.record.story_list import NONE, total_words, verdict_words
from sessions.wording import say, say_many

_ORDER = (Verdict.FUND, Verdict.PART, Verdict.RESERVE, Verdict.NOT_NOW, None)


class DecidedRow(Struct, frozen=True):
    """One application: what it asked for, what was decided, and what goes with that."""

    title: str
    organisation: str
    asks: str
    given: str
    conditions: str


class DecidedGroup(Struct, frozen=True):
    """The applications one decision was taken on, and what they were given together."""

    heading: str
    rows: tuple[DecidedRow, ...]


class ResultStory(Struct, frozen=True):
    """The result in lines, then in groups; a shortlist's have no columns of `money`."""

    total: str
    counted: str
    lines: tuple[str, ...]
    groups: tuple[DecidedGroup, ...]
    money: bool = True


def result_story(state: State) -> ResultStory:
    """Tell the result, applications in the order of the list."""
    model, decided = state.model, state.plan.decisions
    listed = [model.application(place.ref) for place in ranking(state)]
    kinds = (*model.verdicts, None) if model.places is not None else _ORDER
    by: dict[Verdict | str | None, list[Application]] = {kind: [] for kind in kinds}
    for one in listed:
        decision = decided.get(one.ref)
        by[(decision.words or decision.verdict) if decision else None].append(one)
    groups = tuple(_group(state, by[kind]) for kind in kinds if by[kind])
    return ResultStory(
        total=total_words(state),
        counted=" · ".join(f"{group.heading}: {len(group.rows)}" for group in groups),
        lines=tuple(line for line in (_met(state), _here(state), _ties(state)) if line),
        groups=groups,
        money=model.places is None,
    )


def _group(state: State, those: list[Application]) -> DecidedGroup:
    decided = state.plan.decisions
    heading = verdict_words(decided.get(those[0].ref))
    return DecidedGroup(heading, tuple(_row(state, one, decided.get(one.ref)) for one in those))


def _row(state: State, one: Application, decision: Decision | None) -> DecidedRow:
    currency = state.model.currency
    funded = decision is not None and decision.funded
    return DecidedRow(
        title=f"{one.ref} {one.title}",
        organisation=one.organisation,
        asks=money(one.asked, currency),
        given=money(decision.amount, currency) if decision and funded else NONE,
        conditions=decision.conditions if decision else "",
    )


def _met(state: State) -> str:
    """Say when we began and ended, by the room's own clock."""
    if not state.timings:
        return ""
    began = min(one.started for one in state.timings)
    ended = max((one.ended for one in state.timings if one.ended), default=None) if state.ended else None
    facts = {"day": day_words(began), "began": f"{began:%H:%M}", "zone": zone_words(began)}
    if ended is None:
        return say("exports.story.result.began", **facts)
    if (zone := zone_words(ended)) != facts["zone"]:  # summer time ended between two days
        facts |= {"began": f"{facts['began']} ({facts['zone']})", "zone": zone}
    if ended.date() != began.date():
        return say("exports.story.result.days", **facts, last=day_words(ended), ended=f"{ended:%H:%M}")
    return say("exports.story.result.met", **facts, ended=f"{ended:%H:%M}")


def zone_words(at: dt.datetime) -> str:
    """Name a time's zone by how far it is from UTC."""
    minutes = int((at.utcoffset() or dt.timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    off = f"{'+' if minutes > 0 else '−'}{hours:02d}:{rest:02d}" if minutes else ""
    return say("exports.story.result.zone", off=off)


def _here(state: State) -> str:
    return " ".join((say_many("exports.story.sat.members", len(state.taken)), *quorum_set(state.model)))


def _ties(state: State) -> str:
    """Count ties, not those who were level: three of one score are one tie."""
    places: dict[Fraction, list[RankPlace]] = {}
    scores = {one.ref: one.score for one in to_rank(state)}
    for place in ranking(state):
        if (score := scores[place.ref]) is not None:
            places.setdefault(score, []).append(place)
    tied = [group for group in places.values() if len(group) > 1]
    parted = sum(any(place.tie_break for place in group) for group in tied)
    level = sum(len({place.rank for place in group}) < len(group) for group in tied)
    told = [say_many("exports.story.result.ties", parted)] if parted else []
    told += [say_many("exports.story.result.level", level)] if level else []
    return " ".join(told) or say("exports.story.result.no-ties")
