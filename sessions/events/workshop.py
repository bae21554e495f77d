"""Facts about the criteria workshop: suggestions in one batch, the list as it is put together, what was agreed."""

from __future__ import annotations

from sessions.events.moving import Fact
from sessions.model.session import Criterion, Value


class Draft(Value, frozen=True):
    """A question on the workshop's list; `key` is that of the criterion it was, or nothing where it is new."""

    question: str
    key: str = ""


class SuggestionsClosed(Fact, frozen=True):
    """What members suggested, in the order of letters, and the list this makes with the questions there were."""

    step: str
    suggestions: tuple[str, ...]
    lines: tuple[Draft, ...]


class CriteriaListed(Fact, frozen=True):
    """The list was changed together at the wall; it is whole."""

    lines: tuple[Draft, ...]


class ListKept(Fact, frozen=True):
    """What we keep of the list that answers a workshop's own question; from here on it stands."""

    step: str
    lines: tuple[str, ...]


class CriteriaAgreed(Fact, frozen=True):
    """What applications are judged by from here on.

    `counts` has, for each question of the list, how many gave each number of points, lowest first; nothing
    where fewer than five weighed one of them, and weights stay as they were.
    """

    step: str
    criteria: tuple[Criterion, ...]
    counts: tuple[tuple[int, ...], ...] | None = None
