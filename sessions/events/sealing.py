"""The last fact there can be."""

from __future__ import annotations

from .fact import Fact


class Sealed(Fact, frozen=True):
    """The record was closed for good: from here on no card, code or cookie opens anything, and nothing follows."""
