"""What the history adds up to. Frozen; `evolve` makes the next one. Maps are never changed in place."""

from __future__ import annotations

from collections.abc import Mapping

from ..confidence import Confidence
from ..events import Draft
from ..model import Session, Step, Value
from .plan import Break, Intervention, Note, Plan, Timing, Undoable
from .rounds import Round, TieBallot
from .scoring import Cell, Scoring
from .seats import Conflict, HandRound, Seat, Signed


class State(Value, frozen=True):
    """A whole session at one moment."""

    session: Session | None = None
    steps: tuple[Step, ...] = ()
    seats: Mapping[int, Seat] = {}
    doors: bool = False
    hand_round: HandRound = HandRound()
    plan: Plan = Plan()
    trail: tuple[Undoable, ...] = ()
    conflicts: Mapping[tuple[int, str], Conflict] = {}
    scoring: Mapping[str, Scoring] = {}
    rounds: Mapping[str, tuple[Round, ...]] = {}
    by_talking: Mapping[str, bool] = {}
    minority: Mapping[str, tuple[str, ...]] = {}
    minority_hidden: Mapping[str, frozenset[int]] = {}
    confidence: tuple[Confidence, ...] = ()
    tie_ballots: tuple[TieBallot, ...] = ()
    draft: tuple[Draft, ...] = ()  # the criteria workshop's list
    workshops: Mapping[str, tuple[tuple[int, ...], ...] | None] = {}  # that agreed, with what was counted
    notes: tuple[Note, ...] = ()
    timings: tuple[Timing, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    register: tuple[Signed, ...] = ()
    confirmed: bool = False
    ended: bool = False
    sealed: bool = False

    @property
    def model(self) -> Session:
        """Give the model the doors were opened with. Raises LookupError before that."""
        if self.session is None:
            raise LookupError("the doors have not been opened")
        return self.session

    @property
    def step(self) -> Step | None:
        """Give the present line of the agenda; none while people are arriving."""
        return self.steps[self.plan.step] if 0 <= self.plan.step < len(self.steps) else None

    @property
    def application(self) -> str:
        """Give the ref of the application in hand, or nothing."""
        return self.step.ref if self.step else ""

    @property
    def open_round(self) -> Round | None:
        """Give the ballot that is open in the present application, if one is."""
        rounds = self.rounds.get(self.application, ())
        return rounds[-1] if rounds and rounds[-1].open else None

    @property
    def open_tie(self) -> TieBallot | None:
        """Give the tie-break ballot that is open, if one is."""
        return self.tie_ballots[-1] if self.tie_ballots and self.tie_ballots[-1].open else None

    @property
    def taken(self) -> tuple[int, ...]:
        """Give the seats that have a member."""
        return tuple(number for number, seat in self.seats.items() if seat.taken)

    @property
    def here(self) -> tuple[int, ...]:
        """Give the seats whose member has not gone home."""
        return tuple(number for number, seat in self.seats.items() if seat.here)


def scores_of(state: State, ref: str) -> Scoring:
    """Give an application's scoring, an empty one where none has begun."""
    return state.scoring.get(ref, Scoring())


__all__ = [
    "Break",
    "Cell",
    "Conflict",
    "HandRound",
    "Intervention",
    "Note",
    "Plan",
    "Round",
    "Scoring",
    "Seat",
    "Signed",
    "State",
    "TieBallot",
    "Timing",
    "Undoable",
    "scores_of",
]
