"""Rules about going against the funder's: never refused for good, but why we go on is asked and kept."""

from __future__ import annotations

from sessions import commands as c
from sessions import events as e
from sessions.decide.funder_rule_words import against_words
from sessions.model.decisions import Decision
from sessions.model.funder_rule import RuleKind
from sessions.model.refusals import No, Refused, needs_why
from sessions.model.text import clean
from sessions.results.funder_rules import against, against_with, decisions_now, unanswered
from sessions.state import State


def went_against(state: State, command: c.RecordDecision, decision: Decision) -> tuple[e.Event, ...]:
    """Keep why a decision goes against the funder's rules; ask where nobody has said. Raises Refused."""
    found = against_with(state, command.application, decision)
    if found and not clean(command.against):
        raise Refused(No.AGAINST_RULE, rules="\n".join(against_words(state.model, one) for one in found))
    return tuple(e.WentAgainstRule(one.application, one.kind, one.rule, command.against) for one in found)


def go_against_rule(state: State, command: c.GoAgainstRule) -> tuple[e.Event, ...]:
    """Keep why the list goes against a rule, as long as it does and can still be another."""
    if state.confirmed:
        raise Refused(No.ALREADY_CONFIRMED)
    about = (command.application, command.kind, command.rule)
    there = against(state.model, decisions_now(state))
    if all((one.application, one.kind, one.rule) != about for one in there):
        raise Refused(No.NOT_NOW)
    needs_why(command.why)
    return () if state.went_against.get(about) == command.why else (e.WentAgainstRule(*about, command.why),)


def ask_why(state: State) -> None:
    """Ask, before a list is confirmed, why it goes against a rule that nobody has said that of. Raises Refused."""
    found = unanswered(state)
    if found:
        said = "\n".join(against_words(state.model, one) for one in found)
        raise Refused(No.RULE_WHY_NEEDED, rules=said)


def is_a_rule_here(state: State, ref: str, kind: RuleKind, rule: str) -> bool:
    """Whether an award to this application could go against such a rule."""
    one = next((one for one in state.model.applications if one.ref == ref), None)
    if one is None:
        return False
    if kind is RuleKind.ELIGIBLE:
        return one.eligible is False and not rule
    limit = "max_award" if kind is RuleKind.MAX_AWARD else "per_organisation"
    return any(one.rule == rule and getattr(one, limit) is not None for one in state.model.funder_rules)
