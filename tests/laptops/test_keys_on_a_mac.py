"""Terminal on a Mac scrolls at PageDown: there the texts name the arrow, which does the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from panel_tui import cli
from screens.wall.keys import KEYS
from sessions.wording import english, say, speaking
from sessions.wording.keyboard import MAC, call_keys

NAMING = [key for key, words in english().items() if "PageDown" in words or "PageUp" in words]


@pytest.fixture
def on_a_mac(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(cli.sys, "platform", "darwin")
    monkeypatch.setattr(cli, "plainly", lambda _command: 0)
    with pytest.raises(SystemExit):
        cli.main()
    yield
    call_keys({})


@pytest.mark.usefixtures("on_a_mac")
@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("key", [key for key in NAMING if not key.startswith("guide.")])
def test_no_sentence_names_a_key_that_terminal_keeps(key: str, language: str) -> None:
    with speaking(language):
        said = say(key, **dict.fromkeys(("next", "n", "time", "step", "title"), "x"))
    assert "Page" not in said
    assert "→" in said or "←" in said


@pytest.mark.usefixtures("on_a_mac")
def test_help_names_the_arrow_once() -> None:
    assert [one.shown for one in KEYS if one.action == "next"] == [("→", "space")]


def test_there_are_such_sentences_and_elsewhere_they_stay() -> None:
    assert len(NAMING) > 5
    assert "PageDown" in say("wall.looking-back")


def test_the_arrows_do_what_the_texts_say() -> None:
    keys = {one.action: one.keys for one in KEYS}
    assert {"pagedown", "right", "space"} <= set(keys["next"])
    assert {"pageup", "left"} <= set(keys["back"])
    assert set(MAC) == {"PageDown", "PageUp"}
