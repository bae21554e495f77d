"""The list as it was confirmed, and each of our decisions as it is turned over, in the order in which we heard them."""

from __future__ import annotations

from msgspec.structs import asdict

from sessions.model.decisions import Decision, Outcome, Verdict
from sessions.model.text import money
from sessions.results.budget import outcome_of, pots
from sessions.state import State
from sessions.views.wall import posters as p
from sessions.views.wall.application import decision_words, outcome_words
from sessions.views.wall.budget import budget
from sessions.views.wall.list_rows import OneDecision
from sessions.views.wall.poster_inputs import Laid
from sessions.views.why_words import why_words, with_why
from sessions.wording import say

_SILENT = (None, Outcome.TOO_FEW)  # nothing can be said of such a ballot that the room would not ask about


def confirmed(state: State, bands: p.Frame, laid: Laid) -> p.Confirmed:
    """Draw the confirmed list, with the decisions behind it."""
    return p.Confirmed(**asdict(budget(state, bands, laid)), decisions=decisions(state))


def decisions(state: State) -> tuple[OneDecision, ...]:
    """Return a decision for each application that has one.

    They come in the agenda's order, not the list's: nobody is to see from the first names how the last will fare.
    """
    why = why_words(state, pots(state))
    found = ((a.ref, state.plan.decisions.get(a.ref)) for a in state.model.applications)
    return tuple(_one(state, ref, decision, why.get(ref, "")) for ref, decision in found if decision)


def _one(state: State, ref: str, decision: Decision, why: str) -> OneDecision:
    words = decision_words(state, ref)
    ballot = _ballot(state, ref)
    again = with_why(decision, words, why) == words or (ballot and why == say("views.budget.agreed-no"))
    facts = (_asked(state, ref), ballot, "" if again else why)
    return OneDecision(
        state.model.called(ref),
        words,
        _tone(decision),
        tuple(filter(None, facts)),
        decision.conditions,
    )


def _tone(decision: Decision) -> str:
    if decision.takes:
        return "yes"
    return "no" if decision.verdict is Verdict.NOT_NOW else "open"


def _asked(state: State, ref: str) -> str:
    """Say what was asked for; nothing where a shortlist gives no money and has none to think of."""
    model = state.model
    if model.places is not None and not model.pot:
        return ""
    return say("views.asks", amount=money(model.application(ref).asked, model.currency))


def _ballot(state: State, ref: str) -> str:
    """Say what our ballot, or our talk, came to."""
    if outcome_of(state, ref) in _SILENT:
        return ""
    return outcome_words(state, ref)[0]
