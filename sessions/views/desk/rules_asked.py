"""What the facilitator is asked about the funder's rules: warned before a decision, asked why beside the list."""

from __future__ import annotations

from sessions.decide.funder_rule_words import against_words
from sessions.model.decisions import Decision, Verdict
from sessions.model.phases import Phase
from sessions.results.funder_rules import against_with, unanswered
from sessions.state import State
from sessions.views.desk.choices import RuleAsked


def warned_of(state: State, ref: str) -> tuple[str, ...]:
    """Say what the whole ask, or a place, would go against; of the application in hand alone.

    Of any other that would have to be worked out for each of them at every look; it is said once it is decided.
    """
    if ref != state.application or state.confirmed or state.model.set_aside(ref) is not None:
        return ()
    shortlist, asked = state.model.places is not None, state.model.application(ref).asked
    whole = Decision(Verdict.CHOSEN) if shortlist else Decision(Verdict.FUND, asked)
    return tuple(against_words(state.model, one) for one in against_with(state, ref, whole))


def why_before(state: State, ref: str) -> str:
    """Return why we went against a rule with it, as it was said before."""
    return "; ".join(dict.fromkeys(why for (one, *_), why in state.went_against.items() if one == ref))


def rules_asked(state: State) -> tuple[RuleAsked, ...]:
    """List what the list on the wall goes against of the funder's rules, where nobody has said why."""
    if state.session is None or state.plan.phase is not Phase.BUDGET:
        return ()
    return tuple(
        RuleAsked(one.application, one.kind, one.rule, against_words(state.model, one))
        for one in unanswered(state)
    )
