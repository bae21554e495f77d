"""What the history adds up to. Frozen; `evolve` makes the next one. Maps are never changed in place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sessions.events import Draft
from sessions.model.answers import Felt, PaperWay
from sessions.model.decisions import ByQuestion
from sessions.model.funder_rule import RuleKind
from sessions.model.phases import GUESTS_IN, Phase
from sessions.model.session import Session, Step, Value
from sessions.state.asking import AgreedWay, RoomQuestion, may_be_about, shown_alike, shown_by_the_way
from sessions.state.casters import Casters
from sessions.state.plan import Break, Intervention, Interview, Morning, Note, Plan, Timing, Undoable
from sessions.state.rounds import (
    Round,
    TieBallot,
    shown_earlier,
    shown_orders,
    shown_orders_earlier,
    shown_rounds,
)
from sessions.state.scoring import Cell, Correction, Picture, ScoringState
from sessions.state.seats import Conflict, HandRound, Seat, Signed, TakenBack


class State(Value, frozen=True):
    """A whole session at one moment."""

    session: Session | None = None
    steps: tuple[Step, ...] = ()
    seats: Mapping[int, Seat] = {}
    seats_before: Mapping[int, Seat] = {}  # a phone was sent away, for as long as that can be undone
    doors: bool = False
    printed_address: str = ""
    booklet: bool = False  # was printed: the summaries are on paper, too
    hand_round: HandRound = HandRound()
    plan: Plan = Plan()
    morning: Morning | None = None  # of the present day, after a night
    trail: tuple[Undoable, ...] = ()
    conflicts: Mapping[tuple[int, str], Conflict] = {}
    scoring: Mapping[str, ScoringState] = {}
    rounds: Mapping[str, tuple[Round, ...]] = {}
    by_talking: Mapping[str, bool] = {}
    by_question: Mapping[str, ByQuestion] = {}  # a strength and a doubt, by application
    went_against: Mapping[tuple[str, RuleKind, str], str] = {}  # why, by application and the funder's rule
    minority: Mapping[str, tuple[str, ...]] = {}
    questions: Mapping[str, tuple[str, ...]] = {}  # what we would ask about an application, without names
    minority_hidden: Mapping[str, frozenset[int]] = {}
    felt: tuple[Felt, ...] = ()  # what came of the closing questions, in the order in which they were asked
    tie_ballots: tuple[TieBallot, ...] = ()
    asked: tuple[RoomQuestion, ...] = ()  # by the way
    ways: tuple[AgreedWay, ...] = ()  # what we agreed about how we do this
    look_back: tuple[str, ...] = ()  # the facilitator's own
    cards_up: frozenset[int] | None = None  # who all agreed to turn scores over; none where not all did
    paper_way: PaperWay | None = None  # of the next ballot, or the open one
    draft: tuple[Draft, ...] = ()  # the criteria workshop's list
    workshops: Mapping[str, tuple[tuple[int, ...], ...] | None] = {}  # that agreed, with what was counted
    kept: Mapping[str, tuple[str, ...]] = {}  # what we said together, by the step that asked
    notes: tuple[Note, ...] = ()
    timings: tuple[Timing, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    register: tuple[Signed, ...] = ()
    taken_back: tuple[TakenBack, ...] = ()
    cleared: Mapping[
        str, frozenset[int]
    ] = {}  # seats that said they have no conflict with a late application
    agreed: Session | None = None  # the plan as it was read from the folder
    changes: int = 0  # how often something agreed was put right
    begun: bool = False  # whether anybody has had a seat, or the day has moved: from then on the record rules
    confirmed: bool = False
    ended: bool = False
    sealed: bool = False
    rehearsal: bool = False  # as it was begun: no panel sat
    labelled: bool = False  # an earlier version wrote into the history what seats are called

    @property
    def model(self) -> Session:
        """Return the model the doors were opened with. Raises LookupError before that."""
        if self.session is None:
            raise LookupError("the doors have not been opened")
        return self.session

    @property
    def step(self) -> Step | None:
        """Return the present line of the agenda; none while people are arriving."""
        return self.steps[self.plan.step] if 0 <= self.plan.step < len(self.steps) else None

    @property
    def application(self) -> str:
        """Return the ref of the application in hand, or nothing."""
        return self.step.ref if self.step else ""

    @property
    def day_phase(self) -> Phase:
        """Return the phase the day is at: a question of the moment is asked in between, and is none of its own."""
        between = self.plan.phase in (Phase.ASK_ROOM, Phase.ROOM_ANSWER) and bool(self.asked)
        return self.asked[-1].back if between else self.plan.phase

    @property
    def interview(self) -> Interview | None:
        """Return the interview that is on, if one is."""
        return self.plan.interviews.get(self.step.key) if self.step else None

    @property
    def guests_in(self) -> bool:
        """Whether guests are in the room: nothing of any other application may be seen."""
        return self.plan.phase in GUESTS_IN

    @property
    def open_round(self) -> Round | None:
        """Return the ballot that is open in the present application, if one is."""
        rounds = self.rounds.get(self.application, ())
        return rounds[-1] if rounds and rounds[-1].open else None

    @property
    def open_tie(self) -> TieBallot | None:
        """Return the tie-break ballot that is open, if one is."""
        return self.tie_ballots[-1] if self.tie_ballots and self.tie_ballots[-1].open else None

    @property
    def open_question(self) -> RoomQuestion | None:
        """Return the question of the moment that is open, if one is."""
        return self.asked[-1] if self.asked and self.asked[-1].open else None

    @property
    def taken(self) -> tuple[int, ...]:
        """Return the seats that have a member."""
        return tuple(number for number, seat in self.seats.items() if seat.taken)

    @property
    def here(self) -> tuple[int, ...]:
        """Return the seats whose member has not gone home."""
        return tuple(number for number, seat in self.seats.items() if seat.here)

    def at_the_table(self, ref: str) -> tuple[int, ...]:
        """Return the seats that may speak and score on an application: those here with no conflict about it."""
        return tuple(seat for seat in self.here if (seat, ref) not in self.conflicts)


def scores_of(state: State, ref: str) -> ScoringState:
    """Return an application's scoring, an empty one where none has begun."""
    return state.scoring.get(ref, ScoringState())


def totals_shown(state: State, ref: str, rounds: Iterable[Round] | None = None) -> tuple[Casters, ...]:
    """Return who cast in each count on an application's question that people have seen, at earlier stages too.

    What the room was asked by the way may have been that very question.
    """
    held = state.rounds.get(ref, ()) if rounds is None else rounds
    by_the_way = shown_by_the_way(state.asked, ref, state.model.consensus)
    return (*shown_earlier(state.model, ref), *shown_rounds(held), *by_the_way)


def answers_shown(state: State, question: RoomQuestion) -> tuple[Casters, ...]:
    """Return who cast in each count that people have seen of what the room is asked by the way, ballots with it."""
    ballots = state.model.consensus
    refs = [ref for ref in state.rounds if may_be_about(question, ref, ballots)]
    if question.ref and question.ref not in refs:
        refs.append(question.ref)  # earlier stages may have voted on it
    held = (
        one
        for ref in refs
        for one in (*shown_earlier(state.model, ref), *shown_rounds(state.rounds.get(ref, ())))
    )
    return (*shown_alike(state.asked, question), *held)


def orders_shown(
    state: State, refs: Collection[str], ballots: Iterable[TieBallot] | None = None
) -> tuple[Casters, ...]:
    """Return who cast in each count that put two of these in order and that people have seen, at earlier stages too."""
    held = state.tie_ballots if ballots is None else ballots
    return (*shown_orders_earlier(state.model, refs), *shown_orders(held, refs))


__all__ = [
    "AgreedWay",
    "Break",
    "Cell",
    "Conflict",
    "Correction",
    "HandRound",
    "Intervention",
    "Interview",
    "Morning",
    "Note",
    "Picture",
    "Plan",
    "RoomQuestion",
    "Round",
    "ScoringState",
    "Seat",
    "Signed",
    "State",
    "TakenBack",
    "TieBallot",
    "Timing",
    "Undoable",
    "answers_shown",
    "orders_shown",
    "scores_of",
    "totals_shown",
]
