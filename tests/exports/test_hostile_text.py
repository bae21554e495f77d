"""Text from outside drives nothing: no spreadsheet, no browser, no terminal."""

import io
import json
import re
import zipfile
from decimal import Decimal

import pytest

from panel_tui.folder.tidy import fenced, unguarded
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Application, Consensus, Criterion, OpenData, Scale
from sessions.model.text import clean
from tests.exports.days import Day, everyone, panel, table
from tests.exports.made import book, raw, tables, xlsx

FORMULAS = ("=1+1", "+1", "-2+3", "@SUM(A1)", "＝1", "＋1", "－1", "＠A1", "\t=1", "\r=1", "'=1")
MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[/]",
    "[@click=app.quit]x",
    "{{ 7 * 191 }}",
    "{x}",
)
CONTROLS = ("\x1b]0;owned\x07", "\x9b31m", "\u202egnp.exe", "a\u2028b", "a\x00b", "\ud800", "\ufeffx", "\x7f")
CORPUS = FORMULAS + MARKUP + CONTROLS
UNSAFE = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]"
)
RUNS = re.compile(r"^\s*[=+\-@＝＋－＠]")


@pytest.fixture(scope="module", params=CORPUS, ids=repr)
def day(request):
    """Put the same text into every place that takes text, past the door that would have cleaned it."""
    return _a_day_of(request.param)


@pytest.fixture(scope="module")
def made(day):
    return raw(day)


def _a_day_of(text):
    model = panel(
        title=text,
        applications=(
            Application("A01", text, Decimal(10), organisation=text, place=text, theme=text, summary=text),
        ),
        criteria=(Criterion("c1", text, Scale(words=(text,) * 5)),),
        consensus=Consensus(question=text, options=(text, "2", "3", "4", text)),
        place=text,
        ties=("criterion:c1",),
        open_data=OpenData(text, text, text),
    )
    day = Day(model).score("A01", everyone(6, c1=4)).until(Phase.BALLOT, ref="A01")
    day.press(tally=c.Tally((2, 0, 0, 0, 4), 0, (text,)))
    day.do(c.Correct(1, "A01", "c1", score(2), text)).do(c.VoidRound(text))
    day.decide("A01", Verdict.PART, amount=Decimal("2.50"), conditions=text, reasons=f"{text}\n{text}")
    return day.until(Phase.CONFIRMED)


def test_nothing_in_a_csv_runs_in_a_spreadsheet(made):
    for name, written in made.items():
        if name.endswith(".csv"):
            cells = [cell for row in table(written) for cell in row.values()]
            assert not [cell for cell in cells if RUNS.match(cell)]


CALC = "=cmd|' /C calc'!A0"


@pytest.mark.parametrize(
    "text",
    [
        f"a;{CALC};b",
        f"a; '{CALC}",
        f"one\n{CALC}",
        f"a;+{CALC[1:]}",
        "a;-HYPERLINK(1);",
        "a;@SUM(1);",
        "a;\t＝1",
    ],
)
def test_nothing_runs_where_semicolons_part_the_cells_either(text):
    """A spreadsheet of most countries takes no notice of marks around a cell that another began."""
    made = raw(_a_day_of(text))
    for name, written in made.items():
        if name.endswith(".csv"):
            parts = [part for line in written.decode("utf-8-sig").splitlines() for part in line.split(";")]
            assert not [part for part in parts if re.match(r'"*\s*([=@＝＠]|[+\-＋－].*[|(])', part)], name
    [row] = table(made["results.csv"])
    assert unguarded(row["title"]) == clean(text)


@pytest.mark.parametrize("text", ["It is fair; it is near.", "a;b,c;d", 'He said: "yes"; we agreed.'])
def test_a_cell_with_a_semicolon_is_one_cell_also_where_both_signs_part_them(text):
    """LibreOffice's dialog does so until it is told otherwise."""
    for name, written in raw(_a_day_of(text)).items():
        if name.endswith(".csv"):
            cells, rows = 0, set()
            for _cell, end in re.findall(
                r'("(?:[^"]|"")*"|[^,;\r\n]*)([,;]|\r\n)', written.decode("utf-8-sig")
            ):
                cells += 1
                if end == "\r\n":
                    rows.add(cells)
                    cells = 0
            assert len(rows) == 1, name


@pytest.mark.parametrize("text", ["Good; -) we smiled", "why:\n- it is near\n- it is fair; + a hall"])
def test_a_list_and_a_smile_stay_as_they_were_written(text):
    assert fenced(text) == text


def test_no_control_character_is_in_any_file(made):
    for written in made.values():
        assert not UNSAFE.search(written.decode("utf-8-sig"))
    assert "\\u00" not in made["session.json"].decode()


def test_no_markup_of_theirs_is_in_the_page(made):
    written = made["decision-record.html"].decode()

    assert "<script" not in written
    assert "<img" not in written
    assert "1337" not in written


def test_every_file_can_still_be_read(made):
    assert json.loads(made["session.json"])["applications"][0]["ref"] == "A01"
    assert {row["application"] for row in table(made["scores.csv"])} == {"A01"}


def test_numbers_stay_numbers(made):
    [row] = table(made["results.csv"])

    assert (row["asked"], row["amount"]) == ("10", "2.50")


@pytest.mark.parametrize("text", FORMULAS[:8])
def test_the_mark_that_was_put_on_comes_off_again(text):
    model = panel(applications=(Application("A01", text, Decimal(1)),))
    [row] = tables(Day(model).score("A01", everyone(6, c1=4)).reveal("A01"))["results.csv"]

    assert row["title"] == f"'{text}"
    assert unguarded(row["title"]) == text


def test_in_the_workbook_nothing_is_a_formula_or_a_link_and_every_text_comes_back_as_it_was(day):
    text = day.state.model.title
    read = book(day)

    cells = [cell for sheet in read for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert not [cell for cell in cells if isinstance(cell.value, str) and UNSAFE.search(cell.value)]
    titles = [cell.value for cell in read["Results"]["B"]]
    assert titles == ["title", clean(text) or None]
    assert not [
        cell
        for cell in cells
        if RUNS.match(str(cell.value)) and cell.data_type == "s" and not cell.quotePrefix
    ]


def test_no_part_of_the_workbook_holds_a_formula_a_link_or_code(day):
    with zipfile.ZipFile(io.BytesIO(xlsx(day))) as parts:
        names = parts.namelist()
        assert not [
            name for name in names if re.search(r"vba|macro|external|activeX|embeddings|connections", name)
        ]
        for name in names:
            written = parts.read(name)
            if name.startswith("xl/worksheets/"):
                assert not re.search(rb"<f[ >/]|<hyperlink|<oleObject", written)
            assert b'TargetMode="External"' not in written
