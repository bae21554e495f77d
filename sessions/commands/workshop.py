"""Orders about the list of the criteria workshop."""

from __future__ import annotations

from ..events import Draft
from ..model import Value


class ListCriteria(Value, frozen=True):
    """Put the workshop's list like this: reworded, put together, dropped or added to."""

    position: str
    lines: tuple[Draft, ...]
