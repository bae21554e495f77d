"""Speak as the session does: its language, and the group's own words in place of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from panel_tui.wording import learn_language
from sessions.model import Session
from sessions.wording import speaking


@contextmanager
def in_the_sessions_words(model: Session) -> Iterator[None]:
    """Say everything inside as this session says it."""
    learn_language(model.language)
    with speaking(model.language, dict(model.wording)):
        yield
