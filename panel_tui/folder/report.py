"""Say what `check` and `new` found, in lines for a person at a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from sessions.consensus import heads
from sessions.load import WORDS_A_MINUTE, Load, day_load
from sessions.model import Rule, Session
from sessions.money import money
from sessions.wording import say

from .fault import Fault, listing
from .new import NewReport
from .reading import Reading
from .worries import worries

MOST_PARTS = 20  # "3 of 17 parts" can still be pictured; beyond that, parts in a hundred


def check_report(reading: Reading, *, name: str = "session.toml") -> str:
    """Say what was read and the day it makes, or everything to put right. `name` is the folder's."""
    if reading.session is None:
        lines = [say("folder.check-refused", folder=name), listing(reading.faults)]
        return "\n".join([*lines, *_odd(reading.warnings)])
    session = reading.session
    load = day_load(session)
    blocks = [_read(session), _day(load), _weights(session), [_rule(session), _order(session)]]
    odd = worries(session, load)
    if reading.warnings:
        odd.append(listing(reading.warnings))
    blocks.append([say("folder.check-odd"), *odd] if odd else [say("folder.check-good")])
    return "\n\n".join("\n".join(block) for block in blocks)


def new_report(report: NewReport) -> str:
    """Say what `new` made and what to do next, or everything that kept it from being made."""
    if not report.made:
        lines = [say("folder.new-refused", source=report.source), listing(report.faults)]
        return "\n".join([*lines, *_odd(report.warnings)])
    made = say(
        "folder.new-made", folder=report.folder, applications=report.applications, source=report.source
    )
    pot = say("folder.new-pot", pot=money(report.pot, report.currency))
    return "\n".join([made, pot, say("folder.new-next", folder=report.folder), *_odd(report.warnings)])


def hours(minutes: int) -> str:
    """Say a length of time as people do."""
    if minutes < 60:
        return say("folder.minutes", minutes=minutes)
    key = "folder.hours-minutes" if minutes % 60 else "folder.hours"
    return say(key, hours=minutes // 60, minutes=minutes % 60)


def _odd(warnings: Sequence[Fault]) -> list[str]:
    return ["", say("folder.check-odd"), listing(warnings)] if warnings else []


def _read(session: Session) -> list[str]:
    asks = sum((application.asked for application in session.applications), Decimal(0))
    read = say(
        "folder.check-read",
        title=session.title,
        applications=len(session.applications),
        seats=len(session.members),
        criteria=len(session.criteria),
        pot=money(session.pot, session.currency),
    )
    quorum = [say("folder.check-quorum", n=session.quorum)] if session.quorum > 1 else []
    return [read, *quorum, say("folder.check-asks", asks=money(asks, session.currency))]


def _day(load: Load) -> list[str]:
    key = "folder.check-day" if load.finish else "folder.check-late"
    finish = f"{load.finish:%H:%M}" if load.finish else ""
    return [
        say(key, hours=hours(load.minutes), start=f"{load.start:%H:%M}", finish=finish),
        say(
            "folder.check-breaks",
            breaks=load.breaks,
            minutes=load.break_minutes,
            stretch=load.longest_stretch,
        ),
        say("folder.check-reading", minutes=hours(load.reading_minutes), pace=WORDS_A_MINUTE),
    ]


def _rule(session: Session) -> str:
    rule, n = session.consensus.rule, len(session.members)
    inside = heads(rule, n)
    none = rule is Rule.THREE_QUARTERS and inside.most_against == 0
    key = f"folder.check-rule-{rule}" + ("-none" if none else "")
    return say(key, n=n, needed=inside.needed, against=inside.most_against)


def _weights(session: Session) -> list[str]:
    counted = [Fraction(criterion.weight) for criterion in session.criteria if criterion.counted]
    lines: list[str] = []
    for criterion in session.criteria:
        if not criterion.counted:
            lines.append(say("folder.check-uncounted", question=criterion.question))
        elif len(counted) == 1:
            lines.append(say("folder.check-alone", question=criterion.question))
        else:
            share = _share(Fraction(criterion.weight), counted)
            lines.append(say("folder.check-weight", question=criterion.question, share=share))
    return lines


def _share(weight: Fraction, counted: Sequence[Fraction]) -> str:
    """Say a weight as parts of the whole, the same whole for every criterion."""
    unit = _greatest_common(counted)
    parts, whole = weight / unit, sum(counted) / unit
    if whole <= MOST_PARTS:
        return say("folder.share", part=parts, whole=whole)
    return say("folder.share-about", part=round(100 * weight / sum(counted)))


def _greatest_common(numbers: Sequence[Fraction]) -> Fraction:
    unit = numbers[0]
    for number in numbers[1:]:
        while number:
            unit, number = number, unit % number
    return unit


def _order(session: Session) -> str:
    if session.order == "listed":
        return say("folder.check-listed")
    key = "folder.check-undrawn" if session.seed is None else "folder.check-seed"
    return say(key, seed=session.seed)
