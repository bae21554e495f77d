"""Which language is spoken, and in which form of a number."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest

from panel_tui.folder.languages import languages, learn_language
from sessions.wording import Language, is_draft, learn, say, say_many, speaking, spoken_language

# A language made up for this file, with three forms: one, two, more.
MADE = Language(
    {"phone.back": "Kcab", "phone.take": "{seat} taes ekat"},
    {"views.outcome.moved": ("{n} devom", "htob", "{n} devom lla")},
    lambda n: min(n, 3) - 1,
)


@pytest.fixture(autouse=True)
def made_up():
    learn("x-made", MADE)


def test_english_is_spoken_unless_somebody_asks():
    assert (say("phone.back"), spoken_language()) == ("Back", "en")


def test_a_language_is_spoken_until_it_is_left():
    with speaking("x-made"):
        assert say("phone.take", seat=4) == "4 taes ekat"
        with speaking("en"):
            assert say("phone.back") == "Back"
        assert say("phone.back") == "Kcab"
    assert say("phone.back") == "Back"


def test_what_a_language_lacks_is_said_in_english():
    with speaking("x-made"):
        assert say("phone.skip") == "Skip this for now"
    with speaking("a language nobody has learnt"):
        assert say("phone.back") == "Back"


def test_a_groups_own_words_come_before_any_language():
    with speaking("x-made", {"phone.back": "One back"}):
        assert say("phone.back") == "One back"
        with speaking("en"):
            assert say("phone.back") == "One back"
        with speaking("en", {}):
            assert say("phone.back") == "Back"


def test_what_is_filled_in_is_never_read_as_a_sentence():
    with speaking("x-made"):
        assert say("phone.take", seat="{seat} {x!r}") == "{seat} {x!r} taes ekat"


def test_a_key_nobody_has_is_refused():
    with pytest.raises(KeyError):
        say("phone.no-such-key")


def test_each_task_speaks_its_own_language():
    async def page(language: str) -> str:
        with speaking(language):
            await asyncio.sleep(0)
            return say("phone.back")

    async def both() -> list[str]:
        return await asyncio.gather(page("x-made"), page("en"), page("x-made"))

    assert asyncio.run(both()) == ["Kcab", "Back", "Kcab"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["At least 1 of us moved.", "At least 2 of us moved.", "At least 7 of us moved."]),
        ("x-made", ["1 devom", "htob", "7 devom lla"]),
        ("cy", ["Symudodd o leiaf 1 ohonom.", "Symudodd o leiaf 2 ohonom.", "Symudodd o leiaf 7 ohonom."]),
    ],
)
def test_a_number_takes_the_form_its_language_has(language, said):
    learn_language(language)
    with speaking(language):
        assert [say_many("views.outcome.moved", n) for n in (1, 2, 7)] == said


def test_a_group_may_replace_both_forms_or_one_for_all():
    with speaking("en", {"views.outcome.moved": "{n} moved"}):
        assert [say_many("views.outcome.moved", n) for n in (1, 2)] == ["1 moved", "2 moved"]
    with speaking("en", {"views.outcome.moved-one": "A person moved"}):
        assert say_many("views.outcome.moved", 1) == "A person moved"
        assert say_many("views.outcome.moved", 2) == "At least 2 of us moved."


def test_welsh_is_there_and_says_that_it_is_a_draft():
    assert languages() == ("en", "cy")
    assert learn_language("cy")
    with speaking("cy"):
        assert say("phone.received") == "Mae eich sgôr i mewn"
        assert is_draft()
    assert not is_draft()


def test_a_language_that_is_not_shipped_cannot_be_learnt():
    assert not learn_language("../en")
    assert not learn_language("tlh")


def test_starting_in_english_reads_no_catalogue():
    code = (
        "import sys, panel_tui.cli, panel_tui.folder.languages, sessions.wording; "
        "sessions.wording.say('phone.back'); print('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
