"""Ask for a few words; where there need be none, leaving them out is a line of its own, not an empty field."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screens.wall.dialogs.decisions import amount_of
from screens.wall.dialogs.pick import Pick, PickLine
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp


async def write(
    app: BaseApp,
    title: str,
    label: str,
    before: str = "",
    *,
    may_be_empty: bool = False,
    empty: str = "changes.ask.clear",
    other: str = "changes.ask.write",
) -> str | None:
    """Return what was written, nothing at all (an empty text) where that was picked, or None where it was given up."""
    from screens.wall.dialogs.dialog import Writing

    if may_be_empty:
        lines = [PickLine("write", say(other)), PickLine("empty", say(empty))]
        picked = await app.push_screen_wait(Pick(title, lines, text=label))
        if picked != "write":
            return "" if picked == "empty" else None
    return await app.push_screen_wait(Writing(title, label, before))


async def amount_written(app: BaseApp, title: str, label: str, written: str) -> Decimal | None:
    """Return the amount that was written; where it is none, ask again with it still there. None: it was given up."""
    from screens.wall.dialogs.dialog import Writing

    amount = amount_of(written)
    while amount is None:
        again = await app.push_screen_wait(Writing(title, f"{say('changes.ask.amount')} {label}", written))
        if not again:
            return None
        written, amount = again, amount_of(again)
    return amount
