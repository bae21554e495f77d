"""`budget.pb`: the pot, the asks and each member's own scores, in Pabulib's format. Never a ballot. For staff.

See https://pabulib.org/format. Points are a member's own score as its place on the scale, from nought (worst) to one
(best): what the method of equal shares calls utility, whichever end of the panel's scale is best.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal

from panel_tui.exports.material import File, Material
from sessions.views.record.days_met import days_met

_NO_COUNTRY = "unknown"  # Pabulib wants one, and a session has none


def why_no_votes(material: Material) -> str:
    """Return the wording key that says why the file cannot be made, or nothing where it can."""
    if material.public:
        return "exports.staff-only"
    if material.state.model.places is not None:
        return "stages.no-budget-file"
    return "" if material.account.own_scores else "exports.no-own-scores"


def pabulib(material: Material) -> Iterator[File]:
    """Make `budget.pb`."""
    text = io.StringIO()
    write = csv.writer(text, delimiter=";", lineterminator="\n").writerow
    for row in _rows(material):
        write(row)
    yield File("budget.pb", [text.getvalue().encode()])


def _rows(material: Material) -> Iterator[Iterable[object]]:
    by_member, by_application = _sorted_out(material)
    heard = [one for one in material.account.applications if one.revealed]
    yield ["META"]
    yield ["key", "value"]
    yield from _meta(material, projects=len(heard), votes=len(by_member))
    yield ["PROJECTS"]
    yield ["project_id", "cost", "votes", "score", "name", "category", "selected"]
    given = {row.application for row in material.account.decisions if row.confirmed and row.amount}
    for one in heard:
        points = by_application.get(one.ref, [])
        total = sum(points, Decimal(0))
        selected = int(one.ref in given)
        yield [one.ref, f"{one.asked:f}", len(points), f"{total:f}", one.title, one.theme, selected]
    yield ["VOTES"]
    yield ["voter_id", "vote", "points"]
    for member, votes in by_member.items():
        yield [member, ",".join(votes), ",".join(f"{points:f}" for points in votes.values())]


def _sorted_out(material: Material) -> tuple[dict[str, dict[str, Decimal]], dict[str, list[Decimal]]]:
    """Gather the own scores by member, members in the order of their codes, and by application."""
    by_member: dict[str, dict[str, Decimal]] = {row.member: {} for row in material.account.members}
    by_application: dict[str, list[Decimal]] = {}
    for row in material.account.own_scores:
        by_member[row.member][row.application] = row.place
        by_application.setdefault(row.application, []).append(row.place)
    return {member: votes for member, votes in by_member.items() if votes}, by_application


def _meta(material: Material, *, projects: int, votes: int) -> Iterator[tuple[str, object]]:
    model = material.state.model
    days = days_met(material.state)
    first, last = (f"{day:%d.%m.%Y}" for day in (days[0], days[-1])) if days else ("", "")
    yield "description", model.title
    yield "country", _NO_COUNTRY
    yield "unit", model.place or model.title
    yield "instance", days[0].year if days else ""
    yield "num_projects", projects
    yield "num_votes", votes
    yield "budget", f"{model.pot:f}"
    yield "currency", model.currency
    yield "vote_type", "scoring"
    yield "min_points", 0
    yield "max_points", 1
    yield "default_score", 0
    yield "rule", "unknown"
    yield "date_begin", first
    yield "date_end", last
    yield "language", model.language
    yield "comment", f"#1: points are members' own scores, 0 worst to 1 best. #2: made by {material.program}"
