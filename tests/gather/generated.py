"""Rooms drawn from a number: whole days by the rules, with small groups, conflicts, ballots of one and secrets to find.

Everything secret about a room has its own mark in it, so that a search through what is gathered can find any of it.
"""

from __future__ import annotations

import asyncio
import random
from decimal import Decimal
from pathlib import Path

from panel_tui.folder.members_file import members_text
from panel_tui.record import Record
from panel_tui.record.history import document
from sessions import commands as c
from sessions.decide.rounds import voters_of
from sessions.events import Card
from sessions.model.answers import score
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Application, Criterion, Member, Scale, Session, Step, StepKind, Wifi
from sessions.plan.default_agenda import default_agenda
from sessions.state import scores_of
from tests.exports.days import CANT_SAY, Day

PLACES, THEMES = ("Armley", "Beeston", "Chapel Allerton", ""), ("Food", "Young people", "Green space")
SMALL = 3  # every third room is near the five below which nothing is told


class MadeRoom(Day):
    """A day drawn from a number, and what must be found nowhere outside it."""

    def __init__(self, seed: int, *, applications: int = 4, rehearsal: bool = False) -> None:
        self.seed, self.chance = seed, random.Random(seed)
        self.secrets: set[str] = set()
        self.kept = 0
        seats = self.chance.choice((4, 5, 6) if seed % SMALL == 0 else (7, 9, 12))
        super().__init__(self._model(seats, applications), here=0)
        if rehearsal:
            self.history.clear()
            self.state = type(self.state)()
            self.do(c.OpenDoors(self._model(seats, applications), rehearsal=True))
        self._sit(seats)

    def _secret(self, kind: str) -> str:
        made = f"{kind}{self.chance.getrandbits(64):016x}"
        self.secrets.add(made)
        return made

    def _model(self, seats: int, many: int) -> Session:
        chance = self.chance
        self.labels = {n: self._secret("label") for n in range(1, seats + 1)}
        applications = tuple(
            Application(
                f"A{n:02d}", f"Title {self.seed}-{n}", Decimal(chance.randint(5, 500) * 100),
                organisation=f"Group {n}", place=chance.choice(PLACES), theme=chance.choice(THEMES),
            )
            for n in range(1, many + 1)
        )  # fmt: skip
        first, *rest, budget, closing = default_agenda(applications)
        felt = [Step(f"felt{n}", StepKind.CONFIDENCE, 5) for n in (1, 2)]
        return Session(
            title=f"Panel {self.seed}",
            place=chance.choice(PLACES),
            pot=Decimal(many * 50_000),
            members=tuple(Member(n, label) for n, label in self.labels.items()),
            criteria=(Criterion("c1", "Is it near?", Scale()), Criterion("c2", "Is it fair?", Scale())),
            applications=applications,
            steps=(first, felt[0], *rest, budget, felt[1], closing),
            wifi=Wifi("room", self._secret("wifi")),
        )

    def _sit(self, seats: int) -> None:
        cards = [Card(n, self._secret("code"), self._secret("key")) for n in range(1, seats + 1)]
        self.do(c.PrintCards(tuple(cards)))
        for card in cards:
            self.do(c.TakeSeatByCard(card.key, self._secret("token")))

    def press(self, *, tally=None):
        if self.state.plan.phase is not Phase.CONFIDENCE:
            return super().press(tally=tally)
        counts = self._split(len(self.state.taken))
        told = c.Gathered(counts=(counts,), cant_say=(0,), given=sum(counts))
        return self.do(c.Next(self.state.plan.position, sure=True, gathered=told))

    def _split(self, people: int) -> tuple[int, ...]:
        counts = [0] * 5
        for _ in range(people):
            counts[self.chance.choice((0, 1, 3, 4, 4))] += 1
        return tuple(counts)

    def _tally(self) -> c.Tally:
        counts = self._split(len(voters_of(self.state)))
        return c.Tally(counts, 0, tuple(sorted(self._secret("reason") for _ in range(2))))

    def hear(self, ref: str) -> None:
        """Score, look together, vote and decide."""
        chance = self.chance
        self.until(Phase.INTRODUCE, ref=ref)
        if chance.random() < 0.4:
            self.do(c.TakeBreak(5)).press()
        if chance.random() < 0.5:
            self.do(c.StepOut(1, ref))
        self.until(Phase.SCORE, ref=ref)
        for seat in scores_of(self.state, ref).electorate:
            answers = {key: score(chance.randint(1, 5)) for key in ("c1", "c2") if chance.random() < 0.9}
            if chance.random() < 0.1:
                answers["c1"] = CANT_SAY
            for key, given in answers.items():
                self.do(c.GiveAnswer(seat, ref, key, given, id=self._secret("receipt"), revision=1))
        self.reveal(ref)
        while (self.state.plan.phase, self.state.application) != (Phase.DECISION, ref):
            self.press(tally=self._tally() if self.state.open_round else None)
        verdict = chance.choice((Verdict.FUND, Verdict.PART, Verdict.NOT_NOW))
        asked = self.state.model.application(ref).asked
        amount = {Verdict.FUND: asked, Verdict.PART: asked / 2}.get(verdict, Decimal(0))
        self.decide(ref, verdict, amount=amount, reasons="It is fair.")

    def whole(self) -> MadeRoom:
        """Go through the day to its end."""
        for one in self.state.model.applications:
            self.hear(one.ref)
        self.until(Phase.THANKS)
        return self

    def keep(self, folder: Path) -> Path:
        """Write the day, or what is new in it, as a running session would: its beginning is a commit of its own."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "members.toml").write_bytes(members_text(self.labels))
        asyncio.run(self._append(folder / "record.jsonl"))
        return folder

    async def _append(self, path: Path) -> None:
        new = [document(one) for one in self.history[self.kept :]]
        record = Record.open(path, program="test")
        if not self.kept:
            await record.append(new[:1])
            del new[:1]
        await record.append(new)
        await record.close()
        self.kept = len(self.history)


def made_room(seed: int, **more) -> MadeRoom:
    return MadeRoom(seed, **more).whole()


def keep_rooms(folder: Path, many: int, *, first: int = 1, **more) -> list[MadeRoom]:
    rooms = [made_room(seed, **more) for seed in range(first, first + many)]
    for room in rooms:
        room.keep(folder / f"room-{room.seed:05d}")
    return rooms
