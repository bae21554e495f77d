"""The first page of the workbook: what this is, what each sheet holds, and how every number is worked out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sessions.model.answers import CONFIDENT
from sessions.model.text import money
from sessions.results.budget import total
from sessions.results.shortlist import chosen
from sessions.state import State
from sessions.views.record.closing import felt_facts
from sessions.views.record.story import Story
from sessions.wording import say

SHEETS = ("Results", "Budget", "Finance", "Reasons", "Criteria", "Rounds", "Scores", "360Giving")
_STAFF = ("Scores", "Finance")
_SUMS = (
    "answers", "place", "criterion", "score", "own", "shape", "percentiles", "bands", "split", "disagreement",
    "few", "rank", "fitted", "rounding", "rounds", "bands-of-one",
)  # fmt: skip


class ReadMeRow(Struct, frozen=True):
    """One line: what it is about, its name, and what there is to say."""

    about: str
    name: str
    words: str


def read_me_rows(
    state: State, told: Story, *, head: str, program: str, public: bool, grants: str
) -> tuple[ReadMeRow, ...]:
    """Say what a stranger has to know; `grants` says why the 360Giving sheet is empty, or nothing."""
    return tuple(
        ReadMeRow(say(f"workbook.about.{about}"), name, words)
        for about, name, words in (
            *_session(state, told, public=public),
            *_sheets(public=public, grants=grants),
            *(
                ("agreed", "", words)
                for words in (*told.before.rule, told.before.ties_lead, *told.before.ties)
            ),
            *_criteria(told),
            *(("sums", say(f"workbook.sum.{name}.name"), say(f"workbook.sum.{name}")) for name in _SUMS),
            *(("checks", asked, found) for asked, found in told.besides.checks),
            ("check", say("workbook.head"), head),
            ("check", say("workbook.check"), say("exports.story.check.how")),
            ("check", "", f'panel-tui verify FOLDER --head "{head}"'),
            ("check", say("workbook.program"), program),
        )
    )


def _session(state: State, told: Story, *, public: bool) -> Iterator[tuple[str, str, str]]:
    model = state.model
    given = total(state.plan.decisions)
    yield "session", say("workbook.title"), told.title
    if told.where:
        yield "session", say("workbook.where"), told.where
    yield "session", say("workbook.stands"), " ".join(told.status)
    yield "session", say("workbook.who"), say("workbook.who.public" if public else "workbook.who.staff")
    for words in (*told.before.asked, *told.before.sat, *told.before.register):
        yield "session", "", words
    if model.places is None:
        yield "session", say("workbook.pot"), money(model.pot, model.currency)
    else:
        yield "session", say("stages.workbook.places"), str(model.places)
    if not state.confirmed:
        yield "session", "", told.result.total  # nothing is given or chosen yet
    elif model.places is None:
        yield "session", say("workbook.given"), money(given, model.currency)
        yield "session", say("workbook.left"), money(model.pot - given, model.currency)
    else:
        yield "session", say("stages.workbook.chosen"), str(len(chosen(state.plan.decisions)))
    for felt in felt_facts(state):
        if heads := "; ".join(f"{answer}: {n}" for answer, n in zip(felt.answers, felt.counts, strict=True)):
            lone = felt.question == CONFIDENT
            yield "session", say("workbook.felt"), heads if lone else f"{felt.words} {heads}"
    yield "session", say("workbook.language"), model.language


def _sheets(*, public: bool, grants: str) -> Iterator[tuple[str, str, str]]:
    for name in SHEETS:
        words = say(f"workbook.sheet.{name}")
        if name in _STAFF and public:
            words = say(f"workbook.sheet.{name}.public")
        if name == "360Giving" and grants:
            words = f"{words} {grants}"
        yield "sheets", name, words
    yield "sheets", say("workbook.columns"), say("workbook.columns.words")


def _criteria(told: Story) -> Iterator[tuple[str, str, str]]:
    for one in told.before.criteria:
        yield "criteria", one.weight, f"{one.question} {one.answers}"
