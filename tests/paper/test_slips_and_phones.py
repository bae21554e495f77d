"""Paper asks what a phone asks, in the same words; and a ballot slip says nothing of whose it is."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from screens.paper.half_page_slips import ties_sheet
from screens.paper.press import sheet_as_page, sheet_as_pdf
from screens.paper.slips import ballots_sheet, slips_sheet
from screens.phone.drawing import draw
from screens.wall.dialogs.paper_slips import Keying
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.session import Criterion, Member, Scale
from sessions.views.desk.choices import SlipQuestion
from sessions.views.in_words import in_words
from sessions.views.paper.slips import ballot_slips, score_slips, tie_slip
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.wall.current_poster import Outside, poster
from tests.paper.pdf import Tags, heard, pages, read, squeezed
from tests.sessions.worlds import MORNING, doors_open, session

SCALES = {
    "words": Scale(),
    "worst first": Scale(1, 3, "low", ("Far too dear", "About right", "Good value")),
    "numbers": Scale(0, 10, "high", ()),
    "numbers turned round": Scale(1, 9, "low", ()),
    "a box": Scale(0, 40, "high", ()),
}


class Said(HTMLParser):
    """What a page says, a piece for each element, and which pieces are answers to pick."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.feed(re.sub(r"(?s)<style>.*?</style>", "", html))

    def handle_data(self, data):
        if data.strip():
            self.texts.append(" ".join(data.split()))


def text_of(pdf: bytes, page: int) -> str:
    """Give the words on one page."""
    return read(pdf).split("\f")[page - 1]


def said(html: str, pattern: str) -> list[str]:
    """Give the words of every element that `pattern` finds."""
    return [" ".join("".join(Said(found).texts).split()) for found in re.findall(pattern, html, re.DOTALL)]


NOT_ASKED = ("Nobody is shown", "Nothing leaves your phone")  # hints of the phone's own controls


def phone_question(world, number: int) -> dict[str, list[str]]:
    html = draw(page(world.state, 1, MORNING, Ask("question", number), Mine()))
    return {
        "question": said(html, r"<h1>(.*?)</h1>"),
        "place": said(html, r'<p class="caption">.*?<br>.*? · (.*?)</p>'),
        "hint": [
            h
            for h in said(html, r'<p class="hint"[^>]*>(.*?)</p>')
            if not any(words in h for words in NOT_ASKED)
        ],
        "or": said(html, r'class="or[^"]*">(.*?)<'),
        "answers": said(html, r'<label class="choice" for="(?:answer|other)[^>]*>(.*?)</label>'),
        "promise": said(html, r'<p class="hint" id="promise">(.*?)</p>'),
        "step out": said(html, r'data-signal="step-out">(.*?)</a>'),
    }


def slip_question(html: str, number: int) -> dict[str, list[str]]:
    blocks = html.split('<div class="question">')
    block, last = blocks[number], blocks[-1]
    return {
        "question": said(block, r"<h3>(.*?)</h3>"),
        "place": [place.partition(" · ")[2] for place in said(block, r'class="place">(.*?)</p>')],
        "hint": said(block, r"</h3>\s*<p>(.*?)</p>"),
        "or": said(block, r"<div><p>(.*?)</p><ul"),
        "answers": said(block, r'<span class="ring"></span><span>(.*?)</span>'),
        "promise": said(last, r"</ul>\s*<p>(.*?)</p>"),
        "step out": said(last, r'<span class="ring"></span><span>(.*?)</span>'),
    }


def scoring(*scales: Scale):
    """Open the scoring of a session that asks one question on each scale."""
    model = session(criteria=len(scales))
    criteria = tuple(replace(one, scale=scale) for one, scale in zip(model.criteria, scales, strict=True))
    return doors_open(replace(model, criteria=criteria)).press_until(Phase.SCORE)


@pytest.mark.parametrize("number", range(1, len(SCALES) + 1), ids=list(SCALES))
def test_a_slip_asks_each_question_in_the_phones_words(number):
    world = scoring(*SCALES.values())
    model = world.state.model
    slip = sheet_as_page(slips_sheet(model, 1, score_slips(model, 1)[:1]))

    assert slip_question(slip, number) == phone_question(world, number)


def test_a_slip_has_the_title_the_seat_and_the_ask_of_the_phone():
    world = scoring(Scale())
    html = draw(page(world.state, 1, MORNING, Ask("question", 1), Mine()))
    [_, first] = sheet_as_page(
        slips_sheet(world.state.model, 1, score_slips(world.state.model, 1)[:1])
    ).split('<section class="slip">')

    assert said(first, r"<h2>(.*?)</h2>") == ["Seat 1 · Title 1"]
    assert said(html, r'<p class="seat">(.*?)</p>') == ["Seat 1"]
    assert said(html, r"<h2><bdi>Title 1</bdi></h2>\s*<p>(.*?)</p>\s*<p>.*?</p>") == ["Group 1"]
    assert "Group 1" in first
    assert "asks for £1,000" in first
    assert "asks for £1,000" in html


def test_the_pdf_of_a_slip_says_what_its_page_says():
    model = scoring(*SCALES.values()).state.model
    sheet = slips_sheet(model, 3, score_slips(model, 3))
    words = Said(re.sub(r"(?s)<head>.*?</head>", "", sheet_as_page(sheet))).texts

    assert heard(sheet_as_pdf(sheet).pdf) == squeezed("".join(words))


def test_a_slip_is_set_in_eighteen_points_or_more_but_for_the_keys_that_type_it_in():
    model = scoring(Scale()).state.model
    pdf = sheet_as_pdf(slips_sheet(model, 1, score_slips(model, 1))).pdf

    assert Tags(pdf).sizes() <= {12.0, 14.0, 18.0, 24.0}  # 12: keys; 14: the name of the whole pile
    assert 18.0 in Tags(pdf).sizes()


def test_each_answer_stands_beside_the_key_that_types_it_in():
    model = scoring(Scale()).state.model
    [question] = slips_sheet(model, 1, score_slips(model, 1)).slips[0].questions
    for mark in (*question.marks, *question.others):
        keying = Keying([SlipQuestion("c1", "Question 1?", 1, 5)])
        keying.press(mark.key)
        keying.press(mark.key)
        assert keying.answers is not None
        assert in_words(keying.answers["c1"], Scale()) == mark.words


def test_there_is_a_slip_for_each_application_but_those_a_seat_steps_out_of():
    model = session(applications=3)
    model = replace(model, members=(Member(1, conflicts=("A02",)), *model.members[1:]))

    assert [slip.about.ref for slip in score_slips(model, 1)] == ["A01", "A03"]
    assert [slip.about.ref for slip in score_slips(model, 2, {(2, "A03")})] == ["A01", "A02"]


def test_a_ballot_slip_offers_what_the_phones_ballot_offers():
    world = doors_open(session()).press_until(Phase.BALLOT)
    html = draw(page(world.state, 1, MORNING, Ask(), Mine()))
    model = world.state.model
    [_, slip, *_] = sheet_as_page(ballots_sheet(model, ballot_slips(model))).split('<section class="slip">')

    assert said(slip, r'<p class="question">(.*?)</p>') == said(html, r"<h1>(.*?)</h1>")
    assert said(slip, r'<span class="ring"></span><span>(.*?)</span>') == said(
        html, r'<label class="choice" for="choice[^>]*>(.*?)</label>'
    )
    assert said(slip, r'<div class="foot">.*?</p><p>(.*?)</p>') == said(html, r'<p id="promise">(.*?)</p>')
    assert said(slip, r"<h1>(.*?)</h1>")[0] in html


def test_every_ballot_slip_names_its_application_and_says_nothing_of_whose_it_is():
    model = session(seats=7, applications=3)
    others = tuple(Member(n, f"Label {n}") for n in range(1, 8))
    other = replace(model, members=others, criteria=(Criterion("k", "Something else?", Scale()),))
    sheets = [ballots_sheet(one, ballot_slips(one)) for one in (model, other)]
    slips = sheet_as_page(sheets[0]).split('<section class="slip">')[1:]
    piles = {}
    for one in slips:
        [title] = said(one, r'<p class="about">(.*?)</p>')
        alike = re.sub(
            r'(?s)<h1>.*?</h1>|<h2 class="kind">.*?</h2>|</section>.*|<p class="about">.*?</p>', "", one
        )
        piles.setdefault(title, []).append(" ".join(Said(alike).texts))

    assert sheets[0] == sheets[1]
    further = "For a further ballot. We say which application."
    assert {title: len(pile) for title, pile in piles.items()} == {
        "Title 1": 8,  # one for each of seven, and what is left of the second page
        "Title 2": 8,
        "Title 3": 8,
        further: 8,
    }
    [alike] = {words for pile in piles.values() for words in pile}
    assert not re.search(r"\d|[Ss]eat|Title", alike)


def test_compact_ballot_slips_come_in_the_very_number():
    model = session(seats=7, applications=3)
    sheet = ballots_sheet(model, ballot_slips(model), compact=True)
    assert [pile.slips for pile in sheet.piles] == [7] * 4
    assert pages(sheet_as_pdf(sheet).pdf) == 7  # 28 slips, eight on a page, and nothing on the back


def test_the_pdf_of_ballot_slips_says_what_the_page_says():
    model = session()
    sheet = ballots_sheet(model, ballot_slips(model))
    words = Said(re.sub(r"(?s)<head>.*?</head>", "", sheet_as_page(sheet))).texts

    assert heard(sheet_as_pdf(sheet).pdf) == squeezed("".join(words))


def test_a_group_that_words_things_its_own_way_reads_the_same_on_both():
    from sessions.wording import speaking

    world = scoring(Scale())
    own = {"views.answer.cant-say": "No idea", "phone.score-promise": "Secret till we look."}
    with speaking("en", own):
        slip = sheet_as_page(slips_sheet(world.state.model, 1, score_slips(world.state.model, 1)))
    assert "No idea" in slip
    assert "Secret till we look." in slip


def test_six_questions_fit_on_the_two_sides_of_one_sheet():
    model = scoring(*[Scale()] * 6).state.model
    pdf = sheet_as_pdf(slips_sheet(model, 1, score_slips(model, 1))).pdf

    assert len(model.applications) == 2
    assert pages(pdf) == 4  # a sheet each, back and front


def test_no_slip_has_the_next_application_on_its_back():
    for questions in (1, 2, 4, 7, 9):
        model = scoring(*[Scale()] * questions).state.model
        for compact in (False, True):
            pdf = sheet_as_pdf(slips_sheet(model, 1, score_slips(model, 1), compact=compact)).pdf
            sides = [text_of(pdf, page) for page in range(1, pages(pdf) + 1)]
            for front, back in pairs(sides):
                assert not back.strip() or titles(back) <= titles(front), (questions, compact)


def pairs(sides):
    return list(zip(sides[::2], [*sides[1::2], ""], strict=False))


def titles(side: str) -> set[str]:
    return set(re.findall(r"Title \d+", side))


@pytest.mark.parametrize(("questions", "sheets"), [(4, 1), (8, 1)])
def test_a_compact_slip_takes_a_third_or_half_of_a_sheet_where_it_fits(questions, sheets):
    model = scoring(*[Scale()] * questions).state.model
    pdf = sheet_as_pdf(slips_sheet(model, 1, score_slips(model, 1), compact=True)).pdf

    assert -(-pages(pdf) // 2) == sheets


def test_a_compact_slip_says_what_a_roomy_one_says():
    model = scoring(*SCALES.values()).state.model
    told = [
        heard(sheet_as_pdf(slips_sheet(model, 1, score_slips(model, 1), compact=compact)).pdf)
        for compact in (False, True)
    ]
    assert sorted(told[0]) == sorted(told[1])


def tied_panel(applications: int):
    from tests.sessions.dividing import a_panel, application

    refs = [f"A{n:02}" for n in range(1, applications + 1)]
    return a_panel(*(application(ref, 500) for ref in refs), pot=500, seats=7, ties=("ballot",))


def test_a_tie_slip_has_a_row_and_a_place_for_as_many_as_a_ballot_can_hold():
    for applications, rows in ((2, 2), (5, 5), (12, 8)):
        model = tied_panel(applications)
        slip = tie_slip(model)
        assert slip is not None
        assert len(slip.rows) == len(slip.places) == rows
        sheet = ties_sheet(model, slip)
        assert sheet.slips == 8  # seven of us, two on a page
        pdf = sheet_as_pdf(sheet).pdf
        assert pages(pdf) == 7  # four fronts, and nothing on the backs between
        words = Said(re.sub(r"(?s)<head>.*?</head>", "", sheet_as_page(sheet))).texts
        assert heard(pdf) == squeezed("".join(words))
        assert not any(one.title in " ".join(words) for one in model.applications)


def test_there_is_no_tie_slip_where_the_rule_knows_no_such_ballot():
    assert tie_slip(session()) is None


def test_the_wall_numbers_those_that_are_level_as_the_slip_does():
    from tests.sessions.dividing import a_panel, application, divided

    model = a_panel(*(application(ref, 500) for ref in "AB"), pot=500, seats=7, ties=("ballot",))
    world = divided(model, {"A": [4] * 7, "B": [4] * 7})
    opened = world.when(c.BreakTie(world.state.plan.position, ("A", "B")))
    lines = poster(opened.state, MORNING, Outside()).rule.split("\n")
    slip = tie_slip(model)
    assert slip is not None
    assert [line.split()[0] for line in lines] == list(slip.rows)
