"""Make out the letters of a text file: what it says of itself, else the reading in which names look like names."""

from __future__ import annotations

import re

from panel_tui.folder.fault import Refusal
from panel_tui.folder.letter_scripts import is_guesswork, is_wide, other_script

_OLD = (
    ("cp1252", "Windows (cp1252)"),
    ("mac_roman", "Mac OS Roman"),
    ("cp1250", "Windows, central Europe (cp1250)"),
    ("cp850", "DOS (cp850)"),
)
_OLD_EURO = re.compile(r"¤\s?\d|\d\s?¤")  # nobody writes this sign: it is where Latin 9 has the euro
_TWICE = re.compile(
    r"Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\xa0-\xbf]|â(?:€|‚)[^\s\w]?|"
    r"Ä[\x80-\xbf…™‡†]|Å[\x80-\xbf‚‡„›¼º¾]"
)
_CAPITAL_INSIDE = re.compile(r"[a-zà-öø-ÿ][À-ÖØ-ÞŠŒŽŸ]")
_MARK_INSIDE = re.compile(
    r"[^\W\d_][^\w\s.,;:!?'’\"“”()\[\]/&@#%*+=<>|\\~^`´–—…£€$-][^\W\d_]?|"
    r"[^\W\d_][¹²³¼½¾ºª¿¡¤¦§¨©«¬®¯°±µ¶·¸»]"
)
_CZECH_COST = 5  # as many strange letters as Czech read as western European is worth
_UNUSUAL = re.compile(r"[\x80-\x9f‡†ˆ˜‹›ƒ÷×ðþÐÞ¬¦≈∆◊√∫∂∑∏πΩ≠∞≤≥∂\u2500-\u259f]")


def decoded(data: bytes) -> tuple[str, str | None]:
    """Return the text, and the name of its encoding where that is not the usual one. Raises Refusal."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return _strictly(data, "utf-32"), "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16"), "UTF-16"
    if wide := _two_bytes(data):
        return _strictly(data, wide), "UTF-16"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text, name = _line_by_line(data) or _likeliest(data)
        return _whole(text), name
    return _whole(text), None


def _two_bytes(data: bytes) -> str:
    """Tell UTF-16 without a mark: every other byte of plain letters is nought."""
    if len(data) < 8 or len(data) % 2:
        return ""
    half = len(data) // 2
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd > half * 0.6 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and not odd else ""


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return _whole(data.decode(encoding))
    except UnicodeDecodeError as problem:
        raise Refusal("sheet-not-text") from problem


def _whole(text: str) -> str:
    if "\0" in text:
        raise Refusal("sheet-not-text")
    return text


def _likeliest(data: bytes) -> tuple[str, str]:
    """Choose among the old encodings the one that gives the fewest letters no name has; the usual one first."""
    if other := other_script(data):
        return other
    best: tuple[int, str, str] | None = None
    for encoding, name in _OLD:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange = _strange(text) + (_CZECH_COST if encoding == "cp1252" and _is_czech(text) else 0)
        if best is None or strange < best[0]:
            best = (strange, text, name)
    if best is None or b"\0" in data or is_wide(data) or is_guesswork(data, best[0]):
        raise Refusal("sheet-not-text")
    if best[2] == _OLD[0][1] and _OLD_EURO.search(best[1]):
        return data.decode("iso8859-15"), "Latin 9 (ISO 8859-15)"
    return best[1], best[2]


def _line_by_line(data: bytes) -> tuple[str, str] | None:
    """Read a file that was put together from two: some of its lines are UTF-8, and the others are not."""
    lines = data.splitlines(keepends=True)
    read = [_as_usual(line) for line in lines]
    if not any(text and not text.isascii() for text in read):
        return None
    _, name = _likeliest(b"".join(line for line, text in zip(lines, read, strict=True) if text is None))
    encoding = next((code for code, called in _OLD if called == name), "")
    if not encoding:
        return None
    whole = (
        text if text is not None else line.decode(encoding) for line, text in zip(lines, read, strict=True)
    )
    return "".join(whole), f"{name}, UTF-8"


def _as_usual(line: bytes) -> str | None:
    """Return a line of UTF-8 whose letters are those that such files mix: of the Latin script, and common signs."""
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    usual = all(mark < "\u0250" or "\u2000" <= mark < "\u2200" for mark in text)
    return text if usual and not _strange(text) else None


def _is_czech(text: str) -> bool:
    """Whether letters that only Czech and Slovak have stand beside some that no language has with them."""
    return bool(
        re.search("[šžýŠŽÝ]", text)
        and re.search("[èìøùòÈÌØÙÒ]", text)
        and not re.search("[åæœßöüÅÆÖÜñçêëàãõ]", text)
    )


def _strange(text: str) -> int:
    return (
        len(_CAPITAL_INSIDE.findall(text)) + len(_MARK_INSIDE.findall(text)) + 2 * len(_UNUSUAL.findall(text))
    )


def saved_twice(text: str) -> str:
    """Put right letters that were saved as UTF-8, read as Windows and saved again: Â£ for £. Else give nothing."""
    if len(_TWICE.findall(text)) < 1:
        return ""
    parts = re.split(r"([^\x00-\x7f]+)", text)
    mended = [_mended(part) for part in parts]
    return "".join(mended) if mended != parts else ""


def _mended(part: str) -> str:
    if part.isascii():
        return part
    raw = b""
    for mark in part:
        try:
            raw += mark.encode("cp1252")
        except UnicodeEncodeError:
            if ord(mark) > 0xFF:
                return part
            raw += bytes([ord(mark)])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return part
