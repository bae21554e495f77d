"""Which way a language is written."""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """Give `rtl` or `ltr`, as pages say it."""
    return "rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
