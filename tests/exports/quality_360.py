"""The checks of quality that 360Giving's own tool makes beside its schema, each in our words; nothing of ours is asked.

What it makes of a file is in two kinds: `WRONG` is what a publisher is asked to mend, `THIN` what would make the data
more useful. Its rules are at https://standard.threesixtygiving.org and in its data quality tool.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

Grant = dict[str, Any]

# The prefixes of org-id.guide that a British funder's recipients have, and the one for who is on no register.
REGISTERS = (
    "GB-CHC-",
    "GB-SC-",
    "GB-NIC-",
    "GB-COH-",
    "GB-MPR-",
    "GB-EDU-",
    "GB-GOR-",
    "GB-LAE-",
    "GB-NHS-",
    "360G-",
)
ADDRESS = re.compile(r"[\w.-]+@[\w.-]+\.[\w.-]+")
YEARS_AHEAD = 12


def texts(value: object) -> Iterator[str]:
    """Give every text inside."""
    if isinstance(value, str):
        yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inside:
        yield from texts(one)


def organisations(grant: Grant) -> list[Grant]:
    return [*funders(grant), *recipients(grant)]


def funders(grant: Grant) -> list[Grant]:
    return grant["fundingOrganization"]


def recipients(grant: Grant) -> list[Grant]:
    return grant["recipientOrganization"]


def ours(one: Grant) -> bool:
    """Whether it is named by a publisher's own prefix."""
    return one["id"].lower().startswith("360g")


def known(one: Grant) -> bool:
    return one["id"].startswith(REGISTERS)


def numbered(one: Grant) -> bool:
    return bool(one.get("charityNumber") or one.get("companyNumber"))


def charity_number(text: str) -> bool:
    digits = text[2:] if text[:2].isalpha() else text
    return digits.isdigit() and len(digits) in (6, 7)


def company_number(text: str) -> bool:
    return re.fullmatch(r"\w{8}", text) is not None


def registered(one: Grant) -> bool:
    """Whether a number that names a register looks like one of it."""
    name = one["id"].upper()
    if name.startswith("GB-CHC-"):
        return name[7:].isdigit() and len(name[7:]) in (6, 7)
    return company_number(name[7:]) if name.startswith("GB-COH-") else True


def in_time(grant: Grant) -> bool:
    """Whether its planned dates are days there are, in order, and not far off."""
    awarded = dt.datetime.fromisoformat(grant["awardDate"])
    latest = awarded + dt.timedelta(days=YEARS_AHEAD * 366)
    for told in grant.get("plannedDates", ()):
        planned = [dt.datetime.fromisoformat(told[key]) for key in ("startDate", "endDate") if key in told]
        if planned != sorted(planned) or any(day > latest for day in planned):
            return False
    return True


WRONG: dict[str, Callable[[Grant], bool]] = {
    "nothing was given": lambda g: g["amountAwarded"] == 0,
    "a funder of no known register": lambda g: not all(map(known, funders(g))),
    "a recipient of no known register": lambda g: not all(map(known, recipients(g))),
    "no charity's number": lambda g: (
        not all(charity_number(one["charityNumber"]) for one in recipients(g) if "charityNumber" in one)
    ),
    "no company's number": lambda g: (
        not all(company_number(one["companyNumber"]) for one in recipients(g) if "companyNumber" in one)
    ),
    "a number that its register has not": lambda g: not all(map(registered, organisations(g))),
    "an address of e-mail": lambda g: any(ADDRESS.search(text) for text in texts(g)),
    "dates that cannot be": lambda g: not in_time(g),
}
THIN: dict[str, Callable[[Grant], bool]] = {
    "a funder by our own prefix": lambda g: any(map(ours, funders(g))),
    "a recipient by our own prefix": lambda g: any(map(ours, recipients(g))),
    "no number of the recipient": lambda g: not all(map(numbered, recipients(g))),
    "no programme": lambda g: not g.get("grantProgramme"),
    "no place": lambda g: not g.get("beneficiaryLocation"),
    "the title again as its description": lambda g: g["title"] == g["description"],
    "a long title": lambda g: len(g["title"]) > 140,
    "no last change": lambda g: not g.get("dateModified"),
    "no length": lambda g: not g.get("plannedDates"),
}


def found(package: dict[str, Any], checks: dict[str, Callable[[Grant], bool]]) -> dict[str, int]:
    """Count the grants that each check finds something in."""
    counts = {name: sum(map(check, package["grants"])) for name, check in checks.items()}
    return {name: count for name, count in counts.items() if count}
