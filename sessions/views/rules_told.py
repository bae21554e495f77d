"""What goes against the funder's rules, told: on the list, and with the decision."""

from __future__ import annotations

from sessions.decide.funder_rule_words import against_words
from sessions.model.funder_rule import AgainstRule, RuleKind
from sessions.results.budget import full_list
from sessions.results.funder_rules import against, decisions_now, each_once, why_said
from sessions.state import State
from sessions.wording import say, say_many

MOST_SAID = 1  # on the wall, beside the list; of more, the rest is counted


def newly_against(state: State, then: State) -> tuple[str, ...]:
    """Say what another list would go against that this one does not."""
    now = set(against(state.model, full_list(state)))
    found = (one for one in against(then.model, full_list(then)) if one not in now)
    return tuple(against_words(then.model, one) for one in each_once(found))


def list_against(state: State) -> tuple[str, ...]:
    """Say what the list on the wall goes against: the first in the rule's own words, and how many more."""
    if state.confirmed:
        return ()
    found = each_once(against(state.model, decisions_now(state)))
    said = tuple(against_words(state.model, one) for one in found[:MOST_SAID])
    more = len(found) - len(said)
    return (*said, *((say_many("rules.more", more),) if more else ()))


def against_now(state: State) -> frozenset[str]:
    """Return the awards of the list on the wall that go against a rule; none once it is confirmed."""
    return frozenset(
        () if state.confirmed else (one.application for one in against(state.model, decisions_now(state)))
    )


def rules_told(state: State, ref: str) -> tuple[str, ...]:
    """Tell of one decision which rules it goes against, and why the panel went on."""
    found = against(state.model, state.plan.decisions)
    return tuple(_told(state, one) for one in found if one.application == ref)


def _told(state: State, one: AgainstRule) -> str:
    why = why_said(state, one)
    said = say("rules.not-said") if why is None else say("rules.because", why=why)
    rule = say("rules.told.eligible") if one.kind is RuleKind.ELIGIBLE else against_words(state.model, one)
    return f"{rule} {said}"
