"""What changes nothing is picked to begin with: going on pressing Enter does no harm that cannot be taken back."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from msgspec.structs import replace

from screens.wall.dialogs.pick import Pick, PickLine, Sure
from sessions import commands as c
from sessions import events as e
from sessions.model.phases import Phase
from sessions.state import Conflict
from tests.wall.rooms import table

FLOWS = Path("panel_tui/facilitator/dialog_flows")
# Words of a choice after which nothing is changed. Whoever asks one of these asks by `Sure`, which puts it first.
NOTHING_CHANGED = frozenset(("no", "not", "later", "leave", "stay", "keep"))
# Leaving is undone by `run`, and stays where something would be lost; a look back begins on "leave"; a second file
# is asked for; and "later" is a way to move a line.
ALL_THE_SAME = {
    ("moving.py", "leave"), ("asking.py", "look_back"), ("score_file.py", "score_file"), ("agenda.py", "about_line"),
}  # fmt: skip


def texts(node):
    return {
        one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }


def asked_by(function):
    return {
        call.func.id
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("Pick", "Sure")
    }


def test_every_question_with_a_choice_that_changes_nothing_puts_it_first():
    found = []
    for file in sorted(FLOWS.glob("*.py")):
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(function, ast.AsyncFunctionDef | ast.FunctionDef) and asked_by(function):
                ways = {one for one in texts(function) if one in NOTHING_CHANGED}
                if (
                    ways
                    and "Sure" not in asked_by(function)
                    and (file.name, function.name) not in ALL_THE_SAME
                ):
                    found.append((file.name, function.name))
    assert found == []


def test_a_question_whether_something_is_meant_begins_on_what_changes_nothing():
    card = Sure("Sure?", PickLine("no", "No"), PickLine("yes", "Yes"))
    assert isinstance(card, Pick)
    assert card.lines[card.start].key == "no"


RISKY = (c.SignRegister, c.Retime, c.SlipsAgree, c.LookAgain, c.ComeBack, c.TakePaperSeat, c.LeaveEarly)


@pytest.mark.parametrize("name", ["register", "retime", "slips_agree", "goes_home", "new_card", "paper"])
async def test_going_on_pressing_enter_signs_closes_and_sends_away_nothing(wall, name):
    state = replace(table(Phase.SCORE), conflicts={(2, "A01"): Conflict(2, "A01", e.Declared.BEFORE)})
    async with wall("scoring", state=state) as it:
        await it.app.action_ask(name)
        await it.settle()
        assert isinstance(it.app.screen, Pick)
        for _ in range(5):
            await it.press("enter")
        assert not [order for order in it.room.done if isinstance(order, RISKY)]
