"""The agenda made where none is given: a day with breaks, from the number of applications (B3)."""

from __future__ import annotations

from collections.abc import Sequence

from sessions.model.session import Application, Step, StepKind
from sessions.wording import say

# Long enough to be told, read in quiet, score, talk and vote once (see `model.phases.SHARES`); a panel that talks
# faster gains breaks, one that was planned faster loses them.
APPLICATION = 15

LONGEST_STRETCH = 60  # minutes between breaks
BREAK = 10
LUNCH = 45
LUNCH_WANTED = 240  # minutes of work in a day that needs a meal
LUNCH_AFTER = 130  # minutes from the start: about 12:10 for a day that starts at 10:00
NEXT_LUNCH = 360  # minutes from one meal to the next, for agendas that need more than a day

USUAL_MINUTES = {
    StepKind.WELCOME: 10,
    StepKind.PRACTICE: 10,
    StepKind.APPLICATION: APPLICATION,
    StepKind.BREAK: BREAK,
    StepKind.BUDGET: 30,
    StepKind.CONFIDENCE: 5,
    StepKind.WORKSHOP: 30,
    StepKind.CLOSING: 15,
    StepKind.NOTE: 5,
    StepKind.INTERVIEW: 45,
    StepKind.LEARN: 5,
    StepKind.OVERNIGHT: 0,  # a night counts for nothing
}


def default_agenda(applications: Sequence[Application], *, minutes: int = APPLICATION) -> tuple[Step, ...]:
    """Plan welcome, practice, every application, budget and closing, with a break in any longer stretch."""
    work = [(StepKind.WELCOME, ""), (StepKind.PRACTICE, "")]
    work += [(StepKind.APPLICATION, application.ref) for application in applications]
    work += [(StepKind.BUDGET, ""), (StepKind.CLOSING, "")]
    timed = [(kind, ref, minutes if ref else USUAL_MINUTES[kind]) for kind, ref in work]
    meal_due = LUNCH_AFTER if sum(row[2] for row in timed) > LUNCH_WANTED else None
    steps: list[Step] = []
    stretch = since_meal = 0
    for kind, ref, length in timed:
        if stretch and stretch + length > LONGEST_STRETCH:
            lunch = meal_due is not None and since_meal >= meal_due
            steps.append(_rest(len(steps) + 1, LUNCH if lunch else BREAK))
            stretch, since_meal = 0, 0 if lunch else since_meal + BREAK
            meal_due = NEXT_LUNCH if lunch else meal_due
        steps.append(Step(key=f"s{len(steps) + 1}", kind=kind, minutes=length, ref=ref))
        stretch, since_meal = stretch + length, since_meal + length
    return tuple(steps)


def _rest(number: int, minutes: int) -> Step:
    title = say("folder.lunch") if minutes == LUNCH else ""
    return Step(key=f"s{number}", kind=StepKind.BREAK, minutes=minutes, title=title)
