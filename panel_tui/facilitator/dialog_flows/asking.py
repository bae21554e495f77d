"""Asking the room something nobody planned to ask; what it agreed on how we do this; one's own look back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panel_tui.facilitator.dialog_flows.scoring import paper_way
from screens.wall.dialogs.pick import Pick, PickLine
from sessions import commands as c
from sessions.model.refusals import No, Refused
from sessions.views.desk.choices import LookingBack
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp


async def ask_room(app: BaseApp) -> None:
    """Write a question and its answers, and open a secret ballot; where few of us are on paper, ask how first."""
    from screens.wall.dialogs.dialog import Writing

    position = app.api.position()
    question = await app.push_screen_wait(Writing(say("asking.question"), say("asking.question-label")))
    if not question:
        return
    said = await app.push_screen_wait(Writing(question, say("asking.answers-label")))
    if not said:
        return
    answers = tuple(one.strip() for one in said.split("/") if one.strip())
    order = c.AskRoom(position, question, answers)
    try:
        await app.api.do(order)
    except Refused as refused:
        if refused.code is not No.FEW_ON_PAPER:
            raise
        if not await paper_way(app) or not await app.do(order):
            return
    else:
        await app.draw()
    app.tell(say("asking.asked"))


async def agree_way(app: BaseApp) -> None:
    """Write down what the room agreed about how we do this."""
    from screens.wall.dialogs.dialog import Writing

    text = await app.push_screen_wait(Writing(say("asking.way-title"), say("asking.way-label")))
    if text and await app.do(c.AgreeWay(text)):
        app.tell(say("asking.way-kept"))


async def look_back(app: BaseApp) -> None:
    """Show what was done by hand today, and keep two lines about it where that is wished."""
    from screens.wall.dialogs.dialog import Writing

    found = app.api.choices().looking_back
    if found is None:
        app.tell(say("asking.look-soon"))
        return
    ways = tuple(PickLine(way, say(f"asking.look-{way}")) for way in ("write", "leave"))
    card = Pick(say("asking.look-title"), ways, text="\n".join(_told(found)), start=1)
    if await app.push_screen_wait(card) != "write":
        return
    lines = []
    for which in ("first", "second"):
        written = await app.push_screen_wait(Writing(say(f"asking.look-{which}"), say("asking.look-label")))
        lines.append(written or "")
    if any(lines) and await app.do(c.LookBack(tuple(line for line in lines if line))):
        app.tell(say("asking.look-done"))


def _told(found: LookingBack) -> list[str]:
    lines = [] if found.steering or found.others else [say("asking.look-nothing")]
    for key, acts in (("steer", found.steering), ("others", found.others)):
        if acts:
            lines.append(say(f"asking.look-{key}"))
            lines += [say("asking.look-act", what=what, n=n) for what, n in acts]
    kept = [say("asking.look-kept"), *found.kept] if found.kept else []
    return [*lines, say("asking.look-unseen"), *kept]
