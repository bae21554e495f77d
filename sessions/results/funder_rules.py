"""Which awards go against the funder's rules. Nothing here stops one, and nothing here moves a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sessions.model.decisions import Decision
from sessions.model.funder_rule import AgainstRule, FunderRule, RuleKind
from sessions.model.phases import Phase
from sessions.model.session import Application, Session
from sessions.results.budget import full_list
from sessions.state import State


def same_organisation(name: str) -> str:
    """Return a name as it is compared: two spellings that differ in capitals, spaces or a full stop are one."""
    return " ".join(name.casefold().replace(".", " ").replace(",", " ").split())


def by_organisation(model: Session) -> dict[str, tuple[str, ...]]:
    """Return the refs of each organisation that is named, in the order they are heard."""
    found: dict[str, tuple[str, ...]] = {}
    for one in model.applications:
        if name := same_organisation(one.organisation):
            found[name] = (*found.get(name, ()), one.ref)
    return found


def against(model: Session, decisions: Mapping[str, Decision]) -> tuple[AgainstRule, ...]:
    """Return what these decisions go against, in the order the applications are heard; pure, and exact.

    Of too many awards to one organisation each is named, with all of them beside it.
    """
    taking = [one for one in model.applications if one.ref in decisions and decisions[one.ref].takes]
    if not model.funder_rules and all(one.eligible is not False for one in taking):
        return ()
    awards = {
        ref: theirs
        for refs in by_organisation(model).values()
        for theirs in [tuple(ref for ref in refs if ref in decisions and decisions[ref].funded)]
        for ref in theirs
    }
    return tuple(
        found for one in taking for found in _of(model, one, decisions[one.ref], awards.get(one.ref, ()))
    )


def _of(model: Session, one: Application, given: Decision, theirs: tuple[str, ...]) -> Iterator[AgainstRule]:
    """Return what one award goes against; `theirs` are the awards to its organisation, where one is named."""
    if one.eligible is False:
        yield AgainstRule(one.ref, RuleKind.ELIGIBLE, "", (one.ref,))
    for rule in model.funder_rules if given.funded else ():  # a shortlist gives no award yet
        if rule.max_award is not None and given.amount > rule.max_award:
            yield AgainstRule(one.ref, RuleKind.MAX_AWARD, rule.rule, (one.ref,))
        if rule.per_organisation is not None and len(theirs) > rule.per_organisation:
            yield AgainstRule(one.ref, RuleKind.PER_ORGANISATION, rule.rule, theirs)


def decisions_now(state: State) -> Mapping[str, Decision]:
    """Return what is decided: what is recorded, and while people look at the list, what it gives."""
    listed = state.plan.phase in (Phase.BUDGET, Phase.TIE) and not state.confirmed
    return full_list(state) if listed else state.plan.decisions


def against_with(state: State, ref: str, decision: Decision) -> tuple[AgainstRule, ...]:
    """Return what one decision would go against, beside those there are."""
    decided = {**decisions_now(state), ref: decision}
    return tuple(one for one in against(state.model, decided) if one.application == ref)


def unanswered(state: State) -> tuple[AgainstRule, ...]:
    """Return what goes against a rule and nobody has said why; of one organisation the last award stands for all."""
    found = against(state.model, decisions_now(state))
    return each_once(one for one in found if why_said(state, one) is None)


def each_once(found: Iterable[AgainstRule]) -> tuple[AgainstRule, ...]:
    """Return what is alike once: awards to one organisation go against a rule together, the last stands for all."""
    return tuple({(one.kind, one.rule, *one.refs): one for one in found}.values())


def why_said(state: State, one: AgainstRule) -> str | None:
    """Return why the panel went on, of any of the awards that make it so; nothing where nobody has said."""
    for ref in (one.application, *one.refs):
        if (why := state.went_against.get((ref, one.kind, one.rule))) is not None:
            return why
    return None


def rule_of(model: Session, one: AgainstRule) -> FunderRule | None:
    """Find the rule by its words; nothing where staff said so of the application."""
    return next((rule for rule in model.funder_rules if rule.rule == one.rule), None)
