"""Every sentence a person sees, one catalogue an audience; `say` looks a sentence up and fills it in.

A catalogue is a dict of `str.format` templates, in English. Values are filled in as plain text, never as a template.
Other languages, and a group's own words, are handed in as plain mappings by whoever reads files: see `spoken`.

Where a sentence changes with a number, English keeps two keys: `wall.time.left` and, for one alone,
`wall.time.left-one`. `say_many` picks between them, or among the forms another language has by its own rule.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from .spoken import ENGLISH, Language, is_draft, learn, speaking, spoken, spoken_language, words_spoken

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
    "spoken_language",
    "words_spoken",
]

# Each catalogue module holds a dict of its own name in capitals: `wall.WALL`, keys starting `wall.`.
CATALOGUES = (
    "views", "wall", "desk", "phone", "easy", "paper", "refusals", "folder", "record", "exports", "command", "rehearse", "sealing",
    "workbook",
    "letters",
    "steering",
    "people",
    "hand_round",
    "ready",
    "dividing",
    "opening",
)  # fmt: skip


def say(key: str, /, **values: object) -> str:
    """Give the sentence kept under `key`, filled in. Raises KeyError for a key no catalogue has."""
    return _template(key).format(**values)


def say_many(key: str, n: int, /, **values: object) -> str:
    """Give the sentence for this many, in the form the language has for `n`. `{n}` is filled in with it."""
    own, language = spoken()
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
    """Give every English sentence by its key."""
    return {key: words for name in CATALOGUES for key, words in _catalogue(name).items()}


def _template(key: str) -> str:
    own, language = spoken()
    return own.get(key) or language.sentences.get(key) or _catalogue(key)[key]


def _catalogue(key: str) -> dict[str, str]:
    return _named(key.partition(".")[0])


@cache
def _named(name: str) -> dict[str, str]:
    catalogue: dict[str, str] = getattr(import_module(f"{__name__}.{name}"), name.upper())
    return catalogue
