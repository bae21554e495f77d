"""Card codes, card keys and cookies: how they are written, read and hashed, and how long a code must be.

A typed code has few letters, so its hash is a slow one: whoever copies the folder cannot try them all. Its first
letters are its name, kept in clear: they find the card at once, so that other people's guesses cost no slow hash.
A key or a cookie has 128 bits; there a plain hash is enough.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from msgspec import Struct

from panel_tui.system.clock import Clock
from sessions.events import Card
from sessions.model.text import in_groups

ALPHABET = "23456789ACDEFHJKMNPQRTUVWXYZ"  # 28 letters and digits that nobody mistakes for one another
_LOOK_ALIKE = str.maketrans("BSG", "856")  # in no code that is typed, and easily seen in one
_KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"  # base 32: 26 of these hold 128 bits
KEY_LENGTH, NAME_LENGTH = 26, 3
FIRST_VERSION = (8, 10)  # lengths of the codes that the first version printed, whose cards have no name

# What strangers can try, all addresses together. `web.wrong_codes` keeps to these, and code lengths follow from them.
LOOKS = 300  # wrong codes a second, of whatever kind
HASHES = 20  # wrong codes a second that get as far as the slow hash, because a name was right
NIGHT = 4 * 60 * 60 + 5  # seconds of trying, with those that were let in at the first moment …
CHANCE = 1e-6  # … in which a stranger may get in with at most this chance, over all seats


def letters_for(guesses: float) -> int:
    """Return how many letters keep so many guesses at one code below the chance that is allowed."""
    length = 1
    while guesses > CHANCE * len(ALPHABET) ** length:
        length += 1
    return length


SECRET_LENGTH = letters_for(HASHES * NIGHT)
DOOR_LENGTH = letters_for(LOOKS * NIGHT)


def code_length(seats: int) -> int:
    """Return the length of a card's code, at a table of so many seats: a guess may meet any of theirs."""
    return max(NAME_LENGTH + SECRET_LENGTH, letters_for(LOOKS * NIGHT * seats))


class NewCard(Struct, frozen=True):
    """A card as it is printed or shown once: the code to type and the key in its QR. Never stored."""

    seat: int
    code: str
    key: str


def draw_card(clock: Clock, seat: int, *, seats: int = 1) -> NewCard:
    """Draw a card for a seat, one of `seats` at the table."""
    code = clock.letters(ALPHABET, code_length(seats))
    return NewCard(seat, code, clock.letters(_KEY_ALPHABET, KEY_LENGTH))


def draw_door_code(clock: Clock) -> str:
    """Draw the short code of the wall's QR."""
    return clock.letters(ALPHABET, DOOR_LENGTH)


def plain(code: str) -> str:
    """Read a code as it was meant: any case, with or without dashes and spaces, B for 8 in one that is typed."""
    read = "".join(letter for letter in code.upper() if letter.isascii() and letter.isalnum())[:64]
    return read if len(read) >= KEY_LENGTH else read.translate(_LOOK_ALIKE)


def spaced(code: str) -> str:
    """Write a code as it is printed: KMP-T4WX-97HR."""
    return in_groups(code)


def fast_hash(secret: str) -> str:
    """Hash 128 bits."""
    return hashlib.sha256(secret.encode()).hexdigest()


@lru_cache(maxsize=256)  # a code is looked at and then taken: the second time costs nothing
def slow_hash(code: str, salt: str) -> str:
    """Hash a typed code, in some 40 ms and 16 MiB: see `hash_pool`."""
    digest = hashlib.scrypt(code.encode(), salt=salt.encode(), n=2**14, r=8, p=1, dklen=16)
    return f"{salt}:{digest.hex()}"


class Stored(Struct, frozen=True):
    """What the record knows of a typed code. Cards of the first version have no name."""

    name: str
    salt: str
    slow: str
    """The salt and the slow hash, as `slow_hash` gives them."""


def stored_code(kept: str) -> Stored:
    """Read what the record keeps of a typed code: `name:salt:hash`, or `salt:hash` from the first version."""
    *before, salt, digest = ("", *kept.split(":"))[-3:] if ":" in kept else ("", "", kept)
    return Stored(before[0], salt, f"{salt}:{digest}" if salt else kept)


def may_be(kept: str, code: str) -> bool:
    """Whether a typed code, read as it was meant, has to be hashed to know that it is not this one."""
    name = stored_code(kept).name
    if not name:
        return len(code) in FIRST_VERSION
    return len(code) > len(name) and code.startswith(name)


def hashed(card: NewCard, salt: str) -> Card:
    """Turn a card into what the record may know of it. Slow: see `hash_pool`."""
    slow = slow_hash(card.code, salt)
    return Card(card.seat, f"{card.code[:NAME_LENGTH]}:{slow}", fast_hash(card.key))
