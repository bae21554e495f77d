"""What became of what you decided: one page for members, in short sentences. It says only what was recorded.

No seat is on it, no score, no ballot, and nobody's name that was not written as a reason; who said so stays with staff.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from sessions.decide.follow_up import AfterDay
from sessions.model.decisions import Decision, Verdict
from sessions.model.follow_up import Became, OfferAnswer
from sessions.model.session import Application
from sessions.model.text import clean, money
from sessions.views.paper.document import AnyBlock, Document, Heading, Part, Says, says
from sessions.views.record.days_met import day_decided, day_words
from sessions.views.record.story_list import decision_words
from sessions.wording import say, say_many

_YOU = {
    Verdict.FUND: "fund",
    Verdict.PART: "part",
    Verdict.RESERVE: "reserve",
    Verdict.NOT_NOW: "not-now",
    Verdict.CHOSEN: "chosen",
}


class AfterSums(Struct, frozen=True):
    """How many awards there were, of how many something is recorded, and the money that has gone, added up exactly.

    `besides` counts those without an award of which something is recorded, such as one from the reserve list.
    """

    awards: int
    heard_of: int
    besides: int
    gone: Decimal
    paid: int


def after_sums(day: AfterDay, told: Mapping[str, Became]) -> AfterSums:
    """Add up what is recorded."""
    paid = [one for one in told.values() if one.paid is not None]
    awards = {ref for ref, one in day.state.plan.decisions.items() if one.takes}
    return AfterSums(
        len(awards),
        sum(ref in told for ref in awards),
        sum(ref not in awards for ref in told),
        sum((one.amount or Decimal(0) for one in paid), Decimal(0)),
        len(paid),
    )


def became_page(day: AfterDay, told: Mapping[str, Became], until: dt.date) -> Document:
    """Write the page out; `until` is the day it was made."""
    state = day.state
    model = state.model
    where = " · ".join(part for part in (day_words(_day_decided(day)), model.place) if part)
    return Document(
        language=model.language,
        title=say("became.page.title"),
        kind=model.title,
        under=tuple(
            filter(None, (model.title, where, say("exports.story.rehearsal") if state.rehearsal else ""))
        ),
        contents="",
        parts=tuple(_parts(day, told, until)),
    )


def _day_decided(day: AfterDay) -> dt.date:
    """Return the day in their letters: the room may have said goodbye after midnight."""
    return day_decided(day.state) or day.ended


def _parts(day: AfterDay, told: Mapping[str, Became], until: dt.date) -> Iterator[Part]:
    yield Part("thanks", say("became.page.thanks"), (*says(_opening(day, told, until)),))
    heard = [one for one in day.state.model.applications if one.ref in told]
    if heard:
        blocks = [block for one in heard for block in _about(day, one, told[one.ref])]
        yield Part("became", say("became.page.what"), tuple(blocks))
    silent = [ref for ref, one in day.state.plan.decisions.items() if one.takes and ref not in told]
    if silent:
        lines = [Says(say("became.page.silent")), *(Says(day.state.model.called(ref)) for ref in silent)]
        yield Part("silent", say("became.page.not-yet"), tuple(lines))


def _opening(day: AfterDay, told: Mapping[str, Became], until: dt.date) -> Iterator[str]:
    sums = after_sums(day, told)
    yield say(
        "became.page.decided" if day.of_money else "became.page.chose", day=day_words(_day_decided(day))
    )
    yield say("became.page.only", day=day_words(until))
    if day.of_money:
        yield say_many("became.page.awards", sums.awards)
        if sums.paid:
            gone = money(sums.gone, day.state.model.currency)
            yield say_many("became.page.gone", sums.paid, gone=gone)
        else:
            yield say("became.page.none-gone")


def _about(day: AfterDay, one: Application, became: Became) -> Iterator[AnyBlock]:
    yield Heading(day.state.model.called(one.ref))
    if one.organisation:
        yield Says(one.organisation)
    decision = day.state.plan.decisions[one.ref]
    yield Says(_decided(day, one, decision))
    yield from says(became_lines(day, became))


def _decided(day: AfterDay, one: Application, decision: Decision) -> str:
    if not day.of_money or decision.words:
        return say("became.page.you.words", words=decision_words(day.state, decision))
    amount, asked = (money(sum_, day.state.model.currency) for sum_ in (decision.amount, one.asked))
    return say(f"became.page.you.{_YOU[decision.verdict]}", amount=amount, asked=asked)


def became_in_one_line(day: AfterDay, became: Became) -> str:
    """Say it in one line for a terminal: a reason is in somebody's own words, and may end without a full stop."""
    lines = became_lines(day, became)
    return " ".join(line if line.endswith((".", "!", "?", "…")) else f"{line}." for line in lines)


def became_lines(day: AfterDay, became: Became) -> tuple[str, ...]:
    """Say what is recorded of one application, a sentence each."""
    currency = day.state.model.currency
    amount = money(became.amount, currency) if became.amount is not None else ""
    lines = []
    if became.offer is OfferAnswer.CHANGED and amount:
        lines.append(say("became.said.changed-to", amount=amount))
    elif became.offer is not None:
        lines.append(say(f"became.said.{became.offer}"))
    if became.paid is not None:
        lines.append(say("became.said.paid", amount=amount, day=day_words(became.paid)))
    elif became.offer in (OfferAnswer.ACCEPTED, OfferAnswer.CHANGED) and became.amount:
        lines.append(say("became.said.not-paid"))
    if became.why:  # last: what people type often ends without a full stop, and would run into what follows
        lines.append(say("became.said.why", why=clean(became.why)))
    return tuple(lines)
