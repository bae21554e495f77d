"""Write down what we score by and how we agree, as far as it is not the same as another time."""

from __future__ import annotations

from sessions.model.session import Consensus, Criterion, Scale


def criteria_lines(
    criteria: tuple[Criterion, ...], scale: Scale, others: tuple[Criterion, ...], other_scale: Scale
) -> tuple[str, ...]:
    """Write down the questions, with their weights, and the scale, as far as they are not the same as others."""
    lines = [
        f"{one.question} (× {one.weight if one.counted else 0:f})" for one in criteria if one not in others
    ]
    if scale != other_scale:
        words = f": {', '.join(scale.words)}" if scale.words else ""
        lines.append(f"{scale.low}–{scale.high}{words}")
    return tuple(lines)


def rule_lines(
    consensus: Consensus,
    ties: tuple[str, ...],
    quorum: int,
    other: Consensus,
    other_ties: tuple[str, ...],
    other_quorum: int,
) -> tuple[str, ...]:
    """Write down how we agree, as far as it is not the same as another way."""
    pairs = zip(_all_lines(consensus, ties, quorum), _all_lines(other, other_ties, other_quorum), strict=True)
    return tuple(one for one, another in pairs if one != another)


def _all_lines(consensus: Consensus, ties: tuple[str, ...], quorum: int) -> tuple[str, ...]:
    return (
        consensus.question,
        " / ".join(consensus.options),
        f"rule = {consensus.rule.value}",
        f"rounds = {consensus.rounds}",
        f"small = {consensus.small.value}",
        f"ties = {', '.join(ties)}",
        f"quorum = {quorum}",
    )
