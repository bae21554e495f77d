"""The desk's keys: the wall's own where they mean the same, and a few for what the wall keeps in its palette.

A new order is offered here by one entry; its words and its help come from the wording under its name.
"""

from __future__ import annotations

from screens.wall.keys import KEYS as WALL_KEYS
from screens.wall.keys import Key
from sessions.wording import say

# On the wall these turn what people see; the desk shows everything at once. And the laptop is the wall's.
_WALL_ALONE = frozenset({"back", "blank", "up", "down", "award", "confirm", "swap", "ready"})

KEYS = (
    *(key for key in WALL_KEYS if key.name not in _WALL_ALONE),
    Key("remind", ("e",), asks=True, said="wall.palette.remind"),
    Key("new_card", ("k",), asks=True, said="wall.palette.new-card"),
    Key("goes_home", ("h",), asks=True, said="wall.palette.goes-home"),
    Key("add_seat", ("a",), said="wall.palette.add-seat"),
)

FOOT = ("next", "undo", "pause", "step_out", "paper", "note", "decision", "remind", "help")


def foot() -> str:
    """Say the keys that are wanted most, for the foot of the desk."""
    shown = {key.name: key for key in KEYS}
    return "   ".join(f"{shown[name].shown[0]} {say(f'desk.foot.{name}')}" for name in FOOT)
