"""Whole days for exports: a panel that goes through its orders, and the record they leave on disk."""

from __future__ import annotations

import asyncio
import csv
import datetime as dt
import io
import json
from decimal import Decimal
from pathlib import Path

from panel_tui.record import Record
from panel_tui.record.history import document
from sessions import commands as c
from sessions import events as e
from sessions.decide import decide
from sessions.evolve import evolve
from sessions.model.answers import Answer, Kind, score
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Application, Criterion, Member, Scale, Session
from sessions.plan.default_agenda import default_agenda
from sessions.state import State

MORNING = dt.datetime(2026, 12, 3, 10, 0, tzinfo=dt.UTC)
CANT_SAY, NOT_APPLICABLE = Answer(Kind.CANT_SAY), Answer(Kind.NOT_APPLICABLE)
YES, SPLIT, ONE_ALONE = c.Tally((0, 0, 0, 0, 6), 0), c.Tally((3, 0, 0, 0, 3), 0), c.Tally((1, 2, 0, 0, 3), 0)


def panel(*, seats=6, applications=2, criteria=2, **more) -> Session:
    """Make a session of plain parts; applications and criteria by number, or as they are."""
    if isinstance(applications, int):
        applications = tuple(
            Application(f"A{n:02d}", f"Title {n}", Decimal(1000 * n), organisation=f"Group {n}")
            for n in range(1, applications + 1)
        )
    if isinstance(criteria, int):
        criteria = tuple(Criterion(f"c{n}", f"Question {n}?", Scale()) for n in range(1, criteria + 1))
    return Session(
        title=more.pop("title", "A panel"),
        pot=Decimal(1500),
        members=tuple(Member(n) for n in range(1, seats + 1)),
        criteria=criteria,
        applications=applications,
        steps=default_agenda(applications),
        **more,
    )


class Day:
    """A day as it goes on: every order goes by the rules, every fact is kept with its time."""

    def __init__(self, model: Session, *, here: int | None = None) -> None:
        self.state = State()
        self.history: list[e.Stamped] = []
        self.do(c.OpenDoors(model))
        for number in range(1, (len(model.members) if here is None else here) + 1):
            self.do(c.TakePaperSeat(number))

    def do(self, command) -> Day:
        for event in decide(self.state, command):
            stamped = e.Stamped(MORNING + dt.timedelta(minutes=len(self.history)), event)
            self.history.append(stamped)
            self.state = evolve(self.state, stamped)
        return self

    def press(self, *, tally=None) -> Day:
        position = self.state.plan.position
        return self.do(c.Next(position, sure=True, cast=tally.cast if tally else 0, tally=tally))

    def until(self, phase, *, ref="", tally=YES) -> Day:
        while (self.state.plan.phase, self.state.application) != (phase, ref):
            self.press(tally=tally)
        return self

    def score(self, ref, sheets) -> Day:
        """Key in whole slips: seat → criterion → a number or an answer."""
        self.until(Phase.SCORE, ref=ref)
        for seat, answers in sheets.items():
            made = {key: score(value) if isinstance(value, int) else value for key, value in answers.items()}
            if made:
                self.do(c.KeySlip(seat, ref, made, id=f"{ref}-{seat}"))
        return self

    def reveal(self, ref) -> Day:
        return self.until(Phase.REVEAL, ref=ref)

    def ballot(self, ref, tally) -> Day:
        return self.until(Phase.BALLOT, ref=ref).press(tally=tally)

    def decide(self, ref, verdict, **more) -> Day:
        return self.do(c.RecordDecision(ref, verdict, **more))

    def end(self) -> Day:
        return self.until(Phase.THANKS)

    def keep(self, folder: Path) -> Path:
        """Write the day as a session's folder."""
        folder.mkdir(parents=True, exist_ok=True)
        asyncio.run(_append(folder / "record.jsonl", [document(one) for one in self.history]))
        return folder


async def _append(path: Path, documents) -> None:
    record = Record.open(path, program="test")
    await record.append(documents)
    await record.close()


def everyone(seats, **answers):
    """Give these answers from each of so many seats."""
    return {seat: dict(answers) for seat in range(1, seats + 1)}


def whole_day() -> Day:
    """Go through a small day with something of everything in it."""
    day = Day(panel())
    day.score("A01", {**everyone(6, c1=4, c2=5), 2: {"c1": CANT_SAY, "c2": 3}, 3: {"c1": 1}})
    day.reveal("A01").ballot("A01", c.Tally((3, 0, 0, 0, 3), 0, ("Too far away", "A good team")))
    day.ballot("A01", YES).until(Phase.DECISION, ref="A01")
    day.decide("A01", Verdict.FUND, conditions="Start by May", reasons="It reaches people.\nIt is fair.")
    day.do(c.StepOut(4, "A02")).score("A02", everyone(3, c1=2, c2=2)).reveal("A02").ballot("A02", ONE_ALONE)
    return day.end()


def table(raw: bytes) -> list[dict[str, str]]:
    """Read a CSV as another program would."""
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def read_table(path: Path) -> list[dict[str, str]]:
    return table(path.read_bytes())


def read_json(path: Path):
    return json.loads(path.read_bytes(), parse_float=Decimal)
