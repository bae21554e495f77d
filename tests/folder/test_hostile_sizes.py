"""Huge numbers, deep names, long lines: whatever a file holds, it is refused, or read, within a second."""

import itertools
import time

import pytest

from panel_tui.folder import read_session
from panel_tui.folder.settings import MOST_BYTES
from panel_tui.folder.toml_text import TooDeep, toml
from panel_tui.rehearse import AnswersRefused, read_answers

LIMIT = 1.0  # seconds of this process's own time: other programs may be busy
SESSION = 'title = "x"\npot = 100\nseats = 5\n[[criterion]]\nkey = "a"\nquestion = "q?"\n'
SHEET = "title,asked\nA,5\n"


def filled(piece: str, size: int = MOST_BYTES - 1_000) -> str:
    return (piece * (size // len(piece) + 1))[:size]


SETTINGS = {
    "names within names": filled("a.", 40_000) + "a = 1\n" + SESSION,
    "names within names, the whole file": filled("a.") + "a = 1\n" + SESSION,
    "quoted names": filled('"a".') + "a = 1\n" + SESSION,
    "names with spaces between": filled("a . ") + "a = 1\n" + SESSION,
    "names in a heading": "[" + filled("a.") + "a]\n",
    "names in a list in one line": "x = {" + filled("a.") + "a = 1}\n" + SESSION,
    "brackets": "x = " + filled("[") + "\n" + SESSION,
    "tables in one line": "x = " + filled("{a=") + "\n" + SESSION,
    "headings": "\n".join(f"[h{n}]" for n in range(20_000)) + "\n",
    "settings nobody knows": SESSION + "\n".join(f"zz{n} = 1" for n in range(20_000)),
    "one long name": SESSION + filled("k") + " = 1\n",
    "a whole number": SESSION + "q = " + filled("9") + "\n",
    "a pot of digits": SESSION.replace("100", "9" * 4_000),
    "a huge pot": SESSION.replace("100", "1e99999999"),
    "a tiny pot": SESSION.replace("100", "1e-99999999"),
    "a huge weight": SESSION + "weight = 1e99999999\n",
    "a tiny weight": SESSION + "weight = 1e-99999999\n",
    "a huge number of seats": SESSION.replace("seats = 5", "seats = 99999999999999999999"),
    "quotation marks": 'title = """' + filled('""a') + '"""\n',
    "a text without an end": "title = '" + filled("'a") + "\n",
    "spaces before a word": "title = x" + filled(" ") + "y\n",
    "notes": "title = x" + filled(" #") + "\n",
    "spaces in a list": "words = [" + filled(" ") + "“\n",
    "lists without an end": filled("x = [\n"),
    "money": "pot = 1" + filled(",000") + "\n",
    "conflicts": SESSION + "[[member]]\nlabel = 'a'\nconflicts = [" + filled("'A1',", 200_000) + "]\n",
}
LONG = 120_000
SHEETS = {
    "columns": "title,asked" + ",x" * 500_000 + "\n",
    "a title": filled("t", 5_000_000) + ",asked\nA,5\n",
    "a quotation without an end": 'title,asked\n"' + filled("a\n", 4_000_000),
    "digits": "title,asked\nA," + filled("9", LONG) + "\n",
    "digits and a letter": "title,asked\nA," + filled("1", LONG) + "x\n",
    "exponents": "title,asked\nA,1e99999999\nB,-1e999999999\nC,nan\nD,Infinity\nE,1E+99999999\n",
    "thousands": 'title,asked\nA,"1' + filled(",000", LONG) + '"\n',
    "points": "title,asked\nA,1" + filled(".000", LONG) + "\n",
    "spaces": "title,asked\nA," + filled(" ", LONG) + "x\n",
    "pounds": "title,asked\nA," + filled("£ ", LONG) + "x\n",
    "brackets": "title,asked\nA," + filled("(1", LONG) + "x\n",
    "a formula": "title,asked\n" + filled("=", 100_000) + ",5\n",
    "accents": "title,asked\nA" + filled("\u0301", 100_000) + ",5\n",
    "tags": "title,asked\n" + filled("<b", 100_000) + ",5\n",
    "rows": "title,asked\n" + filled("A,5\n", 4_000_000),
}
OWN_WORDS = {
    "names within names": filled("a.") + "a = 'x'\n",
    "sentences nobody has": "\n".join(f"wall.qr.wii{n} = 'x'" for n in range(8_000)),
    "gaps": '"wall.qr.wifi" = "' + filled("{a}") + '"\n',
}


def seconds_to_read(folder, **files) -> tuple[float, bool]:
    """Say how long a folder took to read, and whether it was refused."""
    files = {"session.toml": SESSION, "applications.csv": SHEET} | files
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    began = time.process_time()
    refused = bool(read_session(folder).faults)
    return time.process_time() - began, refused


@pytest.mark.parametrize("text", SETTINGS.values(), ids=SETTINGS)
def test_settings_no_person_writes_are_refused_within_a_second(tmp_path, text):
    took, refused = seconds_to_read(tmp_path, **{"session.toml": text})
    assert refused
    assert took <= LIMIT


@pytest.mark.parametrize("text", SHEETS.values(), ids=SHEETS)
def test_a_sheet_no_person_makes_is_read_or_refused_within_a_second(tmp_path, text):
    assert seconds_to_read(tmp_path, **{"applications.csv": text})[0] <= LIMIT


@pytest.mark.parametrize("text", OWN_WORDS.values(), ids=OWN_WORDS)
def test_own_words_no_person_writes_are_refused_within_a_second(tmp_path, text):
    took, refused = seconds_to_read(tmp_path, **{"wording.toml": text})
    assert refused
    assert took <= LIMIT


def test_full_stops_in_a_text_are_no_names_within_names():
    said = "We met. They came. It was good. " * 30
    dots = "Lunch " + "." * 60 + " £5"
    text = f'a = "{said}"\nb = "{dots}"\nc = """\n1.2.3.4.5\nwww.example.org\n{said}"""\nd.e.f = 1\n'
    assert toml(text)["d"]["e"]["f"] == 1


@pytest.mark.parametrize("names", ["a", '"a"', "'a b'", "a ", " a"])
def test_more_than_twenty_names_one_within_another_are_refused(names):
    assert toml(".".join(itertools.repeat(names, 20)) + " = 1")
    with pytest.raises(TooDeep):
        toml(".".join(itertools.repeat(names, 40)) + " = 1")


HEADER = "seat,application,criterion,value\n"
ANSWERS = {
    "a huge seat": HEADER + filled("9", 100_000) + ",A01,a,4\n",
    "a huge value": HEADER + "1,A01,a,1e99999999\n1,A01,a," + filled("9", 100_000) + "\n",
    "rows": HEADER + filled("1,A01,a,99\n", 4_000_000),
    "a file of nothing": filled("\0", 100_000),
    "far too big": HEADER + filled("1,A01,a,4\n", 9_000_000),
}


@pytest.mark.parametrize("text", ANSWERS.values(), ids=ANSWERS)
def test_answers_no_person_writes_are_refused_within_a_second(tmp_path, text):
    (tmp_path / "session.toml").write_text(SESSION, encoding="utf-8")
    (tmp_path / "applications.csv").write_text(SHEET, encoding="utf-8")
    session = read_session(tmp_path).session
    (tmp_path / "answers.csv").write_text(text, encoding="utf-8", newline="")
    began = time.process_time()
    with pytest.raises(AnswersRefused):
        read_answers(session, tmp_path / "answers.csv")
    assert time.process_time() - began <= LIMIT
