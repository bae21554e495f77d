"""Seats: pick one, new cards, signals, reminders, going home; conflicts and their register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from panel_tui.facilitator.dialog_flows.writing import write
from screens.wall.dialogs.pick import Pick, PickLine, Sure
from sessions import commands as c
from sessions.model.refusals import Refused
from sessions.views.desk.choices import SeatChoice, SlipChoice
from sessions.wording import say, say_many

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp


EVERYONE = SeatChoice(0, "everyone", taken=False, paper=False, out=False)  # no seat: all that are still free


async def pick_seat(
    app: BaseApp,
    title: str,
    seats: Sequence[SeatChoice],
    remark: Callable[[SeatChoice], str],
    *,
    start: int = 0,
    everyone: str = "",
) -> SeatChoice | None:
    """Pick a seat by its number and label, beginning on one of them; or the line `everyone`, which stands last."""
    if not seats:
        app.tell(say("wall.seats.none"))
        return None
    lines = [
        PickLine(
            str(seat.seat),
            " · ".join(part for part in (say("wall.seat", seat=seat.seat), seat.label) if part),
            remark(seat),
        )
        for seat in seats
    ]
    lines += [PickLine(EVERYONE.label, everyone)] if everyone else []
    picked = await app.push_screen_wait(Pick(title, lines, start=start))
    if picked == EVERYONE.label:
        return EVERYONE
    return next((seat for seat in seats if str(seat.seat) == picked), None)


async def sure_of(app: BaseApp, about: str, seat: int = 0) -> bool:
    """Ask whether something is meant that sends a phone away or ends a card; what comes first changes nothing."""
    lines = [PickLine(way, say(f"people.sure.{way}")) for way in ("no", "yes")]
    title, text = say(f"people.sure.{about}", seat=seat), say(f"people.sure.{about}.line", seat=seat)
    return await app.push_screen_wait(Sure(title, *lines, text=text)) == "yes"


def taking_part(seat: SeatChoice) -> str:
    """Say how a seat takes part."""
    if seat.left:
        return say("wall.seat.left")
    if seat.away:
        return say("nights.seat.away")
    if seat.handed_round:
        return say("wall.seat.handed-round")
    return say("wall.seat.paper" if seat.paper else "wall.seat.phone" if seat.taken else "wall.seat.free")


def who_is_out(seat: SeatChoice) -> str:
    """Say who is stepping out, for the facilitator alone."""
    return say("desk.seat.out") if seat.out else ""


def slip_in(seat: SeatChoice) -> str:
    """Say how a seat takes part and whether its slip is in, for the facilitator alone."""
    return " · ".join((taking_part(seat), say("desk.seat.done"))) if seat.done else taking_part(seat)


def slip_of(slip: SlipChoice | None, remark: Callable[[SeatChoice], str]) -> Callable[[SeatChoice], str]:
    """Make the same remark, but say of a seat that sat down too late for this slip when it joins in."""

    def said(seat: SeatChoice) -> str:
        late = slip is not None and seat.taken and not seat.left and seat.seat not in slip.seats
        return say("wall.seat.late") if late else remark(seat)

    return said


def first_slip_to_come(seats: Sequence[SeatChoice], slip: SlipChoice | None, *, private: bool) -> int:
    """Give the place of the first seat on paper whose slip is still to be keyed; else of the first on paper.

    Where nobody is on paper it is the first without a phone of its own, which the device that goes round serves.
    Where the room can read along, one that stepped out is not passed by, nor one whose answers came by the device:
    that would tell who did.
    """
    if slip is None:
        return 0
    here = {at: seat for at, seat in enumerate(seats) if not seat.left and seat.seat in slip.seats}
    on_paper = {at: seat for at, seat in here.items() if seat.paper}
    if on_paper:
        owing = (at for at, seat in on_paper.items() if not (seat.done or (private and seat.out)))
        return next(owing, next(iter(on_paper)))
    served = {at: seat for at, seat in here.items() if seat.handed_round}
    owing = (at for at, seat in served.items() if not (private and (seat.done or seat.out)))
    return next(owing, next(iter(served), 0))


async def new_card(app: BaseApp) -> None:
    """Give a seat a new card; the code is shown once, when the others look away."""
    seat = await pick_seat(app, say("wall.card.title"), app.api.choices().seats, taking_part)
    if seat is None or not await sure_of(app, "card", seat.seat):
        return
    from screens.wall.dialogs.codes import NewCardDialog

    try:
        code = await app.api.new_card(seat.seat)
    except Refused as refused:
        app.tell(refused.sentence)
        return
    await app.push_screen_wait(NewCardDialog(say("wall.card.ready", seat=seat.seat), code))
    app.tell(say("wall.card.done", seat=seat.seat))


async def hand_round(app: BaseApp) -> None:
    """Let a device go round; its code is shown once, when the others look away."""
    from screens.wall.dialogs.codes import NewCardDialog

    if app.api.choices().device_goes_round and not await sure_of(app, "hand-round"):
        return
    try:
        made = await app.api.make_hand_round()
    except Refused as refused:
        app.tell(refused.sentence)
        return
    how = say("wall.hand-round.how", address=made.address)
    await app.push_screen_wait(NewCardDialog(say("wall.hand-round.ready"), made.code, how))
    app.tell(say("wall.hand-round.done"))


async def signals(app: BaseApp) -> None:
    """Say how many sent which signal, because the facilitator asked; never who."""
    counts = app.api.signals()
    told = "\n".join(say_many(f"wall.signals.{kind}", n) for kind, n in counts.items() if n)
    back = (PickLine("back", say("wall.signals.back")),)
    await app.push_screen_wait(Pick(say("wall.signals.title"), back, text=told or say("wall.signals.none")))


async def remind(app: BaseApp) -> None:
    """Remind the last ones on their own phones. The wall says nothing of how many they are."""
    app.tell(say("wall.remind.done" if await app.api.remind() else "wall.remind.nobody"))


async def goes_home(app: BaseApp) -> None:
    """Let a member who leaves early go; the card brings them back."""
    here = [seat for seat in app.api.choices().seats if seat.taken and not (seat.left or seat.away)]
    seat = await pick_seat(app, say("wall.home.title"), here, taking_part)
    if seat is None or not await sure_of(app, "home", seat.seat):
        return
    if await app.do(c.LeaveEarly(seat.seat)):
        app.tell(say("wall.home.done", seat=seat.seat))


async def put_back(app: BaseApp) -> None:
    """Put a seat back as it was before its phone was sent away."""
    seats = [seat for seat in app.api.choices().seats if seat.was_otherwise]
    if not seats:
        app.tell(say("people.back.none"))
        return
    seat = await pick_seat(app, say("people.back.title"), seats, taking_part)
    if seat is not None and await app.do(c.PutSeatBack(seat.seat)):
        app.tell(say("people.back.done", seat=seat.seat))


async def step_out(app: BaseApp) -> None:
    """Let someone step out or come back. On the wall the list does not say who is out: the room need not know."""
    choices = app.api.choices()
    ref = choices.application
    if not ref:
        lines = [PickLine(one.application, one.title) for one in choices.decidable]
        picked = await app.push_screen_wait(Pick(say("steering.out.application"), lines))
        ref = picked or ""
    if not ref:
        return
    told = who_is_out if app.PRIVATE and choices.application else lambda _seat: ""
    seat = await pick_seat(app, say("wall.out.title"), choices.seats, told)
    if seat is None:
        return
    ways = (PickLine("out", say("wall.out.steps-out")), PickLine("back", say("wall.out.comes-back")))
    way = await app.push_screen_wait(Pick(say("wall.out.which", seat=seat.seat), ways, start=int(seat.out)))
    if way == "out":
        await app.do(c.StepOut(seat.seat, ref))
    elif way == "back":
        await _take_back(app, seat.seat, ref)


async def _take_back(app: BaseApp, seat: int, ref: str) -> None:
    """Take a conflict back that was declared by mistake: asked once more, with a reason, and the register keeps it."""
    lines = [PickLine(way, say(f"changes.ask.sure.{way}")) for way in ("no", "yes")]
    card = Sure(say("changes.ask.sure"), *lines, text=say("changes.ask.sure.line", seat=seat))
    if await app.push_screen_wait(card) != "yes":
        return
    why = await write(app, say("changes.ask.why"), say("changes.ask.why-label"))
    if why and await app.do(c.ComeBack(seat, ref, sure=True, why=why)):
        app.tell(say("changes.ask.done"))


async def register(app: BaseApp) -> None:
    """Sign the register of conflicts off together. The wall says how many are in it, never who."""
    stands = app.api.choices().register
    count = "steering.register.count" if stands.conflicts else "steering.register.none"
    text = [say(f"steering.register.{stands.when}"), say(count, n=stands.conflicts)]
    if stands.taken_back:
        text.append(say_many("changes.register.taken-back", stands.taken_back))
    if stands.signed:
        text.append(say("steering.register.signed", at=stands.signed))
    lines = [PickLine(way, say(f"steering.register.{way}")) for way in ("not", "sign")]
    card = Sure(say("steering.register.title"), *lines, text="\n".join(text))
    if await app.push_screen_wait(card) == "sign" and await app.do(c.SignRegister(stands.when)):
        app.tell(say("steering.register.done"))
