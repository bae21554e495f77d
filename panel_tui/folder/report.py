"""Say what `check` and `new` found, and what `check` warns of, in lines for a person at a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from panel_tui.folder.days_report import each_day, long_days, proposal, rests
from panel_tui.folder.fault import Fault, listing
from panel_tui.folder.funder_rules import rule_worries, rules_report
from panel_tui.folder.interviews_report import interview_worries
from panel_tui.folder.new import NewReport
from panel_tui.folder.session_folder import FolderReading
from panel_tui.folder.small_panels import few_report, refs_said, spare_report
from panel_tui.folder.stage_report import stage_lines
from panel_tui.system.shell import typed
from sessions.methods.consensus import heads
from sessions.model.answers import FEWEST
from sessions.model.session import LOOKS_AT_ONE, Rule, Session, StepKind
from sessions.model.text import money
from sessions.plan.day_load import COMFORTABLE_DAY, WORDS_A_MINUTE, Load
from sessions.plan.days import planned_days, proposed_nights
from sessions.plan.time_asked import TimeAsked, time_asked
from sessions.views.plain_names import hours, time_of_day
from sessions.wording import say, say_many


def worries(session: Session, load: Load) -> list[str]:
    """Say each worry in a sentence, the day's length first."""
    money = (*_money(session), *rule_worries(session))
    return [*_days(session, load), *_agenda(session), *interview_worries(session), *_people(session), *money]


def _agenda(session: Session) -> list[str]:
    """Say so where an agenda of one's own hears applications and never comes to the list."""
    kinds = {step.kind for step in session.steps}
    return [say("folder.no-budget-step")] if kinds & LOOKS_AT_ONE and StepKind.BUDGET not in kinds else []


def _days(session: Session, load: Load) -> list[str]:
    days = planned_days(session)
    said = [] if len(days) > 1 or load.days < 2 else [_too_much(load)]
    said += long_days(days) if len(days) > 1 else []
    if places := proposed_nights(session.steps):
        said.append(proposal(session, places))
    said += [*rests(days)]
    if load.stretch_is_long:
        said.append(say("folder.long-stretch", stretch=load.longest_stretch))
    return said


def _too_much(load: Load) -> str:
    return say("folder.many-days", days=load.days, hours=COMFORTABLE_DAY // 60)


def _people(session: Session) -> list[str]:
    return few_report(session)


def _money(session: Session) -> list[str]:
    said = []
    if session.places is not None:
        n = len(session.applications)
        return [say("folder.places-for-all", places=session.places, n=n)] if session.places >= n else []
    asks = sum((application.asked for application in session.applications), Decimal(0))
    if asks <= session.pot:
        said.append(say("folder.pot-covers-all", asks=money(asks, session.currency)))
    beyond = [a for a in session.applications if (a.least or a.asked) > session.pot]
    if beyond:
        said.append(say("folder.least-over-pot", refs=refs_said(beyond)))
    return said


MOST_PARTS = 20  # "3 of 17 parts" can still be pictured; beyond that, parts in a hundred


def check_report(reading: FolderReading, *, name: str = "session.toml") -> str:
    """Say what was read and the day it makes, or everything to put right. `name` is the folder's."""
    if reading.session is None:
        lines = [say("folder.check-refused", folder=name), listing(reading.faults)]
        return "\n".join([*lines, *_odd(reading.warnings)])
    session = reading.session
    asked = time_asked(session)
    settled = [_rule(session), *spare_report(session), _order(session), _register(session), *_called(session)]
    settled += [reading.asked] if reading.asked else []
    blocks = [_read(session), _day_lines(asked), _weights(session), settled]
    if rules := rules_report(session):
        blocks.append(rules)
    odd = worries(session, asked.whole)
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
    key = "folder.new-pot-known" if report.pot_is_known else "folder.new-pot"
    pot = say(key, pot=money(report.pot, report.currency))
    return "\n".join([made, pot, say("folder.new-next", folder=typed(report.folder)), *_odd(report.warnings)])


def _odd(warnings: Sequence[Fault]) -> list[str]:
    return ["", say("folder.check-odd"), listing(warnings)] if warnings else []


def _read(session: Session) -> list[str]:
    asks = sum((application.asked for application in session.applications), Decimal(0))
    read = say(
        "folder.check-read" if session.places is None else "folder.check-places",
        title=session.title,
        applications=len(session.applications),
        seats=len(session.members),
        criteria=len(session.criteria),
        pot=money(session.pot, session.currency),
        places=session.places,
    )
    quorum = [say("folder.check-quorum", n=session.quorum)] if session.quorum > 1 else []
    asked = [] if session.places else [say("folder.check-asks", asks=money(asks, session.currency))]
    return [read, *quorum, *asked, *_parts_of_the_pot(session), *stage_lines(session)]


def _parts_of_the_pot(session: Session) -> list[str]:
    """Say of each strand what is set aside for it, and how much is asked for in it."""
    said = []
    for strand in session.strands:
        there = [one for one in session.applications if one.strand == strand.key]
        asks = money(sum((one.asked for one in there), Decimal(0)), session.currency)
        pot = money(strand.pot, session.currency)
        said.append(
            say_many("rules.check.part-of-the-pot", len(there), title=strand.title, pot=pot, asks=asks)
        )
    return said


def _day_lines(asked: TimeAsked) -> list[str]:
    load = asked.whole
    key = "folder.check-day" if load.finish else "folder.check-late"
    start, finish = time_of_day(load.start), time_of_day(load.finish)
    whole = say(key, hours=hours(load.minutes), start=start, finish=finish)
    return [
        *([whole] if len(asked.days) == 1 else each_day(asked.days)),
        say(
            "folder.check-breaks",
            breaks=load.breaks,
            minutes=load.break_minutes,
            stretch=load.longest_stretch,
        ),
        say("folder.check-reading", minutes=hours(load.reading_minutes), pace=WORDS_A_MINUTE),
        say("folder.check-together", hours=hours(asked.together)),
    ]


def _rule(session: Session) -> str:
    rule, n = session.consensus.rule, len(session.members)
    if n < FEWEST:
        return say("small.check.no-rule", n=n)
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


def _register(session: Session) -> str:
    """Say who was asked about conflicts before the day, and ask for the rest."""
    of = len(session.members)
    asked = sum(member.asked or bool(member.conflicts) for member in session.members)
    declared = sum(len(member.conflicts) for member in session.members)
    key = "none" if not asked else "all" if asked == of else "some"
    return say(f"changes.register.{key}", n=asked, of=of, declared=declared)


def _called(session: Session) -> list[str]:
    """Say how many seats have a label, and where it goes: nowhere but the desk and the cards."""
    many = len(session.labels)
    return [say_many("naming.called", many)] if many else []


def _order(session: Session) -> str:
    if session.order == "listed":
        return say("folder.check-listed")
    key = "folder.check-undrawn" if session.seed is None else "folder.check-seed"
    return say(key, seed=session.seed)
