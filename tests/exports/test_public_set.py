"""What is published: files of their own names in a folder of their own, and nothing in them about one person."""

import io
import re
import zipfile

import pytest

from sessions import commands as c
from sessions.model.answers import score
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Criterion, Scale
from tests.exports.days import Day, panel
from tests.exports.made import exported

SCORES = {1: 1037, 2: 1259, 3: 3571, 4: 5813, 5: 7919, 6: 9341}
WORDS = "Marmalade beside my ballot"
PRIVATE = {"scores", "conflicts", "budget", "letters"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Keep a day whose every own score is a number that means nothing else, with names beside its record."""
    wide = Criterion("c1", "How good?", Scale(0, 9999, words=()))
    day = Day(panel(criteria=(wide,), scale=Scale(0, 9999, words=())))
    day.score("A01", {seat: {"c1": value} for seat, value in SCORES.items()}).reveal("A01")
    day.do(c.Correct(2, "A01", "c1", score(1361), "Her pen slipped"))
    day.ballot("A01", c.Tally((0, 0, 0, 0, 6), 0, (WORDS,))).until(Phase.DECISION, ref="A01")
    day.decide("A01", Verdict.FUND)
    folder = day.end().keep(tmp_path_factory.mktemp("public") / "s")
    (folder / "applications.csv").write_text(
        "ref,title,organisation,asked,Contact name,E-mail\nA01,Title 1,Group 1,1000,Zoë Quill,zoe@example.org\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def published(folder):
    return exported(folder, public=True)


def texts(path) -> str:
    """Read all a file says, whatever its kind."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
            return " ".join(parts.read(name).decode() for name in parts.namelist())
    return path.read_bytes().decode("utf-8-sig", errors="ignore")


def test_every_name_says_that_it_is_public_and_stands_in_a_folder_of_its_own(folder, published):
    assert published.folder == folder / "exports" / "public"
    assert published.files
    assert all("-public." in name for name in published.files)


def test_what_has_rows_by_member_is_not_there(published):
    assert not [name for name in published.files if name.split("-")[0] in PRIVATE]


def test_nothing_about_one_person_is_in_any_file(published):
    """The ends of the range are shown to the room with every shape, of five and more, and belong to nobody by name."""
    ends = (min(SCORES.values()), max(SCORES.values()))
    numbers = "|".join(str(value) for value in (*SCORES.values(), 1361) if value not in ends)
    wanted = re.compile(
        rf"(?<![\d.])(?:{numbers})(?:\.0+)?(?![\d.])|{WORDS}|Quill|zoe@|pen slipped|\bM-[A-Z]{{4}}\b"
    )

    found = {name: wanted.findall(texts(published.folder / name)) for name in published.files}

    assert {name: values for name, values in found.items() if values} == {}


def test_the_search_finds_those_values_in_what_is_for_staff(folder, tmp_path):
    """Else the search above could find nothing because it looks for the wrong thing."""
    staff = exported(folder, tmp_path / "staff", seats=True)
    told = " ".join(texts(staff.folder / name) for name in staff.files if not name.endswith(".pdf"))

    assert all(re.search(rf"\b{value}\b", told) for value in (*SCORES.values(), 1361) if value != SCORES[2])
    assert WORDS in told
    assert "Quill" in told


def test_a_staff_export_stays_where_it_is_beside_a_public_one(folder):
    staff = exported(folder)
    exported(folder, public=True)

    assert all((staff.folder / name).is_file() for name in staff.files)


def test_each_set_says_who_it_is_for(folder, published):
    staff = exported(folder)

    assert "These files are for staff." in texts(staff.folder / "who-these-files-are-for.txt")
    assert "for everyone" in texts(published.folder / "who-these-files-are-for-public.txt")
    assert "This copy is for staff" in texts(staff.folder / "decision-record.html")
    assert "This copy is for everyone" in texts(published.folder / "decision-record-public.html")


def test_nobodys_own_score_over_all_the_questions_is_published(tmp_path):
    """The ends of one question are in its shape; who was lowest over all of them is one member's pattern."""
    questions = tuple(Criterion(key, f"{key}?", Scale(0, 999, words=())) for key in ("c1", "c2"))
    day = Day(panel(criteria=questions, scale=Scale(0, 999, words=())))
    given = {seat: {"c1": 100 * seat + 7, "c2": 900 - 131 * seat} for seat in range(1, 7)}
    day.score("A01", given).reveal("A01")
    folder = day.end().keep(tmp_path / "s")
    own = {format((one["c1"] + one["c2"]) / 2, "g") for one in given.values()}
    wanted = re.compile(rf"(?<![\d.])(?:{'|'.join(map(re.escape, own))})0*(?![\d.])")

    published = exported(folder, public=True)
    found = {name: wanted.findall(texts(published.folder / name)) for name in published.files}
    assert {name: values for name, values in found.items() if values} == {}
    staff = exported(folder, tmp_path / "staff")
    assert wanted.search(texts(staff.folder / "results.csv"))
