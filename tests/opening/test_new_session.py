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
