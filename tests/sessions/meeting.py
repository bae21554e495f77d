"""Days with interviews: applications scored or not beforehand, then met, asked the same, and scored."""

from __future__ import annotations

from msgspec.structs import replace

from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from sessions.model.session import Session, Step, StepKind
from tests.sessions.worlds import World, doors_open, session

QUESTIONS = ("What will be different?", "How will you find people?", "What if it fails?")


def interview(n: int, *, minutes: int = 45, questions: tuple[str, ...] = QUESTIONS) -> Step:
    """Plan to meet the applicants of one application."""
    return Step(f"met{n}", StepKind.INTERVIEW, minutes, ref=f"A{n:02d}", questions=questions)


def stage(*, seats: int = 7, applications: int = 2, before: bool = False, **more) -> Session:
    """Make a session of interviews; with the same applications scored `before` them where wished."""
    model = session(seats=seats, applications=applications, **more)
    scored = tuple(step for step in model.steps if step.kind is StepKind.APPLICATION) if before else ()
    met = tuple(interview(n) for n in range(1, applications + 1))
    ends = tuple(step for step in model.steps if step.kind in (StepKind.BUDGET, StepKind.CLOSING))
    return replace(model, steps=(*scored, *met, *ends))


def at(phase: Phase, model: Session | None = None, *, ref: str = "A01") -> World:
    """Come to a phase of the interview about an application; everybody scores 4 on the way."""
    world = doors_open(model or stage())
    for _ in range(200):
        step = world.state.step
        here = step is not None and step.kind is StepKind.INTERVIEW and step.ref == ref
        if here and world.state.plan.phase is phase:
            return world
        world = onward(world)
    raise AssertionError(f"never came to {phase}")


def onward(world: World, value: int = 4) -> World:
    """Press once; where scoring is open, everybody scores first."""
    if world.state.plan.phase is Phase.SCORE:
        world = all_score(world, dict.fromkeys(world.state.scoring[world.state.application].voters, value))
    votes = len(world.state.here)
    world = world.press(tally=c.Tally((0, 0, 0, 0, votes), 0))
    assert world.refused is None, world.refused
    return world


def all_score(world: World, values: dict[int, int], *, sending: str = "") -> World:
    """Let seats score every question of the application in hand."""
    ref, place = world.state.application, world.state.plan.step
    for seat, value in values.items():
        for criterion in world.state.model.criteria:
            given = c.GiveAnswer(
                seat, ref, criterion.key, score(value), f"{place}-{seat}-{criterion.key}{sending}", 1
            )
            world = world.when(given)
            assert world.refused is None, world.refused
    return world
