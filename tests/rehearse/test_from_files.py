"""Files of answers: every bad row is named by line, nothing is half-read, and nothing is added."""

import csv

import pytest

from panel_tui.rehearse import AnswersRefused, read_answers
from sessions.wording.command import REHEARSE

HEADER = "seat,application,criterion,value\n"
BALLOTS = "seat,application,round,value\n"


@pytest.fixture
def write(tmp_path):
    def written(text, name="answers.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return written


def refusal(session, answers, ballots=None):
    with pytest.raises(AnswersRefused) as refused:
        read_answers(session, answers, ballots)
    return refused.value.sentences


def test_each_kind_of_answer_is_read(demo, write):
    rows = [
        "1,A01,reach,4",
        "1,A01,able,cant-say",
        "1,A01,value,not-applicable",
        "2,A01,reach,stepping-out",
        "3,A01,reach,",
        "4,A01,reach, 5.0 ",
    ]
    book = read_answers(demo, write(HEADER + "\n".join(rows)))
    assert book.answer(1, "A01", "reach") == 4
    assert book.answer(1, "A01", "able") == "cant-say"
    assert book.answer(1, "A01", "value") == "not-applicable"
    assert book.answer(2, "A01", "reach") == "stepping-out"
    assert book.answer(3, "A01", "reach") is None
    assert book.answer(4, "A01", "reach") == 5
    assert book.answer(5, "A01", "reach") is None


def test_without_a_file_of_ballots_none_are_cast(demo, write):
    book = read_answers(demo, write(HEADER + "1,A01,reach,4\n"))
    assert {book.ballot(m.seat, a.ref, 1) for m in demo.members for a in demo.applications} == {None}


def test_nothing_is_added_to_what_the_file_says(demo, write):
    book = read_answers(demo, write(HEADER + "1,A01,reach,4\n"))
    assert (book.practises, book.late, book.reason(1, "A01", 1)) == (False, {}, "")


def test_ballots_are_read_by_option_number(demo, write):
    ballots = write(BALLOTS + "1,A01,1,5\n1,A01,2,cant-say\n2,A01,1,\n", "ballots.csv")
    book = read_answers(demo, write(HEADER), ballots)
    assert [book.ballot(1, "A01", number) for number in (1, 2, 3)] == [5, "cant-say", None]
    assert book.ballot(2, "A01", 1) is None


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("13,A01,reach,4", "“13” is not a seat; seats are 1 to 12."),
        ("one,A01,reach,4", "“one” is not a seat"),
        ("1,Z,reach,4", "“Z” is not the ref of an application of this session."),
        ("1,A1,reach,4", "“A1” is not the ref of an application of this session. Did you mean A01?"),
        ("1,a010,reach,4", "Did you mean A10?"),
        ("1,A01,raech,4", "“raech” is not one of the criteria. Did you mean reach?"),
        ("1,A01,warmth,4", "“warmth” is not one of the criteria, which are: reach, able, value, shaped."),
        ("1,A01,reach,6", "“6” is not an answer. Give a whole number from 1 to 5"),
        ("1,A01,reach,4.5", "“4.5” is not an answer"),
        ("1,A01,reach,nan", "“nan” is not an answer"),
        ("1,A01,reach,1e3", "“1e3” is not an answer"),
        ("1,A01,reach," + "9" * 5000, "is not an answer"),
        ("1,A01,reach,abstain", "“abstain” is not an answer"),
        ("1,A01", "“” is not one of the criteria"),
    ],
)
def test_a_bad_row_is_named_by_line(demo, write, row, told):
    (sentence,) = refusal(demo, write(HEADER + "2,A01,reach,4\n" + row + "\n"))
    assert sentence.startswith("answers.csv, line 3: ")
    assert told in sentence


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("1,A01,4,5", "“4” is not a round; rounds are 1 to 3."),
        ("1,A01,0,5", "“0” is not a round"),
        ("1,A01,1,6", "“6” is not a ballot. Give an option's number from 1 to 5"),
        ("1,A01,1,not-applicable", "“not-applicable” is not a ballot"),
    ],
)
def test_a_bad_ballot_is_named_by_line(demo, write, row, told):
    (sentence,) = refusal(demo, write(HEADER), write(BALLOTS + row + "\n", "ballots.csv"))
    assert sentence.startswith("ballots.csv, line 2: ")
    assert told in sentence


def test_all_faults_are_named_at_once(demo, write):
    answers = write(HEADER + "99,A01,reach,4\n1,A01,reach,4\n1,A01,reach,4\n")
    found = refusal(demo, answers, write(BALLOTS + "1,A01,9,1\n", "ballots.csv"))
    assert [sentence.split(": ")[0] for sentence in found] == [
        "answers.csv, line 2",
        "answers.csv, line 4",
        "ballots.csv, line 2",
    ]


def test_a_ref_that_a_spreadsheet_took_the_noughts_off_is_known_again(demo, write):
    from msgspec.structs import replace

    refs = ("005", "017", "170")
    applications = tuple(replace(demo.applications[0], ref=ref) for ref in refs)
    session = replace(demo, applications=applications, steps=())
    found = refusal(session, write(HEADER + "1,5,reach,4\n1,17,reach,4\n"))
    assert [sentence.rpartition(". ")[2] for sentence in found] == ["Did you mean 005?", "Did you mean 017?"]


def test_at_most_twenty_faults_are_read_out_and_the_rest_is_a_number(demo, write):
    answers = write(HEADER + "".join(f"99,A01,reach,{n}\n" for n in range(1, 36)))
    with pytest.raises(AnswersRefused) as refused:
        read_answers(demo, answers)
    lines = str(refused.value).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "… and 15 more."


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("first", ["", "sep=MARK\n"])
def test_any_delimiter_is_read(demo, write, mark, first):
    text = (first.replace("MARK", mark)) + (HEADER + "1,A01,reach,4\n2,A01,reach,cant-say\n").replace(
        ",", mark
    )
    book = read_answers(demo, write(text))
    assert (book.answer(1, "A01", "reach"), book.answer(2, "A01", "reach")) == (4, "cant-say")


def test_the_letters_a_spreadsheet_saves_are_read(demo, write):
    text = "Seat;Application;Criterion;Value\r\n1;A01;reach;4\r\n"
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        assert read_answers(demo, write(text.encode(encoding))).answer(1, "A01", "reach") == 4


def test_a_missing_column_is_named(demo, write):
    (sentence,) = refusal(demo, write("seat,application,value\n1,A01,4\n"))
    assert sentence.endswith("missing: criterion.")


def test_a_file_that_is_not_there_or_not_text_is_refused(demo, write, tmp_path):
    assert "could not be opened" in refusal(demo, tmp_path / "nowhere.csv")[0]
    assert "not a CSV file" in refusal(demo, write(HEADER.encode() + b"1,A01,reach,\0\n"))[0]
    assert "not a CSV file" in refusal(demo, write(HEADER + '1,A01,reach,"4\n'))[0]


def test_a_spreadsheet_s_byte_order_mark_is_no_obstacle(demo, write):
    assert read_answers(demo, write("\ufeff" + HEADER + "1,A01,reach,4\n")).answer(1, "A01", "reach") == 4


def test_a_real_panel_s_scores_are_read_cell_for_cell(demo, write, shared_data):
    from msgspec.structs import replace

    from sessions.model.session import Criterion, Scale

    with (shared_data / "panel-12x28" / "ratings.csv").open(encoding="utf-8") as file:
        ratings = list(csv.reader(file))
    refs = ratings[0][1:]
    scale = Scale(low=0, high=40, best="low", words=())
    session = replace(
        demo,
        criteria=(Criterion(key="merit", question="How good is it?", scale=scale),),
        applications=tuple(replace(demo.applications[0], ref=ref) for ref in refs),
    )
    cells = [
        (seat, ref, cell)
        for seat, row in enumerate(ratings[1:], 1)
        for ref, cell in zip(refs, row[1:], strict=True)
    ]
    rows = "".join(f"{seat},{ref},merit,{cell}\n" for seat, ref, cell in cells)
    book = read_answers(session, write(HEADER + rows))
    given = [book.answer(seat, ref, "merit") for seat, ref, _ in cells]
    assert given == [int(float(cell)) if cell else None for *_, cell in cells]
    assert given.count(None) == 57


def test_every_sentence_can_be_filled_in():
    class Anything(dict):
        def __missing__(self, key):
            return "…"

    assert all(key.startswith("rehearse.") and text.format_map(Anything()) for key, text in REHEARSE.items())
