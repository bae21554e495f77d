"""The first page of the record written out: the result as a trustee needs it, with a place to sign."""

from __future__ import annotations

from sessions.views.paper.document import AnyBlock, Grid, Part, Says, TableCell, ToSign, says
from sessions.views.record.story_result import DecidedGroup, DecidedRow, ResultStory
from sessions.wording import say

_SIGNED = ("facilitated", "chair", "date")


def written_result(told: ResultStory) -> Part:
    """Write the result out: the money first, then each decision with its applications."""
    blocks: list[AnyBlock] = [
        Says(told.total, strong=True),
        *says((told.counted, *told.lines)),
        *(_group(group, money=told.money) for group in told.groups),
        ToSign(tuple(say(f"exports.story.result.sign-{one}") for one in _SIGNED)),
    ]
    return Part("result", say("exports.story.result"), tuple(blocks))


def _group(group: DecidedGroup, *, money: bool) -> Grid:
    figures = ("list.asks", "list.given") if money else ()
    keys = ("list.application", "result.organisation", *figures)
    columns = tuple(say(f"exports.story.{key}") for key in keys)
    heading = group.heading[:1].upper() + group.heading[1:]
    rows = tuple(_row(row)[: len(columns)] for row in group.rows)
    return Grid(heading, columns, rows, small=True, figures=(2, 3) if money else ())


def _row(row: DecidedRow) -> tuple[TableCell, ...]:
    note = (
        say("exports.story.result.conditions", words=" ".join(row.conditions.split()))
        if row.conditions
        else ""
    )
    return (TableCell(row.title, note), *map(TableCell, (row.organisation, row.asks, row.given)))
