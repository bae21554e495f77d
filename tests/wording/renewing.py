"""Keep a catalogue in step with the English it translates."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import takewhile
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import unescape, write_po

from panel_tui.folder.languages import read_catalogue
from sessions.wording import english

LANGUAGES = Path(__file__).resolve().parents[2] / "sessions" / "wording" / "languages"
_EARLIER = "|"  # begins a line about older English
_QUOTED = re.compile(r'msgid(?:_plural)? "((?:[^"\\]|\\.)*)"')


def messages() -> dict[str, str | tuple[str, str]]:
    """Give what there is to translate: a sentence by its key, or its two English forms."""
    said = english()
    pairs = {key for key in said if f"{key}-one" in said}
    return {
        key: (said[f"{key}-one"], words) if key in pairs else words
        for key, words in said.items()
        if words and key.removesuffix("-one") not in pairs - {key}
    }


def renewed(file: Path) -> Catalog:
    """Give the catalogue as it should be now; what was translated stays, beside what is new."""
    before = read_catalogue(file)
    after = Catalog(locale=before.locale, header_comment=_head(file), fuzzy=before.fuzzy)
    after.project, after.version = before.project, before.version
    after.last_translator, after.language_team = before.last_translator, before.language_team
    after.creation_date, after.revision_date = before.creation_date, before.revision_date
    after.msgid_bugs_address, after.copyright_holder = before.msgid_bugs_address, before.copyright_holder
    after._num_plurals, after._plural_expr = before.num_plurals, before.plural_expr
    known = {message.context: message for message in before if message.context}
    for key, words in messages().items():
        old = known.get(key)
        if old is None or isinstance(old.id, str) != isinstance(words, str):
            after.add(words, context=key)
            continue
        stale = old.id != words and bool(old.string)
        flags = {"fuzzy"} if stale or old.fuzzy else set()
        was = _made_from(old) or ([old.id] if isinstance(old.id, str) else list(old.id)) if flags else ()
        notes = [note for note in old.user_comments if not note.startswith(_EARLIER)]
        after.add(words, old.string, flags=flags, user_comments=notes, previous_id=was, context=key)
    return after


def _made_from(old: Message) -> list[str]:
    """Give the English that a stale translation was made from: babel reads it back as a translator's notes."""
    lines = (note.removeprefix(_EARLIER).strip() for note in old.user_comments if note.startswith(_EARLIER))
    return [unescape(f'"{words}"') for words in _QUOTED.findall(" ".join(lines))]


def _head(file: Path) -> str:
    # babel trims the spaces and empty lines a translator's notes and glossary are laid out with
    lines = file.read_text(encoding="utf-8").splitlines()
    return "\n".join(takewhile(lambda line: line.startswith("#") and not line.startswith("#,"), lines))


def written(catalogue: Catalog) -> bytes:
    """Write a catalogue out, a sentence on a line."""
    out = BytesIO()
    write_po(out, catalogue, width=0, include_previous=True, ignore_obsolete=True)
    return out.getvalue()
