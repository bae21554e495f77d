"""Easy Read: a short sentence and a symbol for each page and each answer, for those who ask for it."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from screens.phone.drawing import draw
from screens.phone.preferences import Look, eased_answers, eased_page, read_look
from sessions.views.phone import pages as p
from tests.web.gallery import BALLOT, PAGES, SCORE
from tests.web.markup import Markup
from tests.web.phones import Phone, small_room

EASY = Look(easy="read")
every_page = pytest.mark.parametrize("name", PAGES)


@every_page
def test_a_page_says_in_a_few_words_what_it_is_for(name):
    eased = eased_page(PAGES[name])
    shown = draw(PAGES[name], look=EASY)
    assert all(len(re.findall(r"\w+", part)) <= 9 for part in re.split("[.?]", eased.words))
    assert eased.words in Markup(shown).text
    assert '<p class="easy"><svg class="symbol"' in shown


@every_page
def test_nobody_who_did_not_ask_is_sent_a_symbol(name):
    assert "symbol" not in draw(PAGES[name])


@every_page
def test_symbols_only_repeat_the_words(name):
    symbols = [svg for svg in Markup(draw(PAGES[name], look=EASY)).all("svg") if svg.get("class") == "symbol"]
    assert symbols
    assert all(svg["aria-hidden"] == "true" for svg in symbols)


@every_page
def test_an_easy_page_is_as_sound_as_any(name):
    markup = Markup(draw(PAGES[name], look=EASY, own_code="KMPT-4WX9"))
    assert (markup.unlabelled, markup.doubled_ids, len(markup.all("h1"))) == ([], [], 1)


def test_each_answer_has_its_step():
    eased = eased_answers(SCORE)
    assert [(one.symbol, one.level) for value, one in eased.items() if value.isdigit()] == [
        ("steps", 1), ("steps", 2), ("steps", 3), ("steps", 4), ("steps", 5),
    ]  # fmt: skip
    assert eased["cant-say"].words == "I do not know."
    assert draw(SCORE, look=EASY).count('class="full"') == 3 + 1 + 2 + 3 + 4 + 5


def test_where_one_is_best_the_first_step_is_the_highest():
    eased = eased_answers(replace(SCORE, best="low"))
    assert [eased[str(n)].level for n in (1, 2, 3, 4, 5)] == [5, 4, 3, 2, 1]


@pytest.mark.parametrize(
    ("options", "symbols"),
    [
        (5, ["no", "lean-no", "middle", "lean-yes", "yes"]),
        (3, ["no", "middle", "yes"]),
        (2, ["no", "yes"]),
        (4, ["no", "middle", "middle", "yes"]),
    ],
)
def test_a_ballot_goes_from_no_to_yes(options, symbols):
    choices = tuple(p.Choice(str(n), "x") for n in range(options))
    eased = eased_answers(replace(BALLOT, choices=(*choices, p.Choice("cant-say", "x"))))
    assert [eased[str(n)].symbol for n in range(options)] == symbols
    assert eased["cant-say"].symbol == "question"


@pytest.mark.parametrize("kept", ["", "large", "large.dark", "large.dark.read", "large.dark.no", "a.b.c.d"])
def test_a_look_kept_before_easy_read_was_there_is_still_read(kept):
    look = read_look(kept)
    assert look.easy == ("read" if kept.endswith(".read") else "plain")
    assert read_look(look.kept) == look


async def test_a_phone_asks_for_it_and_keeps_it(tmp_path):
    async with small_room(tmp_path) as room, Phone(room) as phone:
        assert "symbol" not in (await phone.http.get("/")).text
        headers = {"Origin": str(phone.http.base_url).rstrip("/")}
        done = await phone.http.post("/look", data={"easy": "read"}, headers=headers)
        assert done.status_code in (200, 303)
        assert "Type the code on your card." in (await phone.http.get("/")).text
        await phone.http.post("/look", data={"text": "large"}, headers=headers)
        assert 'class="text-large easy-read"' in (await phone.http.get("/")).text


@every_page
def test_an_easy_page_has_fewer_words_than_the_plain_one(name):
    def words(look):
        main = re.search(r"<main.*</main>", draw(PAGES[name], look=look), re.DOTALL)
        return len(Markup(re.sub(r"<noscript>.*?</noscript>", "", main[0], flags=re.DOTALL)).text.split())

    assert words(EASY) < words(Look())


@every_page
def test_what_an_easy_page_leaves_out_is_not_pointed_to(name):
    shown = draw(PAGES[name], look=EASY)
    for pointed in re.findall(r'aria-describedby="([^"]+)"', shown):
        assert all(f'id="{one}"' in shown for one in pointed.split())
