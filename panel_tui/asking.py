"""Ask the facilitator what an order still needs, then give the order. One short conversation each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from screens.wall.asks.pick import Line, Pick
from sessions import commands as c
from sessions.decisions import Verdict
from sessions.refusals import Refused
from sessions.views import choosing
from sessions.views.choices import BallotSlips, SeatChoice
from sessions.wording import say, say_many

from .codes import draw_card, hashed, salt_of, spaced

if TYPE_CHECKING:
    from .app import WallApp

Conversation = Callable[["WallApp"], Awaitable[None]]


async def leave(app: WallApp) -> None:
    """Ask once, then leave."""
    lines = (Line("yes", say("wall.leave.yes")), Line("no", say("wall.leave.no")))
    if await app.push_screen_wait(Pick(say("wall.leave.title"), lines, text=say("wall.leave.line"))) == "yes":
        app.leave()


async def show_help(app: WallApp) -> None:
    """Show what the keys do."""
    from screens.wall.asks.help import Help

    await app.push_screen_wait(Help())


async def note(app: WallApp) -> None:
    """Write a note."""
    from screens.wall.asks.writing import Writing

    text = await app.push_screen_wait(Writing(say("wall.note.title"), say("wall.note.label")))
    if text and await app.do(c.AddNote(text)):
        app.tell(say("wall.note.kept"))


async def void(app: WallApp) -> None:
    """Set a ballot aside, with the reason."""
    from screens.wall.asks.writing import Writing

    why = await app.push_screen_wait(Writing(say("wall.void.title"), say("wall.void.label")))
    if why:
        await app.do(c.VoidRound(why))


async def agenda(app: WallApp) -> None:
    """Go to another line of the agenda, from the place that was up when it was opened."""
    position = app.room.position()
    steps = choosing.agenda(app.room.state)
    here = next((at for at, step in enumerate(steps) if step.here), 0)
    lines = [
        Line(
            step.key,
            step.words,
            say("wall.agenda.here") if step.here else say("wall.agenda.minutes", minutes=step.minutes),
        )
        for step in steps
    ]
    step = await app.push_screen_wait(Pick(say("wall.agenda.title"), lines, start=here))
    if step is not None:
        await app.do(c.JumpTo(position, step))


async def pick_seat(
    app: WallApp, title: str, seats: Sequence[SeatChoice], remark: Callable[[SeatChoice], str]
) -> SeatChoice | None:
    """Pick a seat by its number and label."""
    if not seats:
        app.tell(say("wall.seats.none"))
        return None
    lines = [
        Line(
            str(seat.seat),
            " · ".join(part for part in (say("wall.seat", seat=seat.seat), seat.label) if part),
            remark(seat),
        )
        for seat in seats
    ]
    picked = await app.push_screen_wait(Pick(title, lines))
    return next((seat for seat in seats if str(seat.seat) == picked), None)


def taking_part(seat: SeatChoice) -> str:
    """Say how a seat takes part."""
    return say("wall.seat.paper" if seat.paper else "wall.seat.phone" if seat.taken else "wall.seat.free")


async def step_out(app: WallApp) -> None:
    """Let someone step out or come back. The list does not say who is out: the wall need not know."""
    ref = app.room.state.application
    if not ref:
        app.tell(say("wall.out.none"))
        return
    seat = await pick_seat(app, say("wall.out.title"), choosing.seats(app.room.state), lambda _seat: "")
    if seat is None:
        return
    ways = (Line("out", say("wall.out.steps-out")), Line("back", say("wall.out.comes-back")))
    way = await app.push_screen_wait(Pick(say("wall.out.which", seat=seat.seat), ways, start=int(seat.out)))
    if way is not None:
        await app.do(c.StepOut(seat.seat, ref) if way == "out" else c.ComeBack(seat.seat, ref))


async def paper(app: WallApp) -> None:
    """Count paper ballots while a ballot is open; else key a slip in, or put a seat on paper."""
    slips = choosing.ballot_slips(app.room.state)
    if slips is not None:
        await count_slips(app, slips)
        return
    seat = await pick_seat(app, say("wall.paper.title"), choosing.seats(app.room.state), taking_part)
    if seat is None:
        return
    slip = choosing.slip(app.room.state)
    if not seat.paper and not (seat.taken and slip) and not await app.do(c.TakePaperSeat(seat.seat)):
        return
    if slip is None:
        app.tell(say("wall.paper.marked", seat=seat.seat))
        return
    from screens.wall.asks.slip import SlipCard

    title = say("wall.paper.slip", seat=seat.seat, title=slip.title)
    answers = await app.push_screen_wait(SlipCard(title, slip.questions))
    if answers is not None:
        keyed = c.KeySlip(seat.seat, slip.application, answers, app.room.clock.token())
        if await app.do(keyed):
            app.tell(say("wall.paper.kept", seat=seat.seat))


async def count_slips(app: WallApp, slips: BallotSlips) -> None:
    """Close the ballot on phones and take two members' counts of the slips; phones may vote again otherwise."""
    from screens.wall.asks.slip import SlipCard

    ways = (Line("count", say("wall.count.count")), Line("not", say("wall.count.not")))
    text = say("wall.count.who", seats=slips.seats)
    if await app.push_screen_wait(Pick(say("wall.count.title"), ways, text=text)) != "count":
        app.room.reopen_phones()
        return
    try:
        await app.room.shut_phones()
        card = SlipCard(say("wall.count.title"), slips.questions, numbers_only=True)
        counted = await app.push_screen_wait(card)
        if counted is None:
            app.room.reopen_phones()
            app.tell(say("wall.count.reopened"))
            return
        *counts, cant_say = (
            counted[question.key].value or 0 if question.key in counted else 0 for question in slips.questions
        )
        tally = c.Tally(tuple(counts), cant_say)
        app.room.key_paper(tally, tally)  # the card has seen to it that both readings agree
    except Refused as refused:
        app.tell(refused.sentence)
        return
    app.tell(say("wall.count.kept"))


async def decision(app: WallApp) -> None:
    """Record the decision about the application in hand, or one picked from all."""
    ref = app.room.state.application
    if not ref:
        lines = [Line(one.application, one.title, one.asked) for one in choosing.decidable(app.room.state)]
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


async def decide(app: WallApp, ref: str, suggested: Verdict) -> None:
    """Ask for one decision and record it."""
    from screens.wall.asks.deciding import Deciding

    about = choosing.to_decide(app.room.state, ref)
    decided = await app.push_screen_wait(Deciding(about, suggested=suggested))
    if decided is not None:
        await app.do(
            c.RecordDecision(ref, decided.verdict, decided.amount, decided.conditions, decided.reasons)
        )


async def new_card(app: WallApp) -> None:
    """Give a seat a new card; the code is shown once, when the others look away."""
    seat = await pick_seat(app, say("wall.card.title"), choosing.seats(app.room.state), taking_part)
    if seat is None:
        return
    from screens.wall.asks.new_card import NewCard

    known = (each.code for each in app.room.state.seats.values() if each.code)
    salt = next(map(salt_of, known), "") or app.room.clock.token()
    card = draw_card(app.room.clock, seat.seat)
    stored = await asyncio.to_thread(hashed, card, salt)
    if await app.do(c.ReissueCard(stored)):
        await app.push_screen_wait(NewCard(seat.seat, spaced(card.code)))
        app.tell(say("wall.card.done", seat=seat.seat))


async def signals(app: WallApp) -> None:
    """Say how many sent which signal, because the facilitator asked; never who."""
    counts = app.room.signals()
    told = "\n".join(say_many(f"wall.signals.{kind}", n) for kind, n in counts.items() if n)
    back = (Line("back", say("wall.signals.back")),)
    await app.push_screen_wait(Pick(say("wall.signals.title"), back, text=told or say("wall.signals.none")))


async def remind(app: WallApp) -> None:
    """Remind the last ones on their own phones. The wall says nothing of how many they are."""
    app.tell(say("wall.remind.done" if app.room.remind() else "wall.remind.nobody"))


ASKING: dict[str, Conversation] = {
    "leave": leave,
    "help": show_help,
    "note": note,
    "void": void,
    "agenda": agenda,
    "step_out": step_out,
    "paper": paper,
    "decision": decision,
    "award": award,
    "new_card": new_card,
    "signals": signals,
    "remind": remind,
}
