"""Put something right that was agreed: a word, an amount, the pot, a withdrawal, or what the folder says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panel_tui.facilitator.dialog_flows.late import late_application, tell_of_late
from panel_tui.facilitator.dialog_flows.rules import criteria, rule
from panel_tui.facilitator.dialog_flows.writing import amount_written, write
from screens.wall.dialogs.pick import Pick, PickLine, Sure
from sessions import commands as c
from sessions.model.details import MONEY, Detail, settled
from sessions.model.refusals import No, Refused
from sessions.model.session import Standing
from sessions.views.plan_differences import OVER, DifferenceLine
from sessions.views.putting_right import Changeable, DetailChoice, PuttingRight
from sessions.wording import say, say_many

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp

_ASKED = frozenset({Detail.ASKED, Detail.LEAST})


async def put_right(app: BaseApp) -> None:
    """Show what can be put right; what the folder says otherwise comes first, where it does."""
    plan, differs = await app.api.putting_right(), await app.api.differences()
    if plan.ended:
        raise Refused(No.ENDED)  # before anything is written that would be lost
    lines = [PickLine(key, say(f"changes.ask.{key}"), remark) for key, remark in _kinds(plan, differs)]
    picked = await app.push_screen_wait(Pick(say("changes.ask.title"), lines))
    settled_by = _settled(plan).get(picked or "")
    if settled_by is not None:
        raise Refused(settled_by)  # with why, before anything is written that would be lost
    match picked:
        case "folder":
            await from_folder(app, differs)
        case "application":
            await _one_of(app, plan, plan.applications)
        case "session":
            await detail(app, plan, plan.day)
        case "strand":
            await _one_of(app, plan, plan.strands)
        case ("withdrawn" | "not-eligible") as how:
            await set_aside(app, plan, Standing(how))
        case "back":
            await bring_back(app, plan)
        case "late":
            await late_application(app, plan)
        case "criteria":
            await criteria(app, plan)
        case "rule":
            await rule(app, plan)
        case _:
            pass


def _kinds(plan: PuttingRight, differs: tuple[DifferenceLine, ...]) -> list[tuple[str, str]]:
    """Name what there is to pick from with a remark, the likeliest first."""
    there = {
        "folder": bool(differs),
        "withdrawn": True,
        "not-eligible": True,
        "late": True,
        "application": True,
        "session": True,
        "strand": bool(plan.strands),
        "back": bool(plan.aside),
        "criteria": True,
        "rule": True,
    }
    remarks = dict.fromkeys(_settled(plan), say("changes.ask.settled"))
    if differs:
        remarks["folder"] = say_many("changes.ask.folder.n", len(differs))
    return [(kind, remarks.get(kind, "")) for kind, can in there.items() if can]


def _settled(plan: PuttingRight) -> dict[str, No]:
    """Name what cannot be put right any more, each with why."""
    found: dict[str, No] = {}
    if not plan.list_open:
        found |= dict.fromkeys(("withdrawn", "not-eligible", "back"), No.CONFIRMED_MONEY)
    if not plan.late_open:
        found["late"] = No.BUDGET_OPEN
    if not plan.rules_open:
        found |= dict.fromkeys(("criteria", "rule"), No.SCORING_HAS_BEGUN)
    return found


# what the folder says otherwise


async def from_folder(app: BaseApp, differs: tuple[DifferenceLine, ...]) -> None:
    """Go through what differs, each to be taken over or left, until nothing more is picked."""
    if not differs:
        app.tell(say("changes.differs.none"))
    while differs:
        lines = [PickLine(one.key, one.words, _remark(one)) for one in differs]
        picked = await app.push_screen_wait(
            Pick(say("changes.differs.title"), lines, text=say("changes.differs.pick"))
        )
        one = next((each for each in differs if each.key == picked), None)
        if one is None:
            return
        await _take_over(app, one)
        differs = await app.api.differences()


def _remark(one: DifferenceLine) -> str:
    """Say why a line stays, or that the record is the newer of the two."""
    if not one.ways:
        return one.why_not
    return "" if one.edited else say("changes.differs.newer")


async def _take_over(app: BaseApp, one: DifferenceLine) -> None:
    if not one.ways:
        app.tell(say("changes.differs.line-stays", words=one.words, why=one.why_not))
        return
    leave = PickLine("leave", say("changes.ask.leave"))
    ways = (
        PickLine(way, say("changes.ask.over" if way == OVER else f"changes.ask.{way}")) for way in one.ways
    )
    way = await app.push_screen_wait(Sure(one.words, leave, *ways))
    if way is None or way == "leave":
        return
    why = await _why(app, rule=way == Standing.NOT_ELIGIBLE.value)
    before = await app.api.putting_right()
    if why and await app.granted(app.api.take_over(one.key, way, why)):
        app.tell(say("changes.ask.done"))
        if one.late:
            await tell_of_late(app, before, one.late)
        elif one.scored:
            await _look_again(app, one.words, one.scored)


# one detail


async def _one_of(app: BaseApp, plan: PuttingRight, those: tuple[Changeable, ...]) -> None:
    one = await _pick(app, those)
    if one is not None:
        await detail(app, plan, one)


async def _pick(app: BaseApp, those: tuple[Changeable, ...]) -> Changeable | None:
    if not those:
        app.tell(say("changes.ask.none"))
        return None
    lines = [PickLine(str(at), one.title, one.remark) for at, one in enumerate(those)]
    picked = await app.push_screen_wait(Pick(say("changes.ask.which"), lines))
    return those[int(picked)] if picked is not None else None


async def detail(app: BaseApp, plan: PuttingRight, one: Changeable) -> None:
    """Ask which detail, what it should be, and why. Raises Refused for money once the list is confirmed."""
    lines = [PickLine(each.detail, each.field, each.said) for each in one.details]
    picked = await app.push_screen_wait(Pick(one.title, lines, text=say("changes.ask.what")))
    each = next((it for it in one.details if it.detail == picked), None)
    if each is not None and Detail(each.detail) in MONEY and not plan.list_open:
        raise Refused(No.CONFIRMED_MONEY)
    now = await _new_text(app, each) if each is not None else None
    if each is None or now is None or now == each.text:
        return
    why = await _why(app)
    order = c.ChangeDetail(Detail(each.detail), now, one.application, one.strand, why or "")
    if why and await app.do(order):
        app.tell(say("changes.ask.done"))
        if Detail(each.detail) in _ASKED and one.scored:
            await _look_again(app, one.title, one.application)


async def _new_text(app: BaseApp, each: DetailChoice) -> str | None:
    """Ask what it should be, in the form the record has it; nothing where that was given up, or cannot stand there."""
    kind = Detail(each.detail)
    label = say("changes.ask.date-label" if kind is Detail.DATE else "changes.ask.label", was=each.said)
    before = each.said if kind in MONEY and each.text else each.text
    written = await write(app, say("changes.ask.now"), label, before, may_be_empty=not _needed(kind))
    if written is None:
        return None
    if kind in MONEY and written:
        amount = await amount_written(app, say("changes.ask.now"), label, written)
        if amount is None:
            return None
        written = f"{amount:f}"
    try:
        return settled(kind, written)
    except ValueError:
        app.tell(say("changes.ask.not-a-date" if kind is Detail.DATE else "refusals.not-that-detail"))
        return None


def _needed(kind: Detail) -> bool:
    return kind in (Detail.TITLE, Detail.ASKED, Detail.POT)


async def _look_again(app: BaseApp, title: str, ref: str) -> None:
    """Ask whether to look again at an application that was scored when it asked for something else."""
    lines = [PickLine(way, say(f"changes.ask.again.{way}")) for way in ("no", "yes")]
    card = Sure(title, *lines, text=say("changes.ask.again"))
    if await app.push_screen_wait(card) == "yes":
        await app.do(c.LookAgain(app.api.position(), refs=(ref,)))


# an application that is not decided on


async def set_aside(app: BaseApp, plan: PuttingRight, how: Standing) -> None:
    """Ask which, and why; for one that is not eligible, by which of the funder's rules."""
    one = await _pick(app, plan.applications)
    why = await _why(app, rule=how is Standing.NOT_ELIGIBLE) if one is not None else None
    if one is not None and why and await app.do(c.SetApplicationAside(one.application, how, why)):
        app.tell(say("changes.ask.done"))


async def bring_back(app: BaseApp, plan: PuttingRight) -> None:
    """Ask which, and why."""
    one = await _pick(app, plan.aside)
    why = await _why(app) if one is not None else None
    if one is not None and why and await app.do(c.BringBack(one.application, why)):
        app.tell(say("changes.ask.done"))


async def _why(app: BaseApp, *, rule: bool = False) -> str | None:
    label = say("changes.ask.rule-label" if rule else "changes.ask.why-label")
    return await write(app, say("changes.ask.why"), label)
