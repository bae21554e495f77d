"""`360giving.json` and `360giving.csv`: the funded applications, as the 360Giving standard 1.4 has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from panel_tui.exports.csv_files import csv_parts, moment
from panel_tui.exports.material import File, Material
from panel_tui.exports.open_data_from_sheet import from_their_sheet, missing, odd, without_addresses
from sessions.views.record.days_met import day_decided
from sessions.views.record.grants import GrantRow, grant_rows

# The standard's own titles, which `new` reads back; the last three are ours, so that it gets the same applications.
TITLES = {
    "identifier": "Identifier",
    "title": "Title",
    "description": "Description",
    "currency": "Currency",
    "amount_applied_for": "Amount Applied For",
    "amount_awarded": "Amount Awarded",
    "award_date": "Award Date",
    "recipient_id": "Recipient Org:Identifier",
    "recipient_name": "Recipient Org:Name",
    "funder_id": "Funding Org:Identifier",
    "funder_name": "Funding Org:Name",
    "place": "Beneficiary Location:0:Name",
    "programme": "Grant Programme:0:Title",
    "ref": "ref",
    "strand": "strand",
    "least": "least",
    "theme": "theme",
    "charity_number": "Recipient Org:Charity Number",
    "company_number": "Recipient Org:Company Number",
    "start_date": "Planned Dates:0:Start Date",
    "end_date": "Planned Dates:0:End Date",
    "last_modified": "Last Modified",
}


def why_no_grants(material: Material) -> str:
    """Return the wording key that says why nothing can be told to 360Giving yet; nothing where it can."""
    state = material.state
    if not state.confirmed:
        return "exports.not-confirmed"
    if not any(row.amount for row in material.account.results):
        return "exports.none-funded"
    return "" if state.model.open_data else "exports.no-open-data"


def grants(material: Material) -> tuple[GrantRow, ...]:
    """Return the grants, none where `why_no_grants` has a reason."""
    state = material.state
    open_data = state.model.open_data
    decided = day_decided(state)
    if open_data is None or decided is None or why_no_grants(material):
        return ()
    rows = grant_rows(state.model, material.account.results, open_data, decided)
    return tuple(from_their_sheet(row, material.beside.carried.get(row.ref, {})) for row in rows)


def published(material: Material) -> tuple[GrantRow, ...]:
    """Return them as everybody may read them."""
    return tuple(map(without_addresses, grants(material)))


VERSION = "1.4"
_encode = msgspec.json.Encoder(decimal_format="number").encode


def giving(material: Material) -> Iterator[File]:
    """Make both files, of the same grants."""
    found = grants(material)
    remarks, rows = (*missing(found), *odd(found)), tuple(map(without_addresses, found))
    whole = {"version": VERSION, "title": material.state.model.title, "grants": [_grant(row) for row in rows]}
    yield File("360giving.json", [msgspec.json.format(_encode(whole), indent=2)], remarks)
    yield File(
        "360giving.csv", csv_parts(tuple(TITLES), rows, titles=tuple(TITLES.values()), for_people=False)
    )


def _grant(row: GrantRow) -> dict[str, Any]:
    """Nest a row as the schema does; what is empty is left out."""
    grant: dict[str, Any] = {
        "id": row.identifier,
        "title": row.title,
        "description": row.description,
        "currency": row.currency,
        "amountAppliedFor": row.amount_applied_for,
        "amountAwarded": row.amount_awarded,
        "awardDate": moment(row.award_date),
        "recipientOrganization": [_recipient(row)],
        "fundingOrganization": [{"id": row.funder_id, "name": row.funder_name}],
    }
    if row.place:
        grant["beneficiaryLocation"] = [{"name": row.place}]
    if row.programme:
        grant["grantProgramme"] = [{"title": row.programme}]
    dates = {"startDate": row.start_date, "endDate": row.end_date}
    if any(dates.values()):
        grant["plannedDates"] = [{key: day for key, day in dates.items() if day}]
    if row.last_modified:
        grant["dateModified"] = moment(row.last_modified)
    return grant


def _recipient(row: GrantRow) -> dict[str, str]:
    told = {
        "id": row.recipient_id,
        "name": row.recipient_name,
        "charityNumber": row.charity_number,
        "companyNumber": row.company_number,
    }
    return {key: words for key, words in told.items() if words}
