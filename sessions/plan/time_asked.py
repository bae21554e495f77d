"""What a session asks of one member's time, in one place: `check` tells staff, and the invitation tells members.

Both take these figures, so that nobody says yes to a shorter day than the one that was planned.
"""

from __future__ import annotations

from sessions.model.session import Session, Value
from sessions.plan.day_load import Load, day_load
from sessions.plan.days import PlannedDay, planned_days


class TimeAsked(Value, frozen=True):
    """The days one by one, and all of them added up in `whole`, whose reading is done once for all days."""

    days: tuple[PlannedDay, ...]
    whole: Load

    @property
    def together(self) -> int:
        """Add up the minutes in the room and those of reading, which people may do at home."""
        return self.whole.minutes + self.whole.reading_minutes


def time_asked(session: Session) -> TimeAsked:
    """Add up what is asked of one member."""
    return TimeAsked(planned_days(session), day_load(session))
