"""A little Markdown: what is a heading, a list, emphasis; and that nothing typed is ever lost or run."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.model.marked_text import PassageKind, Span, first_heading, passages
from sessions.wording import english
from sessions.wording.learning import BUILT_IN

HEADING, PARAGRAPH, ITEM = PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.ITEM


def read(text):
    return [(one.kind, one.mark, one.words) for one in passages(text)]


def test_headings_paragraphs_and_lists_are_told_apart():
    text = (
        "# A page\nOne line\nand another.\n\n## Then ##\n"
        "- first\n  and more of it\n* second\n1. one\n2) two\n---\nEnd"
    )
    assert read(text) == [
        (HEADING, "", "A page"),
        (PARAGRAPH, "", "One line and another."),
        (HEADING, "", "Then"),
        (ITEM, "", "first and more of it"),
        (ITEM, "", "second"),
        (ITEM, "1.", "one"),
        (ITEM, "2)", "two"),
        (PARAGRAPH, "", "End"),
    ]


def test_emphasis_is_strong_or_leaning_and_a_star_alone_is_a_star():
    [one] = passages("**Look** at *this* and __that__, _so_. 2 * 3 * 4 is snake_case_here \\*really\\*")
    assert one.spans == (
        Span("Look", strong=True),
        Span(" at "),
        Span("this", leaning=True),
        Span(" and "),
        Span("that", strong=True),
        Span(", "),
        Span("so", leaning=True),
        Span(". 2 * 3 * 4 is snake_case_here *really*"),
    )


@pytest.mark.parametrize("text", ["", "\n\n", "---", "#", "# \n##", "* * *"])
def test_where_there_is_nothing_to_read_there_is_no_passage(text):
    assert passages(text) == ()


def test_a_page_is_called_by_the_heading_it_begins_with():
    assert first_heading("# How *today* works\n\nSo.") == "How today works"
    assert first_heading("So.\n# Later") == ""


@given(st.text(alphabet="ab *_#-1.\n\\<>[]&$@", max_size=80))
def test_no_letter_is_ever_lost(text):
    kept = "".join(one.mark + one.words for one in passages(text))
    assert sorted(sign for sign in kept if sign in "ab") == sorted(sign for sign in text if sign in "ab")


@pytest.mark.parametrize(
    "text", ["*a " * 7000, "**a " * 5000, "_" * 20_000, "# " + "#" * 20_000 + "x", "\\" * 20_000]
)
def test_a_page_of_lone_marks_is_read_at_once(text):
    began = time.process_time()
    passages(text)
    assert time.process_time() - began < 2


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("twin", ["page", "easy"])
def test_every_page_of_ours_has_a_heading_and_something_below_it(name, twin):
    read = passages(english()[f"learn.{twin}.{name}"].replace("{rules}", "- A rule"))
    assert read[0].kind is HEADING
    assert len(read) > 2
    assert all(mark not in one.words for one in read for mark in ("**", "*", "# "))


def test_a_table_is_read_as_a_list_so_that_it_can_be_read_on_a_small_wall():
    table = (
        "What helps:\n| kind | what helps |\n| --- | :--: |\n| the first | wait |\n"
        "| the \\| loud | ask; others |\nEnd"
    )
    assert read(table) == [
        (PARAGRAPH, "", "What helps:"),
        (PARAGRAPH, "", "kind"),
        (ITEM, "", "the first. what helps: wait"),
        (ITEM, "", "the | loud. what helps: ask; others"),
        (PARAGRAPH, "", "End"),
    ]
    assert read("| a | b |\n| c | d |") == [(PARAGRAPH, "", "| a | b | | c | d |")]
    assert read("| a |\n| - |\n| b | c |")[1:] == [(ITEM, "", "b. c")]
