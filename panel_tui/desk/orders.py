"""What may be wished for over the desk's listener: a closed list. What a phone or a printer does is not on it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from msgspec import Struct

from sessions import commands as c
from sessions.refusals import No, Refused
from sessions.text import clean

from ..hand import Hand

ORDERS: dict[str, type[Any]] = {
    order.__name__: order
    for order in (
        c.AddMinutes,
        c.AddNote,
        c.AddSeat,
        c.AddStep,
        c.AgreeByTalking,
        c.BreakTie,
        c.ComeBack,
        c.Correct,
        c.HideReason,
        c.Hold,
        c.JumpTo,
        c.KeySlip,
        c.LeaveEarly,
        c.LookAgain,
        c.MoveLine,
        c.MoveStart,
        c.MoveStep,
        c.RecordDecision,
        c.ReopenDoors,
        c.ReopenList,
        c.Retime,
        c.ShutDoors,
        c.SignRegister,
        c.SkipStep,
        c.StepOut,
        c.TakeBreak,
        c.TakePaperSeat,
        c.Undo,
        c.VoidReveal,
        c.VoidRound,
    )
}


class Press(Struct, frozen=True, forbid_unknown_fields=True):
    """Do the obvious next thing."""

    position: str
    sure: bool = False


class Ask(Struct, frozen=True, forbid_unknown_fields=True):
    """Say what a first press would be asked again about; do nothing."""

    position: str


class NewCard(Struct, frozen=True, forbid_unknown_fields=True):
    """A new card for a seat."""

    seat: int


class Counted(Struct, frozen=True, forbid_unknown_fields=True):
    """Two members' counts of the slips."""

    first: c.Tally
    second: c.Tally


class CountedPlaces(Struct, frozen=True, forbid_unknown_fields=True):
    """Two members' counts of the slips of a tie-break ballot."""

    first: c.Places
    second: c.Places


class Nothing(Struct, frozen=True, forbid_unknown_fields=True):
    """A wish with nothing more to it."""


Way = Callable[[Hand, Any], Awaitable[Any]]

WISHES: dict[str, tuple[type[Any], Way]] = {
    **{name: (order, lambda hand, order: hand.do(order)) for name, order in ORDERS.items()},
    "press": (Press, lambda hand, it: hand.press(position=it.position, sure=it.sure)),
    "ask": (Ask, lambda hand, it: hand.ask(position=it.position)),
    "remind": (Nothing, lambda hand, _it: hand.remind()),
    "new-card": (NewCard, lambda hand, it: hand.new_card(it.seat)),
    "hand-round": (Nothing, lambda hand, _it: hand.make_hand_round()),
    "shut-phones": (Nothing, lambda hand, _it: hand.shut_phones()),
    "reopen-phones": (Nothing, lambda hand, _it: hand.reopen_phones()),
    "key-paper": (Counted, lambda hand, it: hand.key_paper(it.first, it.second)),
    "key-places": (CountedPlaces, lambda hand, it: hand.key_places(it.first, it.second)),
}


class Wish(Struct, frozen=True, forbid_unknown_fields=True):
    """A wish on its way: its name in the list, and what goes with it."""

    name: str
    values: dict[str, Any] = {}


class Granted(Struct, frozen=True):
    """What came of a wish that was granted."""

    result: Any = None


class Denied(Struct, frozen=True):
    """Why a wish was refused: the code, and what its sentence is filled in with."""

    code: No
    values: dict[str, Any]

    @property
    def refused(self) -> Refused:
        """Give the refusal as the room raised it."""
        return Refused(self.code, **self.values)


class NoWish(ValueError):  # noqa: N818 - it describes what came
    """What came is no wish of ours."""


def read_wish(body: bytes) -> tuple[Way, Any]:
    """Read a wish, all its text cleaned. Raises NoWish."""
    try:
        wish = msgspec.json.decode(body, type=Wish)
        kind, way = WISHES[wish.name]
        return way, msgspec.convert(_cleaned(wish.values), kind)
    except (msgspec.MsgspecError, KeyError, ValueError, RecursionError) as why:
        raise NoWish(type(why).__name__) from why


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case dict():
            return {clean(key): _cleaned(one) for key, one in value.items()}
        case list():
            return [_cleaned(one) for one in value]
        case _:
            return value
