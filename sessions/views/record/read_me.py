"""The first page of the workbook: what this is, what each sheet holds, and how every number is worked out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...budget import total
from ...money import money
from ...state import State
from ...wording import say
from .facts import confidence_facts
from .story import Story

SHEETS = ("Results", "Criteria", "Scores", "Rounds", "Budget", "Reasons", "360Giving")
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
    yield "session", say("workbook.pot"), money(model.pot, model.currency)
    yield "session", say("workbook.given"), money(given, model.currency)
    yield "session", say("workbook.left"), money(model.pot - given, model.currency)
    for felt in confidence_facts(state):
        heads = zip(felt.answers, felt.counts, strict=True)
        yield "session", say("workbook.felt"), "; ".join(f"{answer}: {n}" for answer, n in heads)
    yield "session", say("workbook.language"), model.language


def _sheets(*, public: bool, grants: str) -> Iterator[tuple[str, str, str]]:
    for name in SHEETS:
        words = say(f"workbook.sheet.{name}")
        if name == "Scores" and public:
            words = say("workbook.sheet.Scores.public")
        if name == "360Giving" and grants:
            words = f"{words} {grants}"
        yield "sheets", name, words
    yield "sheets", say("workbook.columns"), say("workbook.columns.words")


def _criteria(told: Story) -> Iterator[tuple[str, str, str]]:
    for one in told.before.criteria:
        yield "criteria", one.weight, f"{one.question} {one.answers}"
