"""What a day asks of people: how long it is, where it rests, what there is to read, how many days it honestly needs."""

from __future__ import annotations

import datetime as dt

from .agenda import LONGEST_STRETCH, USUAL_MINUTES
from .model import Session, Step, StepKind, Value

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

# Minutes of a fifteen-minute application; other lengths are shared out in the same proportion.
SHARES = {
    "introduce": 1,
    "read": 3,
    "score": 3,
    "reveal": 1,
    "talk": 4,
    "ballot": 1,
    "outcome": 1,
    "decision": 1,
}


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
        """Say whether people would sit longer than an hour without a break."""
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
        rest = step.kind is StepKind.BREAK
        if used and not rest and used + step.minutes > COMFORTABLE_DAY:
            days, used = days + 1, USUAL_MINUTES[StepKind.WELCOME]
        if not (rest and used + step.minutes >= COMFORTABLE_DAY):
            used += step.minutes
    return days


def phase_minutes(step_minutes: int) -> dict[str, int]:
    """Share an application step's minutes out by phase, in whole minutes that add up to the step's.

    By largest remainder, earlier phases first where remainders are equal.
    """
    total = sum(SHARES.values())
    shared = {phase: step_minutes * share // total for phase, share in SHARES.items()}
    left = step_minutes - sum(shared.values())
    by_remainder = sorted(SHARES, key=lambda phase: -(step_minutes * SHARES[phase] % total))
    for phase in by_remainder[:left]:
        shared[phase] += 1
    return shared


def _finish(start: dt.time, minutes: int) -> dt.time | None:
    end = start.hour * 60 + start.minute + minutes
    return dt.time(end // 60, end % 60) if end < _MIDNIGHT else None


def _longest_stretch(steps: tuple[Step, ...]) -> int:
    longest = stretch = 0
    for step in steps:
        stretch = 0 if step.kind is StepKind.BREAK else stretch + step.minutes
        longest = max(longest, stretch)
    return longest
