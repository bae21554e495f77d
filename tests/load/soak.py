"""Phones come and go for ten minutes; nothing they leave behind may stay: `python -m tests.load.soak`.

`--minutes 10 --phones 60`. What the program holds is asked of the program itself (`tests.bench.served`), once before
anybody comes, all the time while they are there, and when all have gone. The facilitator presses on through
applications, and exports are taken beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from panel_tui.folder.plan_in_force import read_or_refuse
from panel_tui.rehearse.page_answers import Mind
from panel_tui.rehearse.seeded_members import Leaning
from tests.bench.hall import CRITERIA, write_folder
from tests.bench.stage import Stage
from tests.journeys.terminal import panel_tui
from tests.load.cards import keys_for
from tests.load.levels import HEAD, Level, climb, left_behind
from tests.load.phone import Phone
from tests.load.visitor import Visitor

PAGE_DOWN = b"\x1b[6~"
_FORMATS = "csv,xlsx,json,html"  # those that need no confirmed list
_GONE = 30.0  # seconds until what a phone left is noticed to be gone, at most
_WARM = 1.0  # seconds between the first visit ever and the level that counts as the one before


class Report(Struct):
    """What a soak came to."""

    before: Level
    during: list[Level]
    after: Level
    did: Counter[str]
    exports: int

    def __str__(self) -> str:
        last = climb(self.during[len(self.during) // 2 :])
        did = ", ".join(f"{many:,} {what}" for what, many in sorted(self.did.items()))
        return (
            f"{HEAD}\n{self.before}  before\n{self.after}  all gone\n"
            f"memory beside record and posters climbed by {last:+.2f} MB a minute in the second half\n"
            f"{did}; {self.exports} exports taken"
        )


class Soak:
    """A program on a stage, and the phones before it."""

    def __init__(self, stage: Stage, folder: Path, say: Callable[[str], object]) -> None:
        self.stage, self.folder, self.say = stage, folder, say
        self.began = time.perf_counter()
        self.did: Counter[str] = Counter()
        self.exports = self.presses = 0

    async def level(self) -> Level:
        """Ask what the program holds now."""
        size = (self.folder / "record.jsonl").stat().st_size / 1024
        held = await self.stage.asked("level")
        at = time.perf_counter() - self.began
        return Level(**held, at=at, record=size, visits=self.did["visits"], presses=self.presses)

    async def press_on(self, every: float) -> None:
        """Press the one key again and again: through the applications, one after the other."""
        while True:
            await asyncio.sleep(every)
            self.stage.press(PAGE_DOWN)
            self.presses += 1

    async def export(self, every: float) -> None:
        """Export beside the running session, again and again."""
        while True:
            await asyncio.sleep(every)
            to = self.folder.parent / f"exports{self.exports}"
            command = panel_tui("export", self.folder, "--to", to, "--format", _FORMATS)
            done = await asyncio.create_subprocess_exec(
                *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
            )
            try:
                said, _ = await done.communicate()
            finally:
                if done.returncode is None:
                    done.kill()
            assert done.returncode == 0, said
            self.exports += 1

    async def watch(self, seconds: float, every: float, show: float) -> list[Level]:
        """Look at the level again and again; show one a minute."""
        levels: list[Level] = []
        shown, until = 0.0, self.began + seconds
        while time.perf_counter() < until:
            await asyncio.sleep(every)
            levels.append(await self.level())
            if levels[-1].at - shown >= show:
                shown = levels[-1].at
                self.say(str(levels[-1]))
        return levels

    async def all_gone(self, before: Level, gone: float) -> Level:
        """Wait until the level is that of before; give it as it is when the time is up, if it never is."""
        until = time.perf_counter() + gone
        while True:
            now = await self.level()
            if (now.tasks, now.sockets) <= (before.tasks, before.sockets) or time.perf_counter() > until:
                return now
            await asyncio.sleep(0.5)


async def soaked(
    folder: Path,
    *,
    seconds: float,
    phones: int,
    every: float,
    press: float,
    export: float,
    haste: float = 1.0,
    program: str = "tests.bench.served",
    gone: float = _GONE,
    say: Callable[[str], object] = print,
) -> Report:
    """Soak a program for some seconds in a folder to be made in this one.

    Look at it, press and export at these intervals, in seconds; `gone` is how long it has to notice that all have gone.
    """
    panel = write_folder(folder / "hall", seats=phones, applications=max(5, int(seconds / press / 8)))
    keys = await keys_for(panel, phones)
    session = read_or_refuse(panel, lambda: 1)
    stage = Stage(panel, program=program)
    try:
        await stage.ready()
        soak = Soak(stage, panel, say)
        book = Leaning(session, 5)
        people = [
            Visitor(Phone(stage.port, who), keys[who], Mind(who + 1, book, CRITERIA), soak.did, haste=haste)
            for who in range(phones)
        ]
        await people[0].phone.look("/")  # templates are read, the first threads started
        people[0].phone.drop()
        await asyncio.sleep(_WARM)
        soak.began = time.perf_counter()
        before = await soak.level()
        over = asyncio.Event()
        say(f"{HEAD}\n{before}  before")
        async with asyncio.timeout(seconds + 120), asyncio.TaskGroup() as group:
            lives = [group.create_task(one.live(over)) for one in people]
            beside = [group.create_task(soak.press_on(press)), group.create_task(soak.export(export))]
            during = await soak.watch(seconds, every, 60 if seconds > 60 else 5)
            over.set()
            await asyncio.gather(*lives)
            for task in beside:
                task.cancel()
        after = await soak.all_gone(before, gone)
        return Report(before, during, after, soak.did, soak.exports)
    finally:
        stage.kill()


def main(asked: list[str]) -> int:
    """Run it, print its table, and fail where something is left behind."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--phones", type=int, default=60)
    wanted = parser.parse_args(asked)
    with tempfile.TemporaryDirectory() as made:
        report = asyncio.run(
            soaked(Path(made), seconds=60 * wanted.minutes, phones=wanted.phones, every=5, press=2, export=60)
        )
    print(report)
    found = left_behind(report.before, report.during, report.after)
    print(*(found or ["nothing is left behind"]), sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
