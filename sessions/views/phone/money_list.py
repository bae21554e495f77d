"""The list and its line on a phone, as the wall shows them, for whoever cannot read the wall."""

from __future__ import annotations

from sessions.state import State
from sessions.views.phone import pages as p
from sessions.views.score_digits import NOTHING
from sessions.views.wall.budget import budget
from sessions.views.wall.list_rows import Row
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.posters import Frame
from sessions.wording import say


def list_page(state: State, laid: Laid) -> p.MoneyList:
    """Show the list that lies on the wall, where its line is, and what is left."""
    poster = budget(state, Frame(state.plan.position, ""), laid)
    key = "confirmed" if poster.confirmed else "heading"
    heading = say(f"views.phone.list.{key}")
    named = say("views.phone.list.of-several", title=poster.heading) if poster.heading else ""
    return p.MoneyList(
        heading=heading,
        lines=tuple(filter(None, (named, say("views.phone.list.on-wall")))),
        left=poster.left,
        line=poster.line,
        line_words=say("views.phone.list.line" if poster.money else "views.phone.list.line-places"),
        rows=tuple(_row(row) for row in poster.rows),
        notes=poster.notes,
    )


def _row(row: Row) -> p.ListRow:
    facts = (
        say("views.phone.list.rank", rank=row.rank) if row.rank.isdecimal() else "",
        say("views.phone.list.score", score=row.score) if row.score != NOTHING else "",
        say("views.budget.asks", amount=row.asks) if row.asks else "",
        row.mark,
    )
    return p.ListRow(row.title, " · ".join(filter(None, facts)), row.why)
