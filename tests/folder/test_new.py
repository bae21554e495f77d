"""`new`: a whole folder that can be checked, or nothing at all."""

import csv
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder import Question, new_folder, new_report, read_session
from sessions.model.session import Application

GOOD = "title,asked\nTea,500\nLunch,700\n"


@pytest.fixture
def sheet(tmp_path: Path):
    """Give a function that saves a spreadsheet to make a folder from."""

    def save(text: str = GOOD) -> Path:
        path = tmp_path / "from.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return save


def left(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in tmp_path.iterdir())


def test_what_new_makes_can_be_read_and_says_that_the_pot_is_a_guess(sheet, tmp_path: Path):
    report = new_folder(tmp_path / "second-round", sheet(), {})
    session = read_session(tmp_path / "second-round").session

    assert session is not None
    assert (session.title, session.pot, len(session.criteria)) == ("Second round", 1200, 4)
    assert "The pot is not known" in new_report(report)
    assert "£1,200" in new_report(report)
    assert "CHANGE THIS" in (tmp_path / "second-round" / "session.toml").read_text()


def test_only_the_owner_may_look_into_a_new_folder(sheet, tmp_path: Path):
    new_folder(tmp_path / "panel", sheet(), {})

    modes = [
        stat.S_IMODE((tmp_path / "panel" / name).stat().st_mode)
        for name in ("", "session.toml", "applications.csv")
    ]
    assert [mode & 0o077 for mode in modes] == [0, 0, 0]


def test_every_key_shown_as_a_note_works_when_the_mark_is_taken_off(sheet, tmp_path: Path):
    new_folder(tmp_path / "panel", sheet("title,asked,strand\nTea,500,small\nLunch,1700,\nChoir,9,\n"), {})
    path = tmp_path / "panel" / "session.toml"
    setting = re.compile(r"# (\[|\w+ += [\[\"\d])")
    text = "\n".join(line[2:] if setting.match(line) else line for line in path.read_text().splitlines())
    path.write_text(text)

    assert [str(fault) for fault in read_session(tmp_path / "panel").faults] == []
    session = read_session(tmp_path / "panel").session
    assert session is not None
    assert session.wifi is not None
    assert session.open_data is not None
    assert session.strands[0].key == "small"
    assert session.members[0].conflicts == ("A03",)
    assert session.place == "Holbeck"


@pytest.mark.parametrize("taken", ["file", "full", "link"])
def test_nothing_that_is_there_is_ever_overwritten(sheet, tmp_path: Path, taken: str):
    folder = tmp_path / "panel"
    if taken == "file":
        folder.write_text("mine")
    else:
        real = folder if taken == "full" else tmp_path / "real"
        real.mkdir()
        (real / "mine.txt").write_text("mine")
        if taken == "link":
            folder.symlink_to(real)
    before = left(tmp_path)

    report = new_folder(folder, sheet(), {})

    assert [fault.kind for fault in report.faults] == [
        "new-not-empty" if taken == "full" else "new-name-taken"
    ]
    assert left(tmp_path) == sorted([*before, "from.csv"])


def test_an_empty_folder_may_be_filled(sheet, tmp_path: Path):
    (tmp_path / "panel").mkdir()

    assert new_folder(tmp_path / "panel", sheet(), {}).made
    assert left(tmp_path) == ["from.csv", "panel"]


def test_every_bad_row_is_named_and_nothing_is_made(sheet, tmp_path: Path):
    bad = "".join(f"Tea {n},none\n" for n in range(34))

    report = new_folder(tmp_path / "panel", sheet("title,asked\nGood,5\n" + bad), {})
    said = new_report(report).splitlines()

    assert [fault.line for fault in report.faults] == list(range(3, 37))
    assert said[1].startswith("from.csv, line 3: “asked” is “none”")
    assert said[-1] == "… and 14 more."
    assert left(tmp_path) == ["from.csv"]


def test_a_disk_that_cannot_be_written_leaves_nothing_behind(sheet, tmp_path: Path, monkeypatch):
    source = sheet()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("panel_tui.folder.new.write_starter", full)
    report = new_folder(tmp_path / "panel", source, {})

    assert [fault.kind for fault in report.faults] == ["new-cannot-write"]
    assert left(tmp_path) == ["from.csv"]


def test_a_map_wins_over_what_was_recognised(sheet, tmp_path: Path):
    source = sheet("Title,Project name,Amount Applied For,Amount Awarded\nTea,Tea for All,5,3\n")

    new_folder(tmp_path / "panel", source, {"asked": "amount awarded", "title": "Project name"})
    session = read_session(tmp_path / "panel").session

    assert session is not None
    assert [(a.title, a.asked) for a in session.applications] == [("Tea for All", 3)]


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (
            {"asked": "Amount Award"},
            "There is no column “Amount Award” to map. Did you mean “Amount Awarded”?",
        ),
        ({"askd": "Amount Awarded"}, "--map cannot fill “askd”. Did you mean: asked?"),
    ],
)
def test_a_slip_in_a_map_is_named(sheet, tmp_path: Path, mapping, said):
    source = sheet("Title,Amount requested,Amount Awarded\nTea,5,3\n")

    assert said in new_report(new_folder(tmp_path / "panel", source, mapping))


def test_what_is_not_recognised_is_asked_for_by_title_or_number(sheet, tmp_path: Path):
    asked: list[str] = []

    def person(question: Question) -> str:
        if question.kind == "agree":
            return ""
        asked.append(question.words)
        return next(answers)

    source = sheet("What they called it,How much\nTea,500\n")
    answers = iter(["nonsense", "1", "how much"])
    report = new_folder(tmp_path / "panel", source, {}, person)

    assert report.made
    assert len(asked) == 3
    assert "the title of each application" in asked[0]
    assert "the amount asked for" in asked[2]


def test_no_answer_is_as_good_as_nobody_to_ask(sheet, tmp_path: Path):
    report = new_folder(tmp_path / "panel", sheet("a,b\nTea,500\n"), {}, lambda _: "")

    assert [fault.kind for fault in report.faults] == ["column-missing-title", "column-missing-asked"]


def test_what_was_not_recognised_is_offered_once_and_used_where_it_is_named(sheet, tmp_path: Path):
    asked: list[Question] = []
    answers = iter(["place=nowhere", "Place = where it is", "theme=3", ""])

    def person(question: Question) -> str:
        if question.kind == "agree":
            return ""
        asked.append(question)
        return next(answers)

    source = sheet("title,asked,Kind of thing,Where it is,Officer\nTea,500,Lunch,Leeds,Jo\n")
    report = new_folder(tmp_path / "panel", source, {}, person)

    assert report.made
    (tea,) = read_session(tmp_path / "panel").session.applications
    assert (tea.place, tea.theme) == ("Leeds", "Lunch")
    assert asked[0].titles == ("Kind of thing", "Where it is", "Officer")
    assert "place" in asked[0].fields
    assert "Officer" in asked[-1].words
    assert "place" not in asked[-1].fields


def test_where_every_column_is_used_a_person_is_only_asked_to_agree(sheet, tmp_path: Path):
    asked: list[Question] = []

    def person(question: Question) -> str:
        asked.append(question)
        assert not (tmp_path / "panel").exists()
        return ""

    assert new_folder(tmp_path / "panel", sheet("title,asked\nTea,500\nTotal,500\n"), {}, person).made
    assert [question.kind for question in asked] == ["agree"]
    assert "One application, £500 asked." in asked[0].words
    assert "Row 3 is a sum or the like, and is left out: “Total”." in asked[0].words


def test_where_nothing_had_to_be_decided_nobody_is_asked_and_it_is_said(sheet, tmp_path: Path):
    def nobody(question: Question) -> str:
        raise AssertionError(question)

    said: list[str] = []
    report = new_folder(tmp_path / "panel", sheet("title,asked\nTea,500\n"), {}, nobody, announce=said.append)

    assert report.made
    assert said == ["One application, £500 asked."]


TEXT = st.text(max_size=60) | st.sampled_from(
    ["=1+1", "'=x", "''@", "-", "＝1", '"quoted"', "a\n\n\n\nb", "\ufeffé", "e\u0301"]
)
MONEY = st.decimals("0.01", "99999999", places=2)


@given(st.lists(st.tuples(TEXT, TEXT, MONEY, TEXT, st.text(max_size=400)), min_size=1, max_size=8))
def test_what_new_writes_is_read_back_equal(tmp_path_factory, rows):
    from panel_tui.folder.new import write_starter
    from panel_tui.folder.spreadsheet.choices import SheetChoices
    from panel_tui.folder.spreadsheet.grid import Book, GridRow, SheetGrid
    from panel_tui.folder.spreadsheet.judge import ReadingWay, judge

    cells = tuple(
        GridRow(at, (ref, f"T{title}", f"{asked:.2f}", place, summary))
        for at, (ref, title, asked, place, summary) in enumerate(rows, start=2)
    )
    titles = GridRow(1, ("ref", "title", "asked", "place", "summary"))
    plan = judge(Book("from.csv", (SheetGrid("", (titles, *cells)),)), SheetChoices(), ReadingWay()).plan
    assert plan is not None
    if plan.faults:  # the same ref twice
        assert {fault.kind for fault in plan.faults} == {"ref-twice"}
        return
    folder = tmp_path_factory.mktemp("panel")
    write_starter(folder, "our-panel", plan)
    reading = read_session(folder)

    assert [str(fault) for fault in reading.faults] == []
    assert reading.session is not None
    assert reading.session.applications == tuple(entry.application for entry in plan.entries)
    with (folder / "applications.csv").open(encoding="utf-8", newline="") as file:
        written = [cell for line in csv.reader(file) for cell in line]
    assert not [cell for cell in written if cell[:1] in "=+-@\t\r＝＋－＠" and cell]
    assert all(isinstance(application, Application) for application in reading.session.applications)
