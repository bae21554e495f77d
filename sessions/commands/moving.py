"""Orders about where the room stands: the one key, the agenda, breaks, minutes, notes, undo."""

from __future__ import annotations

from ..model import Value
from .rounds import Places, Tally
from .unsigned import Gathered


class Next(Value, frozen=True):
    """Do the obvious next thing. `sure` is the second press; the room fills in what the ballot box holds.

    `awaited` names the seats whose ballots a crash left unread, `on_paper` counts slips that are not keyed in yet.
    """

    position: str
    sure: bool = False
    cast: int = 0
    tally: Tally | None = None
    awaited: tuple[int, ...] = ()
    on_paper: int = 0
    gathered: Gathered | None = None
    places: Places | None = None


class JumpTo(Value, frozen=True):
    """Go to another line of the agenda. `sure` is the second press, wanted where lines that matter are passed over."""

    position: str
    step: str
    sure: bool = False
    gathered: Gathered | None = None


class Undo(Value, frozen=True):
    """Take back the last step."""

    position: str


class TakeBreak(Value, frozen=True):
    """Take a break now."""

    minutes: int = 10


class AddMinutes(Value, frozen=True):
    """Give the present phase minutes more, or fewer."""

    minutes: int


class AddNote(Value, frozen=True):
    """Note something about the present application, or the day."""

    text: str
