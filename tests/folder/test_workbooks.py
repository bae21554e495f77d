"""XLSX and ODS: read where they are what they say, refused at once where they would fill the laptop."""

import io
import time
import zipfile
from collections.abc import Callable
from decimal import Decimal

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder import read_session
from panel_tui.folder.fault import Refusal
from panel_tui.folder.read_spreadsheet import read_book
from panel_tui.folder.xml_parts import walk

SHEET = "xl/worksheets/sheet1.xml"
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
EMPTY_TAIL = (
    '<table:table-row table:number-rows-repeated="1048500">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def xlsx(*rows: tuple, hidden_first: bool = False) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        if hidden_first:
            book.add_worksheet("Notes").hide()
        sheet = book.add_worksheet("Grants")
        if hidden_first:
            sheet.activate()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return out.getvalue()


def changed(data: bytes, change: Callable[[bytes], bytes], part: str = SHEET) -> bytes:
    """Zip the workbook again with one part changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(name, change(before.read(name)) if name == part else before.read(name))
    return out.getvalue()


def ods(*rows: str) -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{office}:manifest:1.0"/>')
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
            f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="S">'
            + "".join(rows)
            + "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def row(*cells: str | int, more: str = "", on_cell: str = "") -> str:
    inside = "".join(
        f'<table:table-cell {on_cell} office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p>'
        "</table:table-cell>"
        if isinstance(cell, int)
        else f'<table:table-cell {on_cell} office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row {more}>{inside}</table:table-row>"


GOOD = xlsx(("title", "asked"), ("Tea", 12500.5), ("Lunch", "£9,000"))


def test_a_workbook_keeps_numbers_exact_and_words_as_words():
    (sheet,) = read_book("applications.xlsx", GOOD).grids

    assert [(line.line, line.cells) for line in sheet.rows] == [
        (1, ("title", "asked")),
        (2, ("Tea", Decimal("12500.5"))),
        (3, ("Lunch", "£9,000")),
    ]


def test_the_first_sheet_that_shows_is_read():
    (sheet,) = read_book("applications.xlsx", xlsx(("title", "asked"), ("Tea", 5), hidden_first=True)).grids

    assert [line.cells for line in sheet.rows[1:]] == [("Tea", 5)]


def test_an_ods_with_its_usual_empty_million_rows_is_read():
    (sheet,) = read_book("applications.ods", ods(row("title", "asked"), row("Tea", 12500), EMPTY_TAIL)).grids

    assert [line.cells for line in sheet.rows[1:]] == [("Tea", 12500)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("applications.xlsx", GOOD),
        ("Applications.ods", ods(row("title", "asked"), row("Tea", 12500), row("Lunch", 9000))),
    ],
)
def test_a_folder_may_hold_a_workbook_in_place_of_a_csv(make_folder, name: str, data: bytes):
    folder = make_folder(sheet=None)
    (folder / name).write_bytes(data)
    session = read_session(folder).session

    assert session is not None
    assert [(a.ref, a.title, int(a.asked)) for a in session.applications] == [
        ("A01", "Tea", 12500),
        ("A02", "Lunch", 9000),
    ]


BOMBS = {
    "a cell in the far corner": changed(GOOD, lambda part: part.replace(b"</sheetData>", FAR)),
    "the far corner, its letters prefixed": changed(
        GOOD,
        lambda part: (
            part.replace(b"<worksheet xmlns=", b"<x:worksheet xmlns:x=")
            .replace(b"</worksheet", b"</x:worksheet")
            .replace(b"</sheetData>", FAR.replace(b"<c ", b"<x:c ").replace(b"</c>", b"</x:c>"))
        ),
    ),
    "a neighbour of the far corner without a place": changed(
        GOOD, lambda part: part.replace(b"</sheetData>", FAR.replace(b"</row>", b"<c><v>2</v></c></row>"))
    ),
    "a ratio over a hundred": changed(
        GOOD, lambda part: part.replace(b"</sheetData>", b"<!--" + b"a" * 20_000_000 + b"--></sheetData>")
    ),
    "a gigabyte claimed": changed(GOOD, lambda part: part + b" " * 60_000_000),
    "one ODS cell a hundred million times": ods(
        row("title", on_cell='table:number-columns-repeated="100000000"')
    ),
    "one ODS row a hundred million times": ods(row("title", more='table:number-rows-repeated="100000000"')),
    "the repeat hidden behind a bracket": ods(
        row("title", more='table:x=">" table:number-rows-repeated="100000000"')
    ),
    "something below a million empty rows": ods(row("title"), EMPTY_TAIL, row("x")),
}


@pytest.mark.parametrize("data", BOMBS.values(), ids=BOMBS.keys())
def test_what_would_fill_the_laptop_is_refused_within_a_second(data: bytes):
    started = time.process_time()
    with pytest.raises(Refusal) as refused:
        read_book("applications.ods" if b"opendocument" in data else "applications.xlsx", data)

    assert time.process_time() - started < 1
    assert refused.value.kind == "sheet-bomb"


def test_a_part_that_claims_to_be_small_is_not_believed():
    data = bytearray(
        changed(GOOD, lambda part: part.replace(b"</sheetData>", b" " * 90_000 + b"</sheetData>"))
    )
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        if data[at + 46 :].startswith(SHEET.encode()):
            data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
        at += 4

    with pytest.raises(Refusal) as refused:
        read_book("applications.xlsx", bytes(data))

    assert refused.value.kind == "sheet-bomb"


def test_laughs_by_the_billion_are_not_laughed():
    laughs = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet'

    with pytest.raises(Refusal) as refused:
        read_book("applications.xlsx", changed(GOOD, lambda part: part.replace(b"<worksheet", laughs, 1)))

    assert refused.value.kind == "sheet-entities"


def test_xml_in_two_byte_letters_is_refused():
    def widened(part: bytes) -> bytes:
        return part.decode().replace("UTF-8", "UTF-16").encode("utf-16")

    with pytest.raises(Refusal) as refused:
        read_book("applications.xlsx", changed(GOOD, widened))

    assert refused.value.kind == "sheet-broken-zip"


@pytest.mark.parametrize("name", ["applications.xlsx", "applications.ods", "applications.csv"])
def test_a_zip_that_is_no_spreadsheet_is_refused(name: str):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", "hello")

    for data in (out.getvalue(), b"PK\x03\x04" + b"x" * 500):
        with pytest.raises(Refusal) as refused:
            read_book(name, data)
        assert refused.value.kind == "sheet-broken-zip"


@given(st.data())
def test_a_damaged_workbook_is_read_or_refused_and_never_hangs(data: st.DataObject):
    """An ODS that broke off once kept the reader busy for ever."""
    whole, name = data.draw(
        st.sampled_from([(GOOD, "a.xlsx"), (ods(row("title", "asked"), row("Tea", 5), EMPTY_TAIL), "a.ods")])
    )
    parts = zipfile.ZipFile(io.BytesIO(whole)).namelist()
    junk = st.sampled_from([b"<", b">", b"/>", b'"', b"", b"99999999999", b"XFD", b"1e999", b"\xff", b"&#x;"])

    def damaged(part: bytes) -> bytes:
        at, gone = data.draw(st.integers(0, len(part))), data.draw(st.integers(0, 8))
        return part[:at] + data.draw(junk) + part[at + gone :]

    try:
        read_book(name, changed(whole, damaged, data.draw(st.sampled_from(parts))))
    except Refusal as refused:
        assert refused.kind.startswith("sheet-")  # noqa: PT017 - either is right, and nothing else is


def test_a_part_in_an_encoding_nobody_knows_is_refused_and_not_a_crash():
    with pytest.raises(Refusal):
        walk(b'<?xml version="1.0" encoding="utf-9"?><a/>', lambda _name, _given: None)
