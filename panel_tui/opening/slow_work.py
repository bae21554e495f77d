"""What takes long: beside the screen with a bar over it, or with the whole terminal to itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from panel_tui.opening.recent_sessions import day_of, remember
from panel_tui.system import event_loop
from sessions.views.desk.session_list import DayStage
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.opening.app import OpeningApp
    from screens.opening.dialogs import Working

T = TypeVar("T")
Far = Callable[[int, int, str], None]  # may be called from the thread, often

PATIENCE = 1.0  # seconds; what takes less is done before a bar could be read


async def working(app: OpeningApp, title: str, work: Callable[[Far], T], patience: float = PATIENCE) -> T:
    """Do the work and give what it gives; whatever it raises is raised here."""
    from screens.opening.dialogs import Working  # what needs no screen reads this module in too

    loop = asyncio.get_running_loop()
    card: Working | None = None
    last: tuple[int, int, str] | None = None

    def hear(done: int, of: int, words: str) -> None:
        nonlocal last
        last = done, of, words
        if card is not None and card.up:
            card.far(*last)

    def far(done: int, of: int, words: str) -> None:
        loop.call_soon_threadsafe(hear, done, of, words)

    job = asyncio.ensure_future(asyncio.to_thread(work, far))
    await asyncio.wait({job}, timeout=patience)
    while not job.done() and app.screen is not app.main:  # it waits for somebody to answer a question
        await asyncio.wait({job}, timeout=patience)
    if not job.done():
        card = Working(title)
        await app.push_screen(card)
        if last is not None:
            card.far(*last)
        await asyncio.wait({job})
        card.dismiss(None)
    return job.result()


_ANY_HOST, _PORT = "0.0.0.0", 8765  # noqa: S104 - phones come from outside this laptop


class Errand(Struct, frozen=True):
    """What to run: `run`, `rehearse`, `desk`, `demo` or `short`; the demos have folders of their own."""

    name: str
    folder: Path | None = None


def run_errand(errand: Errand) -> str:
    """Run it to its end. Whatever goes wrong is said, and the opening screen comes back."""
    from panel_tui.cli.output import sentence

    said: list[str] = []
    try:
        _ERRANDS[errand.name](errand, said)
    except KeyboardInterrupt:
        return say("command.stopped")
    except Exception as problem:
        return sentence(problem)
    return " ".join(said)


def _run(errand: Errand, said: list[str]) -> None:
    from panel_tui.running.leaving import left
    from panel_tui.running.run import run

    assert errand.folder is not None
    remember(errand.folder)
    trouble = event_loop.run(run(errand.folder, host=_ANY_HOST, port=_PORT))
    over = day_of(errand.folder).stage is DayStage.ENDED
    said.append(left(trouble, errand.folder, "opening.kept-over" if over else "opening.kept"))


def _rehearse(errand: Errand, said: list[str]) -> None:
    from panel_tui.cli.rehearsing import Wishes, rehearse

    assert errand.folder is not None
    remember(errand.folder)
    rehearse(errand.folder, Wishes(host=_ANY_HOST, port=_PORT), lambda _line: None)
    said.append(say("opening.rehearsed"))


def _desk(errand: Errand, _said: list[str]) -> None:
    from panel_tui.desk.app import sit

    event_loop.run(sit(errand.folder))


def _demo(errand: Errand, said: list[str]) -> None:
    from panel_tui.cli.rehearsing import Wishes, demo

    demo(Wishes(host=_ANY_HOST, port=_PORT, short=errand.name == "short"), lambda _line: None)
    said.append(say("opening.demo-over"))


_ERRANDS = {"run": _run, "rehearse": _rehearse, "demo": _demo, "short": _demo, "desk": _desk}
