"""The phone's half as a cookie: named by session, round and slot, so that no half takes another's place."""

from __future__ import annotations

import base64
import binascii

from msgspec import Struct

from .halves import SIZE

PREFIX = "half-"


class Half(Struct, frozen=True):
    """What a phone keeps of its ballot: a cookie's name and value, both of one length whatever was chosen."""

    name: str
    value: str


def of_session(session: str) -> str:
    """Give how the names of all halves of a session begin."""
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
