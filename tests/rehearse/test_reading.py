"""A page is read as a person filling it in sees it."""

import pytest

from panel_tui.rehearse.html_page import NotOnThePage, read_page

SCORE = """<!doctype html><html lang="en"><head><title>x</title></head><body data-seat="4">
<form action="/look" method="post"><button name="text" value="big">Big</button></form>
<main data-page="score" data-application="A01" data-criterion="reach">
<form action="/answer" method="POST" data-main>
<input type="hidden" name="application" value="A&amp;01">
<fieldset><legend>One of four <h1>Will it  <b>reach</b> people?</h1></legend>
<label for="a1"><input type="radio" name="answer" id="a1" value="1"> Not at&nbsp;all</label>
<label><input type="radio" name="answer" value="2" checked> A little</label>
</fieldset>
<label for="why">Why?</label><textarea name="why" id="why">
Because &lt;so&gt;</textarea>
<input type="checkbox" name="helped" value="yes"><input name="off" value="x" disabled>
<select name="place"><option value="">-</option><option selected>First</option></select>
<button name="go" value="next" formaction="/elsewhere">Next</button><button type="button">Nothing</button>
</form>
<a href="/question/2" data-skip>Leave <i>it</i></a>
<form action="/signal" method="post" data-signal="slow-down"><button>Slow down</button></form>
</main></body></html>"""


@pytest.fixture
def page():
    return read_page(SCORE, address="http://laptop/question/1")


def test_its_name_marks_and_heading(page):
    assert (page.name, page.heading) == ("score", "Will it reach people?")
    assert page.marks == {"seat": "4", "page": "score", "application": "A01", "criterion": "reach"}


def test_its_main_form_among_others(page):
    assert len(page.forms) == 3
    assert (page.main_form.action, page.main_form.method) == ("/answer", "post")
    assert page.main_form.hidden("application") == "A&01"


def test_radios_of_one_name_are_one_field_with_labels(page):
    answer = page.main_form.field("answer")
    assert [(choice.value, choice.label, choice.picked) for choice in answer.choices] == [
        ("1", "Not at all", False),
        ("2", "A little", True),
    ]


def test_what_stands_in_boxes_and_lists(page):
    form = page.main_form
    assert (form.field("why").value, form.field("why").label) == ("Because <so>", "Why?")
    assert form.field("place").untouched == ("First",)
    assert form.field("helped").untouched == ()
    assert form.field("off") is None


def test_only_buttons_that_send(page):
    assert [(button.name, button.value, button.action) for button in page.main_form.buttons] == [
        ("go", "next", "/elsewhere")
    ]


def test_links_and_signals_by_their_marks(page):
    assert (page.link("skip").address, page.link("skip").label) == ("/question/2", "Leave it")
    assert page.signal("slow-down").action == "/signal"
    assert page.signal("step-out") is None


def test_a_form_left_alone_sends_what_a_browser_would(page):
    assert page.main_form.filled({}) == {
        "application": ["A&01"],
        "answer": ["2"],
        "why": ["Because <so>"],
        "place": ["First"],
    }


def test_what_is_filled_in_wins(page):
    sent = page.main_form.filled({"answer": "1", "helped": "yes", "why": "No reason"})
    assert (sent["answer"], sent["helped"], sent["why"]) == (["1"], ["yes"], ["No reason"])


@pytest.mark.parametrize("entries", [{"answer": "3"}, {"choice": "1"}, {"application": "A02"}])
def test_nothing_can_be_filled_in_that_is_not_there(page, entries):
    with pytest.raises(NotOnThePage):
        page.main_form.filled(entries)


@pytest.mark.parametrize(
    "html", ["", "plain words", "<form><input name=a", "<main data-page>", "</form></main>"]
)
def test_a_page_that_is_not_one_has_no_name_and_no_main_form(html):
    read = read_page(html, address="http://laptop/", status=500)
    assert (read.name, read.main_form, read.status) == ("", None, 500)
