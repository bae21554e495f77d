"""A place as people give it."""

import pytest

from panel_tui.opening.new_session import given_path


@pytest.mark.parametrize(
    "words",
    [
        "{here}/my asks.csv",
        "  my asks.csv ",
        "'{here}/my asks.csv'",
        '"{here}/my asks.csv"',
        "{here}/my\\ asks.csv",
        "file://{here}/my%20asks.csv",
        "~/my asks.csv",
    ],
)
def test_typed_pasted_or_dragged_in_it_is_the_same_place(home, words):
    (home / "my asks.csv").touch()
    assert given_path(words.format(here=home), home) == home / "my asks.csv"


def test_a_name_that_really_has_a_backslash_in_it_is_left_alone(home):
    (home / "odd\\ name.csv").touch()
    assert given_path("odd\\ name.csv", home) == home / "odd\\ name.csv"


async def test_a_spreadsheet_that_is_not_there_is_asked_for_again_before_anything_else(opening, home):
    async with opening() as it:
        await it.press("n", *"aks.csv", "enter")
        await it.sees("There is no file of this name there.", "aks.csv")
        (home / "asks.csv").write_text("title,asked\nTea,100\n")
        await it.press("ctrl+a", "ctrl+k", *["backspace"] * 10, *"asks.csv", "enter")
        await it.sees("What shall the day's folder be called?")
