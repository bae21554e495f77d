"""A hall of members through one whole application, then killed in the scoring of the next, and counted.

`python -m tests.load --phones 500`. The program is `panel-tui run` in a real terminal, its keys are real keys, and
each member is two real sockets: pages on one, the event stream on the other. Seconds of a reply are as the phone saw
them, all phones on one loop in this one process, so they are the machine's worst and not the program's best: the
last of 500 phones that ask at once waits for the reading of all the others' pages, and for whatever else the machine
does. The processor seconds that the phones took themselves stand beside the seconds of each phase.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from msgspec import Struct, field

from panel_tui.rehearse.html_page import Form
from tests.bench.hall import CRITERIA, write_folder
from tests.bench.table import percentile
from tests.load.cards import keys_for
from tests.load.phone import PATIENCE, Phone, seconds
from tests.load.reckoning import Noted, faults
from tests.load.wall import Wall

FIRST, SECOND = "A01", "A02"
YES, PROBABLY = 5, 4
_CHANGES = 40  # rounds of changed minds in the second scoring; the kill comes long before
_DAY = 480.0  # seconds for the whole of it, at most


class Told(Struct):
    """One phase: how long it took, what of a core the phones themselves used, and the seconds of its replies."""

    name: str
    took: float
    own: float
    replies: list[float]


class Report(Struct):
    """What a day came to."""

    phones: int
    noted: Noted
    phases: list[Told] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    back: int = 0  # phones whose page was right after the program had been started again

    def __str__(self) -> str:
        lines = [
            f"{'phase':34} {'seconds':>8} {'phones':>8} {'replies':>8} {'median':>8} {'p99':>8} {'worst':>8}"
        ]
        for one in self.phases:
            ms = [
                f"{1000 * percentile(one.replies, at):.0f} ms" if one.replies else "–" for at in (0.5, 0.99)
            ]
            worst = f"{1000 * max(one.replies):.0f} ms" if one.replies else "–"
            lines.append(
                f"{one.name:34} {one.took:8.1f} {one.own:8.1f} "
                f"{len(one.replies):8,} {ms[0]:>8} {ms[1]:>8} {worst:>8}"
            )
        noted = self.noted
        return "\n".join(
            [
                *lines,
                f"acknowledged: {len(noted.answers):,} answers, {len(noted.handed_in):,} handed in, "
                f"{noted.cast.total():,} ballots; on their way at the kill: {noted.on_the_way:,}",
                f"lost: {len(self.faults)}; back after the kill: {self.back} of {self.phones} phones",
            ]
        )


class Hall:
    """The members, and what they were told is kept."""

    def __init__(self, folder: Path, phones: int) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.folder = folder
        self.phones = [Phone(self.port, who) for who in range(phones)]
        self.report = Report(phones, Noted())
        self.killed = False

    async def phase(self, name: str, *acts: Callable[[], Awaitable[object]]) -> None:
        """Do these one after the other, and note how long it took."""
        began, own = time.perf_counter(), time.process_time()
        for act in acts:
            await act()
        took, own = time.perf_counter() - began, time.process_time() - own
        self.report.phases.append(Told(name, took, own, seconds(self.phones)))

    def everyone(self, act: Callable[[Phone], Awaitable[object]]) -> Callable[[], Awaitable[object]]:
        """Have every phone do this, all at one time."""
        return lambda: asyncio.gather(*(act(phone) for phone in self.phones))

    def moved(self, wall: Wall, words: tuple[str, ...], page: str) -> Callable[[], Awaitable[object]]:
        """Press on; each phone is told by its own stream, looks, and finds this page."""

        async def move() -> None:
            told = [phone.stream.told if phone.stream else 0 for phone in self.phones]
            await wall.on(*words)
            await asyncio.gather(*(self._finds(*one, page) for one in zip(self.phones, told, strict=True)))

        return move

    async def _finds(self, phone: Phone, told: int, page: str) -> None:
        assert phone.stream is not None
        async with asyncio.timeout(PATIENCE):
            while True:
                await phone.stream.more_than(told)
                told = phone.stream.told  # before looking: what is told from now on may be news to this look
                if (await phone.look()).name == page:
                    return

    async def join(self, keys: list[str]) -> None:
        """Come in by card, all at one time, and listen."""

        async def one(phone: Phone) -> None:
            page = await phone.look(f"/J/{keys[phone.who]}")
            assert page.name == "seat", page
            page = await phone.send(main(phone))
            assert page.name == "wait", page
            await phone.listen()

        await asyncio.gather(*(one(phone) for phone in self.phones))

    async def answer(self, phone: Phone, value: int) -> None:
        """Give one answer, and note it when the reply is there."""
        form = main(phone)
        given = (
            phone.who + 1, form.hidden("application"), form.hidden("criterion"), str(value),
            int(form.hidden("revision")),
        )  # fmt: skip
        page = await phone.send(
            form, {"answer": str(value)}, kept=lambda: self.report.noted.answers.add(given)
        )
        assert page.name in ("score", "check", "received"), page

    async def score(self, phone: Phone) -> None:
        """Answer every question; the last answer hands in."""
        handed = (phone.who + 1, main(phone).hidden("application"))
        for _ in CRITERIA:
            await self.answer(phone, 1 + (phone.who + len(phone.took)) % 5)
        assert phone.page.name == "received", phone.page
        self.report.noted.handed_in.add(handed)

    async def vote(self, phone: Phone) -> None:
        """Put a ballot in the box."""
        choice = PROBABLY if phone.who % 10 == 0 else YES
        page = await phone.send(
            main(phone), {"choice": str(choice)}, kept=lambda: self.report.noted.cast.update([choice])
        )
        assert page.name in ("received", "reason"), page

    async def until_killed(self, phone: Phone) -> None:
        """Score, hand in, and change one's mind again and again until nobody answers any more."""
        try:
            await self.score(phone)
            for turn in range(_CHANGES):
                await phone.look(f"/question/{1 + turn % len(CRITERIA)}")
                await self.answer(phone, 1 + (turn + phone.who) % 5)
        except OSError:
            assert self.killed, "a phone was hung up on before the kill"
            self.report.noted.on_the_way += 1


def main(phone: Phone) -> Form:
    """Give the form of the page's main action."""
    form = phone.page.main_form
    assert form is not None, phone.page
    return form


async def whole_application(hall: Hall, wall: Wall, keys: list[str]) -> None:
    """Take the first application from the lobby to its decision."""
    many = len(hall.phones)
    await hall.phase(
        "join by card, streams open", lambda: hall.join(keys), lambda: wall.shows(f"{many} of {many} of us")
    )
    await hall.phase("introduce", hall.moved(wall, ("asks for",), "wait"))
    await hall.phase("read", lambda: wall.on("Quiet reading"))
    await hall.phase("scoring opens", hall.moved(wall, ("Scoring is open",), "score"))
    await hall.phase("score 4 questions, hand in", hall.everyone(hall.score))
    await hall.phase("close, reveal", lambda: wall.on("Now what we think"))
    await hall.phase("talk", lambda: wall.on("Now talking it over"))
    await hall.phase("ballot opens", hall.moved(wall, ("Now a secret ballot",), "ballot"))
    await hall.phase("everybody votes", hall.everyone(hall.vote))
    await hall.phase("outcome", hall.moved(wall, ("Now the outcome", "First ballot"), "result"))
    await hall.phase("decision", lambda: decide(hall, wall))


async def decide(hall: Hall, wall: Wall) -> None:
    """Record the decision with the keys."""
    await wall.on("our decision")
    await wall.press("r", "Enter", "Enter", "Enter")
    await wall.shows("Fund: £501", "stands for now")
    hall.report.noted.decided = FIRST


async def killed_in_the_second(hall: Hall, wall: Wall) -> None:
    """Kill the program while answers to the second application are still coming in."""
    await hall.phase("on to the second application", hall.moved(wall, ("Scoring is open",), "score"))
    before = hall.report.noted.many
    answering = asyncio.gather(*(hall.until_killed(phone) for phone in hall.phones))

    async def kill() -> None:
        pid = wall.terminal.pid
        enough = before + 5 * len(
            hall.phones
        )  # all have handed in and are changing their minds, or close to it
        while hall.report.noted.many < enough:
            assert not answering.done(), "the answers ended before the kill"
            await asyncio.sleep(0.002)
        hall.killed = True
        os.kill(pid, signal.SIGKILL)
        await answering
        assert hall.report.noted.on_the_way == len(hall.phones), "not all were still answering"

    await hall.phase("score until kill -9", kill)


async def back_again(hall: Hall) -> None:
    """Start the program again: the same place, and every phone is where it was."""
    for phone in hall.phones:
        phone.drop()
    wall = Wall(hall.folder, hall.port)
    done = {seat for seat, ref in hall.report.noted.handed_in if ref == SECOND}

    async def look(phone: Phone) -> None:
        page = await phone.look()
        assert page.marks["seat"] == str(phone.who + 1), page
        # a hand-in whose reply never came may have been kept or not
        right = ("received",) if phone.who + 1 in done else ("score", "check", "received")
        hall.report.back += page.name in right

    try:
        await wall.shows("Application 2 of", "Scoring is open")
        await asyncio.gather(*(look(phone) for phone in hall.phones))
    finally:
        for phone in hall.phones:
            phone.drop()
        wall.close()


async def whole_day(folder: Path, phones: int) -> Report:
    """Run all of it in a folder to be made in this one; the record stays there."""
    panel = write_folder(folder / "hall", seats=phones, applications=3)
    keys = await keys_for(panel, phones)
    hall = Hall(panel, phones)
    wall = Wall(panel, hall.port)
    try:
        async with asyncio.timeout(_DAY):
            await wall.shows(f"0 of {phones} of us are here")
            await whole_application(hall, wall, keys)
            await killed_in_the_second(hall, wall)
            hall.report.faults = faults(hall.report.noted, panel / "record.jsonl")
            await hall.phase("run again, everybody looks", lambda: back_again(hall))
    finally:
        for phone in hall.phones:
            phone.drop()
        wall.close()
    return hall.report
