"""The grants as 360Giving asks for them: who has them, why there are none, and the titles of their columns."""

from __future__ import annotations

import datetime as dt

from sessions.state import State
from sessions.views.record.grants import GrantRow, grant_rows

from .material import Material

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
}


def why_no_grants(material: Material) -> str:
    """Give the wording key that says why nothing can be told to 360Giving yet; nothing where it can."""
    state = material.state
    if not state.confirmed:
        return "exports.not-confirmed"
    if not any(row.amount for row in material.account.results):
        return "exports.none-funded"
    return "" if state.model.open_data else "exports.no-open-data"


def grants(material: Material) -> tuple[GrantRow, ...]:
    """Give the grants, none where `why_no_grants` has a reason."""
    state = material.state
    open_data = state.model.open_data
    if open_data is None or why_no_grants(material):
        return ()
    return grant_rows(state.model, material.account.results, open_data, _day(state))


def _day(state: State) -> dt.date:
    """Give the day of the award: the session's, or the one the room met on."""
    return state.model.date or max(one.started for one in state.timings).date()
