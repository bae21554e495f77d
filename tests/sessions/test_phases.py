"""One table of phases: what a phase or a kind of step forgets is named here, and what the table says is so."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.rehearse.page_answers import ANSWERED_PAGES
from screens.phone import drawing as drawn_pages
from screens.wall.posters import DRAWINGS
from sessions import commands as c
from sessions.decide.next_step import NEXT
from sessions.model.phases import FIRST, PHASES, SHARES, Phase
from sessions.model.session import LOOKS_AT_ONE, Consensus, Small, Step, StepKind
from sessions.plan.day_load import phase_minutes
from sessions.plan.default_agenda import USUAL_MINUTES
from sessions.views.phone.current_page import PAGES, Ask, Mine, page
from sessions.views.phone.pages import NAMES
from sessions.views.wall import posters
from sessions.views.wall.current_poster import POSTERS, Outside, poster
from sessions.wording import english
from tests.sessions.test_tie_ballots import breaking, level
from tests.sessions.worlds import World, doors_open, session

# nothing is asked of a pretend member on these: they are read, or left by a link
ONLY_READ = {"wait", "received", "result", "list", "break", "ended", "interview", "learn"}
every_phase = pytest.mark.parametrize("phase", Phase)
every_kind = pytest.mark.parametrize("kind", StepKind)


def a_whole_day() -> list[World]:
    """Walk a day with a step of every kind, and give the world at each press."""
    model = session(seats=6, applications=2, consensus=Consensus(small=Small.OPEN))
    asked = tuple(step for step in model.steps if step.kind is StepKind.APPLICATION)
    asked += (Step("met", StepKind.INTERVIEW, 45, ref="A01", questions=("What for?", "And who with?")),)
    kinds = [kind for kind in StepKind if kind not in LOOKS_AT_ONE]
    before = [Step(f"k{n}", kind, 10) for n, kind in enumerate(kinds) if kind not in LATE]
    after = [Step(f"l{n}", kind, 10) for n, kind in enumerate(LATE)]
    world = doors_open(replace(model, steps=(*before, *asked, *after)))
    seen = [world]
    tally = c.Tally((0, 0, 0, 0, 6), 0)
    for _ in range(120):
        if world.state.plan.phase is Phase.THANKS:
            return [*seen, breaking(level())]
        if world.state.plan.phase is Phase.PRACTICE and not world.state.asked:
            world = world.when(
                c.AskRoom(world.state.plan.position, "Go on, or a break?", ("Go on", "A break"))
            )
            seen.append(world)
            world = world.press(tally=c.Tally((6, 0), 0))
            seen.append(world)
        if world.state.plan.phase is Phase.MORNING:
            for seat in world.state.seats:
                world = world.when(c.ComeAgain(seat))
            seen.append(world)
        if world.state.plan.phase is Phase.SCORE:
            for seat in world.state.seats:
                for criterion in world.state.model.criteria:
                    world = world.answer(seat, 4, criterion.key)
        world = world.press(tally=tally)
        assert world.refused is None, world.refused
        seen.append(world)
    raise AssertionError("the day did not end")


LATE = (StepKind.BUDGET, StepKind.CLOSING)


@every_phase
def test_every_phase_has_its_row_rule_poster_page_and_words(phase):
    row = PHASES[phase]
    assert phase in NEXT, "no rule says what the one key does"
    assert phase in POSTERS, "no poster is made for the wall"
    assert phase in PAGES or phase is Phase.BREAK, "no page is made for phones"
    kinds = {kind.__name__: kind for kind in DRAWINGS}
    assert row.poster in kinds, "the wall cannot draw its poster"
    assert issubclass(kinds[row.poster], posters.Poster)
    assert set(row.pages) <= set(NAMES.values()), "a page without a name"
    assert set(row.pages) <= set(ANSWERED_PAGES) | ONLY_READ, "pretend members would not know what to do"
    named_by_its_step = phase in (Phase.NOTE, Phase.BREAK)
    assert named_by_its_step or f"views.now.{phase}" in english(), "no words for what the room does now"


@every_kind
def test_every_kind_of_step_has_its_first_phase_minutes_and_words(kind):
    assert FIRST[kind] in PHASES
    night = kind is StepKind.OVERNIGHT  # which counts for nothing
    assert (USUAL_MINUTES[kind] > 0) != night
    assert (PHASES[FIRST[kind]].share != 0) != night, "its minutes would be planned for nothing"
    assert f"views.step.{kind}" in english()
    assert f"opening.edit.agenda.kind.{kind}" in english()


def test_an_applications_minutes_are_planned_for_its_phases_and_none_is_lost():
    for minutes in (8, 15, 21):
        shared = phase_minutes(minutes)
        assert set(shared) == set(SHARES)
        assert sum(shared.values()) == minutes


def test_a_day_of_every_kind_shows_each_phase_as_the_table_says():
    shown = set()
    for world in a_whole_day():
        state, row = world.state, PHASES[world.state.plan.phase]
        shown.add(state.plan.phase)
        seen = poster(state, world.clock, Outside())
        assert type(seen).__name__ == row.poster, state.plan.phase
        for seat in state.seats:
            for asked in (Ask(), Ask("check")):
                name = NAMES[type(page(state, seat, world.clock, asked, Mine()))]
                assert name in row.pages, (state.plan.phase, name)
    # the criteria are weighed only where somebody suggested some
    assert shown >= set(Phase) - {
        Phase.WORKSHOP_LIST,
        Phase.WORKSHOP_WEIGH,
        Phase.WORKSHOP_SHOWN,
        Phase.CONFIDENCE_SHOWN,
        Phase.FELT_SHOWN,
    }


def test_every_page_has_a_template():
    templates = {file.stem for file in (Path(drawn_pages.__file__).parent / "templates").glob("*.html")}
    assert set(NAMES.values()) <= templates
