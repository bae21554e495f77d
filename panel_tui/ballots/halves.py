"""How a ballot becomes two halves, and one again.

A slip is 32 bytes whatever was chosen: the choice (two bytes: eight that are level have 40,320 orders), chance, and a
check value over both. XORed with a one-time pad
it is the half that stays on the disk; the pad is the half that goes to the phone. The check value lies inside: outside
it, anybody could try every choice against it.

Source of the pad: Shannon, "Communication Theory of Secrecy Systems" (1949).
"""

from __future__ import annotations

import hashlib

from msgspec import Struct

SIZE = 32
FILL = 15  # bytes of chance in a slip: without them, who knows a ballot could turn the pad into another's
_CHOICE = 2  # bytes
_CHECK = SIZE - FILL - _CHOICE


class Place(Struct, frozen=True):
    """Whose ballot of which round: a half fits nowhere else."""

    session: str
    application: str
    round: int
    seat: int


class Ballot(Struct, frozen=True):
    """A ballot that was put together again: an option's place, or an order's number, from 0; None for "can't say"."""

    choice: int | None


def slip(choice: int | None, place: Place, fill: bytes) -> bytes:
    """Write a ballot down, the same length for every choice."""
    body = (0 if choice is None else choice + 1).to_bytes(_CHOICE) + fill
    return body + _check(body, place)


def mixed(one: bytes, other: bytes) -> bytes:
    """XOR: a slip and a pad give a half, a half and its pad give the slip."""
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(SIZE)


def together(half: bytes, pad: bytes, place: Place) -> Ballot | None:
    """Put two halves together; nothing where they do not belong together, or not here."""
    whole = mixed(half, pad)
    body, check = whole[:-_CHECK], whole[-_CHECK:]
    if check != _check(body, place):
        return None
    written = int.from_bytes(body[:_CHOICE])
    return Ballot(written - 1 if written else None)


def _check(body: bytes, place: Place) -> bytes:
    where = "\0".join((place.session, place.application, str(place.round), str(place.seat)))
    return hashlib.sha256(b"ballot\0" + where.encode() + b"\0" + body).digest()[:_CHECK]
