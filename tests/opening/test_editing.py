"""A day is set up on the opening screen: nobody needs to write TOML, and what staff wrote stays."""

import os

import pytest

from panel_tui.folder import new_folder, read_session
from panel_tui.opening import editing
from panel_tui.opening.editing_questions import short_name
from panel_tui.opening.setting_up import values_of


@pytest.fixture
def day(home):
    (home / "asks.csv").write_text("title,asked\nTea,500\nLunch,700\n", encoding="utf-8")
    assert new_folder(home / "our-day", home / "asks.csv", {}).made
    (home / "asks.csv").unlink()
    return home / "our-day"


def session(day):
    reading = read_session(day)
    assert reading.faults == ()
    return reading.session


async def written(it, words):
    """Write over what stands in the field."""
    await it.press("ctrl+a", "ctrl+k", *["backspace"] * 80, *words, "enter")


async def test_the_pot_and_the_seats_are_written_as_people_write_them(opening, day):
    async with opening() as it:
        await it.press("s")
        await it.sees(
            "Set up the day",
            "What it is called",
            "The pot",
            "1200",
            "The seats",
            "12",
            "The questions",
            "made for you",
        )
        await it.press("down", "enter")
        await it.sees("How much money is there to give?")
        await written(it, "12,500")
        await it.sees("Set up the day", "12500")
        await it.press("down", "enter")
        await it.sees("How many people score?")
        await written(it, "7")
        await it.until(lambda: session(day).pot == 12500 and len(session(day).members) == 7)
        notes = (day / "session.toml").read_text()
        assert "# with fewer people here, the wall asks before anyone scores" in notes
        assert "CHANGE THIS" not in notes, "it has been changed"


async def test_what_does_not_fit_is_said_and_the_old_one_stays(opening, day):
    before = (day / "session.toml").read_bytes()
    async with opening() as it:
        await it.press("s")
        await it.sees("Set up the day")
        await it.press("down", "enter")
        await it.sees("How much money")
        await written(it, "lots")
        await it.sees("“lots” is not an amount.")
        await it.press("escape")
        await it.sees("Set up the day")
        await it.press("down", "enter")
        await it.sees("How many people score?")
        await written(it, "0")
        await it.sees("“seats” is 0.")
    assert (day / "session.toml").read_bytes() == before


async def test_a_question_is_reworded_weighed_added_and_taken_out(opening, day):
    async with opening() as it:
        await it.press("s")
        await it.sees("Set up the day")
        await it.press(*["down"] * 3, "enter")
        await it.sees("The questions", "Is this something people here really need?", "Add a question")
        await it.press("enter")
        await it.sees("Change its words", "What it counts for")
        await it.press("enter")
        await it.sees("Write the question")
        await written(it, "Is it needed?")
        await it.until(lambda: session(day).criteria[0].question == "Is it needed?")
        await it.sees("Add a question")
        await it.press("enter")
        await it.sees("Change its words")
        await it.press("down", "enter")
        await it.sees("counts twice as much")
        await written(it, "2")
        await it.until(lambda: session(day).criteria[0].weight == 2)
        await it.sees("Add a question")
        await it.press(*["down"] * 4, "enter")
        await it.sees("Write the question")
        await written(it, "Will it last?")
        await it.until(lambda: len(session(day).criteria) == 5)
        await it.sees("Will it last?", "Add a question")
        await it.press("down", "enter")
        await it.sees("Take it out")
        await it.press(*["down"] * 3, "enter")
        await it.until(lambda: len(session(day).criteria) == 4)
    assert [one.key for one in session(day).criteria] == ["need", "able", "value", "last"]


async def test_the_agenda_is_written_out_changed_and_made_again(opening, day):
    async with opening() as it:
        await it.press("s")
        await it.sees("Set up the day")
        await it.press(*["down"] * 4, "enter")
        await it.sees("The agenda is made for you", "Write it out")
        made = session(day).steps
        await it.press("enter")
        await it.sees("Welcome", "Tea", "Lunch", "Let it be made for us again")
        assert session(day).steps == made
        await it.press("home", "enter")
        await it.sees("Change its minutes", "Put a break before it", "Take it out")
        await it.press("enter")
        await it.sees("How many minutes")
        await written(it, "25")
        await it.until(lambda: session(day).steps[0].minutes == 25)
        await it.sees("Let it be made")
        await it.press("end", "enter")
        await it.until(lambda: session(day).steps == made)
        assert "[[step]]" not in "".join(
            line for line in (day / "session.toml").read_text().splitlines(True) if not line.startswith("#")
        )


@pytest.mark.parametrize(
    ("there", "said"), [(True, "opens in its own program"), (False, "Open this file yourself")]
)
async def test_the_files_open_in_their_own_program_or_it_is_said_where_they_are(
    opening, day, monkeypatch, there, said
):
    opened = []
    monkeypatch.setattr(editing, "opened_by_system", lambda path: opened.append(path.name) or there)
    async with opening() as it:
        await it.press("s")
        await it.sees("Set up the day")
        await it.press(*["down"] * 5, "enter")
        await it.sees(said, "session.toml")
        await it.press("escape")
        await it.sees("Open the spreadsheet")
        await it.press("down", "enter")
        await it.sees(said, "applications.csv")
    assert opened == ["session.toml", "applications.csv"]


async def test_a_file_that_cannot_be_read_can_still_be_opened(opening, home):
    (home / "odd").mkdir()
    (home / "odd" / "session.toml").write_text("title =")
    async with opening() as it:
        await it.press("s")
        await it.sees("Open session.toml in a text editor")
        assert "The pot" not in it.text


@pytest.mark.timeout(20)
def test_settings_that_are_a_pipe_or_more_than_any_reader_can_take_hold_nobody_up(tmp_path):
    os.mkfifo(tmp_path / "session.toml")
    assert values_of(tmp_path) == {}
    (tmp_path / "session.toml").unlink()
    (tmp_path / "session.toml").write_text(".".join("a" * 100_000) + " = 1")
    assert values_of(tmp_path) == {}


def test_a_questions_short_name_is_its_first_telling_word_and_nobody_elses():
    assert short_name("Will it reach people?", set()) == "reach"
    assert short_name("Will it reach people?", {"reach"}) == "reach-2"
    assert short_name("Élan?", set()) == "elan"
    assert short_name("?!", set()) == "question"
