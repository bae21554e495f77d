"""Putting the workshop's list together at the wall: reword a question, put two together, drop one, add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions import commands as c
from sessions.events import Draft
from sessions.wording import say

if TYPE_CHECKING:
    from ..switchboard import Switchboard

_DEEDS = ("reword", "join", "drop")
_NEW = "new"


async def criteria(app: Switchboard) -> None:
    """Pick a question and what becomes of it."""
    position, drafts = app.hand.position(), app.hand.choices().draft
    if not drafts:
        app.tell(say("people.workshop.not-now"))
        return
    lines = [Line(str(at), one.question) for at, one in enumerate(drafts)]
    lines.append(Line(_NEW, say("people.workshop.add")))
    picked = await app.push_screen_wait(Pick(say("people.workshop.which"), lines))
    if picked is None:
        return
    changed = await (_added(app, drafts) if picked == _NEW else _changed(app, drafts, int(picked)))
    if changed is not None:
        await app.do(c.ListCriteria(position, changed))


async def _added(app: Switchboard, drafts: tuple[Draft, ...]) -> tuple[Draft, ...] | None:
    words = await _write(app, "add", "")
    return (*drafts, Draft(words)) if words else None


async def _changed(app: Switchboard, drafts: tuple[Draft, ...], at: int) -> tuple[Draft, ...] | None:
    title, one = drafts[at].question, drafts[at]
    deed = await app.push_screen_wait(
        Pick(title, [Line(deed, say(f"people.workshop.{deed}")) for deed in _DEEDS])
    )
    if deed == "drop":
        return (*drafts[:at], *drafts[at + 1 :])
    if deed == "join":
        return await _joined(app, drafts, at)
    words = await _write(app, "reword", one.question) if deed == "reword" else None
    return _with(drafts, at, Draft(words, one.key)) if words else None


async def _joined(app: Switchboard, drafts: tuple[Draft, ...], at: int) -> tuple[Draft, ...] | None:
    """Put another question together with this one, in words for both; a question agreed before keeps its place."""
    others = [Line(str(n), one.question) for n, one in enumerate(drafts) if n != at]
    other = await app.push_screen_wait(Pick(say("people.workshop.join-which"), others))
    if other is None:
        return None
    gone = drafts[int(other)]
    words = await _write(app, "join-words", drafts[at].question)
    if not words:
        return None
    both = _with(drafts, at, Draft(words, drafts[at].key or gone.key))
    return tuple(one for n, one in enumerate(both) if n != int(other))


def _with(drafts: tuple[Draft, ...], at: int, one: Draft) -> tuple[Draft, ...]:
    return (*drafts[:at], one, *drafts[at + 1 :])


async def _write(app: Switchboard, what: str, before: str) -> str | None:
    from screens.wall.asks.writing import Writing

    label = say("people.workshop.words")
    return await app.push_screen_wait(Writing(say(f"people.workshop.{what}"), label, before))
