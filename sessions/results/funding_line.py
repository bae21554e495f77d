"""Go down a list with some money: each row is paid in its turn, and none takes anything from one above it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from sessions.model.decisions import Decision, Verdict
from sessions.model.session import Value

_NOTHING = Decimal(0)
_NOT_NOW = Decision(Verdict.NOT_NOW)


class ListRow(Value, frozen=True):
    """One row: what it costs, what is recorded for it if anything, whether the line may go below it.

    `here` says whether an award recorded for it is paid from this money at all; `waits` whether one that the money
    does not reach is waited for. One that is not is paid from elsewhere, and the line goes on.
    """

    ref: str
    cost: Decimal
    recorded: Decision | None = None
    passable: bool = True
    here: bool = True
    waits: bool = True


class Walked(Value, frozen=True):
    """How far the line came, and what each row gets.

    `unreached` are recorded awards that the money does not reach, and by how much it falls short; `short` is that of
    the row at which the line stopped.
    """

    line: int
    listed: dict[str, Decision]
    unreached: dict[str, Decimal]
    short: Decimal


def walk(rows: Iterable[ListRow], room: Decimal, lowest: int) -> Walked:
    """Pay each row what is recorded for it; one with nothing recorded in full, above a line `lowest` rows down."""
    line, left, short = 0, room, _NOTHING
    listed: dict[str, Decision] = {}
    unreached: dict[str, Decimal] = {}
    for place, row in enumerate(rows):
        at_the_line = line == place < lowest
        decision = _of(row, left, at_the_line=at_the_line)
        if row.recorded is not None and row.recorded.funded and not decision.funded and row.waits:
            unreached[row.ref] = row.cost - left
        if at_the_line and _goes_below(row, left):
            line = place + 1
        elif at_the_line:
            short = max(row.cost - left, _NOTHING)
        left -= decision.amount if decision.funded else _NOTHING
        listed[row.ref] = decision
    return Walked(line, listed, unreached, short)


def _of(row: ListRow, left: Decimal, *, at_the_line: bool) -> Decision:
    """Say what a row gets in its turn."""
    if row.recorded is not None:
        paid = not row.recorded.funded or (row.here and row.cost <= left)
        return row.recorded if paid else _NOT_NOW
    paid = at_the_line and _goes_below(row, left) and row.cost > 0
    return Decision(Verdict.FUND, row.cost) if paid else _NOT_NOW


def _goes_below(row: ListRow, left: Decimal) -> bool:
    """Whether the line goes on below a row that it has come to."""
    if row.recorded is not None:
        return row.cost <= left or not row.waits
    return row.passable and row.cost <= left
