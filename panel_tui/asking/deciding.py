"""Recording what the panel decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions import commands as c
from sessions.decisions import Verdict
from sessions.refusals import Refused
from sessions.supposing import Supposed
from sessions.wording import say

if TYPE_CHECKING:
    from ..app import WallApp
    from ..switchboard import Switchboard


async def decision(app: Switchboard) -> None:
    """Record the decision about the application in hand, or one picked from all."""
    choices = app.hand.choices()
    if choices.why_no_decision is not None:
        raise Refused(choices.why_no_decision)  # before anything is written that would be lost
    ref = choices.application
    if not ref:
        lines = [Line(one.application, one.title, one.asked) for one in choices.decidable]
        picked = await app.push_screen_wait(Pick(say("wall.decide.which"), lines))
        ref = picked or ""
    if ref:
        await decide(app, ref, Verdict.FUND)


async def award(app: WallApp) -> None:
    """Record a part award for the application under the line; take over what a what-if supposes."""
    if app.wall.sheet == "what-if":
        await take_over(app)
        return
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


async def what_if(app: WallApp) -> None:
    """Suppose that one application gets less, and lay what would follow over the list."""
    from screens.wall.asks.supposing import HowMuch

    choices = app.hand.choices()
    lines = [Line(one.application, one.title, one.gets) for one in choices.supposable]
    ref = await app.push_screen_wait(Pick(say("dividing.what-if.which"), lines)) if lines else None
    if ref is None:
        return
    amount = await app.push_screen_wait(HowMuch(choices.to_decide(ref)))
    if amount is not None:
        await app.lay("what-if", Supposed(ref, amount))


async def take_over(app: WallApp) -> None:
    """Make what was supposed the real list."""
    if await app.granted(app.room.table.accept()):
        app.tell(say("dividing.what-if.taken"))


async def break_tie(app: Switchboard) -> None:
    """Open a ballot on those that are level; where several are, ask which."""
    position, ties = app.hand.position(), app.hand.choices().ties
    if not ties:
        app.tell(say("dividing.tie.none"))
        return
    picked: str | None = "0"
    if len(ties) > 1:
        lines = [Line(str(n), tie.titles) for n, tie in enumerate(ties)]
        picked = await app.push_screen_wait(Pick(say("dividing.tie.which"), lines))
    if picked is not None:
        await app.do(c.BreakTie(position, ties[int(picked)].refs))
