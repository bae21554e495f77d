"""The plain words that a hash is read aloud with, from the list that a record's first line names.

A record's first line names its list, so that words given once are found for as long as the record is kept. Records
begun before there was a choice use the list that the Electronic Frontier Foundation made for passphrases, which
`xkcdpass` brings along.
"""

import hashlib
import re
from functools import cache
from importlib.resources import files

import msgspec

HeadWords = tuple[str, ...]

FIRST, KIND = 1, 2
"""Numbers of the lists, as line 1 of a record names them; a record without one has the first."""

_FINGERPRINTS = {
    FIRST: "6d557f0693958fb5e650b68b5bee585eb82cf4da32965505c789e924743bc522",
    KIND: "0334c46f23a2282b0c8070016e0321ae1551f12cf1e955d2c5940a8f2d2f5310",
}
"""SHA-256 of each list: another list would give other words to the same record."""
_WORD = re.compile(r"[^\W\d_]+")


class Lexicon(msgspec.Struct, frozen=True):
    """A list of words, and how heads and receipts are written with it."""

    words: tuple[str, ...]
    in_a_head: int
    """How many words carry 64 bits or more."""
    for_receipts: tuple[str, ...]
    numbers: range
    """The numbers that close a receipt."""

    @property
    def receipts(self) -> int:
        """Count the receipts there are."""
        return len(self.for_receipts) ** 2 * len(self.numbers)


@cache
def lexicon(number: int) -> Lexicon:
    """Return a list by its number; ValueError where there is none."""
    match number:
        case 1:
            words = _read(FIRST, files("xkcdpass").joinpath("static", "eff-long").read_bytes())
            short = tuple(word for word in words if len(word) <= 7 and word.isalpha())
            return Lexicon(words=words, in_a_head=5, for_receipts=short, numbers=range(10, 100))
        case 2:
            words = _read(KIND, files("panel_tui.record").joinpath("kind_words.txt").read_bytes())
            return Lexicon(words=words, in_a_head=6, for_receipts=words, numbers=range(100, 1000))
        case _:
            raise ValueError(f"there is no list {number}")


def _read(number: int, data: bytes) -> tuple[str, ...]:
    """Read a list, and refuse one that is not the one every other copy of the program has."""
    data = data.replace(b"\r\n", b"\n")
    if hashlib.sha256(data).hexdigest() != _FINGERPRINTS[number]:
        raise RuntimeError("this is not the word list that heads are read with")
    return tuple(data.decode("ascii").split())


def head_words(head: str, number: int = KIND) -> HeadWords:
    """Read a hash as words."""
    using = lexicon(number)
    rest = int(head, 16)
    picked: list[str] = []
    for _ in range(using.in_a_head):
        rest, place = divmod(rest, len(using.words))
        picked.append(using.words[place])
    return tuple(picked)


def said_words(said: str) -> HeadWords:
    """Take words as people type them: any case, with spaces, commas, stops, hyphens or other marks between.

    A word of the first list that has a hyphen becomes two, and so it does in the head it is compared with.
    """
    return tuple(_WORD.findall(said.casefold()))
