"""Who the letters go to: a person, an address and their own reference, found among the columns a session does not use.

Columns are known by their titles, as forms for applications write them. What is not found is left empty, never made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from panel_tui.folder.new import THEIR_REF
from panel_tui.folder.tidy import settled
from sessions.model.letterhead import Addressee

Carried = Mapping[str, str]
"""One application's cells, by the title of their column."""

_OF = (
    r"(?:(?:main|lead|primary|first|project|applicant'?s?|your|the|organi[sz]ation'?s?|group'?s?|correspondence|postal|"
    r"contact|their|street) )*"
)
_WHOLE = re.compile(
    _OF
    + r"(?:contact(?: person)?|(?:contact|full|your|applicant) name|name of contact|addressee)|submitted by"
)
_NAME_PARTS = (
    re.compile(_OF + r"(?:title|salutation|prefix)"),
    re.compile(_OF + r"(?:first ?name|forename|given name)s?"),
    re.compile(_OF + r"(?:surname|last ?name|family name)"),
)
_EMAIL = re.compile(_OF + r"e-?mail(?: address)?")
_PHONE = re.compile(_OF + r"(?:(?:tele)?phone|mobile|tel)(?: number| no)?")
_REFERENCE = re.compile(
    r"(?:your|their|own|applicant'?s?|group'?s?|organi[sz]ation'?s?)(?: own)? ref(?:erence)?(?: number| no\.?)?"
)
_ADDRESS = re.compile(
    _OF
    + r"(?:address(?:(?: line)? \d)?|street|town(?: or city)?|city|county|post ?code|postal code|zip(?: code)?)"
)


def addressee(cells: Carried) -> Addressee:
    """Find who one letter goes to."""
    tidy = {_plain(title): settled(cell, longest=200) for title, cell in cells.items()}
    whole = next(_matching(_WHOLE, tidy), "")
    parts = (next(_matching(part, tidy), "") for part in _NAME_PARTS)
    title, first, last = parts
    named = " ".join(word for word in (title, first, last) if word) if first or last else ""
    return Addressee(
        their_ref=settled(cells.get(THEIR_REF, ""), longest=200) or next(_matching(_REFERENCE, tidy), ""),
        contact=whole or named,
        address=tuple(_matching(_ADDRESS, tidy)),
        email=next(_matching(_EMAIL, tidy), ""),
        phone=next(_matching(_PHONE, tidy), ""),
    )


def _matching(wanted: re.Pattern[str], cells: Mapping[str, str]) -> Iterator[str]:
    return (cell for title, cell in cells.items() if cell and wanted.fullmatch(title))


def _plain(title: str) -> str:
    """Write a title as the patterns do; 360Giving's `Recipient Org:Street Address` is a street address."""
    return " ".join(re.sub(r"[_?*:()]+", " ", title.rpartition(":")[2]).casefold().split())
