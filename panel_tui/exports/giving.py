"""`360giving.json` and `360giving.csv`: the funded applications, as the 360Giving standard 1.4 has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from sessions.views.record.grants import GrantRow

from .csv_files import csv_parts, moment
from .grants import TITLES, grants
from .material import File, Material

VERSION = "1.4"
_encode = msgspec.json.Encoder(decimal_format="number").encode


def giving(material: Material) -> Iterator[File]:
    """Make both files, of the same grants."""
    rows = grants(material)
    whole = {"version": VERSION, "title": material.state.model.title, "grants": [_grant(row) for row in rows]}
    yield File("360giving.json", [msgspec.json.format(_encode(whole), indent=2)])
    yield File("360giving.csv", csv_parts(tuple(TITLES), rows, titles=tuple(TITLES.values())))


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
        "recipientOrganization": [{"id": row.recipient_id, "name": row.recipient_name}],
        "fundingOrganization": [{"id": row.funder_id, "name": row.funder_name}],
    }
    if row.place:
        grant["beneficiaryLocation"] = [{"name": row.place}]
    if row.programme:
        grant["grantProgramme"] = [{"title": row.programme}]
    return grant
