"""Speak as the session does: its language, and the group's own words in place of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from panel_tui.wording import learn_language
from panel_tui.wording.own_words import read_wording
from sessions.model import Session
from sessions.wording import say, speaking

_LETTERS = "letters."


@contextmanager
def in_the_sessions_words(model: Session) -> Iterator[None]:
    """Say everything inside as this session says it."""
    learn_language(model.language)
    with speaking(model.language, dict(model.wording)):
        yield


def with_letters_of(folder: Path, model: Session) -> tuple[Session, str]:
    """Take the letters' words from the folder as it is now: they are written after the day, and decide nothing.

    Gives the session, and a sentence where `wording.toml` could not be read.
    """
    found, faults = read_wording(folder)
    own = {key: words for key, words in found.items() if key.startswith(_LETTERS)}
    if not own and not faults:
        return model, ""
    said = say("exports.wording", fault=str(faults[0])) if faults else ""
    return replace(model, wording=tuple({**dict(model.wording), **own}.items())), said
