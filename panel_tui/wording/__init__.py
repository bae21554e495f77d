"""Languages other than English, and a group's own words: read from files and handed to `sessions.wording`."""

from __future__ import annotations

from sessions.wording import ENGLISH, learn

from .catalogue import languages, read_language

__all__ = ["languages", "learn_language"]

_KNOWN = {ENGLISH}


def learn_language(language: str) -> bool:
    """Learn a language that is shipped, once; say whether it can be spoken now."""
    if language in _KNOWN:
        return True
    try:
        learn(language, read_language(language))
    except KeyError:
        return False
    _KNOWN.add(language)
    return True
