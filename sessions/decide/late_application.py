"""Rules about an application that comes late: until when, under which ref, where it is heard, who is asked about it."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from sessions import commands as c
from sessions import events as e
from sessions.decide.agenda import fresh_key
from sessions.model.details import Detail, settled
from sessions.model.refs import is_ref, next_ref
from sessions.model.refusals import No, Refused, needs_why
from sessions.model.session import LOOKS_AT_ONE, Application, Step, StepKind
from sessions.model.text import money
from sessions.state import State

_USUAL_MINUTES = 15  # of its line, where the agenda has no other to go by


def add_application(state: State, command: c.AddApplication) -> tuple[e.Event, ...]:
    """Take a late application in, to be heard last, until the budget opens."""
    if budget_opened(state):
        raise Refused(No.BUDGET_OPEN)
    used = [one.ref for one in state.model.every_application]
    if command.ref and not is_ref(command.ref):
        raise Refused(No.NOT_THAT_DETAIL)
    if command.ref.casefold() in {ref.casefold() for ref in used}:
        raise Refused(No.REF_USED, ref=command.ref)
    if command.strand and all(command.strand != strand.key for strand in state.model.strands):
        raise Refused(No.NO_SUCH_DETAIL)
    application = _application(command, command.ref or next_ref(used))
    if application.least is not None and application.least > application.asked:
        raise Refused(No.ABOVE_ASK, asked=money(application.asked, state.model.currency))
    needs_why(command.why)
    step, after = last_line(state, application.ref)
    return (e.ApplicationAdded(application, step, after, command.why),)


def budget_opened(state: State) -> bool:
    """Whether the room has begun to divide the pot, or is past the place where it would."""
    if state.confirmed:
        return True
    budgets = [step for step in state.steps if step.kind is StepKind.BUDGET]
    return (
        any(step.key in state.plan.visited for step in budgets) or _place_of_the_end(state) < state.plan.step
    )


def _place_of_the_end(state: State) -> int:
    """Return the place of the first line that no application may follow."""
    ends = (StepKind.BUDGET, StepKind.CLOSING)
    return next((at for at, step in enumerate(state.steps) if step.kind in ends), len(state.steps))


def _application(command: c.AddApplication, ref: str) -> Application:
    def words(detail: Detail, text: str) -> str:
        try:
            return settled(detail, text)
        except ValueError:
            raise Refused(No.NOT_THAT_DETAIL) from None

    least = "" if command.least is None else str(command.least)
    kept = words(Detail.LEAST, least)
    return Application(
        ref=ref,
        title=words(Detail.TITLE, command.title),
        asked=Decimal(words(Detail.ASKED, str(command.asked))),
        organisation=words(Detail.ORGANISATION, command.organisation),
        least=Decimal(kept) if kept else None,
        strand=command.strand,
        place=words(Detail.PLACE, command.place),
        theme=words(Detail.THEME, command.theme),
        summary=words(Detail.SUMMARY, command.summary),
        in_short=words(Detail.IN_SHORT, command.in_short),
    )


def last_line(state: State, ref: str) -> tuple[Step, str]:
    """Make a line for an application after all the others, and name the line it comes after."""
    heard = [step for step in state.steps if step.kind is StepKind.APPLICATION]
    minutes = Counter(step.minutes for step in heard).most_common(1)
    step = Step(
        fresh_key(state.steps), StepKind.APPLICATION, minutes[0][0] if minutes else _USUAL_MINUTES, ref=ref
    )
    last = max((at for at, one in enumerate(state.steps) if one.kind in LOOKS_AT_ONE), default=-1)
    place = max(last, state.plan.step)
    if place < 0:  # an agenda of no application at all: before whatever ends the day
        place = _place_of_the_end(state) - 1
    return step, state.steps[place].key if place >= 0 else ""


def say_no_conflict(state: State, command: c.SayNoConflict) -> tuple[e.Event, ...]:
    """Keep that a member was asked about a late application and has no conflict with it."""
    if command.seat not in state.seats:
        raise Refused(No.NO_SUCH_SEAT, seat=command.seat)
    if command.application not in state.cleared:
        raise Refused(No.NO_SUCH_APPLICATION)
    if command.seat in state.cleared[command.application]:
        return ()
    if (command.seat, command.application) in state.conflicts:
        raise Refused(No.STEPPED_OUT)
    return (e.NoConflictSaid(command.seat, command.application),)
