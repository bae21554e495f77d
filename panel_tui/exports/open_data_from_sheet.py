"""What 360Giving asks for and only the applicants' own sheet knows: numbers, places, dates. Never people or addresses.

What the sheet does not have is left out, and said to whoever exports, with the column that would give it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from panel_tui.exports.csv_files import moment
from panel_tui.folder.tidy import settled
from sessions.views.record.grants import GrantRow
from sessions.wording import say

_COLUMNS = {
    "charity_number": re.compile(r"(?:registered )?charity (?:number|no|registration number)"),
    "company_number": re.compile(r"(?:registered )?company (?:number|no|registration number)"),
    "place": re.compile(r"(?:beneficiary )?location(?: 0)?(?: name)?|ward|district|local authority"),
    "programme": re.compile(r"(?:grant )?programme(?: 0)?(?: title)?"),
    "start_date": re.compile(r"(?:planned dates )?(?:0 )?(?:project )?start date"),
    "end_date": re.compile(r"(?:planned dates )?(?:0 )?(?:project )?end date"),
    "recipient_id": re.compile(r"recipient org(?: 0)? identifier"),
}
_ASKED = ("charity_number", "place", "start_date", "end_date")
"""What the standard's own checks of quality look for."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# The registers of charities by the form of their numbers, with what comes before a number in org-id.guide's list.
_CHARITY = (
    (re.compile(r"(\d{6,7})(?:-\d{1,2})?"), "GB-CHC-"),  # England and Wales; what follows a dash is a branch
    (re.compile(r"(SC0?\d{5})", re.I), "GB-SC-"),
    (re.compile(r"(?:NIC|NI)?(1\d{5})", re.I), "GB-NIC-"),
)
_COMPANY = re.compile(r"(?:[A-Z]{2})?\d{4,8}", re.I)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_NAMED = 8  # refs named in one remark
LONGEST_TITLE = 140  # characters; the standard's own checks find more too long to take in


def from_their_sheet(row: GrantRow, cells: Mapping[str, str]) -> GrantRow:
    """Fill in what the sheet has; a number of theirs names the organisation as everybody else does."""
    tidy = {re.sub(r"[_:?()]+", " ", title).casefold().strip(): cell for title, cell in cells.items()}
    tidy = {" ".join(title.split()): settled(cell, longest=200) for title, cell in tidy.items()}
    found = {}
    for field, wanted in _COLUMNS.items():
        title = next((one for one in tidy if tidy[one] and _matches(wanted, one)), None)
        if title and not (field == "place" and row.place):
            found[field] = tidy[title]
    for field in ("start_date", "end_date"):
        if field in found:
            found[field] = _moment(found[field])
    if found.get("start_date") and "" < found.get("end_date", "") < found["start_date"]:
        del found["start_date"], found["end_date"]  # one of them is wrong, and nobody here knows which
    charity, charity_id = _charity(found.get("charity_number", ""))
    company = _company(found.get("company_number", ""))
    own = charity_id or (company and f"GB-COH-{company}")
    if "recipient_id" not in found and own:
        found["recipient_id"] = own
    found |= {"charity_number": charity, "company_number": company}
    return replace(row, **found)


def _matches(wanted: re.Pattern[str], title: str) -> bool:
    return bool(
        wanted.fullmatch(title) or wanted.fullmatch(title.removeprefix("recipient org ").removeprefix("0 "))
    )


def _charity(text: str) -> tuple[str, str]:
    """Return a charity's number and its name in org-id.guide's lists; nothing where it has no register's form."""
    for form, before in _CHARITY:
        if found := form.fullmatch(text.replace(" ", "")):
            number = found[1].upper()
            return number, f"{before}{number}"
    return "", ""


def _company(text: str) -> str:
    """Return a company's number in the eight characters that Companies House writes; nothing where it is none."""
    number = text.replace(" ", "").upper()
    if not _COMPANY.fullmatch(number):
        return ""
    letters = number[:2] if number[:2].isalpha() else ""
    return letters + number[len(letters) :].zfill(8 - len(letters))


def without_addresses(row: GrantRow) -> GrantRow:
    """Leave out addresses of e-mail that stand in somebody's text: what is published stays published."""
    title, description = (_ADDRESS.sub("…", text) for text in (row.title, row.description))
    return replace(row, title=title, description=description)


def _moment(text: str) -> str:
    """Write a day as the schema takes it, whether or not formats are checked; nothing where it is no day."""
    try:
        return moment(dt.date.fromisoformat(text)) if _DAY.fullmatch(text) else ""
    except ValueError:
        return ""


def missing(rows: Sequence[GrantRow]) -> Iterator[str]:
    """Say what the standard looks for and these grants have not, and which column would give it."""
    for field in _ASKED:
        without = [row.ref for row in rows if not getattr(row, field)]
        if without:
            yield say(f"exports.360.{field}", n=len(without), of=len(rows))


def odd(rows: Sequence[GrantRow]) -> Iterator[str]:
    """Say which texts the standard's own checks would ask about, as they stand in the sheet."""
    for what, found in (
        ("same", [row.ref for row in rows if row.title == row.description]),
        ("long", [row.ref for row in rows if len(row.title) > LONGEST_TITLE]),
        ("address", [row.ref for row in rows if without_addresses(row) != row]),
    ):
        if found:
            yield say(
                f"exports.360.{what}", refs=", ".join(found[:_NAMED]) + (" …" if found[_NAMED:] else "")
            )
