"""A pile of paper slips keyed in from a file of scores: looked at, read a second time, and kept whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.dialogs.pick import Pick, PickLine
from sessions.views.desk.score_file import PileReading
from sessions.wording import say
from sessions.wording.enumerations import seats_said

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp

MOST_SAID = 12  # faults on one card


async def score_file(app: BaseApp) -> None:
    """Ask for the file and how it is read a second time; keep its slips."""
    path = await _path(app, say("desk.pile.file"))
    first = await app.api.read_pile(path) if path else None
    if first is None or not await _fit(app, first):
        return
    lines = [PickLine(key, say(f"desk.pile.second-{key}")) for key in ("file", "read", "not")]
    picked = await app.push_screen_wait(Pick(say("desk.pile.second"), lines, text=told(first)))
    second = ""
    if picked == "file":
        second = await _path(app, say("desk.pile.second-path")) or ""
        both = await app.api.read_pile(path or "", second) if second else None
        if both is None or not await _fit(app, both):
            return
        first = both
    elif picked != "read":
        return
    if await app.granted(app.api.key_pile(path or "", second, first.seen)):
        app.tell(say("desk.pile.kept", n=len(first.seats) + len(first.out)))


async def _path(app: BaseApp, label: str) -> str | None:
    from screens.wall.dialogs.dialog import Writing

    typed = await app.push_screen_wait(Writing(say("desk.pile.title"), label))
    return typed.strip().strip("\"'") if typed else None


async def _fit(app: BaseApp, reading: PileReading) -> bool:
    """Say what is wrong with a file, or that there is nothing in it to keep."""
    if reading.faults:
        shown = reading.faults[:MOST_SAID]
        more = len(reading.faults) - len(shown)
        rest = (say("folder.and-more", more=more),) if more else ()
        lines = [PickLine(str(n), words) for n, words in enumerate((*shown, *rest))]
        await app.push_screen_wait(Pick(say("desk.pile.refused"), lines, text=say("desk.pile.nothing-kept")))
        return False
    if not reading.seats and not reading.out:
        app.tell(say("desk.pile.none", title=reading.title))
        return False
    return True


def told(reading: PileReading) -> str:
    """Say what the file would do."""
    if reading.seats:
        parts = [say("desk.pile.has", seats=seats_said(reading.seats), title=reading.title)]
    else:
        parts = [say("desk.pile.has-none", title=reading.title)]
    if reading.out:
        parts.append(say("desk.pile.steps-out", seats=seats_said(reading.out)))
    if reading.already:
        parts.append(say("desk.pile.already", seats=seats_said(reading.already)))
    if reading.missing:
        parts.append(say("desk.pile.missing", seats=seats_said(reading.missing)))
    if reading.later:
        parts.append(say("desk.pile.later"))
    return " ".join(parts)
