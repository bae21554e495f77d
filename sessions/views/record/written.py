"""The story written out as a paper: every heading and table of the readable record, in the order they stand."""

from __future__ import annotations

from collections.abc import Iterator

from ...wording import say
from ..document import (
    AnyBlock,
    Cell,
    Document,
    Grid,
    Listed,
    Part,
    Says,
    Section,
    Typed,
    chart,
    grid,
    says,
)
from .story import Story
from .written_application import application_blocks, charts

_LIST = ("rank", "application", "score", "asks", "outcome", "decision", "given", "left")


def written(told: Story, *, head: str, program: str) -> Document:
    """Write the record out; `head` is five words, `program` what made it."""
    where = f" · {told.where}" if told.where else ""
    return Document(
        language=told.language,
        title=told.title,
        kind=_said("kind"),
        under=(_said("kind") + where, *told.status),
        contents=_said("contents"),
        parts=(
            _part("asked", says(told.before.asked)),
            _part("sat", says(told.before.sat)),
            _part("conflicts", _conflicts(told)),
            _part("criteria", [_criteria(told)]),
            _part("rule", _rule(told)),
            _part("list", [_list(told), Says(told.ranked.total), *_strands(told)]),
            Part("applications", _said("applications"), tuple(_applications(told))),
            *_shaped(told),
            *_confidence(told),
            _part("interventions", _interventions(told)),
            *_checks(told),
            _part("numbers", says(_said(f"numbers.{one}") for one in ("mean", "score", "split", "few"))),
            _part("check", _check(head, program)),
        ),
    )


def _shaped(told: Story) -> Iterator[Part]:
    if told.shaped.day:
        parts = tuple(Section(title, tuple(says(lines))) for title, lines in told.shaped.applications)
        yield Part("shaped", say("people.shaped.title"), (*says(told.shaped.day), *parts))


def _said(key: str) -> str:
    return say(f"exports.story.{key}")


def _part(key: str, blocks: list[AnyBlock]) -> Part:
    return Part(key, _said(key), tuple(blocks))


def _conflicts(told: Story) -> list[AnyBlock]:
    if not told.before.conflicts:
        return [Says(_said("conflicts.none")), *says(told.before.register)]
    columns = [_said("list.application")]
    columns += [_said(f"conflicts.{when}") for when in ("before", "on-the-day", "late")]
    rows = [
        (f"{one.application} {one.title}", one.before, one.on_the_day, one.late)
        for one in told.before.conflicts
    ]
    table = grid(_said("conflicts"), columns, rows)
    return [Says(_said("conflicts.why")), table, *says(told.before.register)]


def _criteria(told: Story) -> Grid:
    columns = [_said(f"criteria.{one}") for one in ("question", "weight", "scale")]
    rows = [(one.question, one.weight, one.answers) for one in told.before.criteria]
    return grid(_said("criteria"), columns, rows)


def _rule(told: Story) -> list[AnyBlock]:
    before = told.before
    ties: list[AnyBlock] = [Listed(before.ties, numbered=True)] if before.ties else []
    return [*says(before.rule), Says(before.ties_lead), *ties]


def _list(told: Story) -> Grid:
    rows = tuple(
        (
            Cell(row.rank),
            Cell(f"{row.ref} {row.title}", row.tie),
            *map(Cell, (row.score, row.asks, row.outcome, row.decision, row.given, row.left)),
        )
        for row in told.ranked.rows
    )
    columns = tuple(_said(f"list.{one}") for one in _LIST)
    return Grid(_said("list.caption"), columns, rows, head=1, small=True)


def _strands(told: Story) -> list[AnyBlock]:
    rows = [(one.title, one.money, one.given, one.left, one.awards) for one in told.besides.strands]
    columns = [_said(f"strands.{one}") for one in ("part", "money", "given", "left", "awards")]
    return [grid(_said("strands"), columns, rows)] if rows else []


def _confidence(told: Story) -> Iterator[Part]:
    held = [chart(one.name, one.bars, one.cant_say) for one in told.besides.confidence]
    if held:
        blocks = (charts(held), *says((told.besides.then_and_now,)))
        yield Part("confidence", say("people.confidence.shown"), blocks)


def _checks(told: Story) -> Iterator[Part]:
    blocks = [
        block for asked, found in told.besides.checks for block in (Says(asked, strong=True), Says(found))
    ]
    if blocks:
        lead = Says(say("dividing.checks.lead"))
        yield Part("checks", say("dividing.checks.heading"), (lead, *blocks))


def _applications(told: Story) -> Iterator[Section]:
    for one in told.applications:
        yield Section(f"{one.ref} {one.title}", tuple(application_blocks(one)))


def _interventions(told: Story) -> list[AnyBlock]:
    if not told.interventions:
        return [Says(_said("interventions.none"))]
    columns = ("interventions.when", "interventions.what", "list.application", "interventions.why")
    rows = tuple(
        tuple(map(Cell, (row.when, row.what, row.application, row.why))) for row in told.interventions
    )
    return [Grid(_said("interventions"), tuple(map(_said, columns)), rows, head=1)]


def _check(head: str, program: str) -> list[AnyBlock]:
    return [
        Says(_said("check.words")),
        Says(head, strong=True),
        Says(_said("check.how")),
        Typed(f'panel-tui verify FOLDER --head "{head}"'),
        Says(say("exports.story.check.program", program=program)),
    ]
