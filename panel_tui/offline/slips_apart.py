"""Draw one seat's slips in a process of its own, which gives its memory back when it ends.

The press keeps what it has set until its process ends: slips of hundreds of applications, seat after seat, would fill
gigabytes. A few applications are drawn here: to start a process would take longer.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Set
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from panel_tui.folder.languages import learn_language
from screens.paper.pack import USUAL, PrintForm, SlipsOf, slips_of
from screens.paper.press import Printed
from sessions.model.session import Session
from sessions.wording import speaking_of

MANY = 40  # applications


@contextmanager
def drawing_apart(session: Session) -> Iterator[SlipsOf]:
    """Return the way to draw a seat's slips: apart where there are many, else right here."""
    if len(session.applications) < MANY:
        yield _drawn_here
        return
    # a fresh process each time, started the same way on every system
    start = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=start, max_tasks_per_child=1) as apart:

        def draw(
            session: Session, seat: int, out: Set[tuple[int, str]], form: PrintForm = USUAL
        ) -> Iterable[Printed]:
            try:
                return apart.submit(drawn_there, session, seat, frozenset(out), form).result()
            except BrokenProcessPool:  # the system took it down, for want of memory most likely
                return slips_of(session, seat, out, form=form, pdf=False)

        yield draw


def _drawn_here(
    session: Session, seat: int, out: Set[tuple[int, str]], form: PrintForm = USUAL
) -> Iterable[Printed]:
    return slips_of(session, seat, out, form=form)


def drawn_there(session: Session, seat: int, out: Set[tuple[int, str]], form: PrintForm) -> list[Printed]:
    """Draw a seat's slips in the session's language and words; called in the other process."""
    learn_language(session.language)
    with speaking_of(session):
        return list(slips_of(session, seat, out, form=form))
