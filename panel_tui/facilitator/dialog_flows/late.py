"""Take a late application in: what it is called, who asks, how much, and why it came late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panel_tui.facilitator.dialog_flows.writing import amount_written, write
from screens.wall.dialogs.pick import Pick, PickLine
from sessions import commands as c
from sessions.views.putting_right import PuttingRight
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp


async def late_application(app: BaseApp, plan: PuttingRight) -> None:
    """Ask for all of it, take it in, and say who is to be asked about conflicts and what to print."""
    title = await write(app, say("changes.ask.late"), say("changes.ask.late-title"))
    if not title:
        return
    who = say("changes.ask.late-organisation")
    skip, named = "changes.ask.skip", "changes.ask.late-write"
    organisation = await write(app, title, who, may_be_empty=True, empty=skip, other=named)
    if organisation is None:
        return
    how_much = say("changes.ask.late-asked")
    asked = await write(app, title, how_much)
    amount = await amount_written(app, title, how_much, asked) if asked else None
    if amount is None:
        return
    strand = await _strand(app, plan, title)
    why = (
        await write(app, say("changes.ask.why"), say("changes.ask.why-label")) if strand is not None else None
    )
    if not why:
        return
    order = c.AddApplication(title, amount, organisation, strand=strand or "", why=why)
    if await app.do(order):
        await tell_of_late(app, plan, title)


async def tell_of_late(app: BaseApp, before: PuttingRight, title: str) -> None:
    """Ask the room about conflicts with an application that was not there before, and say what to print."""
    known = {one.application for one in before.applications}
    now = await app.api.putting_right()
    ref = next((one.application for one in now.applications if one.application not in known), "")
    app.tell(say("changes.ask.late-done", ref=ref, title=title))


async def _strand(app: BaseApp, plan: PuttingRight, title: str) -> str | None:
    """Ask which part of the pot it belongs to, where there are parts."""
    if not plan.strands:
        return ""
    lines = [PickLine(str(at), one.title) for at, one in enumerate(plan.strands)]
    lines.append(PickLine("none", say("changes.ask.no-strand")))
    picked = await app.push_screen_wait(Pick(title, lines, text=say("changes.ask.which-strand")))
    if picked is None:
        return None
    return "" if picked == "none" else plan.strands[int(picked)].strand
