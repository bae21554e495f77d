"""The ranked list against the pot: who comes where, and what the lines pay for.

Each strand has a list and a line of its own; what it leaves over, money and applications alike, joins the whole.
A line stands below a number of applications of its list. Those above it are funded in full, unless the panel has
recorded something else; a recorded decision always goes before any line. No line goes past one nobody has scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from .answers import Sheets
from .consensus import Outcome
from .decisions import Decision, Verdict
from .model import Value
from .state import State, scores_of
from .tie_ballots import standing
from .ties import BALLOT, Place, Ranked, left_tied, rank, rank_sums, ranked

_NOTHING = Decimal(0)
WHOLE = ""  # the key of what is not a strand


class Pot(Value, frozen=True):
    """One pot with its list: a strand's, or the whole. `money` is all there is for it, `room` what its line may spend.

    `listed` says what each in it gets; `expected` is how many awards a strand was meant for, as advice.
    """

    key: str
    title: str
    money: Decimal
    room: Decimal
    order: tuple[str, ...]
    line: int
    listed: dict[str, Decision]
    expected: int | None = None

    @property
    def spent(self) -> Decimal:
        """Add up what is given from it."""
        return total(self.listed)

    @property
    def funded(self) -> tuple[str, ...]:
        """Name those that get money from it."""
        return tuple(ref for ref, decision in self.listed.items() if decision.funded)


def shown_sheets(state: State, ref: str) -> Sheets:
    """Give the answers an application is ranked by; none before they were revealed."""
    scoring = scores_of(state, ref)
    return scoring.sheets if scoring.revealed else {}


def to_rank(state: State) -> tuple[Ranked, ...]:
    """Say what each application is ordered by."""
    model = state.model
    return tuple(ranked(a, shown_sheets(state, a.ref), model.criteria) for a in model.applications)


def ranking(state: State) -> tuple[Place, ...]:
    """Put the applications in order, by score and then by the tie-break list."""
    applications = to_rank(state)
    return rank(applications, state.model.ties, tie_sums(state, applications))


def level(state: State, applications: Sequence[Ranked]) -> tuple[tuple[str, ...], ...]:
    """Give the groups that are level when the ballot's turn comes, best first; none where it has no turn."""
    breakers = state.model.ties
    return left_tied(applications, breakers[: breakers.index(BALLOT)]) if BALLOT in breakers else ()


def tie_sums(state: State, applications: Sequence[Ranked]) -> dict[str, int]:
    """Add up the ranks members gave those that are level; of two ballots on the same ones the later counts.

    A ballot on others than exactly those that are level now, a score having been corrected since, says nothing.
    """
    groups = {frozenset(group) for group in level(state, applications)}
    sums: dict[str, int] = {}
    for one in standing(state):
        if one.places is not None and frozenset(one.refs) in groups:
            sums |= rank_sums(dict(zip(one.refs, one.places, strict=True)))
    return sums


def order_of(state: State) -> tuple[str, ...]:
    """Give the refs as ranked."""
    return tuple(place.ref for place in ranking(state))


def outcome_of(state: State, ref: str) -> Outcome | None:
    """Give what an application's last standing round came to, or the talk after it."""
    if ref in state.by_talking:
        return Outcome.BY_TALKING
    closed = [r for r in state.rounds.get(ref, ()) if r.outcome and not r.void]
    return closed[-1].outcome if closed else None


def agreed_no(state: State, ref: str) -> bool:
    """Say whether the panel agreed not to fund it."""
    return outcome_of(state, ref) is Outcome.NO or state.by_talking.get(ref) is False


def unheard(state: State, ref: str) -> bool:
    """Say whether the room has seen no score of an application, nor agreed on it in any other way."""
    return not shown_sheets(state, ref) and outcome_of(state, ref) in (None, Outcome.TOO_FEW)


def all_unheard(state: State) -> tuple[str, ...]:
    """Give the refs nobody has scored, in the order given."""
    return tuple(a.ref for a in state.model.applications if unheard(state, a.ref))


def total(decisions: Mapping[str, Decision]) -> Decimal:
    """Add up the money."""
    return sum((d.amount for d in decisions.values() if d.funded), _NOTHING)


def pots(state: State) -> tuple[Pot, ...]:
    """Lay the list out: each strand with its own money, then the whole with what is left and who is left."""
    model, order = state.model, order_of(state)
    left = model.pot  # of the whole pot, with nothing taken from it yet
    free = model.pot - total(state.plan.decisions)  # … and with every recorded decision taken from it
    found: list[Pot] = []
    had: set[str] = set()
    for strand in model.strands:
        mine = tuple(ref for ref in order if model.application(ref).strand == strand.key)
        recorded = _as_far_as(strand.pot, mine, state.plan.decisions)
        line = state.plan.strand_lines.get(strand.key)
        laid = _with_line(state, mine, recorded, min(strand.pot - total(recorded), free), line)
        pot = Pot(strand.key, strand.title, strand.pot, *laid, expected=strand.awards)
        found.append(pot)
        had |= set(pot.funded)
        left -= pot.spent
        free -= pot.spent - total(recorded)
    rest = tuple(ref for ref in order if ref not in had)
    recorded = {ref: state.plan.decisions[ref] for ref in rest if ref in state.plan.decisions}
    whole = _with_line(state, rest, recorded, free, state.plan.line)
    return (*found, Pot(WHOLE, "", left, *whole))


def _as_far_as(
    money: Decimal, order: Iterable[str], decisions: Mapping[str, Decision]
) -> dict[str, Decision]:
    """Pick the recorded decisions a strand can pay, best first; what it cannot pay is paid from the whole."""
    kept = {}
    for ref in order:
        decision = decisions.get(ref)
        if decision is None or (decision.funded and decision.amount > money):
            continue
        kept[ref] = decision
        money -= decision.amount if decision.funded else _NOTHING
    return kept


def _with_line(
    state: State, order: tuple[str, ...], recorded: Mapping[str, Decision], room: Decimal, line: int | None
) -> tuple[Decimal, tuple[str, ...], int, dict[str, Decision]]:
    """Put a line where the panel put it, else as far down as the money pays in full; never further than it pays.

    Decisions recorded since may have taken the money a line had. What nobody has scored waits for a decision.
    """
    lowest, left, stands = len(order) if line is None else min(line, len(order)), room, 0
    listed: dict[str, Decision] = {}
    for place, ref in enumerate(order):
        above = place < lowest and stands == place and (ref in recorded or not unheard(state, ref))
        cost = _NOTHING if ref in recorded else cost_of(state, ref)
        if above and cost <= left:
            stands, left = place + 1, left - cost
            listed[ref] = Decision(Verdict.FUND, cost) if cost else Decision(Verdict.NOT_NOW)
        else:
            listed[ref] = Decision(Verdict.NOT_NOW)
        listed[ref] = recorded.get(ref, listed[ref])
    return room, order, stands, listed


def cost_of(state: State, ref: str) -> Decimal:
    """Say what the line pays for an application it is put below; nought for one a decision is recorded for."""
    if ref in state.plan.decisions or agreed_no(state, ref):
        return _NOTHING
    return max(state.model.application(ref).asked, _NOTHING)


def over_with(state: State, pot: Pot, funded: int) -> Decimal:
    """Say by how much a line below the first `funded` of a pot's list would spend more than there is."""
    return sum((cost_of(state, ref) for ref in pot.order[:funded]), _NOTHING) - pot.room


def full_list(state: State) -> dict[str, Decision]:
    """Give the decision for every application, as the list stands now."""
    laid = pots(state)
    order = laid[-1].order
    paid = {ref: decision for pot in laid for ref, decision in pot.listed.items() if decision.funded}
    return {
        ref: paid.get(ref, laid[-1].listed.get(ref, Decision(Verdict.NOT_NOW))) for ref in [*paid, *order]
    }
