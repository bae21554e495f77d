"""Find which seat each code of an export stood for: codes are drawn anew each time, and nowhere kept.

What is found serves to make the export again and lay both side by side. It is shown to nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

BY_MEMBER = ("members", "scores", "conflicts")
"""The parts of `session.json` with rows by member."""
_encode = msgspec.json.Encoder(order="deterministic").encode


def codes_again(lying: Mapping[str, Any], by_seat: Mapping[str, Any]) -> dict[int, str] | None:
    """Return the code each seat has in `lying`; None where what it says of members is not what `by_seat` says.

    Both are whole `session.json`s; in `by_seat` members stand by their seats. Two of whom all is said alike may stand
    for each other, so it does not matter which is which.
    """
    theirs, ours = _rows_by_member(lying), _rows_by_member(by_seat)
    codes, seats = sorted(theirs, key=theirs.__getitem__), sorted(ours, key=ours.__getitem__)
    if [theirs[code] for code in codes] != [ours[seat] for seat in seats]:
        return None
    return {int(seat): code for seat, code in zip(seats, codes, strict=True)}


def _rows_by_member(whole: Mapping[str, Any]) -> dict[str, list[tuple[str, bytes]]]:
    """Gather all that is said of each member, in one order, and without who it is."""
    found: dict[str, list[tuple[str, bytes]]] = {}
    for name in BY_MEMBER:
        for row in whole[name]:
            rest = {key: value for key, value in row.items() if key != "member"}
            found.setdefault(str(row["member"]), []).append((name, _encode(rest)))
    return {member: sorted(rows) for member, rows in found.items()}
