"""Sample desks, as a real day would fill them, on a line that gives them and nothing else."""

from __future__ import annotations

import asyncio
import datetime as dt
from decimal import Decimal

from msgspec.structs import replace

from panel_tui.desk.app import DeskApp
from panel_tui.desk.client import Away, DeskClient
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.session import Session
from sessions.plan.default_agenda import default_agenda
from sessions.views.desk.choice_lists import choices
from sessions.views.desk.desk import DeskBeside, DeskView, desk
from tests.sessions.worlds import World, doors_open, scoring_open, session
from tests.wall.posters import LONG, ROWS
from tests.wall.rooms import Clock

LABELS = {4: "Window"}  # as the folder has them


def a_day(seats: int = 12) -> Session:
    """Plan a day of eleven applications with the names of a real one."""
    plain = session(seats=seats, applications=len(ROWS))
    asked = tuple(replace(one, title=row.title) for one, row in zip(plain.applications, ROWS, strict=True))
    return replace(
        plain,
        title="Connecting Neighbours, second round",
        pot=Decimal(1_700_000),
        applications=asked,
        steps=default_agenda(asked),
    )


def seen(world: World, **beside: object) -> DeskView:
    """See a world from the desk."""
    around = {"address": "10.0.0.7:8765", "code": "K7QF3TM4W", **beside}
    beside_it = DeskBeside(**around, labels=LABELS)
    return desk(world.state, LATER, beside_it, choices(world.state, LATER, LABELS))


def busy() -> DeskView:
    """See a table where every seat stands otherwise, with notes and things done by hand."""
    world = doors_open(a_day(), taken=9).when(c.TakePaperSeat(10)).when(c.TakePaperSeat(11))
    world = world.press_until(Phase.READ).when(c.StepOut(2, "A01")).press_until(Phase.SCORE)
    for seat in (1, 5, 6):
        world = world.answer(seat, 4).when(c.HandIn(seat, "A01"))
    world = world.when(c.AddNote("The kettle is broken; Ann has gone to ask for another one."))
    world = world.when(c.AddNote(LONG)).when(c.AddMinutes(5)).when(c.LeaveEarly(7))
    return seen(world, awake=frozenset({1, 3, 4, 8}), signals={"question": 2, "break": 1}, wrong_codes=3)


def ballot() -> DeskView:
    """See a ballot that is open."""
    world = scoring_open(a_day(9)).press_until(Phase.BALLOT)
    return seen(world, awake=frozenset(range(1, 10)), voted=frozenset({1, 4, 5}))


VIEWS = {
    "arriving": lambda: seen(doors_open(a_day(), taken=9), awake=frozenset(range(1, 8))),
    "scoring": busy,
    "ballot": ballot,
    "away": busy,
    "never-heard": lambda: None,
}
LATER = dt.datetime(2026, 12, 3, 10, 29, tzinfo=dt.UTC)  # a little after the worlds' last event


class Line(DeskClient):
    """A line that gives one view and then no news; or breaks after it."""

    def __init__(self, view: DeskView | None, *, breaks: bool) -> None:
        super().__init__(lambda: None)
        self.view, self.breaks = view, breaks

    async def look(self) -> DeskView | None:
        view, self.view = self.view, None
        if view is None and not self.breaks:
            await asyncio.Event().wait()
        if view is None:
            raise Away("nothing-runs")
        return view


def sample_desk(name: str) -> DeskApp:
    """Make a desk that shows this sample."""
    clock = Clock()
    clock.time = LATER
    return DeskApp(Line(VIEWS[name](), breaks=name in ("away", "never-heard")), clock)
