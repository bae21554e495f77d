"""Asking why we go on, where an award or the list goes against a rule of the funder's. Nothing is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions import commands as c
from sessions.model.refusals import No, Refused
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp


async def why_against(app: BaseApp, rules: str, before: str = "") -> str:
    """Show the rules in their own words and ask why we go on; nothing where the card is put away."""
    from screens.wall.dialogs.dialog import Writing

    label = f"{rules}\n\n{say('rules.ask.why')}"
    return await app.push_screen_wait(Writing(say("rules.ask"), label, before)) or ""


async def recorded(app: BaseApp, order: c.RecordDecision, before: str = "") -> bool:
    """Record a decision; where it goes against a rule, ask why first. Say whether it was recorded."""
    try:
        await app.api.do(order)
    except Refused as refused:
        if refused.code is not No.AGAINST_RULE:
            app.tell(refused.sentence)
            return False
        why = await why_against(app, str(refused.values.get("rules", "")), before)
        if not why:
            app.tell(say("rules.ask.left"))
            return False
        order = c.RecordDecision(
            order.application,
            order.verdict,
            order.amount,
            order.conditions,
            order.reasons,
            order.words,
            against=why,
        )
        if not await app.do(order):
            return False
        app.tell(say("rules.ask.kept"))
        return True
    await app.draw()
    return True


async def go_on_against(app: BaseApp) -> None:
    """Ask of each rule that the list goes against why we go on. Then the key that confirms goes on."""
    for one in app.api.choices().against:
        why = await why_against(app, one.words)
        if not why or not await app.do(c.GoAgainstRule(one.application, one.kind, one.rule, why)):
            return
    app.tell(say("rules.ask.all-kept"))
