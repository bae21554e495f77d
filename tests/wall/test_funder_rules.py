"""The funder's rules at 80×24: said in the decision's card and beside the list, asked about, and never in the way."""

from __future__ import annotations

from decimal import Decimal

from screens.wall.dialogs.decisions import DecisionDialog
from screens.wall.dialogs.dialog import Writing
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.funder_rule import FunderRule, RuleKind
from sessions.model.phases import Phase
from sessions.results.what_if import Supposed
from tests.sessions.dividing import a_panel, application, divided
from tests.sessions.worlds import doors_open
from tests.wall.real_rooms import wall_over

SMALL = FunderRule(
    "No award from this fund is above £1,000, so that many groups have a chance.", Decimal(1000)
)
ONE_EACH = FunderRule("One award to one organisation.", per_organisation=1)
ASKED = (
    application("A01", 900, organisation="The Lunch Club"),
    application("A02", 800, organisation="The Lunch Club"),
    application("A03", 2000, organisation="Men in Sheds"),
)


def a_day(*rules, pot=10_000):
    return divided(
        a_panel(*ASKED, pot=pot, funder_rules=rules), {"A01": (5,) * 6, "A02": (4,) * 6, "A03": (3,) * 6}
    )


def at_a_decision(*rules):
    """Come to the decision about the one that asks for more than the funder gives."""
    model = a_panel(ASKED[2], pot=10_000, funder_rules=rules)
    world = doors_open(model)
    while world.state.plan.phase is not Phase.DECISION:
        if world.state.plan.phase is Phase.SCORE and not world.state.scoring["A03"].cells:
            for seat in range(1, 7):
                world = world.answer(seat, 4, "c1").when(c.HandIn(seat, "A03"))
        world = world.press(tally=c.Tally((0, 0, 0, 0, 6), 0))
    return world


def flat(text: str) -> str:
    return " ".join(text.replace("│", " ").replace("┃", " ").split())


async def test_the_card_warns_of_the_whole_ask_and_asks_why_before_it_is_kept(tmp_path):
    async with wall_over(at_a_decision(SMALL).history, tmp_path) as it:
        await it.press("r")
        assert isinstance(it.app.screen, DecisionDialog)
        said = flat(it.text)
        assert "“Title A03” would get more than £1,000. The funder's rule: No award from this fund" in said
        assert "Esc" in it.text  # the card still ends within the screen
        print(it.text)
        await it.press("enter", "tab", *"Yes.", "enter")
        assert isinstance(it.app.screen, Writing)
        print(it.text)
        assert "so that many groups have a chance." in flat(it.text)
        assert not it.app.room.state.plan.decisions
        await it.press(*"One kitchen", "enter")
        await it.settle()
        assert it.app.room.state.plan.decisions["A03"].amount == 2000
        assert it.app.room.state.went_against["A03", RuleKind.MAX_AWARD, SMALL.rule] == "One kitchen"
        assert "We went on because: One kitchen" in flat(it.text)


async def test_where_less_is_given_the_card_says_nothing(tmp_path):
    async with wall_over(at_a_decision(SMALL).history, tmp_path) as it:
        await it.press("r", "down")
        assert "The funder's rule" not in it.text
        await it.press("enter", *"1000", "enter", "enter", *"Enough to begin.", "enter")
        await it.settle()
        assert it.app.room.state.plan.decisions["A03"].amount == 1000
        assert it.app.room.state.went_against == {}


async def test_putting_the_card_away_records_nothing_and_says_so(tmp_path):
    async with wall_over(at_a_decision(SMALL).history, tmp_path) as it:
        await it.press("r", "enter", "tab", "enter", "escape")
        await it.settle()
        assert not it.app.room.state.plan.decisions
        assert "Nothing was recorded" in it.text


async def test_the_list_says_it_and_the_key_that_confirms_asks_why(tmp_path):
    async with wall_over(a_day(SMALL, ONE_EACH).history, tmp_path) as it:
        print(it.text)
        said = flat(it.text)
        assert "The Lunch Club would get 2 awards, and one is allowed." in said
        assert "One more goes against a rule." in said
        assert it.text.count("· against a rule") == 3  # beside each of the rows
        await it.press("c")
        assert isinstance(it.app.screen, Writing)
        assert ONE_EACH.rule in flat(it.text)
        await it.press(*"Two kitchens", "enter")
        assert isinstance(it.app.screen, Writing)
        await it.press(*"One kitchen", "enter")
        await it.settle()
        assert not it.app.room.state.confirmed
        await it.press("c")
        await it.press("c")
        await it.settle()
        assert it.app.room.state.confirmed
        assert set(it.app.room.state.went_against.values()) == {"Two kitchens", "One kitchen"}


async def test_what_if_warns_and_taking_it_over_asks_why(tmp_path):
    world = a_day(SMALL, pot=3200)
    async with wall_over(world.history, tmp_path) as it:
        await it.app.lay("what-if", Supposed("A03", Decimal(1500)))
        await it.settle()
        print(it.text)
        assert "No award from this fund is above £1,000" in flat(it.text)
        await it.press("enter")
        assert isinstance(it.app.screen, Writing)
        await it.press(*"It is one room", "enter")
        await it.settle()
        assert it.app.room.state.plan.decisions["A03"].verdict is Verdict.PART
        assert "It is one room" in it.app.room.state.went_against.values()
