"""The pages for notes: each interview's questions with room to write, and no other application on a page."""

import re

from screens.paper.interviews import interview_sheet
from screens.paper.pack import Whereabouts, pack
from screens.paper.press import sheet_as_page
from tests.sessions.meeting import QUESTIONS, stage
from tests.sessions.worlds import session

WHERE = Whereabouts("10.0.0.7:8765")


def test_each_interview_has_a_page_of_its_own_with_every_question_and_theirs():
    drawn = sheet_as_page(interview_sheet(stage(applications=2)))
    pages = re.findall(r'<section class="page">.*?</section>', drawn, re.DOTALL)
    assert len(pages) == 2
    for n, page in enumerate(pages, start=1):
        assert f"Title {n}<" in page
        assert f"Title {3 - n}<" not in page
        for question in (*QUESTIONS, "Their questions to us"):
            assert question in page


def test_it_is_in_the_pack_where_somebody_is_met_and_else_not():
    def names(model):
        return {one.name for one in pack(model, (), WHERE, slips_for=())}

    assert "interview-notes.html" in names(stage())
    assert not any("interview" in name for name in names(session()))


def test_it_is_pressed_without_a_letter_missing_one_page_an_interview():
    made = {one.name: one for one in pack(stage(applications=3), (), WHERE, slips_for=())}
    pdf = made.get("interview-notes.pdf")
    if pdf is None:  # typst is not there, which the pack says by itself
        return
    assert pdf.replaced == ()
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf.data)) == 3
