"""Is everything ready? What was looked at, and a way on from each line. And the square again, for latecomers."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from panel_tui.facilitator.dialog_flows.putting_right import from_folder
from panel_tui.facilitator.dialog_flows.seats import register
from panel_tui.folder.plan_in_force import plan_in_force_of
from panel_tui.ready.checks import checks
from panel_tui.system.adapters import OwnAddress
from panel_tui.system.network import square_link
from screens.wall.dialogs.codes import JoiningSquare, Square
from screens.wall.dialogs.dialog import Telling
from screens.wall.dialogs.eye_chart import EyeChart
from screens.wall.dialogs.pick import Pick, PickLine, Ready
from sessions.commands import OpenDoors
from sessions.views.frame import clock
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.wall_app import WallApp

_SYSTEMS = {"win32": "windows", "darwin": "mac"}


async def ready(app: WallApp) -> None:
    """Show the list, and again after each line that was picked: by then it may be mended."""
    picked = ""
    while True:
        await app.room.keeping.look(whole=True)
        looked = await asyncio.to_thread(checks, app.laptop, app.room)
        answer = await app.push_screen_wait(Ready(looked, start=picked))
        if answer is None:
            return
        picked = answer
        if picked == "phone":
            await try_phone(app)
        elif picked == "address":
            await choose_address(app)
        elif picked == "plan":
            await plan(app)
        elif picked == "register":
            await register(app)
        elif picked == "eyes":
            await app.push_screen_wait(EyeChart())
        elif picked in ("help", "awake"):
            await show_words(app, picked)


async def plan(app: WallApp) -> None:
    """Take the folder as it is now, where nobody has had a seat; else go through what differs."""
    if app.room.state.begun:
        await from_folder(app, await app.api.differences())
        return
    counts = await asyncio.to_thread(plan_in_force_of, app.laptop.folder, app.room.state)
    if counts.session is not None and await app.do(OpenDoors(counts.session)):
        app.tell(say("ready.plan.taken"))


async def try_phone(app: WallApp) -> None:
    """Show the square until somebody has tried it."""
    await app.push_screen_wait(Square(say("ready.try.title"), say("ready.try.how"), lambda: _joining(app)))


async def square(app: WallApp) -> None:
    """Show the square again."""
    words = say("ready.square.how")
    await app.push_screen_wait(Square(say("ready.square.title"), words, lambda: _joining(app, tried=False)))


def _joining(app: WallApp, *, tried: bool = True) -> JoiningSquare:
    room = app.room
    code = "" if tried else room.door_code  # a trial seats nobody: until somebody sits, the folder counts
    link = square_link(room.address, code, encrypted=room.encrypted)
    seen = ""
    if tried:
        visits = room.visits
        if visits.elsewhere is not None:
            seen = say("ready.try.good", time=clock(visits.elsewhere))
        else:
            seen = say("ready.try.here" if visits.here is not None else "ready.try.waiting")
    return JoiningSquare(link, room.address, code, seen, trial=tried)


async def choose_address(app: WallApp) -> None:
    """Choose among the laptop's addresses; the square is drawn again for the one chosen."""
    name, _, port = app.room.address.rpartition(":")
    found = app.laptop.addresses()
    if len(found) < 2 or not app.laptop.any_address:
        await show_words(app, "one-address")
        return
    own = {one.address: one for one in app.laptop.own()}
    lines = [PickLine(one, one, _remark(own.get(one), now=one == name)) for one in found]
    start = found.index(name) if name in found else 0
    picked = await app.push_screen_wait(
        Pick(say("ready.address.title"), lines, text=say("ready.address.how"), start=start)
    )
    if picked and picked != name:
        app.room.move_to(f"{picked}:{port}")


def _remark(own: OwnAddress | None, *, now: bool) -> str:
    """Say of an address whether it is in use, which adapter has it, and whether that is a virtual one."""
    if own is None:
        return say("ready.address.now") if now else ""
    said = (
        own.adapter,
        say("ready.address.now") if now else "",
        say("ready.address.virtual") if own.virtual else "",
    )
    return ", ".join(part for part in said if part)


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
