"""Read the gettext catalogue of a language, and hand it to `sessions.wording`.

As in gettext, a translation belongs to one English sentence: once the English has changed, it is not used until
somebody has looked at it again; nor is one marked `fuzzy`, nor an empty one. A `fuzzy` mark on the header is ours to
read: the whole catalogue is a draft that awaits a native reader. It is used, and pages in it say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from gettext import c2py
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from sessions.wording import ENGLISH, Language, english, learn

if TYPE_CHECKING:
    from babel.messages import Catalog

_LANGUAGES = files("sessions.wording") / "languages"


def languages() -> tuple[str, ...]:
    """Name the languages there are, English first."""
    others = (entry.name.removesuffix(".po") for entry in _LANGUAGES.iterdir() if entry.name.endswith(".po"))
    return (ENGLISH, *sorted(others))


def name_of(language: str, said_in: str) -> str:
    """Say what a language is called, in another; by its own sign where nobody knows."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-").get_display_name(Locale.parse(said_in, sep="-")) or language
    except (UnknownLocaleError, ValueError):
        return language


def read_language(language: str) -> Language:
    """Read a language that is shipped. Raises KeyError for one that is not."""
    if language not in languages():
        raise KeyError(language)
    return as_language(read_catalogue(_LANGUAGES / f"{language}.po"))


def read_catalogue(file: Traversable) -> Catalog:
    """Read a catalogue as it stands."""
    from babel.messages.pofile import read_po  # only when another language is asked for: starting stays quick

    with file.open("rb") as source:
        return read_po(source)


def as_language(catalogue: Catalog) -> Language:
    """Take from a catalogue what still belongs to the English of today."""
    sentences: dict[str, str] = {}
    many: dict[str, tuple[str, ...]] = {}
    for key, forms in up_to_date(catalogue):
        if len(forms) > 1:
            many[key] = forms
            sentences[f"{key}-one"] = forms[0]
        sentences[key] = forms[-1]
    return Language(sentences, many, c2py(catalogue.plural_expr), draft=catalogue.fuzzy)


def up_to_date(catalogue: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return each translated sentence whose English is still the same: its key, and its form or forms."""
    now = english()
    for message in catalogue:
        key, forms = message.context or "", () if message.fuzzy else _several(message.string)
        of = _several(message.id)
        keys = (key,) if len(of) == 1 else (f"{key}-one", key)
        if key and forms and all(forms) and of == tuple(now.get(one) for one in keys):
            yield key, forms


def _several(words: str | Iterable[str] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ())


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
