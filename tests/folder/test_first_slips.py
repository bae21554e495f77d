"""The slips of a first hour with session.toml: each refused whole, in one plain sentence with file and line."""

import pytest

from panel_tui.folder import read_session

HEAD = 'title = "Day"\n'
REST = 'seats = 7\npot = 20_000\n[[criterion]]\nkey = "reach"\nquestion = "Reach?"\n'


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("seats = twelve", "“seats” is twelve. It needs a whole number in digits"),
        ("quorum = 5 people", "“quorum” is 5 people. It needs a whole number"),
        ("title = Good Neighbours # ours", 'Write title = "Good Neighbours".'),
        ('place = "Holbeck', "a quotation mark at one end only"),
        ('place = "The "Old" Mill"', "a quotation mark in the middle of the words"),
        ("place = 'St Mark's'", "a quotation mark in the middle of the words"),
        ("place = “Holbeck”", 'Write straight ones: place = "Holbeck".'),
        ("place = ‘Holbeck’", 'Write straight ones: place = "Holbeck".'),
        ('place = "C:\\Users"', "Write / in its place"),
        ("pot = 1,700,000", "such as pot = 1700000."),
        ("pot = £12,500.50", "such as pot = 12500.50."),
        ("pot = 100,50", "such as pot = 100.50."),
        ("pot = 100k", "“pot” is 100k. It needs a number in digits"),
        ("pot =", "nothing after the = sign"),
        ("date = 3/12/2026", "“date” is 3/12/2026. It needs a date written year first"),
        ("date = 03-12-2026", "a date written year first"),
        ("date = 3 December 2026", "a date written year first"),
        ("start = 9:30", "Write start = 09:30:00."),
        ("start = 10am", "“start” is 10am. It needs a time with seconds"),
        ("counted = yes", "“counted” is yes. It needs true or false"),
        ("weight = 1,5", "such as weight = 1.5."),
        ('words = ["No" "Yes"]', "is a list"),
        ("words = [“No”, “Yes”]", 'Write straight ones: words = ["No", "Yes"].'),
        ('title: "Day"', 'needs an = sign between the setting and its value. Write title = "Day".'),
        ("place: Holbeck", 'Write place = "Holbeck".'),
        ("seats 12", "Write seats = 12."),
        ("number of seats = 12", "starts with several words"),
        ("seats\u00a0= 12", "a space or mark that cannot be seen"),
        ("seats = 12\u200b", "a space or mark that cannot be seen"),
        ("// agreed on Tuesday", "start the line with a #"),
        ("agreed on Tuesday", "start the line with a #"),
        ("[[step]", "Write [[step]]."),
        ("[scale", "Write [scale]."),
    ],
)
def test_a_slip_is_told_in_one_sentence_with_its_line(make_folder, line, said):
    reading = read_session(make_folder(HEAD + line + "\n" + REST))

    (fault,) = reading.faults
    assert reading.session is None
    assert fault.line == 2
    assert said in str(fault)
    assert str(fault).startswith("session.toml, line 2: ")


def test_a_list_left_open_is_told_where_it_begins(make_folder):
    (fault,) = read_session(make_folder(HEAD + 'words = ["No",\n"Yes"\n' + REST)).faults

    assert (fault.line, fault.kind) == (2, "toml-list")


def test_a_heading_there_are_several_of_wants_two_brackets_where_it_has_one(make_folder):
    criteria = '[criterion]\nkey = "a"\nquestion = "A?"\n[criterion]\nkey = "b"\nquestion = "B?"\n'
    (fault,) = read_session(make_folder(HEAD + "seats = 7\npot = 9\n" + criteria)).faults

    assert fault.line == 4
    assert "write two: [[criterion]]" in str(fault)


def test_a_heading_of_the_wrong_name_is_told_with_its_line(make_folder):
    reading = read_session(make_folder((HEAD + REST).replace("[[criterion]]", "[[criteria]]")))

    assert "session.toml, line 4: There is no setting called “criteria”. Did you mean “criterion”?" in [
        str(fault) for fault in reading.faults
    ]


@pytest.mark.parametrize("seats", ['"12"', '"twelve"', "12.5"])
def test_seats_that_are_no_number_are_told_once_and_not_again_beside_the_quorum(make_folder, seats):
    (fault,) = read_session(
        make_folder(HEAD + f"seats = {seats}\nquorum = 5\n" + REST.partition("\n")[2])
    ).faults

    assert "It needs a whole number" in str(fault)


@pytest.mark.parametrize("text", ["", "\n\n  \n", "\ufeff"])
def test_an_empty_file_is_told_in_one_sentence(make_folder, text):
    (fault,) = read_session(make_folder(text)).faults

    assert str(fault).startswith("session.toml: This is empty.")


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04" + bytes(50), b"\xd0\xcf\x11\xe0" + bytes(50), rb"{\rtf1\ansi x}"]
)
def test_what_a_word_processor_saved_is_told_as_that(make_folder, start):
    folder = make_folder()
    (folder / "session.toml").write_bytes(start)
    (fault,) = read_session(folder).faults

    assert "saved by a word processor" in str(fault)


@pytest.mark.parametrize("name", ["session.toml.txt", "Session.toml ", "session.txt", "panel.toml"])
def test_a_file_of_nearly_the_right_name_is_pointed_out(make_folder, good_toml, name):
    folder = make_folder(toml=None)
    (folder / name).write_text(good_toml, encoding="utf-8")
    (fault,) = read_session(folder).faults

    assert fault.kind == "misnamed"
    assert "Rename that one to session.toml." in str(fault)


def test_a_group_s_own_words_are_not_taken_for_the_settings(make_folder):
    folder = make_folder(toml=None)
    (folder / "wording.toml").write_text("", encoding="utf-8")

    assert [fault.kind for fault in read_session(folder).faults] == ["missing-file"]


def test_a_spreadsheet_of_another_name_is_pointed_out(make_folder):
    folder = make_folder(sheet=None)
    (folder / "Round two.CSV").write_text("title,asked\nTea,5\n", encoding="utf-8")
    (fault,) = read_session(folder).faults

    assert str(fault) == (
        "applications.csv: This file is missing, but there is one called “Round two.CSV”. "
        "Rename that one to applications.csv."
    )


@pytest.mark.parametrize(
    "change", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n"), lambda t: t.replace("\ns", "\n\ts")]
)
def test_marks_and_line_ends_that_editors_add_are_no_slip(make_folder, good_toml, change):
    folder = make_folder()
    (folder / "session.toml").write_bytes(change(good_toml).encode())
    reading = read_session(folder)

    assert reading.faults == ()
    assert reading.session is not None
