"""Read a place as people give it: typed, pasted, or dragged into the terminal, which wraps it in its own way."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname


def given_path(words: str, here: Path) -> Path:
    """Give the place meant; one that is not whole lies where the terminal stands.

    What cannot be made out is taken as it stands: there is nothing there, and that is said where it is looked for.
    """
    text = words.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.casefold().startswith("file://"):
        text = _from_link(text)
    elif os.sep == "/" and not _is_there(here / _at_home(text)):
        text = text.replace("\\ ", " ")  # as a terminal writes a space in what is dragged into it
    return here / _at_home(text)


def _from_link(text: str) -> str:
    try:
        path = urlsplit(text).path
    except ValueError:  # a bracket that opens an address and is not closed
        return text
    return unquote(path) if "%" in path else url2pathname(path)


def _at_home(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # the home of somebody who has none here
        return Path(text)


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except (OSError, ValueError):  # longer than a name can be, or closed to us
        return False
