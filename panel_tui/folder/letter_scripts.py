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
_SURELY = 10  # letters in whole words that are none of the scripts above: Hebrew, Arabic or Thai
_WIDE = ("shift_jis", "gb18030", "big5", "euc_kr", "euc_jp")
_WIDE_LETTERS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_SHORTEST = 3  # letters one after another; names in Latin letters have hardly three with accents in a row


def other_script(data: bytes) -> tuple[str, str] | None:
    """Return the text and its encoding where whole words are written in another script; nothing where they are not."""
    if not in_whole_words(data):
        return None
    high = sum(map(len, _RUN.findall(data)))
    best: tuple[float, str, str] | None = None
    for encoding, name, letters in _OTHER:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        words = letters.findall(text)
        plain = sum(len(word) for word in words if word[1:] == word[1:].lower() or word == word.upper())
        share = plain / high
        both = any(word[0].isupper() for word in words) and any(not word.isupper() for word in words)
        if share > 0.9 and both and (best is None or share > best[0]):
            best = (share, text, name)
    return (best[1], best[2]) if best else None


def in_whole_words(data: bytes, *, least: int = 1) -> bool:
    """Whether what is not ASCII, `least` letters of it, stands in whole words and not as an accent here and there."""
    runs = [len(run) for run in _RUN.findall(data)]
    return sum(runs) >= least and sum(one for one in runs if one >= _SHORTEST) >= 0.8 * sum(runs)


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
    """Whether a reading is only a guess: most letters look strange, or are of a script we cannot tell."""
    high = sum(map(len, _RUN.findall(data)))
    return (high > _SHORTEST and strange * 3 >= high) or in_whole_words(data, least=_SURELY)
