"""Is everything ready? What was looked at, and a way on from each line. And the square again, for latecomers."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from screens.wall.asks.ready import Ready
from screens.wall.asks.square import Joining, Square
from screens.wall.asks.telling import Telling
from sessions.wording import say

from ..network import square_link
from ..ready.checks import checks

if TYPE_CHECKING:
    from ..app import WallApp

_SYSTEMS = {"win32": "windows", "darwin": "mac"}


async def ready(app: WallApp) -> None:
    """Show the list, and again after each line that was picked: by then it may be mended."""
    picked = ""
    while True:
        looked = await asyncio.to_thread(checks, app.laptop, app.room)
        answer = await app.push_screen_wait(Ready(looked, start=picked))
        if answer is None:
            return
        picked = answer
        if picked == "phone":
            await try_phone(app)
        elif picked == "address":
            await choose_address(app)
        elif picked in ("help", "awake"):
            await show_words(app, picked)


async def try_phone(app: WallApp) -> None:
    """Show the square until somebody has tried it."""
    await app.push_screen_wait(Square(say("ready.try.title"), say("ready.try.how"), lambda: _joining(app)))


async def square(app: WallApp) -> None:
    """Show the square again."""
    words = say("ready.square.how")
    await app.push_screen_wait(Square(say("ready.square.title"), words, lambda: _joining(app, tried=False)))


def _joining(app: WallApp, *, tried: bool = True) -> Joining:
    room = app.room
    link = square_link(room.address, room.door_code, encrypted=room.encrypted)
    seen = ""
    if tried:
        visits = room.visits
        if visits.elsewhere is not None:
            seen = say("ready.try.good", time=f"{visits.elsewhere:%H:%M}")
        else:
            seen = say("ready.try.here" if visits.here is not None else "ready.try.waiting")
    return Joining(link, room.address, room.door_code, seen)


async def choose_address(app: WallApp) -> None:
    """Choose among the laptop's addresses; the square is drawn again for the one chosen."""
    name, _, port = app.room.address.rpartition(":")
    found = app.laptop.addresses()
    if len(found) < 2 or not app.laptop.any_address:
        await show_words(app, "one-address")
        return
    lines = [Line(one, one, say("ready.address.now") if one == name else "") for one in found]
    start = found.index(name) if name in found else 0
    picked = await app.push_screen_wait(
        Pick(say("ready.address.title"), lines, text=say("ready.address.how"), start=start)
    )
    if picked and picked != name:
        app.room.move_to(f"{picked}:{port}")


async def show_words(app: WallApp, about: str) -> None:
    """Say what can be done, a paragraph each; for a hotspot, the steps of this system first."""
    keys = _PARAGRAPHS[about]
    mine = _SYSTEMS.get(app.laptop.system, "linux")
    own = [key for key in keys if key.endswith(mine)]
    others = [key for key in keys if ".hotspot-" in key and key not in own]
    ordered = [key for key in keys if key not in own and key not in others]
    at = next((place for place, key in enumerate(ordered) if key.endswith("hotspot")), len(ordered) - 1) + 1
    ordered[at:at] = [*own, *others]
    await app.push_screen_wait(
        Telling(say(f"ready.{about}.title"), [say(key, address=app.room.address) for key in ordered])
    )


_PARAGRAPHS = {
    "help": (
        "ready.help.first",
        "ready.help.same-wifi",
        "ready.help.firewall",
        "ready.help.apart",
        "ready.help.hotspot",
        "ready.help.hotspot-windows",
        "ready.help.hotspot-mac",
        "ready.help.hotspot-linux",
        "ready.help.paper",
    ),
    "awake": ("ready.awake.how", "ready.awake.lid-open", "ready.awake.mains"),
    "one-address": ("ready.one-address.how",),
}
