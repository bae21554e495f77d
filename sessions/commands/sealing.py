"""The order that ends everything a session can still do."""

from __future__ import annotations

from ..model import Value


class Seal(Value, frozen=True):
    """Close the record for good; `unfinished` says that a day which has not ended may be sealed too."""

    unfinished: bool = False
