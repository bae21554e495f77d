"""Make outside text fit to keep, and say in a few words what was found."""

from __future__ import annotations

from sessions.text import clean, clean_lines
from sessions.wording import say

from .amounts import MOST
from .fault import shown


def settled(text: str, *, longest: int = 2_000) -> str:
    """Clean until nothing changes: taking a mark out, or cutting, can leave something to tidy again."""
    while (tidy := clean(text, longest=longest)) != text:
        text = tidy
    return text


def settled_lines(text: str) -> str:
    """Clean several lines, such as a summary, until nothing changes."""
    while (tidy := clean_lines(text)) != text:
        text = tidy
    return text


def described(value: object) -> str:
    """Say in a few words what was found."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > MOST:
        return say("folder.a-huge-number")
    if isinstance(value, str):
        return f'"{shown(value)}"'
    if isinstance(value, list | dict):
        return say("folder.a-list" if isinstance(value, list) else "folder.a-table")
    return shown(str(value))
