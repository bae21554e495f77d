"""Say in a few words why an application gets what the list gives it, or goes without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sessions.model.decisions import Decision, Why
from sessions.model.text import money
from sessions.results.budget import Pot
from sessions.results.confirming import why_each
from sessions.state import State
from sessions.wording import say

_NUMBERED = 3  # reserves that have a word of their own


def why_words(state: State, laid: Sequence[Pot]) -> dict[str, str]:
    """Say it of each, by its ref. Of those that money was the reason for, the first is where it ran out."""
    why = why_each(state, laid)
    order = [place for pot in laid for place in pot.order]
    refs = list(dict.fromkeys(order))
    reserves = [ref for ref in laid[-1].order if why[ref] is Why.RESERVE]
    ran_out = next((ref for ref in laid[-1].order if why[ref] in (Why.MONEY, Why.PLACES)), "")
    listed = {ref: pot.listed[ref] for pot in laid for ref in pot.funded}
    return {ref: _said(state, ref, why[ref], listed, reserves=reserves, here=ref == ran_out) for ref in refs}


def with_why(decision: Decision, words: str, why: str) -> str:
    """Say a decision, and why where that adds anything: “not this time: we said: not this time” says it twice."""
    again = (words, "", say("views.budget.why.decided"), say("stages.why.said", words=words))
    return words if decision.takes or why in again else say("views.closing.why", words=words, why=why)


def _said(
    state: State, ref: str, why: Why, listed: Mapping[str, Decision], *, reserves: list[str], here: bool
) -> str:
    currency, asked = state.model.currency, state.model.application(ref).asked
    if state.model.places is not None and why in _OF_PLACES:
        return _of_a_place(state, ref, why, here=here)
    match why:
        case Why.PART:
            amount = money(listed[ref].amount, currency)
            return say("views.budget.part-of", amount=amount, asked=money(asked, currency))
        case Why.RESERVE:
            return reserve_words(reserves.index(ref) + 1)
        case Why.UNREACHED:
            said = state.plan.decisions[ref].amount
            return say("views.budget.why.unreached", amount=money(said, currency))
        case Why.MONEY:
            return say("views.budget.why.money-here" if here else "views.budget.why.money")
        case Why.FULL:
            return say("views.budget.full")
        case Why.AGREED_NO:
            return say("views.budget.agreed-no")
        case _:
            return say(f"views.budget.why.{why}")


_OF_PLACES = (Why.CHOSEN, Why.HELD, Why.DECIDED, Why.PLACES, Why.UNREACHED)


def _of_a_place(state: State, ref: str, why: Why, *, here: bool) -> str:
    """Say it of an application in a shortlist, in the words it decides in."""
    decision = state.plan.decisions.get(ref)
    words = decision.words if decision is not None else state.model.verdicts[0]
    match why:
        case Why.DECIDED:
            return say("stages.why.said", words=words)
        case Why.UNREACHED:
            return say("stages.why.unreached", words=words)
        case Why.PLACES:
            return say("stages.why.places-here" if here else "stages.why.places")
        case _:
            return words


def reserve_words(n: int) -> str:
    """Say which reserve it is: the first, the second …"""
    return say(f"views.budget.reserve-{n}" if n <= _NUMBERED else "views.budget.reserve", n=n)
