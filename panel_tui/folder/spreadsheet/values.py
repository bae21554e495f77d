"""What the values of a column look like: the evidence beside its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from panel_tui.folder.amounts import is_amount
from panel_tui.folder.spreadsheet.grid import Cell
from sessions.model.session import Value

_TITLES = (
    "mr mrs ms miss mx dr prof professor rev revd reverend sir dame lady lord cllr councillor canon fr sr "
    "herr frau monsieur madame mme mlle señor señora sr sra pan pani dhr mevr"
)
HONORIFICS = frozenset(_TITLES.split())
_ORGANISATIONS = re.compile(
    r"(?i)\b(ltd|limited|cic|cio|plc|inc|trust|club|group|society|association|assoc|committee|church|school|"
    r"academy|college|university|centre|center|council|hall|community|communities|charity|foundation|team|project|"
    r"partnership|network|forum|fund|union|company|services?|friends|garden|house|choir|band|theatre|museum|library|"
    r"league|guild|circle|collective|cooperative|co-operative|e\.?v\.?|verein|stichting|asbl)\b"
)
_BODIES = re.compile(  # how names of organisations end, and hardly a project's
    r"(?i).*\b(ltd|limited|cic|cio|plc|inc|trust|society|association|assoc|committee|church|school|academy|college|"
    r"university|charity|foundation|council|e\.?v\.?|gmbh|stichting|asbl|cyf|federation|union|group|club)\.?"
)
_PERSON = re.compile(r"(?:\w+\.? )?[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,2}")
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?([ T].*)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}( .*)?")
_CODE = re.compile(r"[A-Z]{0,6}[-_/ #]{0,2}\d+(?:[-_/.]\d+)*")  # APP-00012, 7, GR/2026/3
_YES_NO = frozenset({"yes", "no", "y", "n", "true", "false", "ja", "nein", "oui", "non", "tak", "nie"})


class Profile(Value, frozen=True):
    """Shares of the values that are there, from 0 to 1, and how many there are."""

    count: int = 0
    money: float = 0
    years: float = 0
    honorifics: float = 0
    people: float = 0
    bodies: float = 0
    dates: float = 0
    yes_no: float = 0
    codes: float = 0
    addresses: float = 0
    unique: float = 0
    spaced: float = 0
    length: float = 0


def profile(cells: Iterable[Cell]) -> Profile:
    """Look at the values of a column, empty cells left aside."""
    held = [cell for cell in cells if cell != ""]
    if not held:
        return Profile()
    words = [" ".join(str(cell).split()) for cell in held]
    return Profile(
        count=len(held),
        money=_share(is_amount(cell) for cell in held),
        years=_share(_is_year(cell) for cell in held),
        honorifics=_share(is_honorific(word) for word in words),
        people=_share(is_person(word) for word in words),
        bodies=_share(bool(_BODIES.fullmatch(word)) for word in words),
        dates=_share(bool(_DATE.fullmatch(word)) for word in words),
        yes_no=_share(word.casefold() in _YES_NO for word in words),
        codes=_share(bool(_CODE.fullmatch(word)) for word in words),
        addresses=_share("@" in word or word.startswith(("http", "www.")) for word in words),
        unique=len(set(words)) / len(words),
        spaced=_share(" " in word for word in words),
        length=sum(map(len, words)) / len(words),
    )


def is_honorific(word: str) -> bool:
    """Whether a cell holds Mrs or the like, and nothing else."""
    return word.casefold().rstrip(".") in HONORIFICS


def is_person(word: str) -> bool:
    """Whether a cell looks like somebody's name."""
    first = word.partition(" ")[0].casefold().rstrip(".")
    if first in HONORIFICS and " " in word:
        return True
    if not _PERSON.fullmatch(word) or _ORGANISATIONS.search(word):
        return False
    return all(part[:1].isupper() for part in word.split())


def examples(cells: Sequence[Cell], most: int = 3) -> str:
    """Return the first few different values, for a sentence."""
    different = dict.fromkeys(" ".join(str(cell).split()) for cell in cells if cell != "")
    return ", ".join(list(different)[:most])


def _is_year(cell: Cell) -> bool:
    if isinstance(cell, Decimal):
        return cell == cell.to_integral_value() and 1990 <= cell <= 2100
    return bool(re.fullmatch(r"(19[9]\d|20\d\d|2100)", cell.strip()))


def _share(truths: Iterable[bool]) -> float:
    found = list(truths)
    return sum(found) / len(found)
