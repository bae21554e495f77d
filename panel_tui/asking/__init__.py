"""Ask the facilitator what an order still needs, then give the order. One short conversation each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from . import (
    agenda,
    correcting,
    deciding,
    leaving,
    moving,
    paper,
    people,
    readying,
    register,
    timing,
    words,
    workshop,
)

Conversation = Callable[[Any], Awaitable[None]]  # any takes a Switchboard; `award` asks for the wall itself

ASKING: dict[str, Conversation] = {
    "leave": leaving.leave,
    "help": leaving.show_help,
    "note": moving.note,
    "void": moving.void,
    "agenda": agenda.agenda,
    "look_again": agenda.look_again,
    "retime": timing.retime,
    "began": timing.began,
    "hold": timing.hold,
    "step_out": register.step_out,
    "register": register.register,
    "correct": correcting.correct,
    "paper": paper.paper,
    "decision": deciding.decision,
    "award": deciding.award,
    "what_if": deciding.what_if,
    "break_tie": deciding.break_tie,
    "new_card": people.new_card,
    "hand_round": people.hand_round,
    "signals": people.signals,
    "remind": people.remind,
    "goes_home": people.goes_home,
    "hide_reason": words.hide_reason,
    "criteria": workshop.criteria,
    "ready": readying.ready,
    "square": readying.square,
}
