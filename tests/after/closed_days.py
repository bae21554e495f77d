"""Days that ended some weeks ago, kept as folders: three awards, one on the reserve list, one refused."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

from click.testing import CliRunner, Result
from msgspec.structs import replace

from panel_tui.cli import panel_tui
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Application
from tests.exports import days
from tests.exports.days import YES, Day, everyone, panel

THEN = dt.datetime(2026, 3, 5, 10, 0, tzinfo=dt.UTC)
"""When these days were: long enough ago that money can have gone since."""
NOW = dt.datetime(2026, 5, 1, 12, 0, tzinfo=dt.UTC)
ASKS = (
    ("Warm Lunches", 4000, "Holbeck Lunch Club"),
    ("Tea and Tablets", 6500, "Tech for All"),
    ("Men in Sheds", 12000, "Men in Sheds CIC"),
    ("Doorstep Choirs", 3000, "Sing Leeds"),
    ("The Garden Gate", 2000, ""),
)


class DayThen(Day):
    """A day of some weeks ago; a rehearsal where wanted."""

    def __init__(self, model, *, rehearsal: bool = False) -> None:
        self.rehearsal = rehearsal
        super().__init__(model)

    def do(self, command):
        if isinstance(command, c.OpenDoors):
            command = c.OpenDoors(command.session, self.rehearsal)
        before = len(self.history)
        super().do(command)
        late = THEN - days.MORNING
        self.history[before:] = [replace(one, at=one.at + late) for one in self.history[before:]]
        return self


def a_day(*, rehearsal: bool = False, **more) -> DayThen:
    """Decide: two in full, one in part, one for the reserve list, one not this time."""
    asked = tuple(
        Application(f"A{n:02d}", title, Decimal(asks), organisation=who)
        for n, (title, asks, who) in enumerate(ASKS, start=1)
    )
    model = replace(panel(applications=asked, title="Connecting Neighbours", **more), pot=Decimal(15_000))
    day = DayThen(model, rehearsal=rehearsal)
    for one in asked:
        good = one.ref in ("A01", "A02", "A03")
        day.score(one.ref, everyone(6, c1=5 if good else 2, c2=4)).reveal(one.ref).ballot(one.ref, YES)
    day.until(Phase.BUDGET)
    day.decide("A03", Verdict.PART, amount=Decimal(4000), reasons="Half of it is what a winter needs.")
    day.decide("A04", Verdict.RESERVE)
    day.decide("A05", Verdict.NOT_NOW)
    return day


def kept(folder: Path, *, ended: bool = True, **how) -> Path:
    """Keep such a day, ended unless said otherwise."""
    day = a_day(**how)
    return (day.end() if ended else day).keep(folder)


def after(*words: object) -> Result:
    """Give the command these words."""
    return CliRunner().invoke(panel_tui, ["after", *map(str, words)])


def said(done: Result) -> str:
    """Give all that was said, or the sentence it was refused with."""
    from panel_tui.cli.output import sentence

    told = " ".join(done.output.split())
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        told = f"{told} {sentence(done.exception)}"
    return told
