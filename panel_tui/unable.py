"""One way to say that something cannot be done, wherever in the program it turns out."""

from __future__ import annotations


class Unable(Exception):  # noqa: N818 - it carries a sentence for people, it is not a fault
    """Something cannot be done; `str()` of it is plain words for a person."""
