"""Keep how every screen looks, row by row: `python -m tests.snapshots` draws them all anew."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from panel_tui.facilitator.wall_app import WallApp
from screens.wall import themes
from tests.desk.samples import VIEWS, sample_desk
from tests.opening.samples import SHELVES, SampleOpening
from tests.wall.posters import POSTERS
from tests.wall.rooms import FakeRoom, table

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "tests" / "snapshots"
SIZES = ((60, 20), (80, 24), (120, 40))
# Cards over the wall, by the poster they are over and the keys that bring them up.
CARDS = {
    "help": ("lobby", ["question_mark"]),
    "note": ("scoring", ["n"]),
    "stepping-out": ("scoring", ["x"]),
    "paper-seat": ("lobby", ["p"]),
    "slip": ("scoring", ["p", "4", "enter"]),
    "agenda": ("scoring", ["m"]),
    "leave": ("scoring", ["q"]),
    # not cards, but what a key turns up on the same poster
    "decision": ("confirmed", ["pagedown"]),
    "decision-long": ("confirmed", ["pagedown", "pagedown"]),
}
WALLS = tuple(f"wall-{name}" for name in POSTERS)
OTHERS = (
    *(f"card-{name}" for name in CARDS),
    *(f"desk-{name}" for name in VIEWS),
    *(f"opening-{name}" for name in SHELVES),
)


Drawn = tuple[str, str, App[Any]]  # a screen's name, its rows, and the program that shows it


def sample(name: str) -> tuple[App[Any], list[str]]:
    """Give the program that shows a screen, and the keys that bring it there."""
    kind, _, which = name.partition("-")
    if kind == "desk":
        return sample_desk(which), []
    if kind == "opening":
        return SampleOpening(which), []
    poster, keys = CARDS[which] if kind == "card" else (which, [])
    return WallApp(FakeRoom(poster, state=table())), keys


async def at_rest(pilot: Pilot[Any]) -> str:
    """Give the screen's rows once they no longer change."""
    before = ""
    for _ in range(200):
        await pilot.pause()
        drawn = pilot.app.screen._compositor.render_strips()
        now = "".join(f"{strip.text.rstrip()}\n" for strip in drawn)
        if now == before and now.strip():
            return now
        before = now
    raise AssertionError("the screen never came to rest")


async def each_screen(
    size: tuple[int, int], theme: str = themes.NAMES[0], wanted: Collection[str] = (*WALLS, *OTHERS)
) -> AsyncIterator[Drawn]:
    """Draw the screens at one size. The posters follow one another on one wall, as they do on the day."""
    room = FakeRoom(*POSTERS, state=table())
    wall = WallApp(room)
    wall.theme = theme
    async with wall.run_test(size=size) as pilot:
        for at, name in enumerate(WALLS):
            if name not in wanted:
                continue
            room.at = at
            await wall.draw()
            yield name, await at_rest(pilot), wall
    for name in filter(wanted.__contains__, OTHERS):
        app, keys = sample(name)
        app.theme = theme
        async with app.run_test(size=size) as pilot:
            await at_rest(pilot)
            await pilot.press(*keys)
            yield name, await at_rest(pilot), app


async def drawn(size: tuple[int, int]) -> dict[str, str]:
    """Draw every screen at one size; give their rows."""
    return {name: rows async for name, rows, _ in each_screen(size)}


def kept(size: tuple[int, int]) -> Path:
    return KEPT / f"{size[0]}x{size[1]}"


async def renew() -> None:
    """Draw them all and keep them; what is no longer a screen goes."""
    for size in SIZES:
        kept(size).mkdir(parents=True, exist_ok=True)
        shown = await drawn(size)
        for old in kept(size).iterdir():
            if old.stem not in shown:
                old.unlink()
        for name, rows in shown.items():
            (kept(size) / f"{name}.txt").write_text(rows, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(renew())
