"""Commands about the criteria workshop, and about what members give without their name."""

from __future__ import annotations

from sessions.commands.rounds import Tally
from sessions.events import Draft
from sessions.model.session import Value


class ListCriteria(Value, frozen=True):
    """Put the workshop's list like this: reworded, put together, dropped or added to."""

    position: str
    lines: tuple[Draft, ...]


class Gathered(Value, frozen=True):
    """How many gave something; their texts sorted; for each question a count of each point, and who could not say."""

    given: int = 0
    texts: tuple[str, ...] = ()
    counts: tuple[tuple[int, ...], ...] = ()
    cant_say: tuple[int, ...] = ()
    slips: tuple[Tally, ...] = ()  # of a closing question each, as two members counted them
