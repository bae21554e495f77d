"""Card codes, card keys and cookies: how they are written, read and hashed.

A typed code has few letters, so its hash is a slow one: whoever copies the folder cannot try them all.
A key or a cookie has 128 bits; there a plain hash is enough.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from msgspec import Struct

from sessions.events import Card

from .clock import Clock

ALPHABET = "23456789ACDEFHJKMNPQRTUVWXYZ"  # 28 letters and digits that nobody mistakes for one another
_KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"  # base 32: 26 of these hold 128 bits
CODE_LENGTH, KEY_LENGTH, DOOR_LENGTH = 8, 26, 6
LONG_CODE, MANY_SEATS = 10, 50  # among more seats than these a guess would meet somebody's code too easily


class NewCard(Struct, frozen=True):
    """A card as it is printed or shown once: the code to type and the key in its QR. Never stored."""

    seat: int
    code: str
    key: str


def draw_card(clock: Clock, seat: int, *, seats: int = 1) -> NewCard:
    """Draw a card for a seat, one of `seats` at the table."""
    length = LONG_CODE if seats > MANY_SEATS else CODE_LENGTH
    return NewCard(seat, clock.letters(ALPHABET, length), clock.letters(_KEY_ALPHABET, KEY_LENGTH))


def draw_door_code(clock: Clock) -> str:
    """Draw the short code of the wall's QR."""
    return clock.letters(ALPHABET, DOOR_LENGTH)


def plain(code: str) -> str:
    """Read a code as it was meant: any case, with or without dashes and spaces."""
    return "".join(letter for letter in code.upper() if letter.isascii() and letter.isalnum())[:64]


def spaced(code: str) -> str:
    """Write a code as it is printed: KMPT-4WX9."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"


def fast_hash(secret: str) -> str:
    """Hash 128 bits."""
    return hashlib.sha256(secret.encode()).hexdigest()


@lru_cache(maxsize=256)  # a code is looked at and then taken: the second time costs nothing
def slow_hash(code: str, salt: str) -> str:
    """Hash a typed code, in some 40 ms and 16 MiB: run it in a thread."""
    digest = hashlib.scrypt(code.encode(), salt=salt.encode(), n=2**14, r=8, p=1, dklen=16)
    return f"{salt}:{digest.hex()}"


def salt_of(stored: str) -> str:
    """Give the salt a stored hash was made with."""
    return stored.partition(":")[0]


def hashed(card: NewCard, salt: str) -> Card:
    """Turn a card into what the record may know of it. Slow: run it in a thread."""
    return Card(card.seat, slow_hash(card.code, salt), fast_hash(card.key))
