"""Days on which enough of us score, but no question of those that count: what wall and record say of it."""

from msgspec.structs import replace

from sessions import commands as c
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import Phase
from sessions.views.record.story import story
from sessions.views.wall.budget import budget
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.posters import Frame
from tests.sessions.worlds import MORNING, scoring_open, session

CANT_SAY, FOUR = Answer(Kind.CANT_SAY), score(4)
YES = c.Tally((0, 0, 0, 0, 6), 0)


def answered(of_each, *, counted):
    """Let six answer two questions, of which the second may not count."""
    model = session(applications=1)
    first, second = model.criteria
    world = scoring_open(replace(model, criteria=(first, replace(second, counted=counted))))
    for seat, answers in enumerate(of_each, start=1):
        for key, given in zip(("c1", "c2"), answers, strict=True):
            world = world.when(c.GiveAnswer(seat, "A01", key, given, f"{seat}-{key}", 1))
    return world.press_until(Phase.REVEAL)


def told(world):
    return story(world.press_until(Phase.CLOSING, tally=YES).state).applications[0].scored


def test_three_a_question_are_six_who_scored_and_no_shape():
    world = answered([(FOUR, CANT_SAY)] * 3 + [(CANT_SAY, FOUR)] * 3, counted=True)
    summary = poster(world.state, MORNING, Outside()).summary
    assert summary.startswith("On each question fewer than 5 of us gave a score")


def test_one_scored_by_six_on_what_does_not_count_is_not_one_that_nobody_scored():
    world = answered([(CANT_SAY, FOUR)] * 6, counted=False)
    assert told(world) == ("Nobody scored a question that counts, so it has no score.",)
    listed = budget(world.press_until(Phase.BUDGET, tally=YES).state, Frame("", ""), Laid())
    assert listed.rows[0].mark == "too few scored a question"


def test_one_of_which_three_scored_what_counts_says_that_too_few_did_so_of_a_question():
    world = answered([(FOUR, FOUR)] * 3 + [(CANT_SAY, FOUR)] * 3, counted=False)
    assert told(world)[0].startswith("Fewer than five scored one of the questions.")


def test_one_that_nobody_scored_at_all_says_so():
    assert told(answered([(CANT_SAY, CANT_SAY)] * 6, counted=False)) == ("Nobody scored it.",)
