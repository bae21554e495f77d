"""The parts wall and phone share: a bar of a shape."""

from __future__ import annotations

from msgspec import Struct


class Bar(Struct, frozen=True):
    """One bar: a point's, option's or band's word, and how many people it stands for."""

    label: str
    count: int
