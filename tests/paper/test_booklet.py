"""The booklet: everything to be decided, in large letters, in the phone's own words, and nobody's in particular."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from msgspec.structs import replace

from screens.paper.booklet import LARGE, USUAL, booklet_sheet
from screens.paper.press import sheet_as_page, sheet_as_pdf
from sessions.model.session import Application, Criterion, Member, Scale
from sessions.model.text import first_sentence
from sessions.views.paper.booklet import booklet, rest_of
from tests.paper.pdf import Tags, heard, pages, read, squeezed
from tests.paper.test_slips_and_phones import Said
from tests.sessions.dividing import application
from tests.sessions.worlds import session

SUMMARY = "A warm lunch for forty people. It is cooked on Tuesdays.\n\nA van brings it.\nMaureen drives."


def model(**more):
    plain = session(applications=3, **more)
    return replace(
        plain,
        applications=tuple(
            replace(one, summary=SUMMARY, least=Decimal(500), place="Holbeck") for one in plain.applications
        ),
    )


@pytest.mark.parametrize(
    ("summary", "lead", "rest"),
    [
        (SUMMARY, "A warm lunch for forty people.", 2),
        ("One sentence alone.", "One sentence alone.", 0),
        ("No full stop at all", "No full stop at all", 0),
        ("", "", 0),
        ("A heading\n\nThen a sentence. And one more.", "A heading", 1),
        ("It is led by St Mary's. Cheap!", "It is led by St Mary's.", 1),
        ("Costs £3.50 a head. Cheap!", "Costs £3.50 a head.", 1),
    ],
)
def test_a_summary_leads_with_its_first_sentence_and_loses_no_word(summary, lead, rest):
    found = application("A", 500, summary=summary).would_do
    parts = rest_of(summary, found)
    assert (found, len(parts)) == (lead, rest)
    assert "".join((found, *parts)).split() == summary.split() or squeezed(
        found + "".join(parts)
    ) == squeezed(summary)


def test_it_leads_with_the_sentence_the_wall_leads_with_and_keeps_a_summary_that_begins_otherwise():
    short = replace(model(), applications=(replace(model().applications[0], in_short="Lunch for forty."),))
    [page] = booklet(short).pages
    assert (page.lead, " ".join(" ".join(page.rest).split())) == (
        "Lunch for forty.",
        " ".join(SUMMARY.split()),
    )
    long = "long " * 80
    assert rest_of(long, first_sentence(long)) == (long.strip(),)


def test_each_application_says_what_it_would_do_what_it_asks_and_the_whole_summary():
    told = " ".join(read(sheet_as_pdf(booklet_sheet(model(), booklet(model()))).pdf).split())
    for words in (
        "Application 2 of 3 · A02",
        "Title 2 Group 2, Holbeck A warm lunch for forty people. asks for £2,000",
        "could still do something useful with £500",
        "A van brings it. Maureen drives.",
        "My notes",
        "What I would ask",
    ):
        assert words in told


def test_what_we_ask_and_its_scale_stand_in_front_and_beside_each():
    scales = (Scale(), Scale(0, 10, "high", ()), Scale(0, 40, "high", ()))
    asked = tuple(
        Criterion(f"c{n}", f"Question {n} of ours?", one, Decimal(n), counted=n != 3)
        for n, one in enumerate(scales, start=1)
    )
    told = sheet_as_page(
        booklet_sheet(replace(model(), criteria=asked), booklet(replace(model(), criteria=asked)))
    )
    for words in (
        "Not at all · A little · Partly · Mostly · Completely",
        "10 is best, 0 is worst.",
        "A whole number from 0 to 40. 40 is best.",
        "This one counts 2 times as much.",
        "It does not count in the score.",
    ):
        assert told.count(words) == 1
    assert all(told.count(one.question) == 4 for one in asked)  # in front, and once for each application


def test_the_letters_are_of_eighteen_points_and_large_ones_of_twenty_four():
    for large, size in ((False, USUAL), (True, LARGE)):
        sheet = booklet_sheet(model(), booklet(model()), large=large)
        sizes = Tags(sheet_as_pdf(sheet).pdf).sizes()
        assert float(size) in sizes
        assert min(sizes - {14.0}) == size  # 14: the number of the page
        assert f"font-size: {size}pt" in sheet_as_page(sheet)


def test_the_pdf_says_what_the_page_says_and_is_tagged():
    sheet = booklet_sheet(model(), booklet(model()))
    pdf = sheet_as_pdf(sheet).pdf
    page = re.sub(r'(?s)<head>.*?</head>|<ol class="contents">.*?</ol>', "", sheet_as_page(sheet))

    assert heard(pdf) == squeezed("".join(Said(page).texts))
    tags = Tags(pdf)
    assert (tags.part, tags.title) == ("1", "A panel")
    assert tags.roles.count("H2") == 5  # what we ask, the list, and three applications


def test_every_copy_is_alike_whoever_sits_where():
    plain = model(seats=6)
    named = replace(plain, members=tuple(Member(n, f"Label {n}", conflicts=("A01",)) for n in range(1, 7)))
    assert booklet_sheet(plain, booklet(plain)) == booklet_sheet(named, booklet(named))


def test_pages_for_some_applications_keep_their_number_on_the_list():
    sheet = booklet_sheet(model(), booklet(model(), ["A03"]))
    assert [one.place for one in sheet.entries] == ["Application 3 of 3 · A03"]
    assert "Title 1" not in sheet_as_page(sheet)


def test_hostile_words_stay_words():
    bad = Application("A01", "<b>#set text(1pt)</b> $x$", Decimal(1), summary="#panic() *bold* <script>")
    one = replace(model(), applications=(bad,))
    sheet = booklet_sheet(one, booklet(one))
    pdf = sheet_as_pdf(sheet).pdf
    assert "#panic()*bold*<script>" in squeezed(read(pdf))
    assert "<script>" not in sheet_as_page(sheet).partition("<body>")[2]
    assert pages(pdf) >= 1
