"""Read how the panel agrees: the ballot's question and options, the rule, the rounds, the tie-breaks."""

from __future__ import annotations

from sessions.model import Consensus, Criterion, Rule

from .table import Table

BREAKERS = ("fewer-low-scores", "smaller-ask", "ballot")


def read_consensus(table: Table | None) -> Consensus:
    """Read `[consensus]`."""
    usual = Consensus()
    if table is None:
        return usual
    options = table.texts("options", usual.options)
    if not 2 <= len(options) <= 11:
        table.fault("options", "options-count", found=str(len(options)))
    elif len({option.casefold() for option in options}) < len(options):
        table.fault("options", "options-twice")
    consensus = Consensus(
        question=table.text("question", usual.question, needed=table.has("question")),
        options=options,
        rule=Rule(table.choice("rule", tuple(Rule), usual.rule)),
        rounds=table.whole("rounds", usual.rounds, low=1, high=10),
    )
    table.close()
    return consensus


def read_ties(table: Table | None, criteria: tuple[Criterion, ...]) -> tuple[str, ...]:
    """Read the order of `[ties]`; each breaker is known and used once."""
    usual = ("fewer-low-scores", "smaller-ask")
    if table is None:
        return usual
    known = [f"criterion:{criterion.key}" for criterion in criteria if criterion.key] + list(BREAKERS)
    order = table.texts("order", usual, longest=60)
    for at, breaker in enumerate(order):
        if breaker not in known:
            table.unknown("order", breaker, known)
        elif breaker in order[:at]:
            table.fault("order", "twice", found=breaker)
    table.close()
    return order
