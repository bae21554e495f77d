"""All that the wall or the desk can do, to be found by typing a word: every key, and what has no key of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from screens.wall.themes import NAMES
from sessions import commands as c
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp

_ORDERS: dict[str, c.Command] = {
    "doors-open": c.ReopenDoors(),
    "doors-shut": c.ShutDoors(),
    "agreed-yes": c.AgreeByTalking(yes=True),
    "agreed-no": c.AgreeByTalking(yes=False),
    "nobody-came": c.NobodyCame(),
}
_ASKING = (  # conversations of `asking` that have no key
    "put_right",
    "ask_room",
    "agree_way",
    "new_card",
    "signals",
    "remind",
    "goes_home",
    "put_back",
    "end_day",
    "come_again",
    "hand_round",
    "hide_reason",
    "hold",
    "began",
    "look_again",
    "put_list",
    "register",
    "score_file",
    "correct",
)


def palette(app: BaseApp, *more: str) -> Iterable[SystemCommand]:
    """List the commands; `more` names conversations that only this screen can hold."""
    for key in app.KEYS:
        if key.name != "palette":
            yield SystemCommand(key.words, key.help, partial(app.run_action, key.action))
    keyed = {key.name for key in app.KEYS}
    for name, order in _ORDERS.items():
        yield _command(name, partial(app.do, order))
    if "add_seat" not in keyed:
        yield _command("add-seat", app.action_add_seat)
    for name in (*_ASKING, *more):
        if name in keyed:
            continue
        yield _command(name.replace("_", "-"), partial(app.action_ask, name))
    for name in NAMES:
        yield _command(f"theme.{name}", partial(setattr, app, "theme", name))


def _command(name: str, callback: Callable[[], object]) -> SystemCommand:
    return SystemCommand(say(f"wall.palette.{name}"), say(f"wall.palette.{name}.help"), callback)
