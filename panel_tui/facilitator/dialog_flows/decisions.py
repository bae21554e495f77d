"""Recording what the panel decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panel_tui.facilitator.dialog_flows.rules_why import recorded, why_against
from panel_tui.facilitator.dialog_flows.scoring import paper_way
from panel_tui.facilitator.dialog_flows.writing import write
from screens.wall.dialogs.pick import Pick, PickLine
from sessions import commands as c
from sessions.model.decisions import ByQuestion, OnQuestion, Verdict
from sessions.model.refusals import No, Refused
from sessions.results.what_if import Supposed
from sessions.views.desk.choices import ToDecide
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp
    from panel_tui.facilitator.wall_app import WallApp


async def decision(app: BaseApp) -> None:
    """Record the decision about the application in hand, or one picked from all."""
    choices = app.api.choices()
    if choices.why_no_decision is not None:
        raise Refused(choices.why_no_decision)  # before anything is written that would be lost
    ref = choices.application
    if not ref:
        lines = [PickLine(one.application, one.title, one.asked) for one in choices.decidable]
        picked = await app.push_screen_wait(Pick(say("wall.decide.which"), lines))
        ref = picked or ""
    if ref:
        await decide(app, ref, Verdict.FUND)


async def award(app: WallApp) -> None:
    """Record a part award for the application under the line; take over what a what-if supposes."""
    if app.wall.sheet == "what-if":
        await take_over(app)
        return
    row = app.wall.current_row
    if row is not None:
        await decide(app, row.ref, Verdict.PART)


async def decide(app: BaseApp, ref: str, suggested: Verdict) -> None:
    """Ask for one decision and record it."""
    from screens.wall.dialogs.decisions import DecisionDialog

    about = app.api.choices().to_decide(ref)
    decided = await app.push_screen_wait(DecisionDialog(about, suggested=suggested))
    if decided is not None:
        order = c.RecordDecision(
            ref, decided.verdict, decided.amount, decided.conditions, decided.reasons, decided.words
        )
        if await recorded(app, order, about.why_against) and decided.by_question:
            await by_question(app, ref)


async def by_question(app: BaseApp, ref: str) -> None:
    """Ask for one strength and one doubt, each on a question; those we were split on come first."""
    about = app.api.choices().to_decide(ref)
    strength = await _on_question(app, "strength", about, about.said.strength)
    doubt = await _on_question(app, "doubt", about, about.said.doubt)
    if await app.do(c.SayByQuestion(ref, ByQuestion(strength, doubt))):
        app.tell(say("asking.said-kept"))


async def _on_question(
    app: BaseApp, which: str, about: ToDecide, before: OnQuestion | None
) -> OnQuestion | None:
    """Pick a question and write what is said on it; what was kept before stays where the card is put away."""
    from screens.wall.dialogs.dialog import Writing

    split = say("asking.was-split")
    lines = [PickLine(key, words, split if was_split else "") for key, words, was_split in about.questions]
    lines.append(PickLine("", say(f"asking.no-{which}")))
    picked = await app.push_screen_wait(Pick(say(f"asking.which-{which}"), lines, text=about.title))
    if picked is None:
        return before
    if not picked:
        return None
    question = next(words for key, words, _ in about.questions if key == picked)
    old = before.words if before and before.criterion == picked else ""
    words = await app.push_screen_wait(Writing(question, say("asking.words-label"), old))
    return OnQuestion(picked, words) if words else before


async def what_if(app: WallApp) -> None:
    """Suppose that one application gets less, and lay what would follow over the list."""
    from screens.wall.dialogs.decisions import HowMuch

    choices = app.api.choices()
    if any(one.verdicts for one in choices.decidable):
        raise Refused(No.NO_MONEY_SHARED)
    lines = [PickLine(one.application, one.title, one.gets) for one in choices.supposable]
    ref = await app.push_screen_wait(Pick(say("dividing.what-if.which"), lines)) if lines else None
    if ref is None:
        return
    amount = await app.push_screen_wait(HowMuch(choices.to_decide(ref)))
    if amount is not None:
        await app.lay("what-if", Supposed(ref, amount))


async def take_over(app: WallApp) -> None:
    """Make what was supposed the real list."""
    warned, why = app.room.table.against(), ""
    if warned:
        why = await why_against(app, "\n".join(warned))
    if (why or not warned) and await app.granted(app.room.table.accept(why)):
        app.tell(say("dividing.what-if.taken"))


async def break_tie(app: BaseApp) -> None:
    """Open a ballot on those that are level; where several are, ask which."""
    position, ties = app.api.position(), app.api.choices().ties
    if not ties:
        app.tell(say("dividing.tie.none"))
        return
    picked: str | None = "0"
    if len(ties) > 1:
        lines = [PickLine(str(n), tie.titles) for n, tie in enumerate(ties)]
        picked = await app.push_screen_wait(Pick(say("dividing.tie.which"), lines))
    if picked is not None:
        await _open_tie(app, c.BreakTie(position, ties[int(picked)].refs))


async def _open_tie(app: BaseApp, order: c.BreakTie) -> None:
    """Open it; where few of us are on paper, ask first how they vote."""
    try:
        await app.api.do(order)
    except Refused as refused:
        if refused.code is not No.FEW_ON_PAPER:
            raise
        if await paper_way(app):
            await app.do(order)
    else:
        await app.draw()


async def place(app: BaseApp) -> None:
    """Move an application that too few scored to rank: pick it, then the one it is to stand above."""
    choices = app.api.choices()
    if not choices.movable:
        app.tell(say("dividing.place.none"))
        return
    titles = {one.application: one.title for one in choices.decidable}
    lines = [PickLine(ref, titles[ref]) for ref in choices.movable]
    ref = await app.push_screen_wait(Pick(say("dividing.place.which"), lines))
    if ref is None:
        return
    others = [one for one in choices.listed if one != ref]
    where = [PickLine(f"={one}", say("dividing.place.above", title=titles[one])) for one in others]
    where.append(PickLine("=", say("dividing.place.last")))
    picked = await app.push_screen_wait(Pick(say("dividing.place.where", title=titles[ref]), where))
    if picked is not None and await app.do(c.Place(ref, picked.removeprefix("="))):
        app.tell(say("dividing.place.done"))


async def view_slip(app: BaseApp) -> None:
    """Type in another view that a member on paper wrote, word for word."""
    choices = app.api.choices()
    if not choices.view_slips:
        app.tell(say("people.minority.slip-none"))
        return
    text = await write(app, say("wall.palette.view-slip"), say("people.minority.slip-label"))
    if text and await app.granted(app.api.key_view(choices.application, text)):
        app.tell(say("people.minority.slip-kept"))
