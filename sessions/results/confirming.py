"""What a list holds once it is confirmed, and where the panel put what is not ranked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from sessions import events as e
from sessions.model.decisions import ByQuestion, Decision, Outcome, Verdict, Why
from sessions.model.session import Value
from sessions.results.budget import (
    WHOLE,
    Pot,
    agreed_no,
    decisions_of,
    order_of,
    outcome_of,
    paid_from,
    pots,
    ranking,
    to_rank,
    unheard,
)
from sessions.state import State


class Missing(Value, frozen=True):
    """What people may want to know before they confirm: refs, best first, and the money, or places, still there."""

    no_reasons: tuple[str, ...] = ()
    yes_unfunded: tuple[str, ...] = ()
    left: Decimal = Decimal(0)
    moved: Mapping[str, Decimal] = {}
    torn: tuple[str, ...] = ()
    """Level by score and by our rule for ties, and some get something and some do not: only the order told."""


def confirmed_now(state: State) -> e.ListConfirmed:
    """Return the fact that the list, as it stands now, is confirmed."""
    laid = pots(state)
    return e.ListConfirmed(
        decisions_of(laid), paid_from(laid), moved_over(laid), why_each(state, laid), in_order=True
    )


def moved_over(laid: Sequence[Pot]) -> dict[str, Decimal]:
    """Return what each strand gave over to the whole; those that gave nothing are not named."""
    return {pot.key: -pot.moved for pot in laid if pot.key != WHOLE and pot.moved}


def missing(state: State) -> Missing:
    """Look for decisions without reasons, and for what we agreed on that gets nothing though money is left."""
    laid = pots(state)
    decisions = decisions_of(laid)
    left = sum((left_in(state, pot) for pot in laid), Decimal(0))
    return Missing(
        no_reasons=tuple(ref for ref, decision in decisions.items() if not _says_why(state, ref, decision)),
        yes_unfunded=tuple(
            ref
            for ref, decision in decisions.items()
            if left and not decision.takes and agreed_yes(state, ref)
        ),
        left=left,
        moved=moved_over(laid),
        torn=_torn(state, laid),
    )


def _says_why(state: State, ref: str, decision: Decision) -> bool:
    """Whether it is written down why: in reasons, or on a question. A strength is no reason to give nothing."""
    on_question = state.by_question.get(ref, ByQuestion())
    return bool(decision.reasons or on_question.doubt or (decision.takes and on_question.strength))


def _torn(state: State, laid: Sequence[Pot]) -> tuple[str, ...]:
    """Return those that share a place and not what it brings, where nothing but the line between them says why."""
    scores = {one.ref: one.score for one in to_rank(state)}
    level: dict[int, list[str]] = {}
    for place in ranking(state):
        if scores[place.ref] is not None:
            level.setdefault(place.rank, []).append(place.ref)
    why = why_each(state, laid)
    cut = (Why.LINE, Why.PLACES, Why.MONEY)
    gets = {ref for ref, decision in decisions_of(laid).items() if decision.takes}
    return tuple(
        ref
        for group in level.values()
        if gets.intersection(group) and any(why.get(ref) in cut for ref in group)
        for ref in group
        if ref in gets or why.get(ref) in cut
    )


def left_in(state: State, pot: Pot) -> Decimal:
    """Say what a pot still holds: money, or places."""
    return pot.left if state.model.places is None else pot.own - len(pot.funded)


def agreed_yes(state: State, ref: str) -> bool:
    """Whether the panel agreed to fund it."""
    return outcome_of(state, ref) is Outcome.YES or state.by_talking.get(ref) is True


def why_each(state: State, laid: Sequence[Pot]) -> dict[str, Why]:
    """Say why each gets what the lists give it; as it was confirmed, where it was."""
    if state.confirmed and state.plan.why:
        return dict(state.plan.why)
    whole = laid[-1]
    left = sum((left_in(state, pot) for pot in laid), Decimal(0))
    return {
        ref: _why(state, ref, decision, unreached=ref in whole.walked.unreached, left=left)
        for ref, decision in decisions_of(laid).items()
    }


def _why(state: State, ref: str, decision: Decision, *, unreached: bool, left: Decimal) -> Why:
    if decision.verdict is Verdict.CHOSEN:
        return Why.CHOSEN
    if decision.funded:
        return Why.FULL if decision.amount >= state.model.application(ref).asked else Why.PART
    if decision.verdict is Verdict.RESERVE:
        return Why.RESERVE if state.model.places is None else Why.HELD
    if unreached:
        return Why.UNREACHED
    if agreed_no(state, ref):
        return Why.AGREED_NO
    if _said_no(state, ref):
        return Why.DECIDED
    return _why_not(state, ref, left)


def _said_no(state: State, ref: str) -> bool:
    """Whether "not this time" was recorded for it; of a list confirmed earlier, where reasons tell so."""
    recorded = state.plan.decisions.get(ref)
    if recorded is None or ref in state.plan.unsaid:
        return False
    return not state.confirmed or bool(recorded.reasons)


def _why_not(state: State, ref: str, left: Decimal) -> Why:
    """Say why one that nothing is recorded for goes without."""
    asked = state.model.application(ref).asked
    if state.model.places is not None:
        return Why.UNSCORED if unheard(state, ref) else Why.LINE if left > 0 else Why.PLACES
    if asked <= 0:
        return Why.NOTHING_ASKED
    if unheard(state, ref):
        return Why.UNSCORED
    return Why.MONEY if asked > left else Why.LINE


def placed_without(state: State, gone: str) -> tuple[tuple[str, str], ...]:
    """Return the moves that lead to the list as it stands, without one: from the last row up, each above the next.

    What was put above the one that goes would else have nothing to stand above, and fall to the end of the list.
    """
    order = [ref for ref in order_of(state) if ref != gone]
    put = {ref for ref, _ in state.plan.placed} & set(order)
    below = dict(pairwise([*order, ""]))
    return tuple((ref, below[ref]) for ref in reversed(order) if ref in put)
