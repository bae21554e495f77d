"""What a day asks of people: how long it is, where it rests, what there is to read, how many days it honestly needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping
from typing import TypeVar

from sessions.model.phases import INTERVIEW_SHARES, PHASES, SHARES, Phase
from sessions.model.session import Session, Step, StepKind, Value
from sessions.plan.default_agenda import LONGEST_STRETCH, USUAL_MINUTES
from sessions.state import State

# Most adults read English non-fiction silently at 175 to 300 words a minute, and older adults more slowly than
# others (Brysbaert 2019, Journal of Memory and Language 109, 104047): so we count on the slow end of the range.
WORDS_A_MINUTE = 175

# Without a summary, count on one page of plain English: about 500 words.
WORDS_ON_A_PAGE = 500

# Ten till four, lunch and breaks included: what volunteers can travel to and from outside the rush and, in
# winter, in daylight. Judging well tires before it bores; the sixth hour is where an honest chair stops.
COMFORTABLE_DAY = 360

STARTS = dt.time(10)
_MIDNIGHT = 24 * 60


K = TypeVar("K", bound=Hashable)


class Load(Value, frozen=True):
    """A day in minutes; `finish` is None where the agenda would run past midnight."""

    minutes: int
    start: dt.time
    finish: dt.time | None
    breaks: int
    break_minutes: int
    longest_stretch: int
    reading_minutes: int  # for one member, all summaries
    days: int

    @property
    def stretch_is_long(self) -> bool:
        """Whether people would sit longer than an hour without a break."""
        return self.longest_stretch > LONGEST_STRETCH


def day_load(session: Session) -> Load:
    """Add up the day of a session as planned."""
    minutes = sum(step.minutes for step in session.steps)
    start = session.start or STARTS
    breaks = [step.minutes for step in session.steps if step.kind is StepKind.BREAK]
    return Load(
        minutes=minutes,
        start=start,
        finish=_finish(start, minutes),
        breaks=len(breaks),
        break_minutes=sum(breaks),
        longest_stretch=_longest_stretch(session.steps),
        reading_minutes=reading_minutes(session),
        days=days_needed(session.steps),
    )


def reading_minutes(session: Session) -> int:
    """Count one member's minutes of reading, every application once, rounded up to the minute."""
    words = sum(len(application.summary.split()) or WORDS_ON_A_PAGE for application in session.applications)
    return -(-words // WORDS_A_MINUTE)


def days_needed(steps: tuple[Step, ...]) -> int:
    """Count comfortable days: steps in order, none cut in two, a welcome again each morning, no break at an edge."""
    days, used = 1, 0
    for step in steps:
        if step.kind is StepKind.OVERNIGHT:
            days, used = days + 1, USUAL_MINUTES[StepKind.WELCOME]
        rest = step.kind is StepKind.BREAK
        if used and not rest and used + step.minutes > COMFORTABLE_DAY:
            days, used = days + 1, USUAL_MINUTES[StepKind.WELCOME]
        if not (rest and used + step.minutes >= COMFORTABLE_DAY):
            used += step.minutes
    return days


def phase_minutes(step_minutes: int, kind: StepKind = StepKind.APPLICATION) -> dict[Phase, int]:
    """Share the minutes of a step that looks at one application out by phase; they add up to the step's."""
    return shared_out(step_minutes, INTERVIEW_SHARES if kind is StepKind.INTERVIEW else SHARES)


def shared_out(minutes: int, shares: Mapping[K, int]) -> dict[K, int]:
    """Share whole minutes out by largest remainder, earlier ones first where remainders are equal."""
    total = sum(shares.values())
    shared = {key: minutes * share // total for key, share in shares.items()}
    left = minutes - sum(shared.values())
    by_remainder = sorted(shares, key=lambda key: -(minutes * shares[key] % total))
    for key in by_remainder[:left]:
        shared[key] += 1
    return shared


def planned_minutes(state: State, step: int, phase: Phase) -> int:
    """Return the minutes the agenda has for a phase of a step."""
    row = PHASES[phase]
    if not 0 <= step < len(state.steps):
        return 0
    line = state.steps[step]
    if row.share is None:
        return line.minutes
    if line.kind is StepKind.INTERVIEW and phase is Phase.READ:
        phase = Phase.INTERVIEW_NOTES  # nobody came: what was written is read in the time for our notes
    return phase_minutes(line.minutes, line.kind).get(phase, 0) if row.share else 0


def _finish(start: dt.time, minutes: int) -> dt.time | None:
    end = start.hour * 60 + start.minute + minutes
    return dt.time(end // 60, end % 60) if end < _MIDNIGHT else None


def _longest_stretch(steps: tuple[Step, ...]) -> int:
    longest = stretch = 0
    for step in steps:
        stretch = 0 if step.kind in (StepKind.BREAK, StepKind.OVERNIGHT) else stretch + step.minutes
        longest = max(longest, stretch)
    return longest
