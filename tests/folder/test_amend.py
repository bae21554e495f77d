"""One thing in session.toml is changed, and the rest stays as staff wrote it."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder import new_folder, read_session
from panel_tui.folder.amend import CannotAmend, amend, with_block, with_value, without_block

TEXT = """\
# What we agreed.
title = "Our day"      # on the wall
pot = 20_000           # from the trust
seats = 7

# Two questions.
[[criterion]]
key = "reach"          # short
question = "Will it reach people?"

# The second.
[[criterion]]
key = "able"
question = "Can they do it?"
weight = 2

[ties]
order = ["smaller-ask"]
"""


def test_a_note_of_ours_that_asks_for_a_change_goes_once_it_is_made():
    asking = TEXT.replace(
        "pot = 20_000", "# CHANGE THIS. Nobody said how much.\n# Until then, all of it.\npot = 20_000"
    )
    assert with_value(asking, ("pot",), 5) == with_value(TEXT, ("pot",), 5)
    assert "CHANGE THIS" in with_value(asking, ("seats",), 9), "it asks for another line"


def test_a_value_is_changed_in_its_place_and_its_note_stays():
    after = with_value(TEXT, ("pot",), Decimal("12500.50"))

    assert after == TEXT.replace("pot = 20_000 ", "pot = 12500.50 ")


def test_a_value_that_is_not_there_comes_to_its_tables_start():
    assert tomllib.loads(with_value(TEXT, ("quorum",), 5))["quorum"] == 5
    after = with_value(TEXT, ("criterion", 0, "weight"), 3)
    assert [one.get("weight") for one in tomllib.loads(after)["criterion"]] == [3, 2]
    assert "# Two questions." in after


def test_a_question_is_taken_out_with_its_values_and_others_keep_theirs():
    after = without_block(TEXT, "criterion", 0)

    assert [one["key"] for one in tomllib.loads(after)["criterion"]] == ["able"]
    assert "# The second." in after
    assert "reach" not in after


def test_a_question_is_added_after_the_last_one():
    after = with_block(TEXT, "criterion", {"key": "value", "question": 'Is it "good"?'})

    assert [one["key"] for one in tomllib.loads(after)["criterion"]] == ["reach", "able", "value"]
    assert tomllib.loads(after)["criterion"][2]["question"] == 'Is it "good"?'


def test_a_step_is_put_before_another():
    text = with_block(with_block(TEXT, "step", {"kind": "welcome"}), "step", {"kind": "closing"})
    after = with_block(text, "step", {"kind": "break", "minutes": 10}, before=1)

    assert [one["kind"] for one in tomllib.loads(after)["step"]] == ["welcome", "break", "closing"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('title = """a\nb"""\n', ("title",)),
        ("pot = [\n1]\n", ("pot",)),
        ("member = {a = 1}\n", ("member",)),
        ("pot = \n", ("pot",)),
        ("x = 1\n", ("criterion", 0, "weight")),
    ],
)
def test_what_is_not_one_line_of_one_value_is_left_for_a_person(text, path):
    with pytest.raises((CannotAmend, ValueError, KeyError)):
        with_value(text, path, 5)


@given(st.text(max_size=60).map(lambda text: "".join(c for c in text if c.isprintable())))
def test_any_words_are_written_so_that_the_reader_gives_them_back(words):
    assert tomllib.loads(with_value(TEXT, ("title",), words))["title"] == words


def test_what_would_not_pass_is_named_and_the_file_stays(make_folder, good_toml):
    folder = make_folder()
    before = (folder / "session.toml").read_bytes()
    faults = amend(folder, lambda text: with_value(text, ("seats",), 0))

    assert [fault.kind for fault in faults] == ["out-of-range"]
    assert (folder / "session.toml").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["applications.csv", "session.toml"]


def test_what_new_writes_can_be_set_up_from_beginning_to_end(tmp_path: Path):
    (tmp_path / "a.csv").write_text("title,asked\nTea,500\nLunch,700\n", encoding="utf-8")
    folder = tmp_path / "panel"
    assert new_folder(folder, tmp_path / "a.csv", {}).made
    for change in (
        lambda text: with_value(text, ("pot",), 900),
        lambda text: with_value(text, ("seats",), 9),
        lambda text: without_block(text, "criterion", 3),
        lambda text: with_value(text, ("criterion", 0, "question"), "Is it needed here?"),
        lambda text: with_block(text, "criterion", {"key": "fair", "question": "Is it fair?"}),
    ):
        assert amend(folder, change) == ()
    session = read_session(folder).session

    assert (session.pot, len(session.members)) == (900, 9)
    assert [one.key for one in session.criteria] == ["need", "reach", "able", "fair"]
    assert session.criteria[0].question == "Is it needed here?"
    assert "# What we agreed before the day." in (folder / "session.toml").read_text()
