"""The readable record as PDF: tagged, with a title, a language and words for every figure, and the page's own text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from msgspec.structs import replace

from panel_tui.exports import ExportRefused
from panel_tui.exports.papers import decision_pdf
from screens.paper import press as press_module
from screens.paper.press import PressFailed, as_page, as_pdf, press
from sessions.views.paper.document import Charts, Document, Part, Says, Section, chart
from sessions.views.shapes import Bar
from tests.exports.days import Day, everyone, panel, whole_day
from tests.exports.made import exported, material, page
from tests.paper.pdf import Tags, heard, read, squeezed


@pytest.fixture(scope="module")
def day():
    return whole_day()


@pytest.fixture(scope="module")
def pdf(day):
    return made(day)


@pytest.fixture(scope="module")
def tags(pdf):
    return Tags(pdf)


def made(day, **how) -> bytes:
    [one] = decision_pdf(material(day, **how))
    return b"".join(one.parts)


class Words(HTMLParser):
    """The words of a page, without its list of contents and the headings above each chart's bars."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        html = re.sub(r"(?s)<head>.*?</head>|(?<=</h2>)\s*<ul>.*?</ul>\s*(?=</nav>)", "", html)
        self.feed(re.sub(r'(?s)(<table class="bars">.*?)<thead>.*?</thead>', r"\1", html))

    def handle_data(self, data):
        self.said.append(data)


def seen(html: str) -> str:
    return squeezed("".join(Words(html).said))


def test_it_says_that_it_is_pdf_ua_and_has_a_title_and_a_language(tags):
    assert (tags.part, tags.marked, tags.shows_title) == ("1", True, True)
    assert (tags.title, tags.language) == ("A panel", "en")


def test_its_words_are_the_pages_words_in_the_same_order(day, pdf):
    assert heard(pdf) == seen(page(day))


def test_a_public_record_has_the_public_pages_words(day):
    assert heard(made(day, public=True)) == seen(page(day, public=True)) != seen(page(day))


def test_every_figure_says_in_words_what_its_bars_say(day, tags):
    told = [
        one.alt
        for part in paper_of(day).parts
        for section in part.blocks
        if isinstance(section, Section)
        for block in section.blocks
        if isinstance(block, Charts)
        for one in block.charts
    ]

    assert tags.alts() == told
    assert len(told) > 3
    assert (
        told[0]
        == "Question 1? Most of us: Mostly – Not at all: 1; A little: 0; Partly: 0; Mostly: 4; Completely: 0"
    )


def paper_of(day) -> Document:
    return material(day).paper


def test_headings_go_down_one_step_at_a_time_and_tables_have_headers(tags):
    levels = [int(role[1]) for role in tags.roles if re.fullmatch(r"H\d", role)]

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert tags.roles.count("Table") == tags.roles.count("THead") > 2
    assert {"TH", "TD", "L", "LI", "BlockQuote", "P"} <= set(tags.roles)


def test_it_is_set_in_atkinson_hyperlegible(tags):
    assert {"AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"} <= tags.fonts


def test_the_same_record_gives_the_same_bytes(day, pdf):
    assert made(day) == pdf


def small_paper(*words: str, title: str = "A panel", language: str = "en") -> Document:
    return Document(language, title, "kind", (), "", (Part("one", "One", tuple(map(Says, words))),))


@pytest.mark.parametrize(
    "words",
    [
        "#panic()",
        '*a* _b_ `c` $d$ @e <f> #eval("1")',
        "= not a heading",
        "\\ / // no /* comment */",
        "#" * 500,
    ],
)
def test_markup_in_peoples_words_is_only_words(words):
    pressed = as_pdf(small_paper(words))

    assert pressed.replaced == ()
    assert heard(pressed.pdf).endswith(squeezed(words))
    assert Tags(pressed.pdf).roles.count("H1") == 1


def test_a_paper_without_a_title_or_in_an_odd_language_is_still_made():
    tags = Tags(as_pdf(small_paper("Hello", title="", language="x-loud")).pdf)

    assert tags.title == "–"
    assert tags.language


def test_a_language_of_a_country_is_kept():
    assert Tags(as_pdf(small_paper("Helô", language="cy-GB")).pdf).language == "cy-GB"


def without_the_laptops_fonts(monkeypatch):
    ours = press_module._fonts(own_fonts_only=True)
    monkeypatch.setattr(press_module, "_fonts", lambda **_: ours)


@pytest.mark.parametrize(
    ("words", "instead", "replaced"),
    [
        ("Well done 👍🏽!", "Well done [thumbs up sign]!", {"👍", "🏽"}),
        ("中文 title", "□□ title", {"中", "文"}),
        ("A 🎨 and a 🎨", "A [artist palette] and a [artist palette]", {"🎨"}),
        ("ሰላም", "□□□", {"ሰ", "ላ", "ም"}),
    ],
)
def test_signs_no_font_can_draw_are_replaced_and_said(words, instead, replaced, monkeypatch):
    without_the_laptops_fonts(monkeypatch)
    paper = small_paper(words, title=words)
    pressed = as_pdf(paper)

    assert set(pressed.replaced) == replaced
    assert heard(pressed.pdf) == squeezed(f"{instead}One{instead}")
    assert words in as_page(paper)


def test_arabic_survives():
    pressed = as_pdf(small_paper("مرحبا", language="ar"))

    assert pressed.replaced == ()
    assert "مرحبا" in read(pressed.pdf)


def test_whoever_exports_is_told_what_was_replaced(day, monkeypatch):
    without_the_laptops_fonts(monkeypatch)
    state = replace(day.state, session=replace(day.state.session, title="Choir 🎵"))
    odd = whole_day()
    odd.state = state
    [one] = decision_pdf(material(odd))

    assert "🎵" in one.remarks[0]


def test_a_fault_of_the_template_is_not_taken_for_a_missing_letter():
    with pytest.raises(PressFailed):
        press("document.typ", "A title", "en", {"nothing": "of use"})


def test_an_export_whose_pdf_fails_says_so_plainly_and_writes_nothing(tmp_path, monkeypatch):
    def broken(*_):
        raise PressFailed("document.typ")

    monkeypatch.setattr("screens.paper.press.press", broken)
    folder = whole_day().keep(tmp_path / "s")

    with pytest.raises(ExportRefused, match=r"decision-record.pdf could not be drawn\. The record is safe"):
        exported(folder)
    assert list((folder / "exports").iterdir()) == []
    assert exported(folder, formats=["html"]).files == ("decision-record.html",)


def test_figures_have_their_words_however_long_the_labels():
    bars = tuple(Bar(f"A rather long answer to a question, number {n}", n) for n in range(9))
    charts = Charts((chart("How we scored it", bars),) * 7, "Answer", "Heads")
    paper = Document("en", "T", "kind", (), "", (Part("one", "One", (charts,)),))

    assert len(Tags(as_pdf(paper).pdf).alts()) == 7


def test_a_day_of_long_words_and_many_questions_is_pressed(day):
    model = panel(seats=12, applications=3, criteria=9)
    long = Day(model)
    for ref in ("A01", "A02", "A03"):
        long.score(ref, everyone(12, **{f"c{n}": 1 + n % 5 for n in range(1, 10)})).reveal(ref)
    assert len(Tags(made(long)).alts()) == 3 * 9 + 2  # two ballots came before the third reveal
