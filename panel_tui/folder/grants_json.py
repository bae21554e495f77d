"""Read 360Giving's JSON: each grant a row, under the titles the standard gives its fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from panel_tui.folder.fault import Refusal
from panel_tui.folder.spreadsheet.grid import Book, Cell, GridRow, SheetGrid

_TITLES = {
    "id": "Identifier", "title": "Title", "description": "Description", "currency": "Currency",
    "amountAppliedFor": "Amount Applied For", "amountAwarded": "Amount Awarded", "amountDisbursed": "Amount Disbursed",
    "awardDate": "Award Date", "url": "URL", "recipientOrganization": "Recipient Org", "name": "Name",
    "fundingOrganization": "Funding Org", "beneficiaryLocation": "Beneficiary Location",
    "grantProgramme": "Grant Programme",
    "charityNumber": "Charity Number", "companyNumber": "Company Number", "postalCode": "Postal Code",
    "streetAddress": "Street Address", "addressLocality": "City", "plannedDates": "Planned Dates",
    "dateModified": "Last Modified", "dataSource": "Data Source", "geoCode": "Geographic Code",
    "geoCodeType": "Geographic Code Type", "countryCode": "Country Code", "code": "Code",
}  # fmt: skip
_DEEP = 6  # the standard goes three deep
_MOST_ROWS, _MOST_COLUMNS = 10_000, 2_000


def read_grants(file: str, data: bytes) -> Book:
    """Read the grants. Raises Refusal."""
    try:
        whole = json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError) as problem:
        raise Refusal("json-broken") from problem
    grants = whole.get("grants") if isinstance(whole, dict) else whole
    if not isinstance(grants, list) or not grants or not all(isinstance(one, dict) for one in grants):
        raise Refusal("json-no-grants")
    if len(grants) > _MOST_ROWS:
        raise Refusal("sheet-too-long", meant=f"{_MOST_ROWS // 2:,}")
    flat = [dict(_cells(one, "", 0)) for one in grants]
    titles = list(dict.fromkeys(title for row in flat for title in row))[:_MOST_COLUMNS]
    rows = [GridRow(1, tuple(titles))]
    rows += [
        GridRow(at, tuple(row.get(title, "") for title in titles)) for at, row in enumerate(flat, start=2)
    ]
    return Book(file, (SheetGrid("", tuple(rows)),))


def _cells(held: object, title: str, depth: int) -> Iterator[tuple[str, Cell]]:
    if depth > _DEEP or held is None:
        return
    if isinstance(held, dict):
        for key, value in held.items():
            word = _TITLES.get(key, key) if key != "id" or not title else "Identifier"
            yield from _cells(value, f"{title}:{word}" if title else str(word), depth + 1)
    elif isinstance(held, list):
        for at, value in enumerate(held):
            yield from _cells(value, title if at == 0 else f"{title}:{at}", depth + 1)
    elif isinstance(held, bool):
        yield title, "yes" if held else "no"
    else:
        yield title, held if isinstance(held, Decimal) else str(held)
