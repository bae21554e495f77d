"""The manual on the screen: letters search, arrows choose, Esc goes back to where one was."""

import re

import pytest

from panel_tui.guide import topics
from panel_tui.guide.reading import GuideApp
from screens.guide.manual import Manual
from screens.wall import themes
from tests.wall.conftest import Driven

SIZES = ((60, 20), (80, 24), (120, 40))  # each in another theme


class Read(Driven):
    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    async def sees(self, *words):
        await self.until(lambda: all(word in self.words for word in words))

    @property
    def words(self):
        return " ".join(re.sub(r"[│┃▁▔▎▍]", " ", self.text).split())


@pytest.fixture
def manual():
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def opened(looked_for="", size=(80, 24), theme=""):
        app = GuideApp(looked_for)
        app.theme = theme or app.theme
        async with app.run_test(size=size, notifications=True) as pilot:
            it = Read(app, pilot)
            await it.settle()
            yield it

    return opened


async def test_it_opens_on_the_first_topic_with_the_list_of_all(manual):
    async with manual(size=(80, 28)) as it:  # on a smaller screen the list can be scrolled
        await it.sees("Make the day's folder", *(one.title for one in topics()))


async def test_the_arrows_choose_a_topic(manual):
    async with manual() as it:
        await it.press("down", "down")
        await it.sees("Any phone with a browser will do")


async def test_it_opens_on_the_topic_that_was_named(manual):
    async with manual("paper") as it:
        await it.sees("A member without a phone")


async def test_letters_look_for_a_word_and_show_the_section_that_has_it(manual):
    async with manual() as it:
        await it.press(*"isolation")
        await it.sees("Phones · If phones", 'isolation" (or "AP')
        assert "Any phone with a browser" not in it.words


async def test_words_given_at_the_start_are_looked_for(manual):
    async with manual("damaged record") as it:
        await it.sees("The record is damaged", "--rescue")


async def test_words_that_stand_nowhere_are_said_to(manual):
    async with manual("zebra crossing") as it:
        await it.sees("Nothing has all of these words.")
        await it.press("down", "pagedown", "enter")
        await it.sees("Nothing has all of these words.")


async def test_pagedown_reads_on_and_pageup_back(manual):
    async with manual("changes") as it:
        await it.sees("What is new")
        await it.press("pagedown", "pagedown", "pagedown", "pagedown", "pagedown")
        await it.until(lambda: "What is new" not in it.words)
        await it.press("pageup", "pageup", "pageup", "pageup", "pageup")
        await it.sees("What is new")


async def test_esc_takes_the_search_back_first_and_then_leaves(manual):
    async with manual() as it:
        await it.press(*"paper", "escape")
        await it.sees("Before the day", "The day")
        await it.press("escape")
        await it.until(lambda: not it.app.is_running or not isinstance(it.app.screen, Manual))


@pytest.mark.parametrize(("size", "theme"), [*zip(SIZES, themes.NAMES, strict=True)])
async def test_every_topic_can_be_read_at_every_size(manual, size, theme):
    async with manual(size=size, theme=theme) as it:
        for one in topics():
            first = one.sections[0].words.split()[0]
            await it.sees(one.title.split()[0], first)
            await it.press("down")
