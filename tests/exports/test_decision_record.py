"""The readable record: plain words, one heading, tables with headers, nothing that runs."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest

from sessions import commands as c
from sessions.model.phases import Phase
from tests.exports.days import YES, Day, everyone, panel, whole_day
from tests.exports.made import HEAD, page

VOID = {"meta", "br", "rect"}


class Reader(HTMLParser):
    """Read a page and remember its elements, with what stands in them."""

    def __init__(self, text):
        super().__init__()
        self.found, self.open = [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs), tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def all(self, tag):
        return [attrs for name, attrs, _ in self.found if name == tag]


@pytest.fixture(scope="module")
def written():
    return page(whole_day())


@pytest.fixture(scope="module")
def read(written):
    return Reader(written)


def test_it_has_one_first_heading_a_language_a_title_and_one_main(read):
    assert len(read.all("h1")) == len(read.all("main")) == len(read.all("title")) == 1
    assert read.all("html") == [{"lang": "en", "dir": "ltr"}]


def test_headings_go_down_one_step_at_a_time(read):
    levels = [int(tag[1]) for tag, *_ in read.found if tag in ("h1", "h2", "h3", "h4")]

    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_headers_with_a_scope(read):
    assert len(read.all("caption")) == len(read.all("table")) > 4
    assert {attrs.get("scope") for attrs in read.all("th")} == {"col", "row"}


def test_nothing_runs_and_nothing_is_fetched(read):
    assert not read.all("script") + read.all("link") + read.all("img") + read.all("iframe")
    assert not [attrs for _, attrs, _ in read.found if any(name.startswith("on") for name in attrs)]
    assert {attrs["href"][0] for attrs in read.all("a")} == {"#"}


def test_every_link_goes_somewhere_and_no_name_is_given_twice(read):
    ids = [attrs["id"] for _, attrs, _ in read.found if "id" in attrs]

    assert len(ids) == len(set(ids))
    assert {attrs["href"][1:] for attrs in read.all("a")} <= set(ids)


@pytest.mark.parametrize(
    "words",
    [
        "There was £1,500 to give. 2 applications asked for £3,000 between them.",
        "6 members sat. Their names are not in this record.",
        "Our rule: 5 of 6 say yes, and nobody says no.",
        "6 of us scored it. Score: 4.00, on a scale from 1 to 5.",
        "First ballot",
        "Second ballot",
        "At least 3 of us moved between the last two ballots.",
        "Outcome: We agree: yes",
        "Decision: fund: £1,000",
        "Start by May",
        "<p>It reaches people.</p><p>It is fair.</p>",
        "Too far away",
        "We gave £1,000 of £1,500. £500 is left.",
        "The panel confirmed this list together.",
        "panel-tui verify FOLDER",
        HEAD,
    ],
)
def test_it_says(written, words):
    assert words in written


def test_a_ballot_that_too_few_answered_was_held_all_the_same():
    day = Day(panel(applications=2))
    day.score("A01", everyone(6, c1=4, c2=5)).reveal("A01").ballot("A01", c.Tally((0, 0, 0, 0, 3), 0))
    told = page(day)
    assert "Where fewer than five of us picked an answer, no count was kept." in told
    assert "we held none" not in told


def test_one_that_the_day_left_out_is_not_told_to_have_had_a_ballot():
    day = Day(panel(applications=2))
    day.score("A01", everyone(6, c1=4, c2=5)).until(Phase.TALK, ref="A01")
    day.do(c.JumpTo(day.state.plan.position, day.state.steps[-1].key, sure=True))
    assert "We held none." not in page(day)  # as yet
    told = page(day.end())
    assert "There could be up to 3 secret ballots on each application, with talk between them." in told
    assert "We held none." in told


def test_of_a_ballot_that_was_set_aside_nobody_says_that_it_was_not_held():
    day = Day(panel(applications=2))
    day.score("A01", everyone(6, c1=4, c2=5)).reveal("A01").ballot("A01", YES).do(
        c.VoidRound("We misread it.")
    )
    day.do(c.JumpTo(day.state.plan.position, day.state.steps[-1].key, sure=True))
    told = page(day.end())
    assert "One ballot was set aside: We misread it." in told
    assert "So no ballot on it counts." in told
    assert "We held no ballot on it." not in told
    assert "We held none." not in told


def test_that_some_had_no_ballot_is_said_beside_how_many_were_held():
    day = Day(panel(applications=2))
    day.score("A01", everyone(6, c1=4, c2=5)).reveal("A01").ballot("A01", YES)
    said = "Where fewer than five of us could vote, we held none."
    assert said not in page(day)
    day.do(c.StepOut(5, "A02")).do(c.StepOut(6, "A02")).score("A02", everyone(4, c1=4, c2=5)).reveal("A02")
    assert said in page(day.end())
