"""Rules about what may be recorded after the day: only of what was decided, and nothing that cannot be so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from sessions.model.decisions import Decision
from sessions.model.follow_up import AfterEntry, Became, OfferAnswer
from sessions.model.refusals import No, Refused
from sessions.model.text import clean, money
from sessions.state import State

_PENNY = Decimal("0.01")

Told = Mapping[str, Became]


class AfterDay(Struct, frozen=True):
    """The decisions of a day that ended, and the day itself: no money went before it."""

    state: State
    ended: dt.date

    def decision(self, ref: str) -> Decision:
        """Find what was decided about an application. Raises Refused."""
        found = self.state.plan.decisions.get(ref)
        if found is None or self.state.model.set_aside(ref) is not None:
            raise Refused(No.NO_DECISION, ref=ref, refs=", ".join(self.state.plan.decisions))
        return found

    @property
    def of_money(self) -> bool:
        """Whether money was given; else places of a shortlist."""
        return self.state.model.places is None


def with_new(day: AfterDay, told: Told, entry: AfterEntry) -> dict[str, Became]:
    """Add something that is recorded only now. Raises Refused where it cannot be so.

    What an earlier version kept is read by `with_entry` alone: it took an amount beside a place, and let it lie.
    """
    if not day.of_money and (entry.amount or entry.paid is not None):
        raise Refused(No.NO_MONEY_HERE, ref=entry.application)
    return with_entry(day, told, entry)


def with_entry(day: AfterDay, told: Told, entry: AfterEntry) -> dict[str, Became]:
    """Add what is recorded to what was. Raises Refused where that cannot be so."""
    decision = day.decision(entry.application)
    so_far = told.get(entry.application, Became())
    if entry.offer is None and entry.paid is None:
        raise Refused(No.NOTHING_BECAME)
    now = (
        _with_offer(day, decision, so_far, entry)
        if entry.offer is not None
        else _as_it_was(day, so_far, entry)
    )
    if entry.paid is not None:
        _money_may_go(day, now, entry)
        now = replace(now, paid=entry.paid)
    return {**told, entry.application: now}


def all_told(day: AfterDay, entries: Iterable[AfterEntry]) -> dict[str, Became]:
    """Return what became of each, the last word counting. Raises Refused at the first that cannot be so."""
    told: dict[str, Became] = {}
    for entry in entries:
        told = with_entry(day, told, entry)
    return told


def _with_offer(day: AfterDay, decision: Decision, so_far: Became, entry: AfterEntry) -> Became:
    assert entry.offer is not None
    if entry.offer is OfferAnswer.CHANGED:
        _who_and_why(entry)
        amount = _changed_to(day, entry)
    else:
        if not decision.takes:
            raise Refused(No.NOT_OFFERED, ref=entry.application)
        amount = _as_decided(day, decision, entry)
    if entry.offer is OfferAnswer.DECLINED:
        _who(entry)
        if so_far.paid is not None:
            raise Refused(No.MONEY_GONE, ref=entry.application)
    return Became(entry.offer, amount, so_far.paid, entry.by, entry.why)


def _as_it_was(day: AfterDay, so_far: Became, entry: AfterEntry) -> Became:
    """Keep the offer as it stands: an amount beside the day the money went must be the one agreed on."""
    if entry.amount is not None and entry.amount != so_far.amount and so_far.offer is not None:
        raise _other(day, so_far.amount or Decimal(0))
    return so_far


def _as_decided(day: AfterDay, decision: Decision, entry: AfterEntry) -> Decimal | None:
    """Return what an offer is worth that was taken as it was, or nothing where it was declined."""
    if entry.amount is not None and entry.amount != decision.amount:
        raise _other(day, decision.amount)
    return decision.amount if day.of_money and entry.offer is OfferAnswer.ACCEPTED else None


def _other(day: AfterDay, amount: Decimal) -> Refused:
    return Refused(No.OTHER_AMOUNT, amount=money(amount, day.state.model.currency))


def _changed_to(day: AfterDay, entry: AfterEntry) -> Decimal | None:
    if not day.of_money:
        return None
    amount = entry.amount
    if amount is None or not amount.is_finite() or not 0 <= amount < Decimal(10) ** 12:
        raise Refused(No.NEW_AMOUNT_NEEDED)
    if amount != amount.quantize(_PENNY):
        raise Refused(No.NEW_AMOUNT_NEEDED)
    return amount


def _who(entry: AfterEntry) -> None:
    if not clean(entry.by):
        raise Refused(No.WHO_NEEDED)


def _who_and_why(entry: AfterEntry) -> None:
    if not clean(entry.by) or not clean(entry.why):
        raise Refused(No.WHO_AND_WHY)


def _money_may_go(day: AfterDay, now: Became, entry: AfterEntry) -> None:
    """Refuse a day on which no money can have gone."""
    assert entry.paid is not None
    agreed = now.offer in (OfferAnswer.ACCEPTED, OfferAnswer.CHANGED)
    if not agreed or not now.amount:
        raise Refused(No.NO_MONEY_YET, ref=entry.application)
    if entry.paid < day.ended:
        raise Refused(No.DAY_BEFORE, ended=day.ended.isoformat())
    if entry.paid > entry.at.date():
        raise Refused(No.DAY_TO_COME)
