"""Which plan counts, the folder's or the record's, and where the two differ: asked here, and nowhere else.

Until somebody has a seat the folder counts, as it stands at each start. From then on the record does, and the folder
may still be edited: what differs is listed in the same words by `check`, `print`, `rehearse`, `run`, `g` and the desk.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from panel_tui.folder.adjustments import read_adjustments
from panel_tui.folder.fault import Fault, listing
from panel_tui.folder.languages import learn_language
from panel_tui.record.sidecar_files import RECORD
from panel_tui.system.errors import Unable
from sessions.model.adjustments import SeatAdjustments
from sessions.model.session import Session
from sessions.state import State
from sessions.wording import say, speaking_of

if TYPE_CHECKING:
    from panel_tui.folder.session_folder import FolderReading
    from sessions.decide.plan_differences import Difference

Draw = Callable[[], int]


class FolderRefused(Unable):
    """The folder cannot be used as it is: every fault, one a line."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Say them all."""
        super().__init__(listing(faults))


class PlanInForce(Struct, frozen=True):
    """The plan that counts; none where the folder counts and cannot be read. `state` is what the record adds up to.

    `differs` says where the folder differs from it. Where the record rules and the folder cannot be read, `reading`
    has the faults, and nothing is compared.
    """

    session: Session | None
    state: State
    reading: FolderReading
    differs: tuple[Difference, ...] = ()

    @property
    def by_record(self) -> bool:
        """Whether the record rules."""
        return self.state.begun

    @property
    def seats(self) -> int:
        """Count the seats, those added on the day too; nought where nothing is known of them."""
        return max(self.numbers, default=0)

    @property
    def numbers(self) -> list[int]:
        """Number the seats. Until somebody has one, a seat of an earlier plan, for which a card was made, is none."""
        planned = {member.seat for member in self.session.members} if self.session is not None else set[int]()
        known = self.by_record or self.session is None
        return sorted(planned | (set(self.state.seats) if known else set()))

    @property
    def plan(self) -> Session:
        """Return the plan that counts. Raises FolderRefused."""
        if self.session is None:
            raise FolderRefused(self.reading.faults)
        return self.session


def plan_in_force(folder: Path, draw: Draw | None = None) -> PlanInForce:
    """Look at a folder and its record, beside whatever runs there.

    `draw` gives the seed of a shuffled order that names none; one that was drawn before stays. Raises the record's
    own refusals.
    """
    state = recorded(folder)
    return plan_in_force_of(folder, state, draw)


def plan_in_force_of(folder: Path, state: State, draw: Draw | None = None) -> PlanInForce:
    """Look at a folder whose record adds up to `state`."""
    from panel_tui.folder.session_folder import (
        read_session,
    )  # a begun day's wall stands before this is needed

    known = tuple(one.ref for one in state.model.every_application) if state.begun else ()
    reading = read_session(folder, draw=_drawn_before(state) or draw, known=known)
    if not state.begun:
        return PlanInForce(reading.session and _marked(reading.session, state), state, reading)
    from sessions.decide.plan_differences import (
        differences,  # of a day that has begun, as are the record and its fold
    )
    from sessions.plan.alignment import aligned
    from sessions.plan.standing_plan import standing_plan

    compared: tuple[Difference, ...] = ()
    if reading.session is not None:
        there = aligned(state.model.every_application, reading.session, reading.unnamed)
        compared = differences(state, there)
    return PlanInForce(_labelled(standing_plan(state), reading.session), state, reading, compared)


def _marked(read: Session, state: State) -> Session:
    """Keep what was begun as a rehearsal one, whatever has been put right in the folder since."""
    return as_rehearsal(read) if state.session is not None and state.session.rehearsal else read


def as_rehearsal(session: Session) -> Session:
    """Return the session as one that says everywhere that it is only rehearsed."""
    learn_language(session.language)
    with speaking_of(session):
        title = say("views.rehearsal", title=session.title)
    return replace(session, rehearsal=True, title=title)


def _labelled(plan: Session, folder: Session | None) -> Session:
    """Call seats what the folder calls them now: labels are no part of what was agreed, nor of the record."""
    labels = folder.labels if folder else {}
    members = (replace(member, label=labels.get(member.seat, "")) for member in plan.members)
    return replace(plan, members=tuple(members))


def recorded(folder: Path) -> State:
    """Return what the folder's record adds up to; an empty state where there is none."""
    if not (folder / RECORD).exists():
        return State()
    from panel_tui.record import RecordView
    from panel_tui.record.history import blaming, history
    from sessions.evolve import fold

    entries = RecordView.read(folder / RECORD).entries
    with blaming(lambda: entries):
        return fold(history(entries))


def read_or_refuse(folder: Path, draw: Draw, state: State | None = None) -> Session:
    """Read a folder's session, with the seed that was drawn before where one was. Raises FolderRefused."""
    from panel_tui.folder.session_folder import read_session

    before = state or State()
    reading = read_session(folder, draw=_drawn_before(before) or draw)
    seats = len(reading.session.members) if reading.session else 0
    _asked, odd = read_adjustments(folder, seats)
    if reading.session is None or odd:
        raise FolderRefused((*reading.faults, *odd))
    return _marked(reading.session, before)


def adjusted(folder: Path, counts: PlanInForce) -> tuple[SeatAdjustments, ...]:
    """Return what members asked for, by seat. Raises FolderRefused, with every fault."""
    asked, faults = read_adjustments(folder, counts.seats)
    if faults:
        raise FolderRefused(faults)
    return asked


def _drawn_before(state: State) -> Draw | None:
    """Return the seed that was drawn when the folder was first read: an order must not change at each start."""
    model = state.session
    if model is None or model.order == "listed" or model.seed is None:
        return None
    seed = model.seed
    return lambda: seed


def unreadable(faults: tuple[Fault, ...]) -> str:
    """Say that the record is used though the folder cannot be read, with every fault."""
    return "\n".join((say("changes.differs.unread"), listing(faults)))
