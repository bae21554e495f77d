"""What we said together in answer to a question of a workshop: today's lists, and those of the stages before.

A list has no names. Some are what our guests are asked; the others are about how we work, and come back as we talk.
"""

from __future__ import annotations

from sessions.model.session import StepKind, Value
from sessions.state import State


class KeptList(Value, frozen=True):
    """A question we asked ourselves and what we kept; `stage` is the earlier one it was kept at, or nothing.

    `for_guests` says that it is what interviews ask.
    """

    ask: str
    lines: tuple[str, ...]
    for_guests: bool = False
    stage: str = ""


def kept_lists(state: State) -> tuple[KeptList, ...]:
    """Return all of them, the first one kept first; the same question asked anew has the newer list alone."""
    found = {
        one.ask: KeptList(one.ask, one.lines, one.for_guests, stage.title)
        for stage in state.model.before
        for one in stage.kept
    }
    found |= {one.ask: one for one in kept_today(state)}
    return tuple(one for one in found.values() if one.lines)


def kept_today(state: State) -> tuple[KeptList, ...]:
    """Return the lists of this session, in the order of its agenda."""
    return tuple(
        KeptList(step.ask, state.kept[step.key], asked_of_guests(state, step.ask))
        for step in state.steps
        if step.key in state.kept
    )


def asked_of_guests(state: State, ask: str) -> bool:
    """Whether an interview asks what is on the list of this question."""
    return any(step.kind is StepKind.INTERVIEW and step.ask == ask for step in state.steps)


def questions_for_guests(state: State, ask: str) -> tuple[str, ...]:
    """Return what an interview takes from a list; nothing where it takes none, or none was kept."""
    return next((one.lines for one in kept_lists(state) if ask and one.ask == ask), ())


def how_we_work(state: State) -> tuple[KeptList, ...]:
    """Return the lists that are about us, and not for our guests."""
    return tuple(
        one for one in kept_lists(state) if not one.for_guests and not asked_of_guests(state, one.ask)
    )
