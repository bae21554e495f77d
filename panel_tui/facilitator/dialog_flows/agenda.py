"""The agenda and the time: go to a line, change the lines to come, re-time, a forgotten start, a holding slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from screens.wall.dialogs.pick import Pick, PickLine, Sure
from sessions import commands as c
from sessions.model.refusals import No, Refused
from sessions.model.session import StepKind
from sessions.plan.default_agenda import USUAL_MINUTES
from sessions.views.desk.choices import StepChoice
from sessions.wording import say, say_many

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp


async def agenda(app: BaseApp) -> None:
    """Show the agenda, from the place that was up when it was opened, and ask what to do about a line."""
    position = app.api.position()
    steps = app.api.choices().agenda
    here = next((at for at, step in enumerate(steps) if step.here), 0)
    lines = [PickLine(step.key, step.words, _remark(step)) for step in steps]
    picked = await app.push_screen_wait(Pick(say("steering.agenda.title"), lines, start=here))
    step = next((one for one in steps if one.key == picked), None)
    if step is not None:
        await about_line(app, position, step)


def _remark(step: StepChoice) -> str:
    if step.here:
        return say("wall.agenda.here")
    if step.left_out:
        return say("steering.agenda.out")
    key = "steering.agenda.line" if step.at else "steering.agenda.length"
    return say(key, at=step.at, minutes=step.minutes)


async def about_line(app: BaseApp, position: str, step: StepChoice) -> None:
    """Do one thing about a line."""
    lines = [
        PickLine(way, say(f"steering.agenda.{way}")) for way in _ways(step, no_list=app.api.choices().no_list)
    ]
    text = say("steering.agenda.what")
    match await app.push_screen_wait(Pick(step.words, lines, text=text)):
        case "go":
            await unless_a_break(app, c.JumpTo(position, step.key))
        case "skip":
            if await unless_a_break(app, c.SkipStep(position, step.key)):
                app.tell(say("steering.agenda.changed"))
        case "earlier":
            await change(app, c.MoveStep(position, step.key, step.up or ""))
        case "later":
            await change(app, c.MoveStep(position, step.key, step.down or ""))
        case "break":
            minutes = USUAL_MINUTES[StepKind.BREAK]
            await change(app, c.AddStep(position, StepKind.BREAK, minutes, after=step.key))
        case "list":
            await change(app, c.PutList(position))
        case "note":
            await add_note_step(app, position, step.key)
        case _:
            pass


def _ways(step: StepChoice, *, no_list: bool) -> list[str]:
    """Return what can be done about a line, the likeliest first."""
    changes = {"earlier": step.up is not None, "later": step.down is not None, "skip": step.coming}
    put_after = (["list"] if no_list else []) + ["break", "note"] if step.coming or step.here else []
    return ["go", *(way for way, can in changes.items() if can), *put_after]


async def add_note_step(app: BaseApp, position: str, after: str) -> None:
    """Put a word to everybody into the agenda."""
    from screens.wall.dialogs.dialog import Writing

    label = say("steering.agenda.note-label")
    title = await app.push_screen_wait(Writing(say("steering.agenda.note"), label))
    if title:
        minutes = USUAL_MINUTES[StepKind.NOTE]
        await change(app, c.AddStep(position, StepKind.NOTE, minutes, title, after=after))


async def look_again(app: BaseApp) -> None:
    """Look again at the first ones before the pot is divided."""
    if await app.do(c.LookAgain(app.api.position())):
        app.tell(say("steering.agenda.again"))


async def put_list(app: BaseApp) -> None:
    """Put the list into a day whose agenda never comes to one."""
    await change(app, c.PutList(app.api.position()))


async def change(app: BaseApp, order: c.Command) -> None:
    """Change the agenda, and say that it can be taken back."""
    if await app.do(order):
        app.tell(say("steering.agenda.changed"))


async def unless_a_break(app: BaseApp, order: c.JumpTo | c.SkipStep) -> bool:
    """Return an order; where a break would be left out, or one nobody has scored, ask first."""
    try:
        await app.api.do(order)
    except Refused as refused:
        if not refused.asks_again:
            app.tell(refused.sentence)
            return False
        sure = _sure(refused)
        left_out = (await app.push_screen_wait(sure) or "stay") in ("leave", "pass")
        return left_out and await app.do(replace(order, sure=True))
    await app.draw()
    return True


def _sure(refused: Refused) -> Sure:
    """Make the question whether what would be missed is left out all the same."""
    if refused.code is No.ASK_AGAIN_BREAK:
        title, text, ways = "sure", say("steering.agenda.sure-line"), ("keep", "leave")
    else:
        title, text, ways = "unscored", refused.sentence, ("stay", "pass")
    lines = (PickLine(way, say(f"steering.agenda.{way}")) for way in ways)
    return Sure(say(f"steering.agenda.{title}"), *lines, text=text)


_AGO = (1, 2, 3, 5, 10, 15)
_HOLDING = ("moment", "sorting", "quiet", "phones")


async def retime(app: BaseApp) -> None:
    """Say how the day stands for time; where something can be saved, offer it."""
    position, pacing = app.api.position(), app.api.choices().pacing
    ways = ("no", "yes") if pacing.retiming else ("no",)
    lines = [PickLine(way, say(f"steering.retime.{way}")) for way in ways]
    card = Sure(say("steering.retime.title"), *lines, text="\n".join(pacing.lines))
    if await app.push_screen_wait(card) == "yes" and await app.do(c.Retime(position, pacing.retiming)):
        app.tell(say("steering.retime.done"))


async def began(app: BaseApp) -> None:
    """Forgive a forgotten start."""
    position = app.api.position()
    lines = [PickLine("0", say("steering.began.now"))]
    lines += [PickLine(str(n), say_many("steering.began.ago", n)) for n in _AGO]
    ago = await app.push_screen_wait(Pick(say("steering.began.title"), lines, start=2))
    if ago is not None and await app.do(c.MoveStart(position, int(ago))):
        app.tell(say("steering.began.done"))


async def hold(app: BaseApp) -> None:
    """Put a holding slide up; PageDown takes it away."""
    from screens.wall.dialogs.dialog import Writing

    lines = [PickLine(key, say(f"steering.hold.{key}")) for key in (*_HOLDING, "own")]
    picked = await app.push_screen_wait(Pick(say("steering.hold.title"), lines))
    if picked is None:
        return
    words: str | None = say(f"steering.hold.{picked}")
    if picked == "own":
        words = await app.push_screen_wait(Writing(say("steering.hold.title"), say("steering.hold.label")))
    if words:
        await app.do(c.Hold(words))
