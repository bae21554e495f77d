"""The session told in plain words, for the readable record. No row by member."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from sessions.model.text import money
from sessions.results.budget import WHOLE, Pot, pots
from sessions.state import State
from sessions.state.kept_lists import KeptList, kept_lists
from sessions.views.changes import set_aside_in_full, set_aside_words
from sessions.views.closing_questions import FeltStory, felt_stories
from sessions.views.frame import clock
from sessions.views.influence import Shaped, how_it_was_shaped
from sessions.views.record.asked import asked_lines
from sessions.views.record.audience import audience
from sessions.views.record.day import intervention_rows
from sessions.views.record.days_met import day_words, days_met
from sessions.views.record.interviews import InterviewsStory, interviews_story
from sessions.views.record.rows import InterventionRow
from sessions.views.record.story_application import ApplicationStory, StoryAbout, application_story
from sessions.views.record.story_before import Before, before
from sessions.views.record.story_list import RankedList, ranked_list, result_of, score_digits
from sessions.views.record.story_result import ResultStory, result_story
from sessions.views.record.story_stages import StagesStory, stages_story
from sessions.views.record.tellable import tellable
from sessions.views.wall.poster_inputs import did
from sessions.views.wall.sheets import checks_sheet
from sessions.views.why_words import why_words
from sessions.wording import say


class StrandRow(Struct, frozen=True):
    """One part of the pot: its money, what was moved over, given and left, and how many awards that is."""

    title: str
    money: str
    moved: str
    given: str
    left: str
    awards: str


class KeptStory(Struct, frozen=True):
    """A list we kept, under what we asked ourselves."""

    heading: str
    lines: tuple[str, ...]


class Besides(Struct, frozen=True):
    """The rest of the story; each of these is empty where there is nothing to tell."""

    strands: tuple[StrandRow, ...]
    felt: tuple[FeltStory, ...]
    asked: tuple[str, ...]
    ways: tuple[str, ...]
    kept: tuple[KeptStory, ...]
    look_back: tuple[str, ...]
    checks: tuple[tuple[str, str], ...]


def besides(state: State, *, public: bool = False) -> Besides:
    """Tell it. Parts of the pot only once the list is confirmed, checks once the day is done with."""
    divided = state.confirmed and bool(state.model.strands) and state.model.places is None
    done = state.confirmed or state.ended
    return Besides(
        strands=_strands(state) if divided else (),
        felt=felt_stories(state),
        asked=asked_lines(state),
        ways=tuple(say("asking.way", at=clock(one.at), text=one.text) for one in state.ways),
        kept=tuple(map(_kept, kept_lists(state))),
        look_back=() if public else state.look_back,
        checks=tuple(checks_sheet(state).told) if done else (),
    )


def _kept(one: KeptList) -> KeptStory:
    heading = say("workshops.story.for-guests", ask=one.ask) if one.for_guests else one.ask
    if one.stage:
        heading = say("workshops.story.earlier", ask=heading, stage=one.stage)
    return KeptStory(heading, one.lines)


def _strands(state: State) -> tuple[StrandRow, ...]:
    """Return each part of the pot, then what it all adds up to."""
    laid = pots(state)
    given = sum((pot.spent for pot in laid), Decimal(0))
    currency = state.model.currency
    return (
        *(_strand(state, pot) for pot in laid),
        StrandRow(
            say("exports.story.strands.all"),
            money(state.model.pot, currency),
            money(sum((pot.moved for pot in laid), Decimal(0)), currency),
            money(given, currency),
            money(state.model.pot - given, currency),
            str(sum(len(pot.funded) for pot in laid)),
        ),
    )


def _strand(state: State, pot: Pot) -> StrandRow:
    currency, n = state.model.currency, len(pot.funded)
    expected = pot.expected
    return StrandRow(
        title=say("exports.story.strands.whole") if pot.key == WHOLE else pot.title,
        money=money(pot.own, currency),
        moved=f"{'+' if pot.moved > 0 else ''}{money(pot.moved, currency)}",
        given=money(pot.spent, currency),
        left=money(pot.left, currency),
        awards=str(n) if expected is None else say("exports.story.strands.expected", n=n, expected=expected),
    )


class Story(Struct, frozen=True):
    """All that the readable record says, section by section, in the order it says it."""

    language: str
    title: str
    where: str
    status: tuple[str, ...]
    result: ResultStory
    before: Before
    ranked: RankedList
    applications: tuple[ApplicationStory, ...]
    aside: tuple[str, ...]
    interviews: InterviewsStory
    besides: Besides
    shaped: Shaped
    interventions: tuple[InterventionRow, ...]
    stages: StagesStory = StagesStory()
    over: bool = True  # so that the words of its head stood on the wall


def story(state: State, *, public: bool = False, seats: bool = False) -> Story:
    """Tell the session. Raises LookupError before the doors have been opened."""
    state = tellable(state)
    model = state.model
    who = audience(public=public, seats=seats)
    results = {ref: result_of(state, ref, who) for ref in state.scoring}
    day = ", ".join(map(day_words, days_met(state)))
    about = StoryAbout(score_digits(state, who), why_words(state, pots(state)) if state.confirmed else {})
    return Story(
        language=model.language,
        title=model.title,
        where=" · ".join(part for part in (model.programme, day, model.place) if part),
        status=_status(state, public=public),
        result=result_story(state),
        before=before(state, public=public),
        ranked=ranked_list(state, results, about.digits),
        applications=tuple(
            application_story(state, a, results.get(a.ref), about, public=public) for a in model.applications
        ),
        aside=_aside(state, public=public),
        interviews=interviews_story(state, public=public),
        besides=besides(state, public=public),
        shaped=how_it_was_shaped(state),
        interventions=_in_words(state, public=public),
        stages=stages_story(model, about.digits),
        over=state.ended,
    )


def _aside(state: State, *, public: bool) -> tuple[str, ...]:
    """Name the applications that were not decided on, with why; in public without the applicant's reason."""
    return tuple(
        say(
            "changes.record.one",
            ref=one.application.ref,
            title=one.application.title,
            words=set_aside_words(one) if public else set_aside_in_full(one),
        )
        for one in state.model.aside
    )


def _status(state: State, *, public: bool) -> tuple[str, ...]:
    stands = "confirmed" if state.confirmed else "over" if state.ended else "provisional"
    pretend = (say("exports.story.rehearsal"),) if state.rehearsal else ()
    return (*pretend, say(f"exports.story.{stands}"), say(f"exports.story.{'public' if public else 'staff'}"))


def _in_words(state: State, *, public: bool) -> tuple[InterventionRow, ...]:
    rows = intervention_rows(state, public=public)
    return tuple(
        InterventionRow(
            row.when.replace("T", " ")[:16],
            did(state, one),
            row.application,
            "" if one.what == "undone" else row.why,  # there it names a step, in the program's own words
        )
        for row, one in zip(rows, state.interventions, strict=True)
    )
