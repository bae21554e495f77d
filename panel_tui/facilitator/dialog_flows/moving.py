"""Leaving, help, notes, a step back, and what is set aside with a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from screens.wall.dialogs.pick import Pick, PickLine
from sessions import commands as c
from sessions.model.refusals import No, Refused
from sessions.views.desk.choices import Void
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp


async def note(app: BaseApp) -> None:
    """Write a note."""
    from screens.wall.dialogs.dialog import Writing

    text = await app.push_screen_wait(Writing(say("wall.note.title"), say("wall.note.label")))
    if text and await app.do(c.AddNote(text)):
        app.tell(say("wall.note.kept"))


async def undo(app: BaseApp) -> None:
    """Take the last step back; where what people gave would be gone, the same key once more is a yes."""
    ballot, position = app.api.choices().undoes_ballot, app.api.position()
    sure = app.asked("undo", position)
    try:
        await app.api.do(c.Undo(position, sure))
    except Refused as refused:
        app.tell(refused.sentence)
        if refused.asks_again:
            app.ask_again("undo", position, refused.sentence)
    else:
        await app.draw()
        app.tell(say(f"steering.undo.{'ballot' if ballot else 'given' if sure else 'done'}"))


async def void(app: BaseApp) -> None:
    """Set a ballot, shown scores, or the list once it is confirmed aside, with the reason."""
    from screens.wall.dialogs.dialog import Writing

    what, position = app.api.choices().to_void, app.api.position()
    if what is None:
        raise Refused(No.NO_ROUND_TO_VOID)  # before a reason is written that would be lost
    title, label, order = _SETTING_ASIDE[what]
    why = await app.push_screen_wait(Writing(say(title), say(label)))
    if why:
        await app.do(order(why, position))


# each order is given the reason, and the place it was asked for: there may be two desks
_SETTING_ASIDE: dict[Void, tuple[str, str, Callable[[str, str], c.Command]]] = {
    Void.LIST: ("steering.reopen.title", "steering.reopen.label", lambda why, _there: c.ReopenList(why)),
    Void.BALLOT: ("wall.void.title", "wall.void.label", c.VoidRound),
    Void.SCORES: ("wall.void-scores.title", "wall.void-scores.label", c.VoidReveal),
}


async def leave(app: BaseApp) -> None:
    """Ask once, then leave; where something would be lost by it, Enter alone stays."""
    await app.before_leaving_look()
    lines = (PickLine("yes", say("wall.leave.yes")), PickLine("no", say("wall.leave.no")))
    card = Pick(say(f"{app.WORDS}.leave.title"), lines, text=app.before_leaving, start=int(app.leaving_loses))
    if await app.push_screen_wait(card) == "yes":
        app.leave()


async def show_help(app: BaseApp) -> None:
    """Show what the keys do, and the manual where that is wanted."""
    from screens.wall.dialogs.dialog import Help

    if await app.push_screen_wait(Help(app.KEYS, say(f"{app.WORDS}.help.title"))):
        from panel_tui.guide import topics
        from screens.guide.manual import Manual

        await app.push_screen_wait(Manual(topics()))


async def hide_reason(app: BaseApp) -> None:
    """Pick a reason that is shown, say why, and hide it."""
    from screens.wall.dialogs.dialog import Writing

    shown = app.api.choices().reasons
    if not shown:
        app.tell(say("people.hide.none"))
        return
    lines = [PickLine(str(at), one.text, one.heading) for at, one in enumerate(shown)]
    picked = await app.push_screen_wait(Pick(say("people.hide.title"), lines))
    if picked is None:
        return
    one = shown[int(picked)]
    why = await app.push_screen_wait(Writing(say("people.hide.why"), say("people.hide.why-label")))
    if why and await app.do(c.HideReason(one.application, one.round, one.place, why)):
        app.tell(say("people.hide.done"))
