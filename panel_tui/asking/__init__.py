"""Ask the facilitator what an order still needs, then give the order. One short conversation each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from . import deciding, leaving, moving, paper, people

if TYPE_CHECKING:
    from ..app import WallApp

Conversation = Callable[["WallApp"], Awaitable[None]]

ASKING: dict[str, Conversation] = {
    "leave": leaving.leave,
    "help": leaving.show_help,
    "note": moving.note,
    "void": moving.void,
    "agenda": moving.agenda,
    "step_out": people.step_out,
    "paper": paper.paper,
    "decision": deciding.decision,
    "award": deciding.award,
    "new_card": people.new_card,
    "signals": people.signals,
    "remind": people.remind,
    "goes_home": people.goes_home,
}
