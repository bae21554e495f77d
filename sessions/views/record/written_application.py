"""One application's part of the readable record, in blocks."""

from __future__ import annotations

from collections.abc import Iterator

from ...wording import say
from ..document import AnyBlock, Chart, Charts, Heading, Listed, Says, chart, own_words, says
from .story_application import ApplicationStory


def application_blocks(one: ApplicationStory) -> Iterator[AnyBlock]:
    """Write out what it asked, how we scored it, our ballots, what we decided and why."""
    yield from says((one.byline, one.asks, *one.scored))
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
    drawn = [chart(f"{shape.question} {shape.words}", shape.bars) for shape in one.shapes if shape.bars]
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
