"""While guests are in the room nothing of any other application can be seen: not its name, count, score or money.

Worlds that differ only in the others are compared to the byte: the wall, what can be looked back at, every phone.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import msgspec
import pytest
from msgspec.structs import replace

from screens.phone.drawing import draw
from screens.phone.preferences import Look
from screens.wall.lookback import Lookback
from sessions import commands as c
from sessions.model.details import Detail
from sessions.model.phases import GUESTS_IN, Phase
from sessions.model.session import Application, StepKind
from sessions.views import frame, interviews
from sessions.views.earlier import earlier
from sessions.views.interviews import screened
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.wall import current_poster
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.meeting import interview, onward, stage
from tests.sessions.worlds import doors_open
from tests.wall.real_rooms import wall_over

MET = "A02"
SECRETS = ("Hidden choir", "Zebra Trust", "987,654", "Leeds-under-water", "not a word of this")


def others(model, *, more=0):
    """Make every other application another one; `more` come after them."""

    def other(one, n):
        return replace(
            one,
            title=f"Hidden choir {n}",
            organisation="Zebra Trust",
            asked=Decimal(987_654),
            least=Decimal(5),
            place="Leeds-under-water",
            summary="not a word of this",
        )

    known = [one if one.ref == MET else other(one, n) for n, one in enumerate(model.applications)]
    added = [other(Application(f"B{n:02d}", "", Decimal(1)), 50 + n) for n in range(more)]
    late = tuple(replace(interview(1), key=f"more{n}", ref=one.ref) for n, one in enumerate(added))
    places = [at for at, step in enumerate(model.steps) if step.kind is StepKind.INTERVIEW]
    cut = places[-1] + 1
    steps = (*model.steps[:cut], *late, *model.steps[cut:])
    return replace(model, applications=(*known, *added), steps=steps)


def world_at(phase, model, *, value=4, before=False, news=False, pause=False):
    world = doors_open(model)
    for _ in range(200):
        step = world.state.step
        if step and step.kind is StepKind.INTERVIEW and step.ref == MET and world.state.plan.phase is phase:
            break
        # only of others does anybody see how they scored
        world = onward(world, value if world.state.application != MET else 3)
    if news:
        first = world.state.model.applications[0]
        world = world.when(c.ChangeDetail(Detail.ASKED, "4321", first.ref, why="a slip"))
        assert world.refused is None, world.refused
    return world.when(c.TakeBreak()) if pause else world


def seen(world, *, now=dt.datetime(2026, 12, 3, 15, tzinfo=dt.UTC)):
    """Give all that can be seen without anybody asking twice; places in the agenda are no part of it."""
    state = world.state
    clocked = replace(state, plan=replace(state.plan, since=now))
    if state.plan.pause:
        paused = replace(state.plan.pause, since=now)
        clocked = replace(clocked, plan=replace(clocked.plan, pause=paused))
    wall = poster(clocked, now, Outside())
    look = Lookback()
    for one in (*earlier(world.history, Outside()), wall):
        look.keep(one)
    shown = [look.poster]
    while look.back():
        shown.append(look.poster)
    walls = [msgspec.json.encode(_unplaced(one)) for one in shown]
    pages = [
        page(clocked, seat, now, ask, Mine()) for seat in state.seats for ask in (Ask(), Ask("step-out"))
    ]
    pages += [screened(clocked, seat, way) for seat in state.seats for way in ("/mine", "/applications")]
    looks = (Look(), Look(easy="read"))
    return walls, [draw(replace(one, position="here"), look=look) for one in pages for look in looks]


def _unplaced(one):
    timeless = {"countdown": None} if hasattr(one, "countdown") else {}
    return replace(one, frame=replace(one.frame, position=one.frame.position.partition(".")[2]), **timeless)


EACH = pytest.mark.parametrize("phase", sorted(GUESTS_IN))
HOWS = {
    "plain": {},
    "scored before": {"before": True},
    "in a pause": {"pause": True},
    "with news of another": {"news": True},
}


def made(phase, model_of, how, **more):
    model = stage(applications=3, before=how.get("before", False))
    return world_at(phase, model_of(model), **{**how, **more})


@EACH
@pytest.mark.parametrize("how", HOWS.values(), ids=HOWS)
def test_it_is_the_same_to_the_byte_whatever_the_others_are_and_ask_for(phase, how):
    assert seen(made(phase, lambda m: m, how)) == seen(made(phase, others, how))


@EACH
def test_it_is_the_same_however_many_others_there_are(phase):
    alone = seen(made(phase, lambda m: m, {}))
    assert alone == seen(made(phase, lambda m: others(m, more=4), {}))


@EACH
def test_it_is_the_same_however_many_came_before(phase):
    def only(model):
        steps = tuple(step for step in model.steps if step.ref in ("", MET))
        return replace(model, steps=steps)

    few, many = made(phase, only, {}), made(phase, lambda m: m, {})
    # whose turn it is follows those before; everything else is the same
    asking = many.state.interview.asking
    step = few.state.step.key
    few_plan = replace(few.state.plan, interviews={step: replace(few.state.interview, asking=asking)})
    walls, pages = seen(replaced(few, few_plan))
    other_walls, other_pages = seen(many)
    assert (walls[0], pages) == (other_walls[0], other_pages)


def replaced(world, plan):
    from dataclasses import replace as renew

    return renew(world, state=replace(world.state, plan=plan))


@EACH
@pytest.mark.parametrize("value", [1, 5])
def test_it_is_the_same_however_the_others_scored(phase, value):
    how = {"before": True}
    assert seen(made(phase, lambda m: m, how, value=value)) == seen(made(phase, lambda m: m, how))


@EACH
def test_no_word_of_another_is_there(phase):
    walls, pages = seen(made(phase, lambda m: others(m, more=2), {"before": True, "news": True}))
    text = b"".join(walls).decode() + "".join(pages)
    assert [word for word in SECRETS if word in text] == []


def test_one_can_look_back_at_what_guests_saw_themselves_and_no_further():
    world = made(Phase.INTERVIEW_THEIRS, lambda m: m, {})
    walls, _pages = seen(world)
    assert len(walls) == 5  # welcome, three questions, theirs


# leaks put in on purpose: each must be caught


def _differ(phase=Phase.INTERVIEW_ASK, **how):
    return seen(made(phase, lambda m: m, how)) != seen(made(phase, lambda m: others(m, more=4), how))


def test_a_count_in_the_bands_would_be_caught(monkeypatch):
    real = frame.frame
    leaky = lambda s, now: replace(real(s, now), then=str(len(s.model.applications)))  # noqa: E731
    monkeypatch.setattr(current_poster, "frame", leaky)
    assert _differ()


def test_when_we_go_home_would_be_caught(monkeypatch):
    real = frame._then

    def unguarded(s, now):
        return real(replace(s, plan=replace(s.plan, phase=Phase.TALK)), now)

    monkeypatch.setattr(frame, "_then", unguarded)
    assert _differ()


def test_a_name_on_a_phone_would_be_caught(monkeypatch):
    real = interviews._lines

    def leaky(s, seat, *, turn):
        return (*real(s, seat, turn=turn), s.model.applications[0].title)

    monkeypatch.setattr(interviews, "_lines", leaky)
    assert _differ()


def test_which_of_how_many_it_is_would_be_caught(monkeypatch):
    from sessions.views.phone.about import about_application

    monkeypatch.setattr(interviews, "about", lambda s, ref: about_application(s.model, ref))
    assert "Application 2 of 3" in "".join(
        str(page(made(Phase.INTERVIEW_ASK, lambda m: m, {}).state, 1, NOW, Ask(), Mine()))
    )


NOW = dt.datetime(2026, 12, 3, 15, tzinfo=dt.UTC)


def test_a_further_look_back_would_be_caught(monkeypatch):
    monkeypatch.setattr(Lookback, "back", _unguarded_back)
    assert _differ()


def _unguarded_back(self):
    if self._steps_back + 1 >= len(self._seen):
        return False
    self._steps_back += 1
    return True


# the wall itself, with every key that could bring something up


@pytest.mark.parametrize("phase", [Phase.INTERVIEW_GUESTS, Phase.INTERVIEW_ASK])
async def test_no_key_brings_another_application_onto_the_wall(phase, tmp_path):
    world = made(phase, others, {"before": True})
    async with wall_over(world.history, tmp_path) as it:
        for key in (
            "m",
            "x",
            "n",
            "v",
            "r",
            "l",
            "p",
            "o",
            "i",
            "u",
            "f",
            "k",
            "w",
            "s",
            "c",
            "e",
            "g",
            "enter",
        ):
            await it.press(key)
            text = it.text
            assert [word for word in SECRETS if word in text] == [], key
            await it.press("escape")
        for _ in range(12):
            await it.press("pageup")
            assert [word for word in SECRETS if word in it.text] == []


async def test_help_and_the_palette_name_no_application(tmp_path):
    world = made(Phase.INTERVIEW_ASK, others, {})
    async with wall_over(world.history, tmp_path) as it:
        for key in ("question_mark", "ctrl+p"):
            await it.press(key)
            assert [word for word in SECRETS if word in it.text] == [], key
            await it.press("escape")


async def test_what_would_name_others_says_why_not_and_can_be_had_again_afterwards(tmp_path):
    world = made(Phase.INTERVIEW_ASK, others, {})
    async with wall_over(world.history, tmp_path) as it:
        await it.press("m")
        assert "Guests can read the wall" in it.text
        for _ in range(6):
            await it.press("pagedown")
        await it.press("m")
        assert "Guests can read the wall" not in it.text
