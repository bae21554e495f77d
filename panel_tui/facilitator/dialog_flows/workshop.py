"""Putting the workshop's list together at the wall: reword a line, put two together, drop one, add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.dialogs.pick import Pick, PickLine
from sessions import commands as c
from sessions.events import Draft
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp

_DEEDS = ("reword", "join", "drop")
_NEW = "new"


async def criteria(app: BaseApp) -> None:
    """Pick a question and what becomes of it."""
    position, choices = app.api.position(), app.api.choices()
    drafts, own = choices.draft, choices.own_list
    if not choices.listing:
        app.tell(say("people.workshop.not-now"))
        return
    lines = [PickLine(str(at), one.question) for at, one in enumerate(drafts)]
    lines.append(PickLine(_NEW, _said("add", own=own)))
    picked = await app.push_screen_wait(Pick(_said("which", own=own), lines))
    if picked is None:
        return
    changed = await (
        _added(app, drafts, own=own) if picked == _NEW else _changed(app, drafts, int(picked), own=own)
    )
    if changed is not None:
        await app.do(c.ListCriteria(position, changed))


async def _added(app: BaseApp, drafts: tuple[Draft, ...], *, own: bool) -> tuple[Draft, ...] | None:
    words = await _write(app, _said("add", own=own), "", own=own)
    return (*drafts, Draft(words)) if words else None


async def _changed(
    app: BaseApp, drafts: tuple[Draft, ...], at: int, *, own: bool
) -> tuple[Draft, ...] | None:
    title, one = drafts[at].question, drafts[at]
    deed = await app.push_screen_wait(
        Pick(title, [PickLine(deed, say(f"people.workshop.{deed}")) for deed in _DEEDS])
    )
    if deed == "drop":
        return (*drafts[:at], *drafts[at + 1 :])
    if deed == "join":
        return await _joined(app, drafts, at, own=own)
    title = say("people.workshop.reword")
    words = await _write(app, title, one.question, own=own) if deed == "reword" else None
    return _with(drafts, at, Draft(words, one.key)) if words else None


async def _joined(app: BaseApp, drafts: tuple[Draft, ...], at: int, *, own: bool) -> tuple[Draft, ...] | None:
    """Put another question together with this one, in words for both; a question agreed before keeps its place."""
    others = [PickLine(str(n), one.question) for n, one in enumerate(drafts) if n != at]
    other = await app.push_screen_wait(Pick(say("people.workshop.join-which"), others))
    if other is None:
        return None
    gone = drafts[int(other)]
    words = await _write(app, say("people.workshop.join-words"), drafts[at].question, own=own)
    if not words:
        return None
    both = _with(drafts, at, Draft(words, drafts[at].key or gone.key))
    return tuple(one for n, one in enumerate(both) if n != int(other))


def _with(drafts: tuple[Draft, ...], at: int, one: Draft) -> tuple[Draft, ...]:
    return (*drafts[:at], one, *drafts[at + 1 :])


async def _write(app: BaseApp, title: str, before: str, *, own: bool) -> str | None:
    from screens.wall.dialogs.dialog import Writing

    return await app.push_screen_wait(Writing(title, _said("words", own=own), before))


def _said(what: str, *, own: bool) -> str:
    """Say it of a criterion or, where the workshop asks a question of its `own`, of a line of any kind."""
    return say(f"workshops.{what}" if own else f"people.workshop.{what}")
