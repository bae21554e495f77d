"""What goes against a rule of the funder's, in a sentence that has the rule's own words."""

from __future__ import annotations

from sessions.model.funder_rule import AgainstRule, RuleKind
from sessions.model.session import Session
from sessions.model.text import money
from sessions.results.funder_rules import rule_of
from sessions.wording import say, say_many


def against_words(model: Session, one: AgainstRule) -> str:
    """Say what goes against which rule."""
    title = model.called(one.application)
    rule = rule_of(model, one)
    if rule is None:
        return say("rules.against.eligible", title=title)
    if one.kind is RuleKind.MAX_AWARD and rule.max_award is not None:
        most = money(rule.max_award, model.currency)
        return say("rules.against.max-award", title=title, most=most, rule=rule.rule)
    name = model.application(one.application).organisation
    n = len(one.refs)
    return say_many(
        "rules.against.per-organisation", rule.per_organisation or 0, organisation=name, now=n, rule=rule.rule
    )


def rules_said(model: Session) -> tuple[str, ...]:
    """List the funder's rules, in the funder's words."""
    return tuple(one.rule for one in model.funder_rules)
