"""Labels are taken out of session.toml, and nothing else of it is changed."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder.erased_labels import CannotErase, erase_labels, without_labels
from panel_tui.folder.tidy import quoted

BEFORE = """\
# ours, and Anne must not be late
title = "Day"   # the second
[[member]]
# by the window
label = "Anne"
conflicts = ["A01"] # told us so
[[member]]
  label = 'Bob "B" Smith'  # a new one
[[member]]
"label"="Cara"
[[step]]
kind = "note"
title = 'label = "Anne"'
"""
AFTER = """\
# ours, and Anne must not be late
title = "Day"   # the second
[[member]]
# by the window
conflicts = ["A01"] # told us so
[[member]]
  # a new one
[[member]]
[[step]]
kind = "note"
title = 'label = "Anne"'
"""


def test_only_lines_with_a_label_are_changed():
    assert without_labels(BEFORE) == (AFTER, {"Anne", 'Bob "B" Smith', "Cara"})
    assert without_labels(AFTER) == (AFTER, frozenset())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'member = [{label = "A\'n", conflicts = ["label = 1"]}, {}]\n',
            'member = [{label = "", conflicts = ["label = 1"]}, {}]\n',
        ),
        (
            'member = [ # all\n {"label"="An"}, # An\n {label=\'Bo\'}]',
            'member = [ # all\n {"label"=""}, # An\n {label=""}]',
        ),
        ('[[member]]\nlabel = """\nAn\nBo""" # two\nconflicts = []\n', "[[member]]\n# two\nconflicts = []\n"),
        ('[[member]]\r\nlabel = "An"\r\nconflicts = []\r\n', "[[member]]\r\nconflicts = []\r\n"),
        ('[[member]]\nlabel = "An"', "[[member]]\n"),
        ('title = "x"\n', 'title = "x"\n'),
    ],
)  # fmt: skip
def test_however_they_are_written(before, after):
    assert without_labels(before)[0] == after


@pytest.mark.parametrize(
    "text", ["title = ", "[[member]]\nlabel = 5\n", "member = 5\n", '[member]\nlabel = "An"\n']
)
def test_what_cannot_be_made_out_is_left_alone_and_said(text, tmp_path):
    with pytest.raises(CannotErase):
        without_labels(text)
    (tmp_path / "session.toml").write_text(text)
    assert erase_labels(tmp_path).left == ("session.toml",)
    assert (tmp_path / "session.toml").read_text() == text


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)


@given(
    members=st.lists(
        st.tuples(st.none() | WORDS, st.lists(st.sampled_from(["A01", "B#2"]), max_size=2)), max_size=5
    ),
    notes=st.lists(st.sampled_from(["", "# label = 'x'", '#"', "  "]), min_size=12, max_size=12),
    ends=st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_they_are_called_all_else_stays(members, notes, ends):
    lines, kept = ["title = \"label = 'x'\""], ["title = \"label = 'x'\""]
    for at, (label, conflicts) in enumerate(members):
        both = [notes[at], "[[member]]", f"conflicts = {list(conflicts)}"]
        lines += both
        kept += both
        if label is not None:
            lines.append(f"label = {quoted(label)}")
    text = ends.join([*lines, ""])
    after, labels = without_labels(text)
    assert labels == {tomllib.loads(f"a = {quoted(label)}")["a"] for label, _ in members if label is not None}
    assert after == ends.join([*kept, ""])


def test_all_labels_of_a_folder_go_and_it_is_said_where_one_still_stands_in_a_note(tmp_path):
    (tmp_path / "session.toml").write_bytes(b"\xef\xbb\xbf" + BEFORE.encode())
    (tmp_path / "session-before-split.toml").write_text(BEFORE)
    (tmp_path / "members.toml").write_text('[[member]]\nseat = 4\nlabel = "late"\n')
    (tmp_path / "session.toml").chmod(0o600)

    erased = erase_labels(tmp_path)

    assert erased.removed == ("members.toml",)
    assert erased.cleared == ("session.toml", "session-before-split.toml")
    assert (erased.mentions[0], len(erased.mentions)) == (("session.toml", 1), 4)
    assert (tmp_path / "session.toml").read_bytes() == b"\xef\xbb\xbf" + AFTER.encode()
    assert (tmp_path / "session.toml").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["session-before-split.toml", "session.toml"]
    again = erase_labels(tmp_path)
    assert (again.removed, again.cleared, again.left) == ((), (), ())
