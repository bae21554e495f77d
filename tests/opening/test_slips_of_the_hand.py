"""What a hand slips into on the opening screen: each is answered in one plain sentence, and the screen stays."""

import asyncio

import pytest

from panel_tui.folder import new_folder, new_report
from panel_tui.opening import conversations
from panel_tui.opening.new_session import given_path
from screens.opening.dialogs import KeyHelp
from screens.wall.screen import broken_card
from sessions.wording import say

SECRET = "Ada Lovelace scored 3"
SLIPS = ["~nobody-of-that-name/x", "file://[x", "file:///a%00b", "x" * 5_000, "a\0b", "~"]


def typed(words):
    return ["tilde" if letter == "~" else letter for letter in words]


@pytest.fixture
def sheet(home):
    file = home / "asks.csv"
    file.write_text("title,asked\nTea,100\nCake,200\n")
    return file


@pytest.mark.parametrize("words", SLIPS)
def test_a_place_that_cannot_be_made_out_is_still_a_place(home, words):
    assert given_path(words, home).is_absolute()


@pytest.mark.parametrize("words", SLIPS)
async def test_looking_for_a_day_in_no_place_says_there_is_none(opening, words, monkeypatch):
    async def written(_card):
        await asyncio.sleep(0)
        return words

    async with opening() as it:
        monkeypatch.setattr(it.app, "push_screen_wait", written)
        await it.press("o")
        await it.until(lambda: "There is no day in" in it.said)
        assert len(it.said) < 300
        assert it.app.is_running


async def test_somebody_elses_home_typed_at_the_keys_is_answered(opening):
    async with opening() as it:
        await it.press("o", *typed("~nobody"), "enter")
        await it.until(lambda: "There is no day in" in it.said)


async def test_a_folder_given_for_a_spreadsheet_is_refused_in_words(opening, home):
    (home / "sheets").mkdir()
    async with opening() as it:
        await it.press("n", *typed("sheets"), "enter")
        await it.sees("What shall the day's folder be called?")
        await it.press("enter")
        await it.sees("Nothing was made", "not an ordinary file")


@pytest.mark.parametrize("name", ["n" * 300, "z\0"])
def test_a_name_that_no_folder_can_have_is_refused_in_words(home, sheet, name):
    report = new_folder(home / name, sheet, {})
    assert not report.made
    assert "This name cannot be used" in new_report(report)
    assert list(home.iterdir()) == [sheet]


@pytest.mark.parametrize("name", ["n" * 300 + ".csv", "z\0.csv"])
def test_a_spreadsheet_that_no_file_can_be_is_refused_in_words(home, name):
    report = new_folder(home / "day", home / name, {})
    assert [fault.kind for fault in report.faults] == ["cannot-open"]


async def test_whatever_else_goes_wrong_is_said_without_what_was_in_hand(opening, monkeypatch):
    async def slip(_app, _folder):
        await asyncio.sleep(0)
        raise LookupError(SECRET)

    monkeypatch.setitem(conversations.CONVERSATIONS, "find", slip)
    async with opening() as it:
        await it.press("o")
        await it.until(lambda: "Something went wrong" in it.said)
        assert SECRET not in it.text
        await it.press("question_mark")
        await it.until(lambda: isinstance(it.app.screen, KeyHelp))


async def test_if_the_screen_itself_breaks_it_does_not_speak_of_the_wall(opening, monkeypatch, capsys):
    def fall(*_):
        raise LookupError(SECRET)

    async def break_it():
        async with opening() as it:
            monkeypatch.setattr(it.app, "draw", fall)
            it.app.call_later(it.app.draw)
            await it.pilot.pause()

    with pytest.raises(LookupError):
        await break_it()
    seen = "".join(capsys.readouterr())
    assert say("opening.broken.title") in seen
    assert SECRET not in seen


def test_its_card_says_what_is_safe_and_what_to_do():
    words = "".join(segment.text for segment in broken_card("opening").segments)
    assert "everything saved is safe" in words
    assert "Start “panel-tui” again" in words
    assert "wall" not in words
