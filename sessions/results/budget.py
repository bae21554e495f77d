"""The ranked list against the pot: who comes where, and what the lines pay for.

Each strand has a list and a line of its own; what it leaves over, money and applications alike, joins the whole.
A line stands below a number of applications of its list. Those above it are funded in full, unless the panel has
recorded something else. Awards are paid in the order of the list: a recorded one changes its own row and what is left
below it, never what stands above. No line goes past one nobody has scored. Those that fewer than five scored stand
below those that are ranked, in agenda order, until the panel moves them; a line we propose stops above one that waits.
A shortlist is one list, whatever its strands: there each costs one of as many places as there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from msgspec.structs import replace

from sessions.methods.ranking_and_ties import Ranked, RankPlace, rank, ranked
from sessions.model.answers import Sheets
from sessions.model.decisions import Decision, Outcome, Verdict
from sessions.model.session import Application, Criterion, Value
from sessions.results.earlier_scores import together
from sessions.results.funding_line import ListRow, Walked, walk
from sessions.results.shortlist import ONE, walk_places
from sessions.results.tie_ballots import tie_sums
from sessions.results.told_scores import enough_scored
from sessions.state import State, scores_of

_NOTHING = Decimal(0)
WHOLE = ""  # the key of what is not a strand


class Pot(Value, frozen=True):
    """One pot with its list: a strand's, or the whole. `own` is its part of all there is, `room` what it may spend.

    `moved` is what came over from the strands, or went over to the whole, which is then less than nought.
    """

    key: str
    title: str
    own: Decimal
    room: Decimal
    order: tuple[str, ...]
    walked: Walked
    moved: Decimal = _NOTHING
    expected: int | None = None  # how many awards a strand was meant for, as advice

    @property
    def line(self) -> int:
        """Count the rows the line stands below."""
        return self.walked.line

    @property
    def listed(self) -> dict[str, Decision]:
        """Return what each in it gets."""
        return self.walked.listed

    @property
    def spent(self) -> Decimal:
        """Add up what is given from it."""
        return total(self.listed)

    @property
    def left(self) -> Decimal:
        """Say what it still holds, with what was moved over."""
        return self.own + self.moved - self.spent

    @property
    def funded(self) -> tuple[str, ...]:
        """Name those that get money from it, or a place."""
        return tuple(ref for ref, decision in self.listed.items() if decision.takes)

    @property
    def drawn(self) -> int:
        """Count the rows down to the last that gets something: the line is drawn below it."""
        places = [place for place, ref in enumerate(self.order, start=1) if self.listed[ref].takes]
        return max(places, default=0)


def shown_sheets(state: State, ref: str) -> Sheets:
    """Return the answers an application is ranked by; none before they were revealed."""
    scoring = scores_of(state, ref)
    return scoring.sheets if scoring.revealed else {}


def to_rank(state: State) -> tuple[Ranked, ...]:
    """Say what each application is ordered by: nothing where fewer than five own scores stand."""
    return tuple(_to_rank(state, application) for application in state.model.applications)


def _to_rank(state: State, application: Application) -> Ranked:
    criteria = state.model.criteria
    if enough_scored(state, application.ref):
        today = scores_of(state, application.ref).worked_out(_ranked, application, criteria)
        return replace(today, score=together(state.model, application.ref, today.score))
    return Ranked(application.ref, None, dict.fromkeys(one.key for one in criteria), 0, application.asked)


def _ranked(sheets: Sheets, application: Application, criteria: Sequence[Criterion]) -> Ranked:
    return ranked(application, sheets, criteria)


def ranking(state: State) -> tuple[RankPlace, ...]:
    """Put the applications in order, by score, then by the tie-break list; those not ranked where they were moved."""
    applications = to_rank(state)
    return moved(
        state, rank(applications, state.model.ties, tie_sums(state, applications)), state.plan.placed
    )


def moved(
    state: State, places: tuple[RankPlace, ...], moves: Iterable[tuple[str, str]]
) -> tuple[RankPlace, ...]:
    """Put those that are not ranked where the panel moved them, one move after another: above one, or last."""
    listed = list(places)
    for ref, before in moves:
        one = next((place for place in listed if place.ref == ref), None)
        if one is None or before == ref or enough_scored(state, ref):
            continue
        listed.remove(one)
        at = next((n for n, place in enumerate(listed) if place.ref == before), len(listed))
        listed.insert(at, one)
    return tuple(listed)


def not_ranked(state: State) -> tuple[str, ...]:
    """Return the refs that fewer than five scored, as the list stands."""
    return tuple(ref for ref in order_of(state) if not enough_scored(state, ref))


def first_waiting(state: State, order: Sequence[str]) -> int:
    """Count the rows above the first not ranked that the panel has done nothing about: moved, decided, agreed."""
    settled = {ref for ref, _ in state.plan.placed} | state.plan.decisions.keys()
    for place, ref in enumerate(order):
        left_alone = ref not in settled and outcome_of(state, ref) in (None, Outcome.TOO_FEW)
        if left_alone and not enough_scored(state, ref):
            return place
    return len(order)


def parting(state: State, one: str, other: str) -> str:
    """Name the breaker that parts two of the same score; nothing where none does."""
    applications = tuple(found for found in to_rank(state) if found.ref in (one, other))
    sums = tie_sums(state, to_rank(state))
    return rank(applications, state.model.ties, sums)[0].tie_break


def order_of(state: State) -> tuple[str, ...]:
    """Return the refs as ranked."""
    return tuple(place.ref for place in ranking(state))


def outcome_of(state: State, ref: str) -> Outcome | None:
    """Return what an application's last standing round came to, or the talk after it."""
    if ref in state.by_talking:
        return Outcome.BY_TALKING
    closed = [r for r in state.rounds.get(ref, ()) if r.outcome and not r.void and not r.before_interview]
    return closed[-1].outcome if closed else None


def agreed_no(state: State, ref: str) -> bool:
    """Whether the panel agreed not to fund it."""
    return outcome_of(state, ref) is Outcome.NO or state.by_talking.get(ref) is False


def unheard(state: State, ref: str) -> bool:
    """Whether the room has seen no score of an application, nor agreed on it in any other way."""
    return not shown_sheets(state, ref) and outcome_of(state, ref) in (None, Outcome.TOO_FEW)


def all_unheard(state: State) -> tuple[str, ...]:
    """Return the refs nobody has scored, in the order given."""
    return tuple(a.ref for a in state.model.applications if unheard(state, a.ref))


def total(decisions: Mapping[str, Decision]) -> Decimal:
    """Add up the money."""
    return sum((d.amount for d in decisions.values() if d.funded), _NOTHING)


def pots(state: State) -> tuple[Pot, ...]:
    """Lay the list out: each strand with its own money, then the whole with what is left and who is left."""
    model, order = state.model, order_of(state)
    if model.places is not None:
        walked = _walked(state, order, Decimal(model.places), state.plan.line, WHOLE)
        return (Pot(WHOLE, "", Decimal(model.places), Decimal(model.places), order, walked),)
    left = model.pot
    found: list[Pot] = []
    had: set[str] = set()
    for strand in model.strands:
        mine = tuple(ref for ref in order if model.application(ref).strand == strand.key)
        room = min(strand.pot, left)
        walked = _walked(state, mine, room, state.plan.strand_lines.get(strand.key), strand.key)
        pot = Pot(strand.key, strand.title, strand.pot, room, mine, walked, expected=strand.awards)
        found.append(pot)
        had |= set(pot.funded)
        left -= pot.spent
    rest = tuple(ref for ref in order if ref not in had)
    own = model.pot - sum((strand.pot for strand in model.strands), _NOTHING)
    whole = Pot(WHOLE, "", own, left, rest, _walked(state, rest, left, state.plan.line, WHOLE))
    return _moved_over(found, whole)


def _walked(state: State, order: tuple[str, ...], room: Decimal, line: int | None, key: str) -> Walked:
    """Go down a list. What a strand cannot pay is paid from the whole; what the whole cannot pay waits.

    Where the panel has put no line, it stands as far down as the money pays, and above one that waits for the panel.
    """
    rows = (
        ListRow(
            ref,
            cost_of(state, ref),
            recorded=state.plan.decisions.get(ref),
            passable=not unheard(state, ref),
            here=_paid_here(state, ref, key),
            waits=key == WHOLE,
        )
        for ref in order
    )
    lowest = first_waiting(state, order) if line is None else min(line, len(order))
    places = state.model.places
    return (
        walk(rows, room, lowest)
        if places is None
        else walk_places(rows, places, lowest, state.model.verdicts)
    )


def _paid_here(state: State, ref: str, key: str) -> bool:
    """Whether a list pays for this one: once confirmed, the one it was confirmed in does."""
    return not state.confirmed or state.plan.paid_from.get(ref, key) == key


def _moved_over(strands: Sequence[Pot], whole: Pot) -> tuple[Pot, ...]:
    """Move over from the strands, first to last, what the whole gives beyond its own."""
    wanted = max(whole.spent - whole.own, _NOTHING)
    found = []
    for pot in strands:
        gone = min(wanted, pot.left)
        wanted -= gone
        found.append(replace(pot, moved=-gone))
    return (*found, replace(whole, moved=-sum((pot.moved for pot in found), _NOTHING)))


def cost_of(state: State, ref: str) -> Decimal:
    """Say what an application costs: what is recorded for it, else all it asks for; nought where we agreed no.

    In a shortlist, one place.
    """
    recorded = state.plan.decisions.get(ref)
    if state.model.places is not None:
        takes = recorded.takes if recorded is not None else not agreed_no(state, ref)
        return ONE if takes else _NOTHING
    if recorded is not None:
        return recorded.amount if recorded.funded else _NOTHING
    return _NOTHING if agreed_no(state, ref) else max(state.model.application(ref).asked, _NOTHING)


def with_line(state: State, key: str, funded: int) -> Pot | None:
    """Return a pot as it would be with its line below the first `funded` of its list; nothing where there is none."""
    plan = state.plan
    lines = {**plan.strand_lines, key: funded}
    put = replace(plan, strand_lines=lines) if key else replace(plan, line=funded)
    return next((pot for pot in pots(replace(state, plan=put)) if pot.key == key), None)


def full_list(state: State) -> dict[str, Decision]:
    """Return the decision for every application, as the list stands now."""
    return decisions_of(pots(state))


class ListedApplication(Protocol):
    """A list, and what each in it gets."""

    @property
    def order(self) -> tuple[str, ...]:
        """Return the refs in it."""
        ...

    @property
    def listed(self) -> dict[str, Decision]:
        """Return what each gets."""
        ...


def decisions_of(laid: Sequence[ListedApplication]) -> dict[str, Decision]:
    """Return the decision for every application, from the lists."""
    order = laid[-1].order
    paid = {ref: decision for pot in laid for ref, decision in pot.listed.items() if decision.takes}
    return {
        ref: paid.get(ref, laid[-1].listed.get(ref, Decision(Verdict.NOT_NOW))) for ref in [*paid, *order]
    }


def paid_from(laid: Sequence[Pot]) -> dict[str, str]:
    """Name the pot that pays for each that gets money."""
    return {ref: pot.key for pot in laid for ref in pot.funded}
