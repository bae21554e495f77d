"""Chance for rehearsals: a number for a name. Who asks first, or how often, makes no difference."""

from __future__ import annotations

from hashlib import sha256


def chance(seed: int, *names: object) -> float:
    """Give the number from 0 to 1 (never 1) that belongs to this seed and these names."""
    told = "\x1f".join(str(name) for name in (seed, *names))
    return int.from_bytes(sha256(told.encode()).digest()[:6], "big") / (1 << 48)


def between(low: float, high: float, seed: int, *names: object) -> float:
    """Give the number between two others that belongs to these names."""
    return low + (high - low) * chance(seed, *names)
