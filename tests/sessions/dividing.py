"""Days that have come to dividing the pot: every application scored as a test wants it, and talked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.session import Application, Strand
from tests.sessions.worlds import World, doors_open, session

YES = c.Tally((0, 0, 0, 0, 6), 0)


def application(ref: str, asked: int, *, least: int | None = None, strand: str = "", **more) -> Application:
    return Application(
        ref,
        f"Title {ref}",
        Decimal(asked),
        least=None if least is None else Decimal(least),
        strand=strand,
        **more,
    )


def a_panel(*applications: Application, pot: int, seats: int = 6, criteria: int = 1, **more):
    """Agree on a pot and these applications, one question each unless more are wanted."""
    from msgspec.structs import replace

    from sessions.plan.default_agenda import default_agenda

    plain = session(seats=seats, applications=len(applications), criteria=criteria, **more)
    return replace(plain, applications=applications, steps=default_agenda(applications), pot=Decimal(pot))


def strand(key: str, pot: int, awards: int | None = None) -> Strand:
    return Strand(key, f"Strand {key}", Decimal(pot), awards)


def divided(model, marks: Mapping[str, Sequence[int | None]], *, tally: c.Tally | None = YES) -> World:
    """Score each application with one mark a seat (None for no answer), and come to the budget."""
    world = doors_open(model)
    while True:
        world = world.press(tally=tally)
        assert world.refused is None, world.refused
        if world.state.plan.phase is Phase.BUDGET:
            return world
        if world.state.plan.phase is Phase.SCORE and not world.state.scoring[world.state.application].cells:
            ref = world.state.application
            for seat, mark in enumerate(marks[ref], start=1):
                if mark is None or seat not in world.state.scoring[ref].electorate:
                    continue
                for criterion in model.criteria:
                    world = world.answer(seat, mark, criterion.key, sending=f"{seat}-{ref}-{criterion.key}")
                    assert world.refused is None, world.refused
                world = world.when(c.HandIn(seat, ref))
