"""Make out old text files in Cyrillic or Greek letters, and tell those whose letters nobody can make out."""

from __future__ import annotations

import re

_RUN = re.compile(rb"[\x80-\xff]+")
_OTHER = (
    ("cp1251", "Windows, Cyrillic (cp1251)", re.compile(r"[А-Яа-яЁёІіЇїЄєЂ-ЏҐґђ-џ]+")),
    ("cp1253", "Windows, Greek (cp1253)", re.compile(r"[Ά-ώ]+")),
    ("koi8_r", "Cyrillic (KOI8-R)", re.compile(r"[А-Яа-яЁё]+")),
    ("cp866", "DOS, Cyrillic (cp866)", re.compile(r"[А-Яа-яЁё]+")),
)
_WIDE = ("shift_jis", "gb18030", "big5", "euc_kr", "euc_jp")
_WIDE_LETTERS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_SHORTEST = 3  # letters one after another; names in Latin letters have hardly three with accents in a row


def other_script(data: bytes) -> tuple[str, str] | None:
    """Give the text and its encoding where whole words are written in another script; nothing where they are not."""
    runs = _RUN.findall(data)
    high = sum(map(len, runs))
    if not high or sum(len(run) for run in runs if len(run) >= _SHORTEST) < 0.8 * high:
        return None
    best: tuple[float, str, str] | None = None
    for encoding, name, letters in _OTHER:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        words = letters.findall(text)
        plain = sum(len(word) for word in words if word[1:] == word[1:].lower() or word == word.upper())
        share = plain / high
        if share > 0.9 and any(word[0].isupper() for word in words) and (best is None or share > best[0]):
            best = (share, text, name)
    return (best[1], best[2]) if best else None


def is_wide(data: bytes) -> bool:
    """Whether it may be Japanese, Chinese or Korean in an old form: which of them, a person must say by saving anew."""
    for encoding in _WIDE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        runs = [len(run) for run in _WIDE_LETTERS.findall(text)]
        if sum(one for one in runs if one > 1) >= max(0.7 * sum(runs), _SHORTEST):
            return True
    return False


def is_guesswork(data: bytes, strange: int) -> bool:
    """Whether so many letters look strange that a reading is only a guess; as of Japanese read as ours."""
    high = sum(map(len, _RUN.findall(data)))
    return high > _SHORTEST and strange * 3 >= high
