"""Read `[[funder_rule]]` and the column `eligible`, and say in `check` what either means for the applications."""

from __future__ import annotations

from collections.abc import Iterator

from panel_tui.folder.small_panels import refs_said
from panel_tui.folder.toml_table import TomlTable
from sessions.model.funder_rule import FunderRule
from sessions.model.session import Session
from sessions.model.text import money
from sessions.results.funder_rules import by_organisation
from sessions.wording import say, say_many

LONGEST = 300  # characters of a rule: it has to be read on a wall, in one breath
_YES = frozenset({"yes", "y", "true", "1", "x", "✓", "✔", "eligible", "meets", "ok", "oes", "ydy", "ydw"})
_NO = frozenset(
    {"no", "n", "false", "0", "✗", "✘", "not eligible", "not-eligible", "ineligible", "na", "nac ydy"}
)


def read_funder_rules(tables: list[TomlTable]) -> tuple[FunderRule, ...]:
    """Read every `[[funder_rule]]`; the words of each are given once."""
    rules: list[FunderRule] = []
    for table in tables:
        words = table.text("rule", longest=LONGEST, needed=True)
        if words and words in {one.rule for one in rules}:
            table.fault("rule", "twice", found=words)
        most = table.money("max_award") if table.has("max_award") else None
        each = table.whole("per_organisation", 1, low=1, high=5000) if table.has("per_organisation") else None
        table.known += ["max_award", "per_organisation"]
        table.close()
        rules.append(FunderRule(words, most, each))
    return tuple(rules)


def read_eligible(words: str) -> bool | None:
    """Read yes or no in one of its spellings; nothing for an empty cell. Raises ValueError for anything else."""
    bare = " ".join(words.casefold().strip(" .!").split())
    if bare in _YES:
        return True
    if bare in _NO:
        return False
    if bare:
        raise ValueError(words)
    return None


def rules_report(session: Session) -> list[str]:
    """Print the funder's rules, each with what the program looks after; nothing where there are none."""
    if not session.funder_rules:
        return []
    return [say("rules.check"), *(_rule(session, one) for one in session.funder_rules)]


def _rule(session: Session, one: FunderRule) -> str:
    most = money(one.max_award, session.currency) if one.max_award is not None else ""
    each = one.per_organisation
    if each is None:
        return say("rules.check.max-award" if most else "rules.check.rule", rule=one.rule, most=most)
    return say_many(
        "rules.check.both" if most else "rules.check.per-organisation", each, rule=one.rule, most=most
    )


def rule_worries(session: Session) -> Iterator[str]:
    """Warn, before the day, of what may go against a rule: nothing of it is refused."""
    for one in session.funder_rules:
        above = [a for a in session.applications if one.max_award is not None and a.asked > one.max_award]
        if above and one.max_award is not None:
            yield say("rules.check.above", refs=refs_said(above), most=money(one.max_award, session.currency))
        if one.per_organisation is not None:
            yield from _several(session, one.per_organisation)
    gone = [a for a in session.applications if a.eligible is False]
    if gone:
        yield say("rules.check.not-eligible", refs=refs_said(gone))


def _several(session: Session, most: int) -> Iterator[str]:
    for refs in by_organisation(session).values():
        if len(refs) > most:
            those = [session.application(ref) for ref in refs]
            yield say_many(
                "rules.check.several", most, organisation=those[0].organisation, refs=refs_said(those)
            )
