"""Read `wording.toml`, where a group puts its own words in place of ours.

Every fault is named at once, by line: a sentence nobody says, a gap nobody fills, a word missing between brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from panel_tui.folder.fault import Fault, Notes, Refusal, shown
from panel_tui.folder.safe_open import read_ours
from panel_tui.folder.tidy import described
from panel_tui.folder.toml_lines import Path as Place
from panel_tui.folder.toml_lines import locate
from panel_tui.folder.toml_mistakes import broken
from panel_tui.folder.toml_text import toml
from sessions.model.text import clean_lines
from sessions.wording import english, say

FILE = "wording.toml"
MOST_BYTES = 256 * 1024
LONGEST = 1_000  # characters; ours are far shorter, and a phone page has to hold it


def read_wording(folder: Path) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """Return the group's own words by key, or every fault; nothing of either where there is no such file."""
    if not (folder / FILE).exists() and not (folder / FILE).is_symlink():
        return {}, ()
    try:
        data = read_ours(folder / FILE, most=MOST_BYTES)
    except Refusal as refusal:
        return {}, (refusal.fault(FILE),)
    own, faults = own_words(data)
    return ({} if faults else own), tuple(faults)


def own_words(data: bytes) -> tuple[dict[str, str], list[Fault]]:
    """Read the bytes of a `wording.toml`."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        values = toml(text)
    except UnicodeDecodeError as problem:
        return {}, [Fault(FILE, data.count(b"\n", 0, problem.start) + 1, "toml-not-utf8")]
    except RecursionError:
        return {}, [Fault(FILE, None, "toml-too-deep")]
    except ValueError as problem:
        return {}, [broken(FILE, text, str(problem))]
    notes, known, own = Notes(FILE, locate(text)), english(), {}
    for place, value in _leaves(values):
        key = ".".join(map(str, place))
        words = _sentence(notes, place, value, known)
        if words:
            own[key] = words
    return own, notes.faults


def _leaves(values: Mapping[str, Any], above: Place = ()) -> Iterator[tuple[Place, object]]:
    for name, value in values.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, (*above, name))
        else:
            yield (*above, name), value


def _sentence(notes: Notes, place: Place, value: object, known: Mapping[str, str]) -> str:
    """Return one replaced sentence, cleaned; nothing where it has a fault, which is then in the notes."""
    key = ".".join(map(str, place))
    ours = known.get(key)
    if ours is None:
        meant = notes.likely(key, known)
        kind = "no-sentence" if meant else "no-sentence-bare"
        notes.fault(place, kind, found=shown(key), meant=meant)
    elif not isinstance(value, str):
        meant = say("folder.need-text", key=f'"{key}"')
        notes.fault(place, "wrong-type", about=key, found=described(value), meant=meant)
    elif not value.strip():
        notes.fault(place, "empty-key", about=key)
    elif len(value) > LONGEST:
        notes.fault(place, "sentence-long", about=key, found=str(len(value)), meant=str(LONGEST))
    else:
        return _with_gaps(notes, place, clean_lines(value), ours)
    return ""


def _with_gaps(notes: Notes, place: Place, words: str, ours: str) -> str:
    key, may = ".".join(map(str, place)), gaps(ours)
    try:
        odd = sorted(gaps(words) - may)
    except ValueError:
        notes.fault(place, "gap-broken", about=key)
        return ""
    for gap in odd:
        kind = "no-gap" if may else "no-gap-bare"
        notes.fault(place, kind, about=key, found=shown(gap), meant=", ".join(sorted(may)))
    return "" if odd else words


def gaps(words: str) -> frozenset[str]:
    """Name what a sentence has filled in, as written: `{n}`. Raises ValueError where a bracket stands alone."""
    found = set()
    for _text, name, how, turned in Formatter().parse(words):
        if name is not None:
            found.add("{" + name + (f"!{turned}" if turned else "") + (f":{how}" if how else "") + "}")
    return frozenset(found)
