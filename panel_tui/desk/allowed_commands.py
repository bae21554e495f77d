"""What may be wished for over the desk's listener: a closed list. What a phone or a printer does is not on it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from msgspec import Struct

from panel_tui.facilitator.facilitator_api import FacilitatorApi
from sessions import commands as c
from sessions.model.refusals import No, Refused
from sessions.model.text import clean

ORDERS: dict[str, type[Any]] = {
    order.__name__: order
    for order in (
        c.AddMinutes,
        c.AddApplication,
        c.AddNote,
        c.AddSeat,
        c.AddStep,
        c.AgreeByTalking,
        c.AskFollowUp,
        c.AgreeWay,
        c.AskRoom,
        c.BreakTie,
        c.BringBack,
        c.ChangeCriteria,
        c.ChangeDetail,
        c.ChangeRule,
        c.ChoosePaperWay,
        c.ComeAgain,
        c.ComeBack,
        c.Correct,
        c.EndDay,
        c.GoAgainstRule,
        c.HideReason,
        c.Hold,
        c.JumpTo,
        c.KeySlip,
        c.LeaveEarly,
        c.LookAgain,
        c.LookBack,
        c.MoveLine,
        c.MoveStart,
        c.MoveStep,
        c.NobodyCame,
        c.PassTurn,
        c.Place,
        c.PutList,
        c.PutSeatBack,
        c.RecordDecision,
        c.SayByQuestion,
        c.ReopenDoors,
        c.ReopenList,
        c.Retime,
        c.SetApplicationAside,
        c.ShutDoors,
        c.SignRegister,
        c.SkipStep,
        c.SlipsAgree,
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


class AskOrder(Struct, frozen=True, forbid_unknown_fields=True):
    """Say what a first press, or step back, would be asked again about; do nothing."""

    position: str
    undo: bool = False


class NewCardOrder(Struct, frozen=True, forbid_unknown_fields=True):
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


class CountedClosing(Struct, frozen=True, forbid_unknown_fields=True):
    """Two members' counts of the closing questions' slips."""

    first: tuple[c.Tally, ...]
    second: tuple[c.Tally, ...]


class ViewSlip(Struct, frozen=True, forbid_unknown_fields=True):
    """Another view about an application, as it stands on a slip."""

    application: str
    text: str


class TakeOver(Struct, frozen=True, forbid_unknown_fields=True):
    """One difference between folder and record to be taken over: its name, the way, and why."""

    key: str
    way: str
    why: str


class PileFiles(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of paper scores, a second one or nothing, and to keep them what was seen in them."""

    path: str
    second: str = ""
    seen: str = ""


class Nothing(Struct, frozen=True, forbid_unknown_fields=True):
    """A wish with nothing more to it."""


Way = Callable[[FacilitatorApi, Any], Awaitable[Any]]

WISHES: dict[str, tuple[type[Any], Way]] = {
    **{name: (order, lambda hand, order: hand.do(order)) for name, order in ORDERS.items()},
    "press": (Press, lambda hand, it: hand.press(position=it.position, sure=it.sure)),
    "ask": (AskOrder, lambda hand, it: hand.ask(position=it.position, undo=it.undo)),
    "putting-right": (Nothing, lambda hand, _it: hand.putting_right()),
    "differences": (Nothing, lambda hand, _it: hand.differences()),
    "take-over": (TakeOver, lambda hand, it: hand.take_over(it.key, it.way, it.why)),
    "read-pile": (PileFiles, lambda hand, it: hand.read_pile(it.path, it.second)),
    "key-pile": (PileFiles, lambda hand, it: hand.key_pile(it.path, it.second, it.seen)),
    "remind": (Nothing, lambda hand, _it: hand.remind()),
    "new-card": (NewCardOrder, lambda hand, it: hand.new_card(it.seat)),
    "hand-round": (Nothing, lambda hand, _it: hand.make_hand_round()),
    "shut-phones": (Nothing, lambda hand, _it: hand.close_ballot_on_phones()),
    "reopen-phones": (Nothing, lambda hand, _it: hand.reopen_ballot_on_phones()),
    "key-paper": (Counted, lambda hand, it: hand.key_paper(it.first, it.second)),
    "count-closing": (CountedClosing, lambda hand, it: hand.count_closing(it.first, it.second)),
    "key-view": (ViewSlip, lambda hand, it: hand.key_view(it.application, it.text)),
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
        """Return the refusal as the room raised it."""
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
