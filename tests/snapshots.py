"""Keep how every screen looks, row by row: `python -m tests.snapshots` draws them all anew.

`python -m tests.snapshots --pictures FOLDER [NAME …]` photographs them instead, on a real terminal, in the
`--theme` and at the `--size` that are wanted.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from panel_tui.app import WallApp
from screens.wall import themes
from tests.desk.samples import VIEWS, sample_desk
from tests.opening.samples import SHELVES, SampleOpening
from tests.wall.posters import POSTERS
from tests.wall.rooms import FakeRoom, table

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "tests" / "wall" / "snapshots"
SIZES = ((60, 20), (80, 24), (120, 40))
# Cards over the wall, by the poster they are over and the keys that bring them up.
CARDS = {
    "help": ("lobby", ["question_mark"]),
    "note": ("scoring", ["n"]),
    "stepping-out": ("scoring", ["x"]),
    "paper-seat": ("lobby", ["p"]),
    "slip": ("scoring", ["p", "down", "down", "down", "enter"]),
    "agenda": ("scoring", ["m"]),
    "leave": ("scoring", ["q"]),
}
WALLS = tuple(f"wall-{name}" for name in POSTERS)
OTHERS = (
    *(f"card-{name}" for name in CARDS),
    *(f"desk-{name}" for name in VIEWS),
    *(f"opening-{name}" for name in SHELVES),
)


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


async def drawn(size: tuple[int, int]) -> dict[str, str]:
    """Draw every screen at one size. The posters follow one another on one wall, as they do on the day."""
    rows = {}
    room = FakeRoom(*POSTERS, state=table())
    async with WallApp(room).run_test(size=size) as pilot:
        for at, name in enumerate(WALLS):
            room.at = at
            await pilot.app.draw()
            rows[name] = await at_rest(pilot)
    for name in OTHERS:
        app, keys = sample(name)
        async with app.run_test(size=size) as pilot:
            await at_rest(pilot)
            await pilot.press(*keys)
            rows[name] = await at_rest(pilot)
    return rows


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


async def show(name: str, theme: str) -> None:
    """Show one screen on the terminal this runs in, until it is killed."""
    app, keys = sample(name)
    app.theme = theme

    async def press(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)

    await app.run_async(auto_pilot=press)


def photograph(names: list[str], size: tuple[int, int], theme: str, into: Path) -> None:
    """Photograph screens on a real terminal, one after another."""
    from tests.journeys.projector import Projector
    from tests.journeys.terminal import Terminal
    from tests.pictures import trimmed

    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        terminal = Terminal("cat", home=Path(home), size=size)
        projector = Projector(terminal, size=size, letters=9 if size[0] > 100 else 12)
        try:
            for name in names:
                command = [sys.executable, "-m", "tests.snapshots", "--show", name, "--theme", theme]
                terminal.run_instead("env", f"PYTHONPATH={ROOT}", "COLORTERM=truecolor", *command)
                terminal.wait_for(*(kept(size) / f"{name}.txt").read_text(encoding="utf-8").split())
                picture = trimmed(projector.at_rest())
                picture.save(into / f"{name}-{size[0]}x{size[1]}-{theme}.png")
        finally:
            projector.close()
            terminal.close()


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("names", nargs="*", choices=[[], *WALLS, *OTHERS], metavar="NAME")
    asked.add_argument("--pictures", type=Path)
    asked.add_argument("--show")
    asked.add_argument("--theme", choices=themes.NAMES, default=themes.NAMES[0])
    asked.add_argument("--size", default="80x24")
    options = asked.parse_args()
    if options.show:
        asyncio.run(show(options.show, options.theme))
    elif options.pictures:
        wide, high = map(int, options.size.split("x"))
        photograph(options.names or [*WALLS, *OTHERS], (wide, high), options.theme, options.pictures)
    else:
        asyncio.run(renew())


if __name__ == "__main__":
    main()
