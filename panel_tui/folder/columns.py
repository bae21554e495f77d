"""Tell which column of a spreadsheet holds what: our names, 360Giving's titles, or what is very like them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from sessions.wording import say

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

Ask = Callable[[str], str]


def columns(sheet: Sheet, mapping: Mapping[str, str], ask: Ask | None) -> tuple[dict[str, int], list[Fault]]:
    """Give each field's column, counted from 0; a `mapping` wins over what is recognised. Faults name the rest."""
    titles = [_squeezed(title) for title in sheet.titles]
    found: dict[str, int] = {}
    for field, likes in LIKE.items():
        at = next((titles.index(like) for like in likes if like in titles), None)
        if at is not None:
            found[field] = at
    faults = _mapped(sheet, titles, mapping, found)
    for field in NEEDED:
        if field not in found and field not in mapping:
            _find_like(titles, field, found)
        if field in found and field not in mapping and _is_empty(sheet, found[field]):
            faults += _asked_for(sheet, field, ask, found, kind="column-empty")
        elif field not in found and field not in mapping:
            faults += _asked_for(sheet, field, ask, found, kind="column-missing")
    return found, faults


def _squeezed(title: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r":\d+:", ":", title.casefold()))


def _mapped(
    sheet: Sheet, titles: list[str], mapping: Mapping[str, str], found: dict[str, int]
) -> list[Fault]:
    faults: list[Fault] = []
    for field, wanted in mapping.items():
        at = _column(sheet, titles, wanted)
        if field not in FIELDS:
            meant = nearest(field, FIELDS) or ", ".join(FIELDS)
            faults.append(Fault(sheet.file, None, "map-unknown-field", found=shown(field), meant=meant))
        elif at is None:
            likely = shown(nearest(wanted, [title for title in sheet.titles if title]))
            kind, meant = "map-no-column", likely or _listed(sheet)
            kind += "" if likely else "-bare"
            faults.append(Fault(sheet.file, sheet.line, kind, found=shown(wanted), meant=meant))
        else:
            found[field] = at
    return faults


def _column(sheet: Sheet, titles: list[str], wanted: str) -> int | None:
    if wanted in sheet.titles:
        return sheet.titles.index(wanted)
    squeezed = _squeezed(wanted)
    return titles.index(squeezed) if squeezed and squeezed in titles else None


def _find_like(titles: list[str], field: str, found: dict[str, int]) -> None:
    """Take a title one slip of the key away from one we know."""
    for at, title in enumerate(titles):
        if at not in found.values() and get_close_matches(title, LIKE[field], n=1, cutoff=0.9):
            found[field] = at
            return


def _is_empty(sheet: Sheet, at: int) -> bool:
    return bool(sheet.rows) and all(row.cells[at] == "" for row in sheet.rows)


def _asked_for(sheet: Sheet, field: str, ask: Ask | None, found: dict[str, int], *, kind: str) -> list[Fault]:
    """Ask which column holds `field`, where there is someone to ask; else name the option that says it."""
    titles = [_squeezed(title) for title in sheet.titles]
    question = say("folder.ask-column", what=say(f"folder.what-{field}"), titles=_listed(sheet))
    for _ in range(3 if ask else 0):
        assert ask is not None
        answer = ask(question).strip()
        if not answer:
            break
        at = _column(sheet, titles, answer)
        if at is None and answer.isdecimal() and 0 < int(answer[:4]) <= len(sheet.titles):
            at = int(answer[:4]) - 1
        if at is not None:
            found[field] = at
            return []
    title = sheet.titles[found[field]] if field in found else ""
    meant = say("folder.map-option", field=field, column=_likely(sheet, field))
    return [
        Fault(
            sheet.file, sheet.line, f"{kind}-{field}", found=shown(title), meant=meant, about=_listed(sheet)
        )
    ]


def _likely(sheet: Sheet, field: str) -> str:
    """Give a title that may hold money, as an example of what to write; people must choose it themselves."""
    money = [title for title in sheet.titles if _squeezed(title) in LIKE["awarded"]]
    return money[0] if field == "asked" and money else say("folder.title-of-column")


def _listed(sheet: Sheet) -> str:
    named = [shown(title) for title in sheet.titles if title]
    return ", ".join(named[:12]) + (", …" if len(named) > 12 else "")
