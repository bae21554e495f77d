"""Walk the XML inside a spreadsheet's archive, which `archive` has looked through already."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from xml.parsers import expat

from panel_tui.folder.fault import Refusal

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Words = Callable[[str], None]


def part_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a part, empty where it is not there."""
    try:
        return archive.read(name)
    except KeyError:
        return b""
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
        raise Refusal("sheet-broken-zip") from problem


def walk(part: bytes, start: Start, end: End = lambda _name: None, words: Words = lambda _text: None) -> None:
    """Call for every tag by its own name, whatever stands before the colon; attributes likewise."""
    if not part:
        return
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: start(
        name.rpartition(":")[2], {key.rpartition(":")[2]: value for key, value in given.items()}
    )
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = words
    try:
        parser.Parse(part, True)  # noqa: FBT003 - expat's own signature
    except (expat.ExpatError, ValueError, LookupError) as problem:  # the last: an encoding nobody knows
        raise Refusal("sheet-broken-zip") from problem
