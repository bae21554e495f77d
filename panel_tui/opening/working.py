"""Do something slow beside the screen: in a thread, with a bar over the screen once it takes longer than a second."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from screens.opening.working import Working

if TYPE_CHECKING:
    from .app import OpeningApp

T = TypeVar("T")
Far = Callable[[int, int, str], None]  # may be called from the thread, often

PATIENCE = 1.0  # seconds; what takes less is done before a bar could be read


async def working(app: OpeningApp, title: str, work: Callable[[Far], T], patience: float = PATIENCE) -> T:
    """Do the work and give what it gives; whatever it raises is raised here."""
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
