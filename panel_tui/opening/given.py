"""Read a place as people give it: typed, pasted, or dragged into the terminal, which wraps it in its own way."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname


def given_path(words: str, here: Path) -> Path:
    """Give the place meant; one that is not whole lies where the terminal stands."""
    text = words.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.casefold().startswith("file://"):
        text = url2pathname(urlsplit(text).path) if "%" not in text else unquote(urlsplit(text).path)
    elif os.sep == "/" and not (here / Path(text).expanduser()).exists():
        text = text.replace("\\ ", " ")  # as a terminal writes a space in what is dragged into it
    return here / Path(text).expanduser()
