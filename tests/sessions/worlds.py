"""Small worlds: a session to begin with, and `given(…).when(…).then(…)` over the pure core."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from decimal import Decimal

from sessions import commands as c
from sessions import events as e
from sessions.decide import decide
from sessions.evolve import evolve, fold
from sessions.model.answers import score
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from sessions.model.session import Application, Criterion, Joining, Member, Scale, Session
from sessions.plan.default_agenda import default_agenda
from sessions.state import State

MORNING = dt.datetime(2026, 12, 3, 10, 0, tzinfo=dt.UTC)


def session(*, seats=6, applications=2, criteria=2, **more) -> Session:
    """Make a session of plain parts."""
    asked = tuple(
        Application(f"A{n:02d}", f"Title {n}", Decimal(1000 * n), organisation=f"Group {n}")
        for n in range(1, applications + 1)
    )
    return Session(
        title="A panel",
        pot=Decimal(1500),
        members=tuple(Member(n) for n in range(1, seats + 1)),
        criteria=tuple(Criterion(f"c{n}", f"Question {n}?", Scale()) for n in range(1, criteria + 1)),
        applications=asked,
        steps=default_agenda(asked),
        joining=Joining.OPEN,
        **more,
    )


@dataclass(frozen=True)
class World:
    """A history, the state it adds up to, and what happened last."""

    state: State = field(default_factory=State)
    history: tuple[e.Stamped, ...] = ()
    happened: tuple[e.Event, ...] = ()
    refused: Refused | None = None

    def after(self, *events: e.Event) -> World:
        new = tuple(e.Stamped(self.clock, event) for event in events)
        return replace(
            self, state=fold(new, self.state), history=(*self.history, *new), happened=events, refused=None
        )

    @property
    def clock(self) -> dt.datetime:
        return MORNING + dt.timedelta(minutes=len(self.history))

    def when(self, command: c.Command) -> World:
        try:
            events = decide(self.state, command)
        except Refused as refused:
            return replace(self, happened=(), refused=refused)
        return self.after(*events)

    def then(self, *events: e.Event) -> World:
        assert self.refused is None, self.refused
        assert self.happened == events
        return self

    def then_refused(self, code: str) -> World:
        assert self.refused is not None, f"not refused: {self.happened}"
        assert self.refused.code == code
        assert self.refused.sentence
        return self

    def press(self, *, sure: bool = True, tally: c.Tally | None = None) -> World:
        cast = tally.cast if tally else 0
        return self.when(c.Next(self.state.plan.position, sure, cast, tally))

    def press_until(self, phase: Phase, *, tally: c.Tally | None = None) -> World:
        world = self
        for _ in range(200):
            if world.state.plan.phase is phase:
                return world
            world = world.press(tally=tally)
            assert world.refused is None, world.refused
        raise AssertionError(f"never came to {phase}")

    def answer(
        self, seat: int, value: int, criterion: str = "c1", *, sending: str = "", revision: int = 1
    ) -> World:
        ref = self.state.application
        return self.when(
            c.GiveAnswer(
                seat, ref, criterion, score(value), sending or f"{seat}-{criterion}-{revision}", revision
            )
        )


def doors_open(model: Session | None = None, *, taken: int | None = None) -> World:
    """Open the doors and let members take the first seats."""
    model = model or session()
    world = World().when(c.OpenDoors(model))
    for n in range(1, (len(model.members) if taken is None else taken) + 1):
        world = world.when(c.TakeFreeSeat(f"token{n}", e.Card(0, f"code{n}", f"key{n}")))
    return world


def scoring_open(model: Session | None = None) -> World:
    """Come to the first application with its scoring open."""
    return doors_open(model).press_until(Phase.SCORE)


def scored(values: dict[int, int], model: Session | None = None) -> World:
    """Give every seat's value to each criterion, hand in, and close."""
    world = scoring_open(model)
    for seat, value in values.items():
        for criterion in world.state.model.criteria:
            world = world.answer(seat, value, criterion.key)
        world = world.when(c.HandIn(seat, world.state.application))
    return world


__all__ = ["MORNING", "World", "doors_open", "evolve", "scored", "scoring_open", "session"]
