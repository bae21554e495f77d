"""Every sentence a person sees, one catalogue an audience; `say` looks a sentence up and fills it in.

A catalogue is a dict of `str.format` templates, in English. Values are filled in as plain text, never as a template.
Other languages, and a group's own words, are handed in as plain mappings by whoever reads files: see `spoken`.

Where a sentence changes with a number, English keeps two keys: `wall.time.left` and, for one alone,
`wall.time.left-one`. `say_many` picks between them, or among the forms another language has by its own rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from sessions.wording.current_language import (
    ENGLISH,
    Language,
    about_a_shortlist,
    is_draft,
    learn,
    speaking,
    speaking_of,
    spoken,
    spoken_language,
    words_spoken,
)
from sessions.wording.keyboard import as_called

__all__ = [
    "CATALOGUES",
    "ENGLISH",
    "Language",
    "english",
    "is_draft",
    "learn",
    "say",
    "say_many",
    "speaking",
    "speaking_of",
    "spoken_language",
    "words_spoken",
]

# Where each catalogue lies: a dict of its own name in capitals, its keys starting with that name (`wall.`).
CATALOGUES = {
    "views": "views", "wall": "wall", "desk": "desk", "phone": "phone", "easy": "phone", "paper": "paper",
    "refusals": "refusals", "folder": "folder", "record": "refusals", "exports": "exports", "command": "command",
    "rehearse": "command", "sealing": "command", "workbook": "workbook", "letters": "letters", "steering": "steering",
    "people": "own_words", "hand_round": "own_words", "ready": "ready", "dividing": "dividing", "opening": "opening",
    "guide": "opening", "nights": "days", "interviews": "interviews", "felt": "closing_questions", "asking": "asking",
    "verify": "verify", "changes": "changes", "gather": "gather", "small": "small_panels", "stages": "stages", "shortlist": "stages",
    "naming": "adjusting", "rules": "funder_rules", "became": "follow_up",
    "elsewhere": "other_screens", "invite": "invite", "adjusting": "adjusting",
    "learn": "learning", "workshops": "workshops",
}  # fmt: skip


def say(key: str, /, **values: object) -> str:
    """Return the sentence kept under `key`, filled in. Raises KeyError for a key no catalogue has."""
    return _template(key).format(**values)


def say_many(key: str, n: int, /, **values: object) -> str:
    """Return the sentence for this many, in the form the language has for `n`. `{n}` is filled in with it."""
    own, language = spoken()
    key = _in_place_of(key, own)
    one = f"{key}-one"
    if n == 1 and one in own:
        template = own[one]
    elif key in own:
        template = own[key]
    elif key in language.many:
        template = language.many[key][language.form(n)]
    else:
        template = _template(one if n == 1 and one in _catalogue(key) else key)
    return template.format(n=n, **values)


def english() -> dict[str, str]:
    """Return every English sentence by its key."""
    return {key: words for name in CATALOGUES for key, words in _catalogue(name).items()}


def _template(key: str) -> str:
    own, language = spoken()
    key = _in_place_of(key, own)
    words = own.get(key) or language.sentences.get(key) or _catalogue(key)[key]
    # the manual's own screen has no arrows to spare
    return words if key.startswith("guide.") else as_called(words)


def _in_place_of(key: str, own: Mapping[str, str]) -> str:
    """Return the key that a shortlist says in place of another; the group's own words come before either."""
    if not about_a_shortlist() or key in own:
        return key
    instead = f"shortlist.{key}"
    return instead if instead in _named("shortlist") else key


def _catalogue(key: str) -> dict[str, str]:
    return _named(key.partition(".")[0])


@cache
def _named(name: str) -> dict[str, str]:
    catalogue: dict[str, str] = getattr(import_module(f"{__name__}.{CATALOGUES[name]}"), name.upper())
    return catalogue
