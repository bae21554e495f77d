"""A page to learn from, as wall, phone and paper show it."""

from __future__ import annotations

from sessions.model.marked_text import Passage, first_heading, passages
from sessions.model.session import Step, StepKind
from sessions.state import State
from sessions.views.phone.pages.pages_to_read import LearnPage
from sessions.views.plain_names import kind_name
from sessions.views.wall.posters import Frame, Learning


def learning_poster(state: State, bands: Frame) -> Learning:
    """Show the page, as many times over the wall as it needs."""
    step = _step(state)
    return Learning(bands, page_heading(step), body(step))


def learning_page(state: State) -> LearnPage:
    """Show the page to read on a phone; where Easy Read is wished for, its twin."""
    step = _step(state)
    easy_heading, easy = in_easy_read(step)
    return LearnPage(page_heading(step), body(step), easy_heading=easy_heading, easy=easy)


def _step(state: State) -> Step:
    assert state.step is not None  # the phase is one of a step's
    return state.step


def page_heading(step: Step) -> str:
    """Say what a page is called: as the step, or by its kind where that has no title."""
    return step.title or kind_name(step.kind)


def body(step: Step) -> tuple[Passage, ...]:
    """Return what stands below the heading."""
    read = passages(step.text)
    return read[1:] if first_heading(step.text) == page_heading(step) else read


def in_easy_read(step: Step) -> tuple[str, tuple[Passage, ...]]:
    """Return the Easy Read twin, its own heading first; nothing below it where there is no twin."""
    read = passages(step.easy)
    own = first_heading(step.easy)
    return (own, read[1:]) if own else (page_heading(step), read)


def pages_to_read(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps that have a page, each page once."""
    found: dict[tuple[str, str], Step] = {}
    for step in steps:
        if step.text and step.kind in (StepKind.LEARN, StepKind.NOTE):
            found.setdefault((page_heading(step), step.text), step)
    return tuple(found.values())
