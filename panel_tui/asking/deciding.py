"""Recording what the panel decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions import commands as c
from sessions.decisions import Verdict
from sessions.wording import say

if TYPE_CHECKING:
    from ..app import WallApp
    from ..switchboard import Switchboard


async def decision(app: Switchboard) -> None:
    """Record the decision about the application in hand, or one picked from all."""
    choices = app.hand.choices()
    ref = choices.application
    if not ref:
        lines = [Line(one.application, one.title, one.asked) for one in choices.decidable]
        picked = await app.push_screen_wait(Pick(say("wall.decide.which"), lines))
        ref = picked or ""
    if ref:
        await decide(app, ref, Verdict.FUND)


async def award(app: WallApp) -> None:
    """Record a part award for the application under the line."""
    line = app.wall.funding_line
    rows = app.wall.rows
    if line is not None and line < len(rows):
        await decide(app, rows[line].ref, Verdict.PART)


async def decide(app: Switchboard, ref: str, suggested: Verdict) -> None:
    """Ask for one decision and record it."""
    from screens.wall.asks.deciding import Deciding

    about = app.hand.choices().to_decide(ref)
    decided = await app.push_screen_wait(Deciding(about, suggested=suggested))
    if decided is not None:
        await app.do(
            c.RecordDecision(ref, decided.verdict, decided.amount, decided.conditions, decided.reasons)
        )
