"""Every page, as it is drawn."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from screens.phone.drawing import draw
from screens.phone.preferences import Look, read_look
from sessions.views.phone import pages as p
from sessions.views.phone.pages import NAMES
from tests.web.gallery import ABOUT, BALLOT, PAGES, SCORE
from tests.web.markup import Markup

HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="x',
    "{{ 7*7 }}",
    "[@click=app.quit]",
    "</main><h1>x</h1>",
)
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())


@every_page
def test_a_page_has_one_heading_and_one_main_action(page: p.AnyPage) -> None:
    markup = Markup(draw(page, sending="s"))
    assert len(markup.all("h1")) == 1
    assert [form for form in markup.all("form") if "data-main" in form] != []
    assert sum("data-main" in form for form in markup.all("form")) == 1


@every_page
def test_a_page_says_what_it_is_and_where_it_belongs(page: p.AnyPage) -> None:
    markup = Markup(draw(replace(page, position="2.score.0")))
    (main,) = markup.all("main")
    assert main["data-page"] == NAMES[type(page)]
    assert main["data-position"] == "2.score.0"
    (html,) = markup.all("html")
    assert (html["lang"], html["dir"]) == ("en", "ltr")


@every_page
def test_every_input_has_a_label_and_nothing_is_picked_beforehand(page: p.AnyPage) -> None:
    markup = Markup(draw(page, own_code="KMPT-4WX9"))
    assert markup.unlabelled == []
    assert markup.doubled_ids == []
    assert not any("checked" in one for one in markup.all("input"))


@every_page
def test_a_page_runs_nothing_of_its_own_and_never_turns_by_itself(page: p.AnyPage) -> None:
    markup = Markup(draw(page))
    assert all("src" in script for script in markup.all("script"))
    assert markup.all("style") == []
    assert not any("http-equiv" in meta for meta in markup.all("meta"))
    assert not any(name.startswith("on") or name == "style" for _, at in markup.tags for name in at)


@every_page
def test_a_page_uses_plain_words(page: p.AnyPage) -> None:
    words = Markup(draw(page)).text.lower()
    assert not re.search(r"\b(invalid|error|submit|expired|percent)\b|%", words)


@every_page
def test_a_page_can_be_asked_for_again_or_acted_on_without_scripts(page: p.AnyPage) -> None:
    form = next(form for form in Markup(draw(page)).all("form") if "data-main" in form)
    assert (form["method"], form["action"] != "") in (("get", True), ("post", True))


@pytest.mark.parametrize("text", HOSTILE)
def test_outside_text_stays_text(text: str) -> None:
    about = p.About("A01", text, text, text, text, text)
    shown = draw(replace(SCORE, about=about, question=text, message=text, choices=(p.Choice("1", text),)))
    markup = Markup(shown)
    assert text in markup.text
    assert len(markup.all("script")) == 1
    assert len(markup.all("h1")) == 1
    assert not any("onmouseover" in at for _, at in markup.tags)


def test_a_score_page_says_in_one_sentence_who_sees_the_score() -> None:
    shown = Markup(draw(SCORE)).text
    assert "Nobody is shown your score before we look together." in shown


def test_a_ballot_page_says_that_it_is_secret() -> None:
    assert "This ballot is secret. Nobody can look up how you voted." in Markup(draw(BALLOT)).text


def test_the_promise_is_unfolded_for_whoever_has_not_met_it_and_folded_away_later() -> None:
    first = [one for one in Markup(draw(replace(BALLOT, unfold=True))).all("details") if "open" in one]
    later = [one for one in Markup(draw(BALLOT)).all("details") if "open" in one]
    assert (len(first), len(later)) == (1, 0)


def test_cant_say_and_does_not_apply_stand_apart_after_an_or() -> None:
    shown = draw(SCORE)
    assert shown.index("Completely") < shown.index('class="or unseen"') < shown.index("I can&#39;t say")
    values = [one["value"] for one in Markup(shown).all("input") if one.get("type") == "radio"]
    assert values == ["1", "2", "3", "4", "5", "cant-say", "not-applicable"]


def test_a_long_scale_is_a_number_box_with_its_limits_said() -> None:
    markup = Markup(draw(PAGES["score-box"]))
    (box,) = [one for one in markup.all("input") if one.get("name") == "answer"]
    assert box["inputmode"] == "numeric"
    assert "A whole number from 0 to 40. 40 is best." in markup.text


def test_a_scale_where_the_low_end_is_best_says_so() -> None:
    numbers = tuple(p.Choice(str(n), str(n)) for n in range(1, 10))
    shown = Markup(draw(replace(SCORE, choices=numbers, low=1, high=9, best="low"))).text
    assert "1 is best, 9 is worst." in shown


def test_a_language_written_from_right_to_left_is_laid_out_so() -> None:
    (html,) = Markup(draw(replace(PAGES["join"], language="ar"))).all("html")
    assert (html["lang"], html["dir"]) == ("ar", "rtl")


def test_a_phone_may_ask_for_larger_words_and_other_colours() -> None:
    (html,) = Markup(draw(PAGES["join"], look=Look("largest", "strong"))).all("html")
    assert html["class"] == "text-largest colours-strong"


@pytest.mark.parametrize("kept", ["", "large", "huge.pink", "large.dark.x", "\x00", "<b>.dark"])
def test_a_look_nobody_offers_is_the_plain_one(kept: str) -> None:
    look = read_look(kept)
    assert look.text in ("plain", "large")
    assert look.colours in ("plain", "dark")


def test_a_seats_own_code_can_stand_above_any_page() -> None:
    assert "KMPT-4WX9" in Markup(draw(replace(SCORE, about=ABOUT), own_code="KMPT-4WX9")).text
