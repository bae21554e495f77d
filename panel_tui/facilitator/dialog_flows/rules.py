"""Put right what we score by and how we agree, until the first score opens."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from panel_tui.facilitator.dialog_flows.writing import write
from screens.wall.dialogs.pick import Pick, PickLine
from sessions import commands as c
from sessions.model.session import Criterion, Rule
from sessions.views.putting_right import PuttingRight
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.base_app import BaseApp

_WEIGHT = re.compile(r"[0-9]{1,3}([.,][0-9]{1,2})?")
_WHOLE = re.compile(r"[0-9]{1,3}")


async def criteria(app: BaseApp, plan: PuttingRight) -> None:
    """Put one question in other words, or give it another weight."""
    lines = [PickLine(str(at), one.question, _weight(one)) for at, one in enumerate(plan.criteria)]
    picked = await app.push_screen_wait(Pick(say("changes.ask.criteria"), lines))
    if picked is None:
        return
    at = int(picked)
    changed = await _changed(app, plan.criteria[at])
    if changed is None or changed == plan.criteria[at]:
        return
    those = tuple(changed if n == at else one for n, one in enumerate(plan.criteria))
    why = await _why(app)
    if why and await app.do(c.ChangeCriteria(those, plan.scale, why)):
        app.tell(say("changes.ask.done"))


def _weight(one: Criterion) -> str:
    return f"× {one.weight:f}" if one.counted else say("changes.ask.uncounted")


async def _changed(app: BaseApp, one: Criterion) -> Criterion | None:
    ways = ("words", "heavy", "uncounted" if one.counted else "counted")
    lines = [PickLine(way, say(f"changes.ask.{way}")) for way in ways]
    match await app.push_screen_wait(Pick(one.question, lines)):
        case "words":
            words = await write(app, say("changes.ask.question"), _as_it_is(one.question), one.question)
            return replace(one, question=words) if words else None
        case "heavy":
            typed = await write(app, one.question, say("changes.ask.weight"), f"{one.weight:f}")
            if typed is None:
                return None
            if not _WEIGHT.fullmatch(typed) or not Decimal(typed.replace(",", ".")):
                app.tell(say("refusals.not-that-detail"))
                return None
            return replace(one, weight=Decimal(typed.replace(",", ".")))
        case ("counted" | "uncounted") as way:
            return replace(one, counted=way == "counted")
        case _:
            return None


async def rule(app: BaseApp, plan: PuttingRight) -> None:
    """Put the rule, the number of ballots, the question or the number who must be here right."""
    agreed = plan.consensus
    lines = [
        PickLine("rule-name", say("changes.ask.rule-name"), say(f"changes.rule.{agreed.rule}")),
        PickLine("rounds", say("changes.ask.rounds"), str(agreed.rounds)),
        PickLine("ballot-question", say("changes.ask.ballot-question"), agreed.question),
        PickLine("quorum", say("changes.ask.quorum"), str(plan.quorum)),
    ]
    consensus, quorum = agreed, plan.quorum
    match await app.push_screen_wait(Pick(say("changes.ask.rule"), lines)):
        case "rule-name":
            named = [PickLine(one.value, say(f"changes.rule.{one}")) for one in Rule]
            start = list(Rule).index(agreed.rule)
            picked = await app.push_screen_wait(Pick(say("changes.ask.rule-name"), named, start=start))
            consensus = replace(agreed, rule=Rule(picked)) if picked else agreed
        case "rounds":
            consensus = replace(agreed, rounds=await _whole(app, "rounds", agreed.rounds))
        case "ballot-question":
            title = say("changes.ask.ballot-question")
            words = await write(app, title, _as_it_is(agreed.question), agreed.question)
            consensus = replace(agreed, question=words) if words else agreed
        case "quorum":
            quorum = await _whole(app, "quorum", plan.quorum)
        case _:
            return
    if (consensus, quorum) == (agreed, plan.quorum):
        return
    why = await _why(app)
    if why and await app.do(c.ChangeRule(consensus, plan.ties, quorum, why)):
        app.tell(say("changes.ask.done"))


async def _whole(app: BaseApp, what: str, before: int) -> int:
    """Ask for a whole number above nought; the one before where none was given."""
    typed = await write(app, say(f"changes.ask.{what}"), _as_it_is(str(before)), str(before))
    if typed is None or typed == str(before):
        return before
    if not _WHOLE.fullmatch(typed) or not int(typed):
        app.tell(say("changes.ask.number"))
        return before
    return int(typed)


def _as_it_is(was: str) -> str:
    return say("changes.ask.label", was=was)


async def _why(app: BaseApp) -> str | None:
    return await write(app, say("changes.ask.why"), say("changes.ask.why-label"))
