"""7,776 plain English words to read a hash aloud with: five of them carry 64 bits.

They are the list that the Electronic Frontier Foundation made for passphrases, which `xkcdpass` brings along.
"""

import hashlib
from functools import cache
from importlib.resources import files

SIZE = 7776
FINGERPRINT = "6d557f0693958fb5e650b68b5bee585eb82cf4da32965505c789e924743bc522"
"""SHA-256 of the list: another list would give other words to the same record."""

FiveWords = tuple[str, str, str, str, str]


@cache
def all_words() -> tuple[str, ...]:
    """Read the list, and refuse one that is not the one every other copy of the program has."""
    data = files("xkcdpass").joinpath("static", "eff-long").read_bytes().replace(b"\r\n", b"\n")
    if hashlib.sha256(data).hexdigest() != FINGERPRINT:
        raise RuntimeError("xkcdpass brings another word list than the one heads are read with")
    return tuple(data.decode("ascii").split())


@cache
def short_words() -> tuple[str, ...]:
    """Give the words that fit a receipt: seven letters at most, nothing but letters."""
    return tuple(word for word in all_words() if len(word) <= 7 and word.isalpha())


def head_words(head: str) -> FiveWords:
    """Read a hash as five words."""
    words = all_words()
    rest = int(head, 16)
    picked: list[str] = []
    for _ in range(5):
        rest, place = divmod(rest, SIZE)
        picked.append(words[place])
    one, two, three, four, five = picked
    return one, two, three, four, five


def said_words(said: str) -> tuple[str, ...]:
    """Take words as people type them: any case, with spaces, commas or stops between."""
    return tuple(said.casefold().replace(",", " ").replace(".", " ").split())
