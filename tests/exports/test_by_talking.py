"""A panel of four holds no secret ballot: it agrees by talking, and is told so from the wall to the exports."""

from sessions import commands as c
from sessions.model.phases import Phase
from sessions.views.record.account import record_view
from sessions.views.record.story import story
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.worlds import World, scored, session


def talked() -> World:
    return scored(dict.fromkeys(range(1, 5), 4), session(seats=4)).press_until(Phase.OUTCOME)


def wall(world: World):
    return poster(world.state, world.clock, Outside())


def test_the_wall_says_why_there_is_no_ballot_and_what_can_be_done():
    shown = wall(talked())
    assert shown.words == "Too few for a secret ballot"
    assert shown.lines == (
        "With fewer than 5 ballots a vote would not be secret, so no count is kept.",
        "We can agree by talking; the facilitator writes it down as that.",
    )


def test_what_four_agree_by_talking_is_the_outcome_everywhere_and_said_as_such():
    world = talked().when(c.AgreeByTalking(yes=True))
    assert wall(world).words == "Agreed by talking: yes"
    state = world.press_until(Phase.THANKS).state
    account = record_view(state, codes={n: f"m{n}" for n in state.seats})
    (row,) = [row for row in account.rounds if row.application == "A01"]
    assert (row.outcome, row.count, row.cast, row.eligible) == ("by-talking", None, None, 4)
    assert account.results[0].outcome == "Agreed by talking: yes"
    told = story(state)
    assert "Agreed by talking: yes" in told.applications[0].outcome
    assert told.interventions[0].what == "An agreement by talking was written down"


def test_four_are_offered_no_view_without_a_name():
    world = talked().when(c.AgreeByTalking(yes=False)).press()
    assert world.state.plan.phase is Phase.DECISION
    assert not any("differently" in line for line in wall(world).lines)
    left = world.when(c.Next(world.state.plan.position, True, gathered=c.Gathered(1, ("mine",))))
    assert left.state.minority == {}
