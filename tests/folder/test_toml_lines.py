"""The line of each setting, in every shape TOML allows."""

from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder.toml_lines import line_of, locate

TEXT = '''\
# a note with [brackets] and = signs
title = "a # b"
list = [
  "x]", # comment ] with "quotes"
  \'y\',
]
long = """
[[criterion]]
key = "not here"\\"""
"""
raw = \'\'\'
fake = 1\'\'\'
a.b = 1
"quoted key" = 2

[scale]
low = {x = [1, 2], y = "}"}

[[criterion]]
key = "one"

  [criterion.deep]
  z = 1

[[criterion]]
key = "two"
'''


def test_keys_are_found_behind_strings_lists_and_notes():
    assert locate(TEXT) == {
        ("title",): 2,
        ("list",): 3,
        ("long",): 7,
        ("raw",): 11,
        ("a", "b"): 13,
        ("quoted key",): 14,
        ("scale",): 16,
        ("scale", "low"): 17,
        ("criterion", 0): 19,
        ("criterion", 0, "key"): 20,
        ("criterion", 0, "deep"): 22,
        ("criterion", 0, "deep", "z"): 23,
        ("criterion", 1): 25,
        ("criterion", 1, "key"): 26,
    }


def test_what_has_no_line_takes_that_of_what_is_around_it():
    lines = locate(TEXT)

    assert line_of(lines, ("scale", "low", "x", 1)) == 17
    assert line_of(lines, ("criterion", 1, "question")) == 25
    assert line_of(lines, ("nowhere",)) is None


@given(st.lists(st.text(max_size=20), max_size=12))
def test_no_value_moves_the_next_key(values: list[str]):
    import json

    text = "".join(f"k{n} = {json.dumps(value)}\n" for n, value in enumerate(values))

    assert locate(text) == {(f"k{n}",): n + 1 for n in range(len(values))}
