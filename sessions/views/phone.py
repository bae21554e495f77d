"""The page one phone should see now: right for its seat and the moment, whatever was asked for.

A member sees that seat's own answers and nobody else's; of a ballot, only that it is in the box.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from ..model import Joining
from ..phases import Phase
from ..state import State, scores_of
from ..tie_ballots import voters_on
from ..wording import say
from . import pages as p
from .about import about
from .frame import clock, countdown
from .leaving import back_in
from .phone_ballot import ballot, ballot_in, reason
from .phone_rank import rank
from .phone_result import ended, outcome, reveal
from .phone_scoring import check, question, received
from .unsigned import confidence_page, confidence_shown, minority
from .workshop import agreed_page, workshop_page


class Ask(Struct, frozen=True):
    """What a phone asked for: nothing, a question by number, to check, to step out, to vote again, to say why."""

    kind: str = ""
    number: int = 0


class Mine(Struct, frozen=True):
    """What the room knows of this seat besides the history: is its ballot in, its receipt, its new code.

    `given` says that this seat has given what is asked for here without a name.
    `signals` are those this seat has raised; `reminded` asks it gently to finish what is open.
    """

    ballot_in: bool = False
    ballot_settled: bool = False
    asked_why: bool = False
    given: bool = False
    receipt: str = ""
    received_at: dt.datetime | None = None
    own_code: str = ""
    head: tuple[str, ...] = ()
    signals: frozenset[str] = frozenset()
    reminded: bool = False


def stranger(state: State) -> p.Join:
    """Give the page for a phone without a seat."""
    return p.Join(
        language=state.model.language,
        position=state.plan.position,
        session=state.model.title,
        open_doors=state.doors and state.model.joining is Joining.OPEN,
    )


def page(state: State, seat: int, now: dt.datetime, ask: Ask, mine: Mine) -> p.AnyPage:
    """Give the page for the holder of a seat."""
    built = _built(state, seat, now, ask, mine)
    raised = (
        ()
        if isinstance(built, p.Ended)
        else tuple(p.Signal(kind, kind in mine.signals) for kind in p.SIGNALS)
    )
    return replace(
        built,
        language=state.model.language,
        seat=seat,
        position=state.plan.position,
        message=_told(state, seat, mine),
        signals=raised,
    )


def _told(state: State, seat: int, mine: Mine) -> str:
    if mine.reminded:
        return say("views.phone.reminded")
    scoring = scores_of(state, state.application)
    if (
        state.plan.phase is Phase.SCORE
        and scoring.voided
        and seat in scoring.cells.keys() - scoring.handed_in
    ):
        return say("views.phone.scored-again")
    return _come_back(state, seat)


def _come_back(state: State, seat: int) -> str:
    """Tell a member who was out, privately, that the next thing is for them again."""
    told_in = (Phase.INTRODUCE, Phase.READ, Phase.BREAK, Phase.NOTE, Phase.BUDGET, Phase.CLOSING)
    return say("steering.phone.come-back") if state.plan.phase in told_in and seat in back_in(state) else ""


def _built(state: State, seat: int, now: dt.datetime, ask: Ask, mine: Mine) -> p.AnyPage:
    if state.plan.pause and state.plan.pause.message:
        return p.Wait(heading=state.plan.pause.message, lines=(say("steering.held.phone"),))
    if state.plan.pause or state.plan.phase is Phase.BREAK:
        return _on_break(state, now)
    if state.application and (seat, state.application) in state.conflicts:
        return _stepped_out(state)
    if ask.kind == "step-out" and _may_step_out(state, seat):
        return p.SteppingOut(about=about(state, state.application), out=False, may_return=False)
    return _MAKERS.get(state.plan.phase, _waiting)(state, seat, ask, mine)


def _may_step_out(state: State, seat: int) -> bool:
    asked_in = (Phase.INTRODUCE, Phase.READ, Phase.SCORE, Phase.CLOSED, Phase.REVEAL, Phase.TALK)
    return bool(state.application) and state.plan.phase in asked_in and seat in state.seats


def _on_break(state: State, now: dt.datetime) -> p.OnBreak:
    until = countdown(state, now).until
    return p.OnBreak(back_at=until, lines=(say("views.phone.break", at=clock(until)),))


def _stepped_out(state: State) -> p.SteppingOut:
    early = state.plan.phase in (Phase.INTRODUCE, Phase.READ) and state.application not in state.scoring
    return p.SteppingOut(about=about(state, state.application), out=True, may_return=early)


def _wait(state: State, seat: int, key: str, mine: Mine, *, with_about: bool = False) -> p.Wait:
    lines = say(f"views.phone.{key}.lines", **_numbers(state)).split("\n")
    return p.Wait(
        heading=say(f"views.phone.{key}.heading", **_numbers(state)),
        lines=tuple(line for line in lines if line),
        own_code=mine.own_code,
        about=about(state, state.application) if with_about else None,
        may_step_out=with_about and _may_step_out(state, seat),
    )


def _numbers(state: State) -> dict[str, object]:
    title = state.model.application(state.application).title if state.application else ""
    return {"title": title, "session": state.model.title}


def _waiting(state: State, seat: int, _ask: Ask, mine: Mine) -> p.AnyPage:
    return _wait(state, seat, "arriving" if state.step is None else "notice", mine)


def _practice(state: State, seat: int, _ask: Ask, _mine: Mine) -> p.AnyPage:
    words = state.model.scale.words or tuple(str(n) for n in (1, 2, 3, 4, 5))
    choices = [p.Choice(str(n), word) for n, word in enumerate(words, start=1)]
    return p.Practice(
        question=say("views.practice.question"),
        choices=(*choices, p.Choice("cant-say", say("views.answer.cant-say"))),
        done=state.seats[seat].practised,
    )


def _before_scoring(state: State, seat: int, _ask: Ask, mine: Mine) -> p.AnyPage:
    return _wait(state, seat, state.plan.phase.value, mine, with_about=True)


def _scoring(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    scoring = scores_of(state, state.application)
    if seat not in scoring.electorate:
        return _wait(state, seat, "next-one", mine)
    given = scoring.cells.get(seat, {})
    criteria = state.model.criteria
    if ask.kind == "question" and 1 <= ask.number <= len(criteria):
        return question(state, seat, ask.number, may_step_out=_may_step_out(state, seat))
    if seat in scoring.handed_in:
        return received(state, seat, mine.received_at, mine.receipt)
    missing = [n for n, criterion in enumerate(criteria, start=1) if criterion.key not in given]
    if missing and ask.kind != "check":
        return question(state, seat, missing[0], may_step_out=_may_step_out(state, seat))
    return check(state, seat)


def _closed(state: State, seat: int, _ask: Ask, mine: Mine) -> p.AnyPage:
    if seat in scores_of(state, state.application).cells:
        return received(state, seat, mine.received_at, mine.receipt)
    return _wait(state, seat, "closed", mine)


def _talk(state: State, seat: int, _ask: Ask, mine: Mine) -> p.AnyPage:
    return _wait(state, seat, "talk", mine, with_about=True)


def _ballot(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    opened = state.open_round
    if opened is None or seat not in opened.electorate:
        return _wait(state, seat, "next-one", mine)
    if mine.ballot_in and (mine.ballot_settled or ask.kind != "ballot"):
        asks_why = not mine.ballot_settled and (not mine.asked_why or ask.kind == "reason")
        return reason(state, opened) if asks_why else ballot_in(settled=mine.ballot_settled)
    return ballot(state, opened, again=mine.ballot_in)


def _decision(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    offered = minority(state, seat)
    if offered and ask.kind == "minority":
        return offered
    return replace(outcome(state), may_differ=offered is not None, differed=mine.given)


def _confidence(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    asked = confidence_page(state, seat, given=mine.given, again=ask.kind == "confidence")
    return asked or _wait(state, seat, "notice", mine)


def _tie(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    opened = state.open_tie
    if opened is None or seat not in voters_on(state, opened):
        return _wait(state, seat, "tie-out", mine)
    if mine.ballot_in and (mine.ballot_settled or ask.kind != "ballot"):
        return ballot_in(settled=mine.ballot_settled)
    return rank(state, opened, again=mine.ballot_in)


def _workshop(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    asked = workshop_page(state, seat, given=mine.given, again=ask.kind == "workshop")
    return asked or _wait(state, seat, "notice", mine)


_Maker = Callable[[State, int, Ask, Mine], p.AnyPage]

_MAKERS: dict[Phase, _Maker] = {
    Phase.PRACTICE: _practice,
    Phase.INTRODUCE: _before_scoring,
    Phase.READ: _before_scoring,
    Phase.SCORE: _scoring,
    Phase.CLOSED: _closed,
    Phase.REVEAL: lambda s, _seat, _a, _m: reveal(s),
    Phase.TALK: _talk,
    Phase.BALLOT: _ballot,
    Phase.TIE: _tie,
    Phase.OUTCOME: lambda s, _seat, _a, _m: outcome(s),
    Phase.DECISION: _decision,
    Phase.CONFIDENCE: _confidence,
    Phase.WORKSHOP: _workshop,
    Phase.WORKSHOP_WEIGH: _workshop,
    Phase.WORKSHOP_SHOWN: lambda s, _seat, _a, _m: agreed_page(s),
    Phase.CONFIDENCE_SHOWN: lambda s, _seat, _a, _m: confidence_shown(s),
    Phase.CLOSING: lambda s, _seat, _a, _m: ended(s, ()),
    Phase.THANKS: lambda s, _seat, _a, mine: ended(s, mine.head),
}
