"""Which settings are no words: what each needs, by the name of the sentence that says it."""

from __future__ import annotations

MANY = ("criterion", "step", "strand", "member")  # headings there may be several of

_NEEDS = {
    "need-whole": ("seats", "quorum", "seed", "low", "high", "rounds", "awards", "minutes"),
    "need-number": ("weight",),
    "need-money": ("pot",),
    "need-flag": ("counted",),
    "need-date": ("date",),
    "need-time": ("start",),
    "need-texts": ("words", "options", "conflicts"),
}
_BY_KEY = {key: need for need, keys in _NEEDS.items() for key in keys}


def wanted(key: str) -> str:
    """Name what a setting needs, such as `need-whole`; nothing where it is words, or unknown."""
    return _BY_KEY.get(key, "")
