"""Letters are there to go on writing in: OpenDocument and Word say what the page says, to whom the sheet names."""

import io
import os
import re
import shutil
import subprocess
from pathlib import Path

import docx
import odfdo
import pytest
from python_calamine import CalamineWorkbook

from panel_tui.exports import letter_files as letters_module
from panel_tui.folder import read_session
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from tests.exports.days import read_table
from tests.exports.made import exported, made_of
from tests.exports.test_letters import OUTCOMES, decided, rows

SHEET = """ref,title,organisation,asked,Contact name,E-mail,Address line 1,Postcode,Charity Number,their_ref
A01,Title 1,Group 1,1000,Zoë Quill,zoe@example.org,1 High Street,LS1 1AA,1166677,CF/1
A02,Title 2,Group 2,2000,,,,,,
"""
LETTERS = """
[letters]
sender    = ["The Holbeck Fund", "2 Low Road"]
signature = \"\"\"Jo Vetch
Grants officer\"\"\"
reply_by  = 2026-12-24
reference = "HF2"
"""


def text_of_word(made: bytes) -> str:
    return "\n".join(one.text for one in docx.Document(io.BytesIO(made)).paragraphs)


def text_of_open_document(made: bytes) -> str:
    body = odfdo.Document(io.BytesIO(made)).body
    return "\n".join(one.inner_text for one in [*body.headers, *body.paragraphs])


def of_kind(day, ending: str) -> dict[str, bytes]:
    return {Path(n).stem[-3:]: made for n, made in made_of("letters", day).items() if n.endswith(ending)}


@pytest.fixture
def folder(tmp_path):
    """Give a session's folder with a sheet and `[letters]` beside the record."""
    folder = decided().keep(tmp_path / "s")
    (folder / "applications.csv").write_text(SHEET, encoding="utf-8")
    (folder / "session.toml").write_text(
        'title = "A panel"\npot = 1500\nseats = 6\n[[criterion]]\nkey = "c1"\nquestion = "Good?"\n' + LETTERS,
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize(("ending", "text"), [(".docx", text_of_word), (".odt", text_of_open_document)])
def test_a_document_says_all_that_the_mail_merge_says(ending, text):
    day = decided()
    made, told = of_kind(day, ending), rows(day)

    assert set(made) == set(OUTCOMES)
    for ref, written in made.items():
        said = " ".join(text(written).split())
        assert all(" ".join(line.split()) in said for line in told[ref]["body"].split("\n"))
        assert f"Our decision about “Title {int(ref[1:])}”" in said


@pytest.mark.parametrize("kind", [".docx", ".odt"])
def test_the_same_letter_is_the_same_file_whenever_it_is_made(kind):
    assert of_kind(decided(), kind) == of_kind(decided(), kind)


def test_a_letter_has_its_sender_its_reader_its_references_and_a_day_to_answer_by(folder):
    report = exported(folder, formats=["letters"])
    [first, *_] = [one for one in report.files if one.endswith("A01.odt")]
    said = text_of_open_document((report.folder / first).read_bytes())

    for words in (
        "The Holbeck Fund", "Zoë Quill", "1 High Street", "LS1 1AA", "Your reference: CF/1",
        "Our reference: HF2/A01", "Decided on 3 December 2026", "Dear Zoë Quill,",
        "Please tell us by 24 December 2026 that you accept.", "Jo Vetch",
    ):  # fmt: skip
        assert words in said


def test_only_an_award_asks_for_an_answer(folder):
    told = read_table(exported(folder, formats=["letters"]).folder / "letters.csv")

    asked = {row["application"] for row in told if "Please tell us by" in row["body"]}

    assert asked == {"A01", "A02"}


def test_the_table_has_every_column_of_the_sheet_that_a_session_does_not_use(folder):
    [first, second, *_] = read_table(exported(folder, formats=["letters"]).folder / "letters.csv")

    assert first["contact"] == first["Contact name"] == "Zoë Quill"
    assert (first["email"], first["address"]) == ("zoe@example.org", "1 High Street\nLS1 1AA")
    assert first["Charity Number"] == "1166677"
    assert (second["contact"], second["their_ref"]) == ("", "")


def test_whom_letters_go_to_is_in_letters_alone_and_never_in_the_record(folder):
    report = exported(folder)
    private = re.compile(rb"Quill|zoe@example|High Street|Vetch|1166677")

    told = [
        name
        for name in report.files
        if not name.startswith("letters") and private.search((report.folder / name).read_bytes())
    ]

    assert told == []
    assert not private.search((folder / "record.jsonl").read_bytes())


def test_letters_in_session_toml_are_checked_like_all_of_it(folder):
    toml = folder / "session.toml"
    assert read_session(folder).faults == ()

    toml.write_text(toml.read_text(encoding="utf-8").replace("sender ", "sendr "), encoding="utf-8")

    [fault] = read_session(folder).faults
    assert (fault.found, fault.meant) == ("sendr", "sender")


@pytest.mark.parametrize("text", ["<w:p/>", "]]>&amp;", "=1+1", "😀", "שלום"])
def test_whatever_people_wrote_stands_in_a_document_as_they_wrote_it(text):
    day = decided(title=text)

    assert all(text in text_of_word(made) for made in of_kind(day, ".docx").values())
    squeezed = " ".join(text.split())
    assert all(
        squeezed in " ".join(text_of_open_document(made).split()) for made in of_kind(day, ".odt").values()
    )


def test_without_the_libraries_the_pages_are_there_and_it_says_how_to_get_documents(monkeypatch, tmp_path):
    monkeypatch.setattr(letters_module, "can_write", lambda: False)
    report = exported(decided().keep(tmp_path / "s"), formats=["letters"])

    assert not [name for name in report.files if name.endswith((".docx", ".odt"))]
    assert any("panel-tui[letters]" in remark for remark in report.remarks)


def test_a_merge_asks_nobody_for_an_answer_whose_letter_does_not(folder):
    for row in read_table(exported(folder, formats=["letters"]).folder / "letters.csv"):
        asks = "Please tell us by 24 December 2026" in row["body"]
        assert row["reply_by"] == ("24 December 2026" if asks else ""), row["letter"]


def test_no_heading_of_an_open_document_is_numbered():
    for made in of_kind(decided(), ".odt").values():
        levels = odfdo.Document(io.BytesIO(made)).styles.root.get_elements(
            "descendant::text:outline-level-style"
        )
        assert {level.get_attribute("style:num-format") for level in levels} <= {"", None}
        assert not [level for level in levels if level.get_attribute("style:num-suffix")]


def converted(where: Path, file: Path, to: str, *how: str) -> Path:
    """Let LibreOffice open a file with its default settings, in an old locale, and save it as something else."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is needed: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui"
    into = where / file.suffix[1:]
    command = [
        soffice,
        "--headless",
        f"-env:UserInstallation=file://{where}/office",
        *how,
        "--convert-to",
        to,
    ]
    subprocess.run(
        [*command, "--outdir", str(into), str(file)],
        check=True, capture_output=True, timeout=200, env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    return into / f"{file.stem}.{to.partition(':')[0]}"


def test_libreoffice_opens_a_letter_of_either_kind_as_it_was_written(folder, tmp_path):
    out = exported(folder, formats=["letters"]).folder
    [row, *_] = read_table(out / "letters.csv")

    for kind in (".docx", ".odt"):
        [letter] = (out / "letters").glob(f"*A01{kind}")
        said = " ".join(converted(tmp_path, letter, "pdf").read_bytes()[:5].decode().split())
        plain = " ".join(
            converted(tmp_path, letter, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig").split()
        )
        assert said == "%PDF-"
        assert re.search(r"HF2/A01 Our decision about “Title 1”", plain), "a letter's heading has no number"
        assert all(" ".join(line.split()) in plain for line in row["body"].split("\n"))


def test_a_mail_merge_in_libreoffice_finds_every_field_without_a_setting(folder, tmp_path):
    """The workbook by default settings; the CSV as the dialog presets it, which sees the mark at its beginning."""
    out = exported(folder, formats=["letters"]).folder
    [row, *_] = read_table(out / "letters.csv")
    merged = [
        converted(tmp_path, out / "letters.xlsx", "ods"),
        converted(tmp_path, out / "letters.csv", "ods", "--infilter=CSV:44,34,76,1"),
    ]

    for made in merged:
        heads, first, *_ = CalamineWorkbook.from_path(made).get_sheet_by_index(0).to_python()
        found = dict(zip(heads, first, strict=True))
        assert list(found) == list(row)
        for field in ("body", "asked_said", "contact", "address", "reasons", "their_ref"):
            assert found[field] == row[field]
        assert found["asked"] == 1000


def test_a_title_in_the_groups_own_words_may_be_as_long_as_they_like(tmp_path):
    folder = decided(
        wording=(("letters.about", f"{'About a thing we talked about. ' * 20}“{{title}}”"),)
    ).keep(tmp_path / "s")
    out = exported(folder, formats=["letters"]).folder
    [letter] = (out / "letters").glob("*A01.docx")
    assert "About a thing we talked about. “Title 1”" in text_of_word(letter.read_bytes())


def test_where_a_cell_holds_no_more_it_is_said_and_the_table_beside_it_has_all(tmp_path):
    day = decided()
    words = ("We talked a long time. " * 860).strip()
    day.do(c.ReopenList("so that more can be said"))
    day.decide("A01", Verdict.FUND, reasons=words, conditions=words)
    folder = day.until(Phase.CONFIRMED).keep(tmp_path / "s")
    report = exported(folder, formats=["letters"])
    [row, *_] = read_table(report.folder / "letters.csv")
    assert len(row["body"]) > 32_767
    heads, first, *_ = (
        CalamineWorkbook.from_path(report.folder / "letters.xlsx").get_sheet_by_index(0).to_python()
    )
    cell = dict(zip(heads, first, strict=True))["body"]
    assert cell.endswith(" …")
    assert row["body"].startswith(cell[:-2])
    assert any("letters.xlsx" in one and "A01" in one for one in report.remarks)
