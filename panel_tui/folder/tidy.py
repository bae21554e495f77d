"""Make outside text fit to keep, and keep text from running in a spreadsheet."""

from __future__ import annotations

import re

from panel_tui.folder.amounts import MOST
from panel_tui.folder.fault import Refusal, shown
from sessions.model.text import clean, clean_lines
from sessions.wording import say

_RUNS = re.compile("^'*[=+\\-@\t\r＝＋－＠]")


def guarded(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run."""
    return "'" + text if _RUNS.match(text) else text


# Where semicolons part the cells, as in most of Europe, a spreadsheet begins a new one at each, and a new row at a line
# end, whatever marks stand around the cell. A dash before words is a list, and runs only with a bar or a bracket.
_AT_ONCE, _WITH_MORE = "=@＝＠", "+\\-＋－"
_FURTHER = re.compile(f"([;\n][ \t]*'*)(?=[{_AT_ONCE}]|[{_WITH_MORE}][^;\n]*[|(])")
_FENCED = re.compile(f"([;\n][ \t]*'*)'(?=[{_AT_ONCE}{_WITH_MORE}])")


def fenced(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run, and inside it wherever one may begin a cell."""
    further = ";" in text or "\n" in text
    return guarded(_FURTHER.sub(r"\1'", text) if further else text)


def unguarded(text: str) -> str:
    """Take off the apostrophes that `guarded` and `fenced` put on; other text is left as it is."""
    bare = text[1:] if text.startswith("'") and _RUNS.match(text) else text
    return _FENCED.sub(r"\1", bare) if "'" in bare else bare


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


def decoded(data: bytes) -> tuple[str, bool]:
    """Read bytes as text, and say whether its letters are those of older Windows. Raises Refusal for neither."""
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), True
    except UnicodeDecodeError as problem:
        raise Refusal("sheet-not-text") from problem


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


def quoted(text: str) -> str:
    """Write text as a TOML string; control characters were cleaned away before."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
