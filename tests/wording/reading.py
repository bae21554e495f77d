"""How hard a sentence is to read: the Flesch–Kincaid grade.

Source: Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas", Naval Technical Training
Command Research Branch Report 8-75, 1975. Grade = 0.39 · words/sentences + 11.8 · syllables/words − 15.59; a pupil
of grade g is about g + 5 years old. Syllables are counted by rule: groups of vowels, less a silent e.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_GAP = re.compile(r"\{[^{}]*\}")
_END = re.compile(r"(?<=[.?!:;])”?\s+|\n+| · ")


def syllables(word: str) -> int:
    plain = re.sub(r"[^a-z]", "", word.lower())
    silent = re.search(r"(?:[^laeiouy]|[aeiouy]l)e$|[^aeioutd]ed$|[^aeiousxzcg]es$", plain) is not None
    return max(len(_VOWELS.findall(plain)) - silent, 1)


def sentences(text: str) -> Iterator[list[str]]:
    """Give each sentence's words; what is filled in counts as one short word."""
    for sentence in _END.split(_GAP.sub("ten", text)):
        words = _WORD.findall(sentence)
        if words:
            yield words


def grade(texts: Iterable[str]) -> float:
    """Work the grade out over all the texts together."""
    found = [words for text in texts for words in sentences(text)]
    words = [word for sentence in found for word in sentence]
    return 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
