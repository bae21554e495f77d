"""Pages to learn from on paper: one page each, pressed as well, whatever stands in them."""

from msgspec.structs import replace

from screens.paper.learning import learn_sheets
from screens.paper.pack import Whereabouts, pack
from screens.paper.press import can_press, sheet_as_page, sheet_as_pdf
from sessions.model.session import Step, StepKind
from sessions.wording import english
from sessions.wording.learning import BUILT_IN
from tests.paper.pdf import pages
from tests.paper.pdf import read as printed_words
from tests.sessions.worlds import session

RULES = "\n".join(f"- No more than £{n},000 for one group in one year." for n in range(5, 11))
HOSTILE = (
    "# #strong[x] <script>\n\n$ x $ @cite \\#pagebreak() `raw` <label> {{ 7*7 }}\n\n"
    "- *a* [b](c)\n3. three\n4. four\n\n_under_ ~ // no comment /* none */"
)


def read(n, text, easy=""):
    title = text.split("\n")[0].removeprefix("# ")
    return Step(f"l{n}", StepKind.LEARN, 5, title=title, text=text, easy=easy)


def of_ours():
    words = {key: text.replace("{rules}", RULES) for key, text in english().items()}
    steps = tuple(
        read(n, words[f"learn.page.{name}"], words[f"learn.easy.{name}"]) for n, name in enumerate(BUILT_IN)
    )
    return replace(session(), steps=(*steps, *session().steps))


def test_every_page_of_ours_is_one_page_of_paper_and_so_is_its_twin():
    sheets = dict(learn_sheets(of_ours()))
    assert list(sheets) == ["learn", "learn-easy-read"]
    for sheet in sheets.values():
        assert sheet_as_page(sheet).count('<section class="page">') == len(BUILT_IN)
        if can_press():
            pressed = sheet_as_pdf(sheet)
            assert pressed.replaced == ()
            assert pages(pressed.pdf) == len(BUILT_IN)


def test_hostile_text_is_printed_as_it_stands():
    model = replace(session(), steps=(read(1, HOSTILE), *session().steps))
    [(_, sheet)] = learn_sheets(model)
    page = sheet_as_page(sheet)
    assert "<script>" not in page
    assert "{{ 7*7 }}" in page
    if can_press():
        words = printed_words(sheet_as_pdf(sheet).pdf)
        for said in ("#strong[x]", "@cite", "#pagebreak()", "// no comment", "{{ 7*7 }}"):
            assert said in words


def test_a_page_that_comes_twice_is_printed_once_and_a_note_s_as_well():
    twice = (read(1, "# One\n\nOne."), read(2, "# One\n\nOne."), replace(read(3, "Two."), kind=StepKind.NOTE))
    [(_, sheet)] = learn_sheets(replace(session(), steps=(*twice, *session().steps)))
    assert [one.heading for one in sheet.pages] == ["One", "Two."]


def test_it_is_in_the_pack_where_there_is_something_to_read_and_else_not():
    def names(model):
        return {one.name for one in pack(model, (), Whereabouts("10.0.0.7:8765"), slips_for=())}

    assert {"learn.html", "learn-easy-read.html"} <= names(of_ours())
    assert not any("learn" in name for name in names(session()))
