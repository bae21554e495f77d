"""How a ballot becomes two shares and one again; the phone's share is a cookie.

A slip is 32 bytes whatever was chosen: the choice (two bytes: eight that are level have 40,320 orders), chance, and a
check value over both. XORed with a one-time pad
it is the half that stays on the disk; the pad is the half that goes to the phone. The check value lies inside: outside
it, anybody could try every choice against it.

Source of the pad: Shannon, "Communication Theory of Secrecy Systems" (1949).
"""

from __future__ import annotations

import base64
import binascii
import hashlib

from msgspec import Struct

SIZE = 32
FILL = 15  # bytes of chance in a slip: without them, who knows a ballot could turn the pad into another's
_CHOICE = 2  # bytes
_CHECK = SIZE - FILL - _CHOICE


class SlotPlace(Struct, frozen=True):
    """Whose ballot of which round: a half fits nowhere else."""

    session: str
    application: str
    round: int
    seat: int


class BallotPlace(Struct, frozen=True):
    """A ballot that was put together again: an option's place, or an order's number, from 0; None for "can't say"."""

    choice: int | None


def slip(choice: int | None, place: SlotPlace, fill: bytes) -> bytes:
    """Write a ballot down, the same length for every choice."""
    body = (0 if choice is None else choice + 1).to_bytes(_CHOICE) + fill
    return body + _check(body, place)


def mixed(one: bytes, other: bytes) -> bytes:
    """XOR: a slip and a pad give a half, a half and its pad give the slip."""
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(SIZE)


def together(half: bytes, pad: bytes, place: SlotPlace) -> BallotPlace | None:
    """Put two halves together; nothing where they do not belong together, or not here."""
    whole = mixed(half, pad)
    body, check = whole[:-_CHECK], whole[-_CHECK:]
    if check != _check(body, place):
        return None
    written = int.from_bytes(body[:_CHOICE])
    return BallotPlace(written - 1 if written else None)


def _check(body: bytes, place: SlotPlace) -> bytes:
    where = "\0".join((place.session, place.application, str(place.round), str(place.seat)))
    return hashlib.sha256(b"ballot\0" + where.encode() + b"\0" + body).digest()[:_CHECK]


PREFIX = "half-"


class Half(Struct, frozen=True):
    """What a phone keeps of its ballot: a cookie's name and value, both of one length whatever was chosen."""

    name: str
    value: str


def of_session(session: str) -> str:
    """Return how the names of all halves of a session begin."""
    return f"{PREFIX}{session}-"


def half_name(session: str, application: int, number: int, slot: int) -> str:
    """Name a half: by the application's and the slot's place, counted from 1."""
    return f"{of_session(session)}{application:03d}.{number:02d}-{slot:04d}"


def pad_value(pad: bytes) -> str:
    """Write a pad as a cookie's value."""
    return base64.urlsafe_b64encode(pad).rstrip(b"=").decode("ascii")


def read_pad(value: str) -> bytes | None:
    """Read a pad; nothing where it is none."""
    if len(value) != len(pad_value(bytes(SIZE))) or not value.isascii():
        return None
    try:
        pad = base64.b64decode(value + "=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return pad if len(pad) == SIZE else None
