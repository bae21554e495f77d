"""The manual says what is so: its commands, keys and example are the program's own."""

import re
import shlex
from importlib import resources
from pathlib import Path

import click
import pytest

from panel_tui.cli import panel_tui
from panel_tui.folder import check_report, read_session
from panel_tui.guide import NAMES, topics
from panel_tui.guide.reading import as_text
from panel_tui.system.errors import Unable
from screens.desk.screen import KEYS as DESK
from screens.guide.topic import find, named, topic_of
from screens.opening.screen import KEYS as OPENING
from screens.wall.keys import KEYS as WALL
from sessions.wording import english

README = Path(__file__).resolve().parents[2] / "README.md"
TEXTS = {**{one.name: one.text for one in topics()}, "README": README.read_text(encoding="utf-8")}
PLACES = {
    "While people arrive": [key for key in WALL if "Lobby" in key.posters],
    "In the criteria workshop": [key for key in WALL if "Listing" in key.posters],
    "At the desk": [key for key in DESK if key not in WALL or key.said],
    "On the opening screen": list(OPENING),
}


def commands_in(text):
    """Name every command line that begins with our program's name, in a sentence or on a line of its own."""
    quoted = re.findall(r"`(panel-tui[^`]*)`", text)
    blocks = re.findall(r"```sh\n(.*?)```", text, re.S)
    alone = [line for block in blocks for line in block.splitlines() if line.startswith("panel-tui")]
    return [shlex.split(" ".join(line.split())) for line in (*quoted, *alone)]


def options_in(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))


def options_of(command):
    return {option for one in command.params if isinstance(one, click.Option) for option in one.opts}


def keys_of(topic, heading):
    [section] = [one for one in topic.sections if one.heading == heading]
    rows = re.findall(r"^\| (.+?) \| .+ \|$", section.text, re.M)
    return [key.strip("` ") for row in rows[2:] for key in row.split(", ")]


def test_every_file_is_a_topic_and_every_topic_a_file():
    files = {one.name for one in resources.files("panel_tui.guide").iterdir() if one.name.endswith(".md")}
    assert files == {f"{name}.md" for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_topic_fits_on_a_few_screens_and_its_lines_on_any(name):
    lines = TEXTS[name].splitlines()
    assert len(lines) < 130
    assert not [line for line in lines if len(line) > 96]


@pytest.mark.parametrize("name", TEXTS)
def test_every_command_is_one_that_the_program_understands(name):
    for _program, *words in commands_in(TEXTS[name]):
        if not words or words[0].startswith("-"):
            continue
        command = panel_tui.commands[words[0]]
        given = {word for word in words[1:] if word.startswith("--")}
        assert given <= options_of(command), words


@pytest.mark.parametrize("name", sorted(panel_tui.commands))
def test_every_command_is_told_with_all_its_options(name):
    manual = "\n".join(one.text for one in topics())
    assert f"panel-tui {name}" in manual
    assert options_of(panel_tui.commands[name]) <= options_in(manual)


def test_no_option_is_told_that_no_command_has():
    known = set().union(*map(options_of, panel_tui.commands.values()))
    for one in topics():
        assert options_in(one.text) <= known


@pytest.mark.parametrize("place", PLACES)
def test_the_keys_of_each_place_are_all_told_and_no_other(place):
    asked_for = [shown for key in PLACES[place] for shown in key.shown]
    assert sorted(keys_of(named(topics(), "keys"), place)) == sorted(asked_for)


def test_the_keys_of_the_wall_are_all_told_and_those_of_the_budget_where_the_pot_is_divided():
    everywhere = set(keys_of(named(topics(), "keys"), "On the wall"))
    divided = set(keys_of(named(topics(), "keys"), "While the pot is divided"))
    its_own = {shown for key in WALL if "Budget" in key.posters for shown in key.shown}
    anywhere = {shown for key in WALL if not key.posters for shown in key.shown}
    its_own |= {shown for key in WALL if "Confirmed" in key.posters for shown in key.shown}
    assert its_own <= divided
    assert not everywhere & divided
    assert everywhere | divided == its_own | anywhere


def test_the_example_of_a_sessions_settings_is_read_without_a_fault(tmp_path):
    [example] = re.findall(r"```toml\n(.*?)```", TEXTS["before-the-day"], re.S)
    (tmp_path / "session.toml").write_text(example, encoding="utf-8")
    (tmp_path / "applications.csv").write_text("title,asked\nA bench,1200\nA bus,90000\n", encoding="utf-8")
    reading = read_session(tmp_path, draw=lambda: 1)
    assert reading.session is not None, check_report(reading, name="example")
    assert reading.session.quorum == 8


def test_the_sentence_that_is_told_as_an_example_of_ones_own_is_there():
    [key] = re.findall(r'^"([a-z.-]+)" = ', TEXTS["words-and-languages"], re.M)
    assert key in english()


@pytest.mark.parametrize("words", ["lost phone", "CLICKER", "disk full"])
def test_any_words_are_found_where_they_stand(words):
    found = find(topics(), words)
    assert found
    for one in found:
        text = f"{one.label} {one.section.words}".casefold()
        assert all(word in text for word in words.casefold().split())


def test_a_heading_that_has_the_word_comes_first():
    assert find(topics(), "equal shares")[0].section.heading == "Equal shares in three sentences"


@pytest.mark.parametrize("words", ["the-day", "The Day", "the day "])
def test_a_topic_is_known_by_its_name_or_its_title(words):
    assert named(topics(), words).name == "the-day"


def test_a_text_without_a_title_is_no_topic():
    with pytest.raises(ValueError, match="no title"):
        topic_of("paper", "Just words.")


def test_without_a_word_every_topic_is_listed_with_what_it_is_about():
    listed = as_text("")
    for one in topics():
        assert f"  {one.name}\n" in listed
        assert one.summary in " ".join(listed.split())
        assert "panel-tui new" not in one.summary  # what it is about, not its first command
    assert max(map(len, listed.splitlines()[:-1])) < 60


def test_a_topic_is_given_as_it_stands_and_a_word_with_its_places():
    assert as_text("paper") == named(topics(), "paper").text.rstrip()
    assert "phones: Phones · No phone?" in as_text("hand it on")


def test_words_that_stand_nowhere_are_refused_with_the_names_of_what_there_is():
    with pytest.raises(Unable, match="before-the-day, the-day"):
        as_text("zebra crossing")
