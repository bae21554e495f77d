"""The session told in plain words, for the readable record. No row by member; numbers in heads, never names."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from ...state import State
from ...wording import say
from ..acts import did
from ..shaped import Shaped, how_it_was_shaped
from .day import intervention_rows
from .rows import InterventionRow
from .story_application import ApplicationStory, application_story
from .story_before import Before, before
from .story_besides import Besides, besides
from .story_list import RankedList, ranked_list, result_of
from .tellable import tellable


class Story(Struct, frozen=True):
    """All that the readable record says, section by section, in the order it says it."""

    language: str
    title: str
    where: str
    status: tuple[str, ...]
    before: Before
    ranked: RankedList
    applications: tuple[ApplicationStory, ...]
    besides: Besides
    shaped: Shaped
    interventions: tuple[InterventionRow, ...]


def story(state: State, *, public: bool = False) -> Story:
    """Tell the session. Raises LookupError before the doors have been opened."""
    state = tellable(state)
    model = state.model
    results = {ref: result_of(state, ref) for ref in state.scoring}
    day = day_words(model.date) if model.date else ""
    return Story(
        language=model.language,
        title=model.title,
        where=" · ".join(part for part in (day, model.place) if part),
        status=_status(state, public=public),
        before=before(state, public=public),
        ranked=ranked_list(state, results, public=public),
        applications=tuple(
            application_story(state, a, results.get(a.ref), public=public) for a in model.applications
        ),
        besides=besides(state),
        shaped=how_it_was_shaped(state),
        interventions=tuple(map(_in_words, intervention_rows(state, public=public))),
    )


def day_words(day: dt.date) -> str:
    """Write a day as people read it."""
    month = say(f"exports.story.month-{day.month}")
    return say("exports.story.date", day=day.day, month=month, year=day.year)


def _status(state: State, *, public: bool) -> tuple[str, ...]:
    stands = "confirmed" if state.confirmed else "over" if state.ended else "provisional"
    return (say(f"exports.story.{stands}"), *((say("exports.story.public"),) if public else ()))


def _in_words(row: InterventionRow) -> InterventionRow:
    why = "" if row.what == "undone" else row.why  # there it names a step, in the program's own words
    return InterventionRow(row.when.replace("T", " ")[:16], did(row.what), row.application, why)
