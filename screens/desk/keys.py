"""The desk's keys: the wall's own where they mean the same, and a few for what the wall keeps in its palette.

A new order is offered here by one entry; its words and its help come from the wording under its name.
"""

from __future__ import annotations

from screens.wall.keys import KEYS as WALL_KEYS
from screens.wall.keys import Key
from sessions.wording import say

# What the wall does with a key and the desk does too. The rest turns what the room sees.
_BOTH = frozenset(
    {
        "next",
        "pause",
        "more",
        "fewer",
        "undo",
        "void",
        "step_out",
        "note",
        "decision",
        "agenda",
        "retime",
        "paper",
    }
    | {"theme", "help", "palette", "leave"}
)

KEYS = (
    *(key for key in WALL_KEYS if key.name in _BOTH),
    Key("break_tie", ("o",), asks=True, said="wall.keys.break_tie"),
    Key("remind", ("e",), asks=True, said="wall.palette.remind"),
    Key("new_card", ("k",), asks=True, said="wall.palette.new-card"),
    Key("goes_home", ("h",), asks=True, said="wall.palette.goes-home"),
    Key("add_seat", ("a",), said="wall.palette.add-seat"),
)

_APART = "   "
FOOT = ("next", "undo", "pause", "step_out", "paper", "note", "decision", "remind", "help")


def foot(width: int) -> str:
    """Say the keys that are wanted most, as many as fit; help, which names the others, always stands there."""
    shown = {key.name: key for key in KEYS}
    said = [f"{shown[name].shown[0]} {say(f'desk.foot.{name}')}" for name in FOOT]
    while len(_APART.join(said)) > width and len(said) > 1:
        del said[-2]
    return _APART.join(said)
