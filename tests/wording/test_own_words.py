"""A group's own words in place of ours."""

from __future__ import annotations

import pytest

from panel_tui.folder.own_words import own_words, read_wording
from sessions.wording import say, speaking


def faults(text: str) -> list[str]:
    return [str(fault) for fault in own_words(text.encode())[1]]


def test_a_folder_without_own_words_has_none(tmp_path):
    assert read_wording(tmp_path) == ({}, ())


def test_a_group_says_it_in_its_own_words(tmp_path):
    (tmp_path / "wording.toml").write_text('"phone.take" = "Sit down in chair {seat}?"\n', encoding="utf-8")
    own, none = read_wording(tmp_path)
    assert none == ()
    with speaking("en", own):
        assert say("phone.take", seat=4) == "Sit down in chair 4?"
        assert say("phone.back") == "Back"
    assert say("phone.take", seat=4) == "Take seat 4?"


@pytest.mark.parametrize(
    "text",
    ['"phone.take" = "{seat}?"', 'phone.take = "{seat}?"', '[phone]\ntake = "{seat}?"'],
    ids=("quoted", "dotted", "under a heading"),
)
def test_a_key_may_be_written_in_any_way_toml_has(text):
    assert own_words(text.encode()) == ({"phone.take": "{seat}?"}, [])


def test_every_fault_is_named_at_once_by_its_line():
    said = faults(
        '"phone.tkae" = "x"\n"phone.take" = "Chair {sit}, {seat.__class__}, {seat:>99}?"\n'
        '"phone.back" = "{"\n"phone.next" = 3\n"phone.skip" = " "\n"phone.or" = "or {n}"\n"phone.practice" = '
        + f'"{"a" * 1001}"'
    )
    assert said == [
        "wording.toml, line 1: There is no sentence called “phone.tkae”. Did you mean “phone.take”?",
        "wording.toml, line 2: “phone.take” has nothing called {seat.__class__} to fill in. It can have: {seat}.",
        "wording.toml, line 2: “phone.take” has nothing called {seat:>99} to fill in. It can have: {seat}.",
        "wording.toml, line 2: “phone.take” has nothing called {sit} to fill in. It can have: {seat}.",
        "wording.toml, line 3: “phone.back” has a curly bracket that fills nothing in. To show one, write it twice.",
        "wording.toml, line 4: “phone.next” is 3. It needs words in quotation marks, such as \"phone.next\" = \"…\".",
        "wording.toml, line 5: “phone.skip” is empty. Write something between the quotation marks.",
        "wording.toml, line 6: “phone.or” has nothing to fill in. Take {n} out.",
        "wording.toml, line 7: “phone.practice” is 1001 characters long. Use 1000 or fewer.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        '"phone.back" = Zurück',
        '"phone.back" "x"',
        "[" * 3000,
        '"phone.back" = "a"\n"phone.back" = "b"',
        "=\n",
    ],
)
def test_a_file_that_is_no_toml_is_said_to_be_so(text):
    (fault,) = faults(text)
    assert fault.startswith("wording.toml")


def test_nothing_is_taken_from_a_file_with_a_fault(tmp_path):
    (tmp_path / "wording.toml").write_text('"phone.back" = "Zurück"\n"x" = "y"\n', encoding="utf-8")
    own, found = read_wording(tmp_path)
    assert own == {}
    assert len(found) == 1


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "elsewhere").write_text('"phone.back" = "Zurück"\n', encoding="utf-8")
    (tmp_path / "wording.toml").symlink_to(tmp_path / "elsewhere")
    assert read_wording(tmp_path)[0] == {}


def test_steering_marks_are_taken_out():
    own, _ = own_words(b'"phone.back" = "a\\u202eb\\u001b[31m"')
    assert own["phone.back"] == "ab[31m"
