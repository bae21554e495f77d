"""members.toml: labels of seats beside session.toml, read whole or refused by file and line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder import check_report, read_session
from panel_tui.folder.members_file import member_labels, members_text
from panel_tui.folder.seat_labels import SeatLabels, labels_in, members_carried
from panel_tui.folder.tidy import settled

MARY = '[[member]]\nseat = 5\nlabel = "Mary"\n'


@pytest.fixture
def with_members(make_folder, good_toml):
    def make(members, more=""):
        folder = make_folder(good_toml + more)
        (folder / "members.toml").write_text(members, encoding="utf-8")
        return folder

    return make


def faults(folder):
    reading = read_session(folder)
    assert (reading.session is None) == bool(reading.faults)
    return [str(fault) for fault in reading.faults]


def test_a_seat_is_called_what_the_file_says(with_members):
    folder = with_members("# ours\n" + MARY + '\n[[member]]\nseat = 1\nlabel = "Joe O\'Neill"\n')
    assert faults(folder) == []
    assert read_session(folder).session.labels == {1: "Joe O'Neill", 5: "Mary"} == labels_in(folder)


def test_labels_in_the_settings_work_as_before_and_beside_it(with_members):
    folder = with_members(MARY, '[[member]]\nlabel = "Window"\nconflicts = ["A02"]\n')
    session = read_session(folder).session
    assert session.labels == {1: "Window", 5: "Mary"} == labels_in(folder)
    assert session.members[0].conflicts == ("A02",)


@pytest.mark.parametrize(
    ("members", "more", "said"),
    [
        ('[[member]]\nlabel = "Mary"\n', "", "members.toml, line 1: “seat” is missing here"),
        ("[[member]]\nseat = 5\n", "", "members.toml, line 1: “label” is missing here"),
        (MARY.replace("5", "8"), "", "members.toml, line 2: “seat” is 8. It can be from 1 to 7."),
        (MARY.replace("5", '"5"'), "", "members.toml, line 2:"),
        (MARY + MARY, "", "members.toml, line 5: Seat 5 is here already."),
        (
            MARY.replace("label", "lable"),
            "",
            "line 3: There is no setting called “lable”. Did you mean “label”?",
        ),
        (
            MARY.replace("member", "members"),
            "",
            "line 1: There is no setting called “members”. Did you mean “member”?",
        ),
        (MARY.replace("[[member]]", "[member]"), "", "members.toml, line 1:"),
        (MARY + 'conflicts = ["A02"]\n', "", "line 4: Conflicts do not belong here"),
        (MARY.replace('"Mary"', '"Mary'), "", "members.toml, line 3:"),
        (MARY.replace('"Mary"', '""'), "", "members.toml, line 3: “label” is empty."),
        (
            MARY.replace("5", "1"),
            '[[member]]\nlabel = "Anne"\n',
            "members.toml, line 3: Seat 1 has another label in session.toml, on line 8. Keep one of the two.",
        ),
    ],
)
def test_it_is_refused_by_file_and_line(with_members, members, more, said):
    told = faults(with_members(members, more))
    assert any(said in line for line in told), told
    assert not any("naming." in line or "Anne" in line for line in told)


def test_the_same_label_in_both_files_is_no_fault(with_members):
    folder = with_members(MARY.replace("5", "1"), '[[member]]\nlabel = "Mary"\n')
    assert faults(folder) == []


@pytest.mark.parametrize("members", ["", "\n", "# nobody yet\n", "\ufeff# nobody\r\n"])
def test_a_file_that_calls_nobody_anything_is_no_fault(with_members, members):
    folder = with_members(members)
    assert faults(folder) == []
    assert read_session(folder).session.labels == {}


def test_a_link_is_refused(make_folder, tmp_path):
    folder = make_folder()
    (tmp_path / "elsewhere").write_text(MARY)
    (folder / "members.toml").symlink_to(tmp_path / "elsewhere")
    assert ["members.toml: This is a link" in line for line in faults(folder)] == [True]


@pytest.mark.parametrize("name", ["members.toml.txt", "member.toml", "Members.csv", "MEMBERS.toml"])
def test_a_file_that_was_likely_meant_is_named_since_nothing_reads_it(make_folder, name):
    folder = make_folder()
    (folder / name).write_text(MARY)
    assert f"{name}: Nothing reads this file" in check_report(read_session(folder))


def test_it_is_never_taken_for_a_misnamed_session(make_folder):
    folder = make_folder(None)
    (folder / "members.toml").write_text(MARY)
    assert faults(folder)[0].startswith("session.toml: ")
    assert "members.toml" not in faults(folder)[0]


def test_labels_are_read_again_where_a_file_was_edited_and_stay_while_one_is_half_written(with_members):
    folder = with_members(MARY, '[[member]]\nlabel = "Window"\n')
    now = SeatLabels(folder)
    assert now() == {1: "Window", 5: "Mary"}
    (folder / "members.toml").write_text(MARY.replace("Mary", "Maria"))
    assert now() == {1: "Window", 5: "Maria"}
    (folder / "session.toml").write_text("title = ")
    (folder / "members.toml").write_text("[[member")
    assert now() == {1: "Window", 5: "Maria"}
    (folder / "members.toml").unlink()
    assert now() == {1: "Window"}


LABELS = st.dictionaries(
    st.integers(1, 500),
    st.text(min_size=1, max_size=60),
    max_size=8,
)


@given(labels=LABELS)
def test_what_is_written_is_read_back(labels):
    whole = {seat: settled(text, longest=60) for seat, text in labels.items()}
    labels = {seat: label for seat, label in whole.items() if label}
    told, notes = member_labels(members_text(labels))
    assert notes.faults == []
    assert told == labels


def test_a_folder_made_from_this_one_takes_the_file_as_it_stands_or_all_labels_anew(with_members):
    folder = with_members("# as we sit\n" + MARY)
    assert members_carried(folder, range(1, 8)) == (folder / "members.toml").read_bytes()
    assert members_carried(folder, range(1, 5)) is None
    (folder / "session.toml").write_text(
        (folder / "session.toml").read_text() + '[[member]]\nlabel = "Window"\n'
    )
    assert member_labels(members_carried(folder, range(1, 8)))[0] == {1: "Window", 5: "Mary"}
