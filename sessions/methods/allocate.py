"""Ways of dividing the pot, set side by side. The program compares; the panel chooses.

Strand pots are part of the pot. Each strand is divided first with its own money; what is unspent, and who is not
yet funded, then join the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec.structs import replace

from sessions.methods.equal_shares import Purchase, completed
from sessions.model.decisions import Outcome
from sessions.model.session import Strand, Value

_NONE = Decimal(0)
_MARKED = (Outcome.SPLIT, Outcome.NOT_SETTLED, Outcome.TOO_FEW)

OwnScores = Mapping[str, Mapping[int, Fraction]]  # ref → seat → that member's own score, in u


class Bid(Value, frozen=True):
    """An application as the pot sees it. Where the panel agreed no by talking, `outcome` is given as NO."""

    ref: str
    asked: Decimal
    least: Decimal | None = None
    strand: str = ""
    outcome: Outcome | None = None


class After(StrEnum):
    """What is done when the next in rank can not be paid in full."""

    STOP = "stop"
    GO_ON = "go-on"
    IN_PART = "in-part"


class Award(Value, frozen=True):
    """What one way of dividing gives an application, from which strand ("" the whole), and who bought it if any."""

    ref: str
    amount: Decimal
    in_part: bool = False
    strand: str = ""
    bought: Purchase | None = None


class Division(Value, frozen=True):
    """One way of dividing the pot: awards in the order made, what is left, and who goes without.

    `left_out` are those the panel agreed not to fund; `marked` those in it whose round did not settle.
    """

    awards: tuple[Award, ...]
    left: Decimal
    unfunded: tuple[str, ...]
    left_out: tuple[str, ...]
    marked: dict[str, Outcome]


def by_rank(bids: Sequence[Bid], pot: Decimal, strands: Sequence[Strand] = (), *, after: After) -> Division:
    """Divide down the list, best first as given: each in full while money lasts, then as `after` says."""
    return _divide(bids, pot, strands, lambda some, money: _down_the_list(some, money, after))


def by_equal_shares(
    bids: Sequence[Bid],
    pot: Decimal,
    strands: Sequence[Strand] = (),
    *,
    own: OwnScores,
    precedence: Sequence[str],
) -> Division:
    """Divide by equal shares, raised 1% at a time; then by rank, as `bids` are given, what still fits.

    Everyone with an own score for any application has a share, in each strand too. `precedence` names every ref
    (`ties.in_tie_order`).
    """
    members = len({seat for row in own.values() for seat in row})

    def divide(some: Sequence[Bid], money: Decimal) -> list[Award]:
        costs = {bid.ref: bid.asked for bid in some}
        found = completed(
            costs,
            {ref: own.get(ref, {}) for ref in costs},
            members=members,
            pot=money,
            precedence=precedence,
        )
        bought = [Award(one.ref, costs[one.ref], bought=one) for one in found]
        had = {award.ref for award in bought}
        rest = [bid for bid in some if bid.ref not in had]
        return bought + _down_the_list(rest, money - _cost(bought), After.GO_ON)

    return _divide(bids, pot, strands, divide)


def _divide(
    bids: Sequence[Bid],
    pot: Decimal,
    strands: Sequence[Strand],
    divide: Callable[[Sequence[Bid], Decimal], list[Award]],
) -> Division:
    """Divide each strand, then the whole, and say what came of it; who asks for nothing is not in it."""
    inside = [bid for bid in bids if bid.outcome is not Outcome.NO and bid.asked > 0]
    awards: list[Award] = []
    for strand in strands:
        found = divide([bid for bid in inside if bid.strand == strand.key], strand.pot)
        awards += [replace(award, strand=strand.key) for award in found]
    had = {award.ref for award in awards}
    awards += divide([bid for bid in inside if bid.ref not in had], pot - _cost(awards))
    had = {award.ref for award in awards}
    return Division(
        awards=tuple(awards),
        left=pot - _cost(awards),
        unfunded=tuple(bid.ref for bid in inside if bid.ref not in had),
        left_out=tuple(bid.ref for bid in bids if bid.outcome is Outcome.NO),
        marked={bid.ref: bid.outcome for bid in inside if bid.outcome in _MARKED},
    )


def _down_the_list(bids: Sequence[Bid], money: Decimal, after: After) -> list[Award]:
    """Fund each in full while money lasts; then stop, go on to what fits, or give the next what is left."""
    awards: list[Award] = []
    for bid in bids:
        if bid.asked <= money:
            awards.append(Award(bid.ref, bid.asked))
            money -= bid.asked
        elif after is not After.GO_ON:
            if after is After.IN_PART and bid.least is not None and _NONE < bid.least <= money:
                awards.append(Award(bid.ref, money, in_part=True))
            break
    return awards


def _cost(awards: Sequence[Award]) -> Decimal:
    """Add up what awards come to."""
    return sum((award.amount for award in awards), _NONE)
