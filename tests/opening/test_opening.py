"""The program started alone, driven by its keys."""

import asyncio
import threading

import pytest
from textual.widgets import OptionList

from panel_tui.demo import copy_demo
from panel_tui.folder import read_session
from panel_tui.opening import app as opening_app
from panel_tui.opening.around_the_day import prints_of
from panel_tui.opening.recent_sessions import known, remember
from panel_tui.opening.slow_work import Errand, run_errand, working
from panel_tui.room.open_room import live_room
from panel_tui.system.same_folder import lies_in
from screens.opening.dialogs import Working
from screens.opening.screen import KEYS
from screens.wall import themes
from tests.wall.posters import HOSTILE

SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.fixture
def tea(home):
    """A day that is ready."""
    copy_demo(home / "tea")
    remember(home / "tea")
    return home / "tea"


async def test_where_there_is_no_day_yet_it_says_how_to_begin(opening):
    async with opening() as it:
        assert "None yet." in it.text
        await it.press("n")
        await it.sees("Which spreadsheet?")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_days_and_what_else_there_is_to_do_are_readable_at_every_size(opening, tea, size):
    async with opening(size=size) as it:
        for words in (
            "Panel days on this laptop",
            "Connecting Neighbours",
            "~/tea",
            "Make a new day",
            "? help",
        ):
            assert words in it.text
        assert all(len(row) <= size[0] for row in it.rows)


@pytest.mark.parametrize("theme", themes.NAMES)
async def test_it_follows_every_theme(opening, tea, theme):
    async with opening() as it:
        it.app.theme = theme
        await it.settle()
        assert "Connecting Neighbours" in it.text


async def test_f2_changes_the_colours(opening):
    async with opening() as it:
        before = it.app.theme
        await it.press("f2")
        assert it.app.theme == themes.after(before)


@pytest.mark.parametrize(("keys", "errand"), [("r", "run"), ("h", "rehearse")])
async def test_a_day_is_run_or_rehearsed_by_a_key(opening, tea, keys, errand):
    async with opening() as it:
        await it.press(*keys)
        assert it.app.return_value == Errand(errand, tea)


async def test_enter_asks_what_to_do_and_running_it_is_the_likeliest(opening, tea):
    async with opening() as it:
        await it.press("enter")
        await it.sees("run the day", "rehearse it", "check it", "export the results")
        await it.press("enter")
        await it.settle()
        assert it.app.return_value == Errand("run", tea)


async def test_a_day_that_is_over_is_likeliest_exported(opening, tea):
    (tea / "record.jsonl").write_text('"fact":"SessionEnded"')
    async with opening() as it:
        await it.press("enter")
        menu = it.app.screen.query_one("OptionList")
        assert "export the results" in str(menu.get_option_at_index(menu.highlighted).prompt)


async def test_the_demo_is_a_key_away(opening):
    async with opening() as it:
        await it.press("d")
        assert it.app.return_value == Errand("demo")


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_leaving_asks_nothing_as_nothing_runs(opening, key):
    async with opening() as it:
        await it.press(key)
        assert it.app.return_value is None
        assert not it.app.is_running


async def test_checking_reads_out_what_check_prints(opening, tea):
    async with opening() as it:
        await it.press("c")
        await it.sees("What we found in the folder", "Applications: 11.", "The day:")


async def test_verifying_reads_out_whether_the_record_is_whole(opening, tea):
    async with opening() as it:
        await it.press("v")
        await it.sees("There is no record in this folder yet")
    async with live_room(tea):
        pass
    async with opening() as it:
        await it.press("v")
        await it.sees("The record", "Its words now:")
    (tea / "record.jsonl").write_bytes((tea / "record.jsonl").read_bytes().replace(b"Doors", b"Boors"))
    async with opening() as it:
        await it.press("v")
        await it.sees("does not fit together at line 2")


async def test_a_day_that_cannot_be_read_says_what_to_put_right(opening, home):
    (home / "odd").mkdir()
    (home / "odd" / "session.toml").write_text("title =")
    async with opening() as it:
        assert "cannot be read" in it.text
        await it.press("c")
        await it.sees("Put these right", "line 1")


async def test_a_day_that_was_never_run_says_why_it_cannot_be_exported(opening, tea):
    async with opening() as it:
        await it.press("e")
        await it.sees("The results")
        await it.until(lambda: "record" in it.text or "begun" in it.text)
        assert not (tea / "exports").exists()


async def test_a_day_that_has_begun_is_exported_into_its_own_folder(opening, tea):
    async with live_room(tea):
        pass
    async with opening() as it:
        await it.press("e")
        await it.until(lambda: "files are in exports" in it.text)
    assert (tea / "exports" / "results.csv").exists()


async def test_a_key_that_needs_a_day_says_so_where_none_is_chosen(opening):
    async with opening() as it:
        for key in ("r", "h", "c", "e", "v", "delete"):
            await it.press(key)
            assert "First choose a day" in it.said


async def test_a_day_is_taken_off_the_list_and_its_folder_stays(opening, home):
    copy_demo(home.parent / "far")
    remember(home.parent / "far")
    async with opening() as it:
        await it.press("delete")
        await it.sees("It is off the list.", "None yet.")
    assert (home.parent / "far" / "session.toml").exists()


async def test_another_day_is_opened_by_where_it_lies(opening, home):
    copy_demo(home.parent / "far")
    async with opening() as it:
        await it.press("o")
        await it.press(*str(home.parent / "far"), "enter")
        await it.sees("Connecting Neighbours")
        assert it.app.main.chosen == str(home.parent / "far")


async def test_a_place_without_a_day_is_named(opening, home):
    async with opening() as it:
        await it.press("o", *"nowhere", "enter")
        await it.until(lambda: "There is no day in" in it.said and "nowhere" in it.said)


async def test_a_new_day_is_made_from_a_spreadsheet_asking_what_its_columns_are(opening, home):
    (home / "Our asks.csv").write_text("Name of it,How much,Where\nTea,500,Leeds\n")
    async with opening() as it:
        await it.press("n")
        await it.sees("Which spreadsheet?", "Our asks.csv")
        await it.press("enter")
        await it.sees("What shall the day's folder be called?", "our-asks")
        await it.press("enter")
        await it.sees("Which column holds the title of each application?")
        await it.press("enter")
        await it.sees("Which column holds the amount asked for?")
        await it.press("down", "enter")
        await it.sees("Shall we use any of the other columns?", "Not used so far: Where")
        await it.press(*["down"] * 5, "enter")
        await it.sees("Which column holds the place?")
        await it.press("enter")
        await it.sees("Make the folder like this?", "One application, £500 asked.")
        await it.press("enter")
        await it.sees("The day is made", "session.toml")
        await it.press("escape")
        await it.sees("not begun")
        assert it.app.main.chosen == str(home / "our-asks")
    (one,) = read_session(home / "our-asks").session.applications
    assert (one.title, one.asked, one.place) == ("Tea", 500, "Leeds")
    assert known() == [home / "our-asks"]


async def test_a_spreadsheet_that_cannot_be_used_names_every_row_and_makes_nothing(opening, home):
    (home / "asks.csv").write_text("title,asked\nTea,lots\n,5\n")
    async with opening() as it:
        await it.press("n")
        await it.sees("asks.csv")
        await it.press("enter")
        await it.sees("called?")
        await it.press("enter")
        await it.sees("It cannot be made like this.", "line 2", "line 3", "Stop here")
        await it.press("enter")
        await it.sees("Nothing was made.", "line 2", "line 3")
    assert not (home / "asks").exists()


async def test_going_back_at_any_question_makes_nothing(opening, home):
    (home / "asks.csv").write_text("a,b\nTea,5\n")
    for steps in range(3):
        async with opening() as it:
            await it.press("n")
            for step in range(steps):
                await it.sees(("Which spreadsheet?", "called?")[step])
                await it.press("enter")
            await it.sees(("Which spreadsheet?", "called?", "Which column")[steps])
            await it.press("escape")
            await it.settle()
    assert sorted(path.name for path in home.iterdir()) == ["asks.csv"]


async def test_help_says_every_key_from_the_same_catalogue(opening):
    async with opening(size=(80, 90)) as it:
        await it.press("question_mark")
        await it.sees("What the keys do")
        for key in KEYS:
            assert key.help in " ".join(it.text.replace("┃", " ").split())
        await it.press("f1")
        assert it.app.screen is it.app.main


async def test_from_help_the_manual_opens_and_esc_goes_back_to_the_days(opening):
    async with opening() as it:
        await it.press("question_mark", "enter")
        await it.sees("Type a word to look for it", "Before the day")
        await it.press("escape")
        await it.until(lambda: it.app.screen is it.app.main)


async def test_the_palette_finds_by_a_word(opening):
    async with opening() as it:
        await it.press("ctrl+p", *"dem")
        await it.until(lambda: "No matches" not in it.text and it.text.count("Try the ready-made") == 1)
        await it.press("enter", "enter")
        await it.until(lambda: it.app.return_value == Errand("demo"))


async def test_under_a_card_the_keys_are_only_letters(opening, tea):
    async with opening() as it:
        await it.press("o", *"rdq")
        assert it.app.is_running
        assert it.app.screen.query_one("TextField").words == "rdq"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_hostile_titles_and_folders_are_drawn_as_words(opening, home, text, size):
    folder = home / text[:80].replace("/", "-")
    folder.mkdir()
    quoted = text.encode("unicode_escape").decode().replace("\\x", "\\u00").replace('"', "")
    (folder / "session.toml").write_text(f'title = "{quoted}"\n')
    async with opening(size=size) as it:
        await it.press("enter")
        await it.settle()
        for row in it.rows:
            assert not [
                mark for mark in row if ord(mark) < 32 or 0x7F <= ord(mark) < 0xA0 or mark in "\u202e\u2066"
            ]
        assert it.app.is_running


async def test_what_takes_longer_shows_how_far_it_is_and_goes_by_itself(opening):
    told, go_on = threading.Event(), threading.Event()

    def slow(far):
        far(2, 7, "workbook")
        told.set()
        assert go_on.wait(20)
        return "done"

    async with opening() as it:
        worker = it.app.run_worker(working(it.app, "The results", slow, patience=0.0))
        await it.until(lambda: told.is_set() and isinstance(it.app.screen, Working))
        await it.sees("2 of 7 done. Now: workbook")
        await it.press("escape")
        assert isinstance(it.app.screen, Working)
        go_on.set()
        assert await worker.wait() == "done"
        await it.until(lambda: it.app.screen is it.app.main)


async def test_what_is_quick_shows_no_bar(opening):
    async with opening() as it:
        shown = []
        it.app.push_screen = shown.append
        assert await working(it.app, "quick", lambda far: "done", patience=20.0) == "done"
        assert shown == []


async def test_how_the_last_errand_went_is_said_first_and_the_list_stands_on_its_day(opening, home, tea):
    copy_demo(home / "other")
    remember(home / "other")
    async with opening("Everything is kept.", str(tea)) as it:
        assert it.said == "Everything is kept."
        assert it.app.main.chosen == str(tea)


def test_an_errand_that_cannot_be_run_is_told_in_a_sentence(home):
    (home / "odd").mkdir()
    (home / "odd" / "session.toml").write_text("title =")
    assert "nothing after the = sign" in run_errand(Errand("run", home / "odd"))


async def test_a_bug_leaves_a_plain_card_without_what_was_in_hand(opening, tea, monkeypatch):
    def broken(_here):
        raise RuntimeError("secret-in-hand")

    async with opening() as it:
        monkeypatch.setattr(opening_app, "days", broken)
        with pytest.raises(RuntimeError):
            it.app.draw()
        it.app._fatal_error()
        assert "secret" not in str(list(it.app._exit_renderables))
        it.app._exit_renderables.clear()


async def test_columns_named_once_are_offered_again_after_a_bad_row_was_put_right(opening, home):
    sheet = home / "asks.csv"
    sheet.write_text("Name of it,How much\nTea,lots\nCake,5\n")
    async with opening() as it:
        await it.press("n")
        await it.sees("Which spreadsheet?")
        await it.press("enter")
        await it.sees("called?")
        await it.press("enter")
        await it.sees("Which column holds the title of each application?")
        await it.press("enter")
        await it.sees("Which column holds the amount asked for?")
        await it.press("down", "enter")
        await it.sees("It cannot be made like this.", "line 2")
        await it.press("enter")
        await it.sees("Nothing was made.", "line 2")
        await it.press("escape")

        sheet.write_text("Name of it,How much\nTea,500\n")
        await it.press("n")
        await it.sees("Which spreadsheet?")
        await it.press("enter")
        await it.sees("called?")
        await it.press("enter")
        await it.sees("The same columns as last time?", "title is “Name of it”; asked is “How much”")
        await it.press("enter")
        await it.sees("Make the folder like this?")
        await it.press("enter")
        await it.sees("The day is made")
    (one,) = read_session(home / "asks").session.applications
    assert (one.title, one.asked) == ("Tea", 500)


async def test_a_pick_that_is_heard_after_its_card_has_gone_does_no_harm(tmp_path):
    """A card's list may have left the screen by the time its pick is heard; that once brought the program down."""
    app = opening_app.OpeningApp(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        gone = OptionList("check it")
        await app.on_option_list_option_selected(
            OptionList.OptionSelected(gone, gone.get_option_at_index(0), 0)
        )
        assert app.is_running


async def test_a_day_that_is_over_proposes_no_run(opening, tea):
    (tea / "record.jsonl").write_text('"fact":"SessionEnded"')
    async with opening() as it:
        await it.press("enter")
        await it.sees("export the results", "seal it for good")
        assert "run the day" not in it.text
        assert "set it up" not in it.text


async def test_three_applications_to_try_stand_first_after_the_days(opening):
    async with opening() as it:
        options = it.app.main.days
        assert options.get_option_at_index(0).id == "do:short"
        await it.press("t")
        assert it.app.return_value == Errand("short")


async def test_printing_asks_first_and_puts_the_cards_beside_the_day(opening, tea):
    async with opening() as it:
        await it.press("p")
        await it.sees("New cards are made", "No, leave it as it is")
        await it.press("enter")
        assert not prints_of(tea).exists()
        await it.until(lambda: it.app.screen is it.app.main)
        await it.press("p")
        await it.sees("Yes, make new ones")
        await it.press("down", "enter")
        async with asyncio.timeout(60):  # a pack of twelve is many pages
            while "files are in" not in it.text:
                await it.pilot.pause(0.05)
        assert list(prints_of(tea).glob("cards*"))
        assert not lies_in(prints_of(tea), tea)


async def test_sealing_asks_first_and_a_day_that_is_not_over_stays_open(opening, tea):
    async with opening() as it:
        await it.press("l")
        await it.sees("Seal tea?", "No, leave it as it is")
        await it.press("enter")
        await it.until(lambda: it.app.screen is it.app.main)
        await it.press("l")
        await it.sees("Yes, seal it")
        await it.press("down", "enter")
        await it.sees("no record")


async def test_the_desk_and_the_folder_are_a_key_away(opening, tea, monkeypatch):
    asked = []
    monkeypatch.setattr("panel_tui.opening.around_the_day.opened_by_system", lambda path: asked.append(path))
    async with opening() as it:
        await it.press("f")
        await it.until(lambda: "Its folder is" in it.said)
        assert [path.resolve() for path in asked] == [tea.resolve()]
        await it.press("k")
        await it.until(lambda: it.app.return_value is not None)
        assert it.app.return_value.name == "desk"
