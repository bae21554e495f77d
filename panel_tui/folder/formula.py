"""Keep text from running in a spreadsheet: a leading apostrophe goes on when written and comes off when read."""

from __future__ import annotations

import re

_RUNS = re.compile("^'*[=+\\-@\t\r＝＋－＠]")


def guarded(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run."""
    return "'" + text if _RUNS.match(text) else text


def unguarded(text: str) -> str:
    """Take off the apostrophe that `guarded` put on; other text is left as it is."""
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text
