"""The story written out as a paper: every heading and table of the readable record."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.model.answers import CONFIDENT
from sessions.views.closing_questions import FeltStory
from sessions.views.paper.document import (
    AnyBlock,
    Chart,
    Charts,
    Document,
    Grid,
    Heading,
    Listed,
    Part,
    Says,
    Section,
    TableCell,
    Typed,
    chart,
    grid,
    own_words,
    says,
)
from sessions.views.record.story import Story
from sessions.views.record.story_application import ApplicationStory
from sessions.views.record.written_result import written_result
from sessions.wording import say


def application_blocks(one: ApplicationStory) -> Iterator[AnyBlock]:
    """Write out what it asked, how we scored it, our ballots, what we decided and why."""
    yield from says((one.byline, one.asks, *one.met, *one.scored))
    yield from _shapes(one)
    yield from _rounds(one)
    if one.outcome:
        yield Says(one.outcome, strong=True)
    yield from says(one.outcome_lines)
    if one.decision:
        yield Says(one.decision, strong=True)
    if one.conditions:
        yield from (_heading("conditions"), own_words(one.conditions))
    if one.reasons:
        yield from (_heading("reasons"), own_words(one.reasons))
    if one.by_question:
        yield from (Heading(say("asking.by-question")), Listed(one.by_question))
    if one.against_rules:
        yield from (Heading(say("rules.heading")), Listed(one.against_rules))
    if one.ballot_reasons:
        yield from (_heading("ballot-reasons"), Listed(one.ballot_reasons))
    if one.differing:
        yield from (Heading(say("people.minority.short")), Listed(one.differing))
    yield from says((one.reasons_hidden,))


def _heading(key: str) -> Heading:
    return Heading(say(f"exports.story.application.{key}"))


def _shapes(one: ApplicationStory) -> Iterator[AnyBlock]:
    if not one.shapes:
        return
    yield _heading("shapes")
    drawn = [
        chart(f"{shape.question} {shape.words}", shape.bars, shape.since)
        for shape in one.shapes
        if shape.bars
    ]
    if drawn:
        yield charts(drawn)
    yield from says(f"{shape.question} {shape.words}" for shape in one.shapes if not shape.bars)


def _rounds(one: ApplicationStory) -> Iterator[AnyBlock]:
    if one.rounds:
        yield _heading("rounds")
        yield charts([chart(held.name, held.bars, held.cant_say) for held in one.rounds])


def charts(drawn: list[Chart]) -> Charts:
    """Put charts beside one another."""
    return Charts(
        tuple(drawn), answer=say("exports.story.bars.answer"), heads=say("exports.story.bars.heads")
    )


_LIST = ("rank", "application", "score", "asks", "outcome", "decision", "given", "left")
_OF_MONEY, _FIGURES = ("asks", "given", "left"), (2, 3, 6, 7)


def written(told: Story, *, head: str, program: str) -> Document:
    """Write the record out; `head` is in words, `program` what made it."""
    where = f" · {told.where}" if told.where else ""
    return Document(
        language=told.language,
        title=told.title,
        kind=_said("kind"),
        under=(_said("kind") + where, *told.status),
        contents=_said("contents"),
        lead=written_result(told.result),
        parts=(
            _part("asked", says(told.before.asked)),
            _part("sat", says(told.before.sat)),
            _part("conflicts", _conflicts(told)),
            _part("criteria", [_criteria(told)]),
            _part("rule", _rule(told)),
            _part(
                "list", [_list(told), Says(told.ranked.total), *says(told.ranked.ballots), *_strands(told)]
            ),
            *_stages(told),
            Part("applications", _said("applications"), tuple(_applications(told))),
            *_interviews(told),
            *_aside(told),
            *_shaped(told),
            *_confidence(told),
            *_asked(told),
            *_kept(told),
            *_ways(told),
            _part("interventions", _interventions(told)),
            *_look_back(told),
            *_checks(told),
            _part("numbers", says(_said(f"numbers.{one}") for one in ("mean", "score", "split", "few"))),
            _part("check", _check(head, program, over=told.over)),
        ),
    )


def _interviews(told: Story) -> Iterator[Part]:
    if told.interviews.lines:
        questions = Listed(told.interviews.questions, numbered=True)
        yield Part("interviews", say("interviews.story"), (*says(told.interviews.lines), questions))


def _stages(told: Story) -> Iterator[Part]:
    """Tell stage by stage how we came here."""
    if not told.stages.stages:
        return
    columns = tuple(say(f"stages.story.{one}") for one in ("application", "score", "ballots", "decision"))
    sections = []
    for one in told.stages.stages:
        rows = tuple(
            (TableCell(row.title, row.reasons), *map(TableCell, (row.score, row.outcome, row.decision)))
            for row in one.rows
        )
        table = (
            [Grid(say("stages.story.caption"), columns, rows, head=1, small=True, figures=(1,))]
            if rows
            else []
        )
        sections.append(Section(one.heading, (*says(one.lines), *table)))
    yield Part("stages", say("stages.story.heading"), (*says(told.stages.lines), *sections))


def _aside(told: Story) -> Iterator[Part]:
    if told.aside:
        yield Part("aside", say("changes.record.heading"), (Listed(told.aside),))


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
            TableCell(row.rank),
            TableCell(f"{row.ref} {row.title}", row.tie),
            *map(TableCell, (row.score, row.asks, row.outcome, row.decision, row.given, row.left)),
        )
        for row in told.ranked.rows
    )
    kept = [at for at, one in enumerate(_LIST) if told.ranked.money or one not in _OF_MONEY]
    both = {"score": "score-both"} if told.ranked.weighed else {}
    columns = tuple(_said(f"list.{both.get(_LIST[at], _LIST[at])}") for at in kept)
    figures = tuple(place for place, at in enumerate(kept) if at in _FIGURES)
    shown = tuple(tuple(row[at] for at in kept) for row in rows)
    return Grid(_said("list.caption"), columns, shown, head=1, small=True, figures=figures)


def _strands(told: Story) -> list[AnyBlock]:
    rows = [
        (one.title, one.money, one.moved, one.given, one.left, one.awards) for one in told.besides.strands
    ]
    columns = [_said(f"strands.{one}") for one in ("part", "money", "moved", "given", "left", "awards")]
    return [grid(_said("strands"), columns, rows, figures=(1, 2, 3, 4))] if rows else []


def _confidence(told: Story) -> Iterator[Part]:
    felt = told.besides.felt
    if [one.key for one in felt] == [CONFIDENT]:
        yield Part("confidence", say("people.confidence.shown"), tuple(_felt(felt[0])))
    elif felt:
        blocks = (block for one in felt for block in (Says(one.question, strong=True), *_felt(one)))
        yield Part("confidence", say("felt.shown"), tuple(blocks))


def _asked(told: Story) -> Iterator[Part]:
    if told.besides.asked:
        yield Part("asked-the-room", say("asking.record"), tuple(says(told.besides.asked)))


def _kept(told: Story) -> Iterator[Part]:
    if told.besides.kept:
        lists = (Section(one.heading, (Listed(one.lines),)) for one in told.besides.kept)
        yield Part("kept", say("workshops.story"), (Says(say("workshops.story.lead")), *lists))


def _ways(told: Story) -> Iterator[Part]:
    if told.besides.ways:
        yield Part("ways", say("asking.ways"), (Listed(told.besides.ways),))


def _look_back(told: Story) -> Iterator[Part]:
    if told.besides.look_back:
        yield Part("look-back", say("asking.look-back"), tuple(says(told.besides.look_back)))


def _felt(one: FeltStory) -> Iterator[AnyBlock]:
    yield charts([chart(held.name, held.bars, held.cant_say) for held in one.bars])
    yield from says((one.told,))


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
        tuple(map(TableCell, (row.when, row.what, row.application, row.why))) for row in told.interventions
    )
    return [Grid(_said("interventions"), tuple(map(_said, columns)), rows, head=1)]


def _check(head: str, program: str, *, over: bool) -> list[AnyBlock]:
    return [
        Says(_said("check.words" if over else "check.words-now")),
        Says(head, strong=True),
        Says(_said("check.how")),
        Typed(f'panel-tui verify FOLDER --head "{head}"'),
        Says(say("exports.story.check.program", program=program)),
    ]
