"""Tell which column of a spreadsheet holds what: our names, 360Giving's titles, or what is very like them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from .asking import Ask, asked_for, column_called, listed, offer_the_rest, squeezed
from .fault import Fault, nearest, shown
from .sheet import Sheet

FIELDS = ("ref", "title", "organisation", "asked", "least", "strand", "place", "theme", "summary")
NEEDED = ("title", "asked")

# Squeezed titles, best first. The second of most rows is 360Giving's own title.
LIKE = {
    "ref": (
        "ref",
        "identifier",
        "id",
        "reference",
        "applicationref",
        "applicationid",
        "applicationnumber",
        "grantid",
    ),
    "title": ("title", "projecttitle", "projectname", "applicationtitle", "granttitle", "project"),
    "organisation": (
        *(
            "organisation",
            "recipientorgname",
            "organization",
            "organisationname",
            "organizationname",
            "applicant",
        ),
        *("applicantname", "groupname", "group", "charity", "charityname", "recipient"),
    ),
    "asked": (
        *(
            "asked",
            "amountappliedfor",
            "amountrequested",
            "amountasked",
            "amountaskedfor",
            "askedfor",
            "requested",
        ),
        *("requestedamount", "amountsought", "amountapplied", "grantrequested", "ask"),
    ),
    "least": ("least", "leastuseful", "leastamount", "leastusefulamount", "minimumamount", "minimum"),
    "strand": ("strand", "lot", "fundingstrand", "stream"),
    "place": (
        "place",
        "beneficiarylocationname",
        "town",
        "area",
        "location",
        "ward",
        "city",
        "recipientorgcity",
    ),
    "theme": ("theme", "grantprogrammetitle", "programme", "category"),
    "summary": ("summary", "description", "projectsummary", "projectdescription", "about"),
    # Read only to warn by; never part of a session.
    "awarded": ("amountawarded", "awarded", "award"),
    "currency": ("currency",),
    "date": ("awarddate", "date"),
}


def columns(sheet: Sheet, mapping: Mapping[str, str], ask: Ask | None) -> tuple[dict[str, int], list[Fault]]:
    """Give each field's column, counted from 0; a `mapping` wins over what is recognised. Faults name the rest."""
    titles = [squeezed(title) for title in sheet.titles]
    found: dict[str, int] = {}
    for field, likes in LIKE.items():
        at = next((titles.index(like) for like in likes if like in titles), None)
        if at is not None:
            found[field] = at
    faults = _mapped(sheet, mapping, found)
    for field in NEEDED:
        if field not in found and field not in mapping:
            _find_like(titles, field, found)
        if field in found and field not in mapping and _is_empty(sheet, found[field]):
            faults += asked_for(sheet, field, ask, found, kind="column-empty")
        elif field not in found and field not in mapping:
            faults += asked_for(sheet, field, ask, found, kind="column-missing")
    if ask and not faults:
        offer_the_rest(sheet, [field for field in FIELDS if field not in NEEDED], ask, found)
    return found, faults


def _mapped(sheet: Sheet, mapping: Mapping[str, str], found: dict[str, int]) -> list[Fault]:
    faults: list[Fault] = []
    for field, wanted in mapping.items():
        at = column_called(sheet, wanted)
        if field not in FIELDS:
            meant = nearest(field, FIELDS) or ", ".join(FIELDS)
            faults.append(Fault(sheet.file, None, "map-unknown-field", found=shown(field), meant=meant))
        elif at is None:
            likely = shown(nearest(wanted, [title for title in sheet.titles if title]))
            kind, meant = "map-no-column", likely or listed(sheet.titles)
            kind += "" if likely else "-bare"
            faults.append(Fault(sheet.file, sheet.line, kind, found=shown(wanted), meant=meant))
        else:
            found[field] = at
    return faults


def _find_like(titles: list[str], field: str, found: dict[str, int]) -> None:
    """Take a title one slip of the key away from one we know."""
    for at, title in enumerate(titles):
        if at not in found.values() and get_close_matches(title, LIKE[field], n=1, cutoff=0.9):
            found[field] = at
            return


def _is_empty(sheet: Sheet, at: int) -> bool:
    return bool(sheet.rows) and all(row.cells[at] == "" for row in sheet.rows)
