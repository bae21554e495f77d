"""The workbook holds what the CSVs hold, to the last digit, in real tables that people can read and print."""

import csv
import datetime as dt
import io
import shutil
import subprocess
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panel_tui.folder.tidy import unguarded
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Application, OpenData
from sessions.model.text import clean, money
from sessions.views.wall.current_poster import Outside, poster
from tests.exports.days import MORNING, Day, everyone, panel, whole_day
from tests.exports.made import book, tables, xlsx
from tests.exports.test_hostile_text import CORPUS
from tests.exports.test_recomputable import a_day

TOTALLED = ("Budget", "Finance")
SHEETS = ["Read me", "Results", "Budget", "Finance", "Reasons", "Criteria", "Rounds", "Scores", "360Giving"]
SAME = {"Results": "results.csv", "Criteria": "criteria.csv", "Scores": "scores.csv", "Rounds": "rounds.csv"}
IDS = OpenData("GB-CHC-1", "360G-x", "A fund")


def plain(sheet) -> list[dict[str, str]]:
    """Read the rows of a sheet's table as text, as a CSV would have them; an empty cell is empty text."""
    titles, *rows = sheet.iter_rows(values_only=True)
    found = [dict(zip(titles, map(as_text, row), strict=True)) for row in rows]
    return list(takewhile(lambda row: any(row.values()), found))


def as_text(value) -> str:
    return "" if value is None else str(value)


def alike(cell: str, written: str) -> bool:
    """Tell whether a CSV's cell and a sheet's are the same text, or exactly the same number."""
    return unguarded(cell) == written or (cell != "" and number(cell) == number(written) is not None)


def number(text: str):
    try:
        return Decimal(text)
    except ArithmeticError:
        return None


@pytest.fixture(scope="module")
def whole():
    return book(whole_day(), open_data=IDS)


def test_the_sheets_are_those_of_the_contract_and_read_me_is_first(whole):
    assert whole.sheetnames == SHEETS
    assert whole.active.title == "Read me"


def test_each_sheet_is_one_table_with_a_plain_name_and_unique_titles_and_nothing_merged(whole):
    names = set()
    for sheet in whole:
        [table] = sheet.tables.values()
        titles = [cell.value for cell in sheet[1]]
        below = 2 if sheet.title in TOTALLED else 0
        assert table.ref == f"A1:{sheet.cell(sheet.max_row - below, sheet.max_column).coordinate}"
        assert [column.name for column in table.tableColumns] == titles
        assert len({title.casefold() for title in titles}) == len(titles)
        assert table.name.isidentifier()
        assert not sheet.merged_cells.ranges
        names.add(table.name)
    assert len(names) == len(SHEETS)


def test_a_sheet_without_rows_is_still_a_table():
    for sheet in book(Day(panel())):
        [table] = sheet.tables.values()
        assert table.ref.endswith(f"{max(sheet.max_row, 2)}")


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**32).map(a_day), st.booleans())
def test_every_cell_is_the_csvs_to_the_last_digit(day, public):
    made, read = tables(day, public=public), book(day, public=public)

    for name, file in SAME.items():
        rows = plain(read[name])
        expected = made.get(file, [])
        assert len(rows) == len(expected)
        for row, other in zip(rows, expected, strict=True):
            assert list(row) == list(other)
            assert all(alike(other[column], row[column]) for column in other), (row, other)


def test_numbers_are_numbers_and_money_is_money(whole):
    row = {cell.column_letter: cell for cell in whole["Results"][2]}
    titles = {cell.value: cell.column_letter for cell in whole["Results"][1]}

    for name in ("asked", "amount"):
        cell = row[titles[name]]
        assert (cell.data_type, cell.number_format) == ("n", '"£"#,##0.00_)')
    assert row[titles["score"]].data_type == "n"
    # shown with as many digits as tell the scores apart; the cell holds them all
    assert row[titles["score"]].number_format == "0.00_)"
    assert whole["360Giving"]["G2"].value.date() == dt.date(2026, 12, 3)


def test_ranks_scores_and_money_are_what_the_wall_shows():
    day = Day(panel(applications=3)).score("A02", everyone(6, c1=4)).reveal("A02")
    day.score("A03", everyone(6, c1=5, c2=4)).until(Phase.DECISION, ref="A03")
    day.decide("A03", Verdict.PART, amount=Decimal("600.50"), reasons="Half of it").until(Phase.CONFIRMED)
    wall = poster(day.state, MORNING, Outside())

    read = book(day)
    budget, results = plain(read["Budget"]), {row["application"]: row for row in plain(read["Results"])}

    shown = [(row.rank, row.ref, row.score) for row in wall.rows]
    assert shown == [
        (row["rank"] or "–", row["application"], _one_place(results[row["application"]]["score"]))
        for row in budget
    ]
    assert money(Decimal(budget[-1]["left"])) in wall.left
    assert [row.running for row in wall.rows if row.running] == [
        money(day.state.model.pot - Decimal(row["left"])) for row in budget if Decimal(row["amount"] or 0)
    ]


def _one_place(score: str) -> str:
    return str(Decimal(score).quantize(Decimal("0.1"), ROUND_HALF_UP)) if score else "–"


def test_the_money_left_is_the_pot_less_what_was_given_above():
    rows = plain(book(whole_day())["Budget"])

    assert [(row["amount"], row["left"]) for row in rows] == [("1000", "500"), ("0", "500")]


def test_below_the_budget_stand_its_totals_as_plain_numbers(whole):
    titles, *rows, _, totals = whole["Budget"].iter_rows(values_only=True)
    listed = [dict(zip(titles, row, strict=True)) for row in rows]
    found = dict(zip(titles, totals, strict=True))

    assert found["rank"] == "Total"
    assert found["asked"] == sum(row["asked"] for row in listed)
    assert found["amount"] == sum(row["amount"] or 0 for row in listed)


def test_the_finance_sheet_says_whom_to_pay_how_much_and_under_which_conditions():
    [row] = plain(book(whole_day())["Finance"])

    assert (row["payee"], row["application"], row["amount"]) == ("Group 1", "A01", "1000")
    assert row["conditions"] == "Start by May"


def test_nobody_is_to_be_paid_in_public_or_before_the_list_is_confirmed():
    assert plain(book(whole_day(), public=True)["Finance"]) == []
    assert plain(book(Day(panel()))["Finance"]) == []


def test_the_panels_words_are_there_and_say_where_they_stood(whole):
    said = [(row["said"], row["round"], row["words"]) for row in plain(whole["Reasons"])]

    assert ("reasons", "", "It reaches people.\nIt is fair.") in said
    assert ("conditions", "", "Start by May") in said
    assert ("ballot", "1", "A good team") in said


def test_in_public_there_is_no_row_by_member_and_no_word_written_beside_a_ballot():
    read = book(whole_day(), public=True)

    assert plain(read["Scores"]) == []
    assert {row["said"] for row in plain(read["Reasons"])} == {"reasons", "conditions"}


def test_the_first_page_says_what_it_is_whom_it_is_for_and_how_every_number_is_made(whole):
    said = {row["Name"]: row["In words"] for row in plain(whole["Read me"])}

    assert said["Title"] == "A panel"
    assert "rows by member" in said["Who this copy is for"]
    assert said["The record's words"] == "one two three four five"
    assert {"Score of an application", "Percentiles", "Split", "Fitted rank", "Rounding"} <= set(said)
    assert set(SHEETS[1:]) <= set(said)


def test_title_and_language_are_set(whole):
    assert whole.properties.title == "A panel"
    assert whole.properties.language == "en"
    assert book(Day(panel(language="cy"))).properties.language == "cy"


def test_each_sheet_prints_with_its_titles_on_every_page(whole):
    for sheet in whole:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.freeze_panes == "A2"


def test_a_chart_shows_the_score_of_each_application(whole):
    [chart] = whole["Results"]._charts

    assert [series.val.numRef.f for series in chart.series] == [
        "Results!$J$2:$J$3",
        "Results!$G$2:$G$3",
        "Results!$I$2:$I$3",
    ]
    assert {series.cat.numRef.f if series.cat.numRef else series.cat.strRef.f for series in chart.series} == {
        "Results!$A$2:$A$3"
    }


def test_the_same_record_and_codes_give_the_same_file():
    assert xlsx(whole_day()) == xlsx(whole_day())


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Open two workbooks in LibreOffice at once, and have every sheet of both as a CSV: name → its rows."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is needed: apt-get install libreoffice-calc-nogui"
    where = tmp_path_factory.mktemp("office")
    (where / "plain.xlsx").write_bytes(xlsx(a_day(7)))
    (where / "hostile.xlsx").write_bytes(xlsx(hostile_day()))
    # every sheet as a CSV of its own (-1), cells as they are and not as they are shown
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    command = [soffice, "--headless", f"-env:UserInstallation=file://{where}/office", "--convert-to", options]
    files = [str(path) for path in sorted(where.glob("*.xlsx"))]
    subprocess.run([*command, "--outdir", str(where), *files], check=True, capture_output=True, timeout=300)
    return {
        path.stem: list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
        for path in where.glob("*.csv")
    }


def hostile_day() -> Day:
    """Put every hostile text into an application's title, group and decision."""
    texts = [text for text in CORPUS if clean(text)]
    model = panel(
        applications=tuple(
            Application(f"A{n:02d}", text, Decimal(10), organisation=text)
            for n, text in enumerate(texts, start=1)
        )
    )
    return Day(model).end()


def test_libreoffice_opens_it_and_finds_the_same(office):
    made = tables(a_day(7))

    assert made["scores.csv"]
    for name, file in SAME.items():
        rows, expected = office[f"plain-{name}"], made[file]
        assert len(rows) == max(len(expected), 1)
        for row, other in zip(rows, expected, strict=False):
            assert all(alike(other[column], row[column]) for column in other), (row, other)


def test_libreoffice_runs_none_of_the_hostile_texts_and_gives_each_back_as_it_was(office):
    texts = [clean(text) for text in CORPUS if clean(text)]
    rows = office["hostile-Results"]

    assert len(texts) > 20
    assert [row["title"] for row in rows] == texts
    assert [row["organisation"] for row in rows] == texts
    assert [row["title"] for row in office["hostile-Budget"] if row["title"]] == texts


def test_a_column_with_nothing_in_it_takes_little_room_so_that_the_rest_is_larger_on_paper():
    day = Day(panel()).score("A01", everyone(6, c1=4, c2=5)).reveal("A01").until(Phase.DECISION, ref="A01")
    sheet = book(day.decide("A01", Verdict.FUND).until(Phase.CONFIRMED))["Finance"]
    wide = {
        column: one.width
        for one in sheet.column_dimensions.values()
        for column in range(one.min, one.max + 1)
    }
    width = {cell.value: wide[cell.column] for cell in sheet[1] if cell.value}

    assert width["address"] < 10
    assert width["payee"] > 25


def test_the_published_workbook_draws_no_range_of_own_scores():
    drawn = {
        public: zipfile.ZipFile(io.BytesIO(xlsx(whole_day(), public=public))) for public in (True, False)
    }
    said = {public: parts.read("xl/charts/chart1.xml").decode() for public, parts in drawn.items()}

    assert "Lowest of our own scores" in said[False]
    assert "Lowest of our own scores" not in said[True]
