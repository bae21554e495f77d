"""The applications: columns told apart, rows read, bad cells named by line."""

from decimal import Decimal

import pytest

from panel_tui.folder import check_report, read_session


def heard(reading):
    assert reading.faults == (), [str(fault) for fault in reading.faults]
    return reading.session.applications


def kinds(reading):
    return [(fault.line, fault.kind) for fault in reading.faults]


def test_missing_refs_become_a01_and_on_around_those_given(make_folder):
    sheet = "ref,title,asked\n,Tea,1\nA01,Lunch,2\n,Choir,3\n"

    assert [application.ref for application in heard(read_session(make_folder(sheet=sheet)))] == [
        "A02",
        "A01",
        "A03",
    ]


def test_360giving_titles_are_understood(make_folder):
    sheet = (
        "Identifier,Title,Recipient Org:0:Name,Amount Applied For,Description,Beneficiary Location:0:Name,"
        'Grant Programme:0:Title\n360G-x-1,Tea,Tea Trust,"£1,500",Tea for all,Leeds,Company\n'
    )
    (tea,) = heard(read_session(make_folder(sheet=sheet)))

    assert (tea.ref, tea.title, tea.organisation, tea.asked) == (
        "360G-x-1",
        "Tea",
        "Tea Trust",
        Decimal(1500),
    )
    assert (tea.summary, tea.place, tea.theme) == ("Tea for all", "Leeds", "Company")


def test_every_bad_row_is_named_by_line_and_reason(make_folder):
    sheet = 'ref,title,asked\nA01,Tea,5\nA02,"Two\nlines",nothing\nA01,,-3\nA04,Choir,0\nA05,Lunch,£12,500\n'

    assert kinds(read_session(make_folder(sheet=sheet))) == [
        (3, "amount-words"),
        (5, "amount-negative"),
        (5, "ref-twice"),
        (5, "title-empty"),
        (6, "amount-nought"),
        (7, "row-too-long"),
    ]


@pytest.mark.parametrize(
    ("sheet", "kind"),
    [
        ("", "sheet-empty-file"),
        ("\n\n", "sheet-no-rows"),
        ("title,asked\n", "sheet-no-applications"),
        ("ref,title\nA01,Tea\n", "column-missing-asked"),
        ("title,asked\nTea,\n", "column-empty-asked"),
        ('title,asked\n"Tea,5\n', "sheet-quotes"),
        ("title,asked\n" + "Tea,5\n" * 5001, "sheet-too-long"),
        (",".join(f"t{n}" for n in range(1001)) + "\n", "sheet-too-wide"),
        (b"title,asked\nT\0a,5\n", "sheet-not-text"),
        (b"x" * (5 * 1024 * 1024 + 1), "too-big"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "sheet-old-excel"),
        (None, "no-sheet"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_refused_whole(make_folder, sheet, kind):
    reading = read_session(make_folder(sheet=sheet))

    assert reading.session is None
    assert [fault.kind for fault in reading.faults] == [kind]


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        ("title,asked\nCafé,5\n".encode("utf-8-sig"), []),
        ("title,asked\nCafé,£5\n".encode("cp1252"), ["sheet-encoding"]),
        ("title,asked\nCafé,£5\n".encode("mac_roman"), ["sheet-encoding"]),
        ("title,asked\nCafé,5\n".encode("cp850"), ["sheet-encoding"]),
        ("title\tasked\nCafé\t5\n".encode("utf-16"), ["sheet-encoding"]),
        ("title\tasked\nCafé\t5\n".encode("utf-16-le"), ["sheet-encoding"]),
        ("title|asked\nCafé|5\n".encode(), []),
        (b'sep=;\r\ntitle;asked\r\n"Caf\xc3\xa9";5\r\n', []),
        ('title, asked\n"Café", "5"\n'.encode(), []),
        ("title,asked\rCafé,5\r".encode(), []),
        ("title;asked\r\nCafé;5\r\n".encode(), []),
        ("title,asked,,\nCafé,5,,\n,,,\n".encode(), []),
    ],
)
def test_what_spreadsheet_programs_save_is_read_and_old_letters_are_told(make_folder, data, warned):
    reading = read_session(make_folder(sheet=data))

    assert [(a.title, a.asked) for a in heard(reading)] == [("Café", 5)]
    assert [warning.kind for warning in reading.warnings] == warned


def test_two_sheets_in_a_folder_are_one_too_many(make_folder):
    folder = make_folder()
    (folder / "applications.xlsx").write_bytes(b"")

    assert kinds(read_session(folder)) == [(None, "two-sheets")]


def test_refs_that_are_no_file_names_are_made_so_and_conflicts_still_find_them(make_folder, good_toml):
    sheet = (
        "ref,title,asked\n2024/17,Tea,5\nCON,Lunch,5\n../../etc/passwd,Choir,5\n" + "x" * 41 + ",Walks,5\n"
    )
    toml = good_toml + '[[member]]\nconflicts = ["2024/17", "con"]\n'

    reading = read_session(make_folder(toml, sheet))

    assert [application.ref for application in heard(reading)] == ["2024-17", "A02", "etc-passwd", "A04"]
    assert reading.session.members[0].conflicts == ("2024-17", "A02")
    assert {warning.kind for warning in reading.warnings} == {"odd-ref", "odd-ref-made"}


def test_an_apostrophe_against_formulas_is_taken_off_again(make_folder):
    sheet = "title,asked,place\n'=1+1,5,'Quoted'\n''@x,5,O'Hara\n"

    first, second = heard(read_session(make_folder(sheet=sheet)))

    assert (first.title, first.asked, first.place) == ("=1+1", 5, "'Quoted'")
    assert (second.title, second.place) == ("'@x", "O'Hara")


def test_strands_are_matched_by_key_or_title(make_folder, good_toml):
    toml = good_toml + '[[strand]]\nkey = "small"\ntitle = "Small groups"\npot = 500\n'
    sheet = "title,asked,strand\nTea,5,SMALL\nLunch,5,small groups\nChoir,5,\n"

    assert [a.strand for a in heard(read_session(make_folder(toml, sheet)))] == ["small", "small", ""]


def test_check_says_what_each_part_of_the_pot_is_and_what_is_asked_for_in_it(make_folder, good_toml):
    toml = good_toml + '[[strand]]\nkey = "small"\ntitle = "Small groups"\npot = 500\n'
    said = check_report(
        read_session(make_folder(toml, "title,asked,strand\nTea,5,small\nLunch,7,small\nChoir,5,\n"))
    )

    assert "Of the pot, £500 is for “Small groups”: 2 applications, which ask for £12." in said


def test_an_unknown_strand_is_refused_and_strands_without_pots_are_left_out(make_folder, good_toml):
    sheet = "title,asked,strand\nTea,5,smal\n"
    folder = make_folder(good_toml, sheet)

    assert [warning.kind for warning in read_session(folder).warnings] == ["strands-unused"]

    (folder / "session.toml").write_text(good_toml + '[[strand]]\nkey = "small"\npot = 500\n')
    (fault,) = read_session(folder).faults
    assert (fault.line, fault.kind, fault.meant) == (2, "unknown-word", "small")


def test_a_summary_page_wins_over_the_column(make_folder):
    sheet = "title,asked,summary\nTea,5,short\nLunch,5,kept\n"

    reading = read_session(make_folder(sheet=sheet, a01="# Tea\r\n\r\nfor \x1b[31mall\n", B07="?"))

    assert [a.summary for a in heard(reading)] == ["# Tea\n\nfor [31mall", "kept"]
    assert [str(w).partition(":")[0] for w in reading.warnings] == ["summaries/B07.md"]


def test_cleaning_leaves_nothing_that_drives_a_terminal(make_folder):
    sheet = "title,asked,organisation\n\x1b]0;x\x07T\u202eea,5,A\u200eB\u2028C\n"
    (tea,) = heard(read_session(make_folder(sheet=sheet)))

    assert (tea.title, tea.organisation) == ("]0;xTea", "AB C")


def test_odd_things_are_told_once_with_the_first_line_and_how_many(make_folder):
    sheet = "title,asked,least,Amount Awarded,Currency\nTea,5,6,1,GBP\nLunch,5,,9,EUR\nChoir,5.0051,,9,GBP\n"

    reading = read_session(make_folder(sheet=sheet))

    assert [(w.line, w.kind, w.meant) for w in reading.warnings] == [
        (2, "odd-least", "1"),
        (3, "odd-award", "2"),
        (3, "odd-currency", "1"),
        (4, "odd-pennies", "1"),
    ]


def test_a_last_row_that_is_the_sum_of_the_others_is_left_out_and_told(make_folder):
    reading = read_session(make_folder(sheet="title,asked\nTea,5000\nChoirs,7000\nTotal,12000\n"))

    assert [application.title for application in heard(reading)] == ["Tea", "Choirs"]
    assert [(w.line, w.kind, w.found) for w in reading.warnings] == [(4, "left-sums", "Total")]


def test_a_last_row_with_the_sum_of_the_others_and_a_title_of_its_own_is_pointed_out(make_folder):
    reading = read_session(make_folder(sheet="title,asked\nTea,5000\nChoirs,7000\nAll our lunches,12000\n"))

    assert len(heard(reading)) == 3
    assert [(w.line, w.kind, w.found) for w in reading.warnings] == [(4, "odd-total", "All our lunches")]


def test_two_equal_asks_are_not_taken_for_a_sum(make_folder):
    assert read_session(make_folder(sheet="title,asked\nTea,5000\nChoirs,5000\n")).warnings == ()


def test_a_column_missing_in_the_folder_is_named_there_and_not_by_an_option(make_folder):
    (fault,) = read_session(make_folder(sheet="title,how much\nTea,5000\n")).faults

    assert "give it the name “asked” there" in str(fault)
    assert "--map" not in str(fault)
