"""Commands about where the room stands: the next step, undo, jumps, notes, and the seal that ends it."""

from __future__ import annotations

from sessions.commands.rounds import Places, Tally
from sessions.commands.workshop import Gathered
from sessions.model.session import Value


class Next(Value, frozen=True):
    """Do the obvious next thing. `sure` is the second press; the room fills in what the ballot box holds.

    `awaited` names the seats whose ballots a crash left unread, `on_paper` counts slips that are not keyed in yet,
    `voted` names the seats whose ballots are in by phone: None where nobody has looked. `writing` says
    that some who voted have not said yet whether they have a reason to give. `questions` are those written
    while reading, in the order of letters, and `could_ask` names the seats that could write one.
    """

    position: str
    sure: bool = False
    cast: int = 0
    tally: Tally | None = None
    awaited: tuple[int, ...] = ()
    on_paper: int = 0
    gathered: Gathered | None = None
    places: Places | None = None
    voted: tuple[int, ...] | None = None
    writing: bool = False
    questions: tuple[str, ...] = ()
    could_ask: tuple[int, ...] = ()


class JumpTo(Value, frozen=True):
    """Go to another line of the agenda. `sure` is the second press, wanted where lines that matter are passed over.

    The room fills in how many have written what they would ask, which nobody has been shown yet.
    """

    position: str
    step: str
    sure: bool = False
    gathered: Gathered | None = None
    unshown: int = 0


class Undo(Value, frozen=True):
    """Take back the last step. `sure` is the second press, wanted where what people gave would go with it.

    The room fills in how many ballots are in the box, how many have given something else here without a name, and how
    many have written what they would ask, which nobody has been shown yet.
    """

    position: str
    sure: bool = False
    cast: int = 0
    given: int = 0
    unshown: int = 0


class TakeBreak(Value, frozen=True):
    """Take a break now."""

    minutes: int = 10


class AddMinutes(Value, frozen=True):
    """Give the present phase minutes more, or fewer."""

    minutes: int


class AddNote(Value, frozen=True):
    """Note something about the present application, or the day."""

    text: str


class Seal(Value, frozen=True):
    """Close the record for good; `unfinished` says that a day which has not ended may be sealed too."""

    unfinished: bool = False
