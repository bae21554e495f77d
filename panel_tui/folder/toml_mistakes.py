"""Say what a session.toml that is no TOML most likely wanted, and what each setting needs."""

from __future__ import annotations

import re
from collections.abc import Callable

from panel_tui.folder.fault import Fault, shown
from sessions.wording import say

MANY = ("criterion", "step", "strand", "member", "seat")  # headings there may be several of

_NEEDS = {
    "need-whole": ("seat", "seats", "quorum", "seed", "low", "high", "rounds", "awards", "minutes"),
    "need-number": ("weight",),
    "need-money": ("pot",),
    "need-flag": ("counted", "large_text", "paper", "easy_read", "helper", "longer", "breaks"),
    "need-date": ("date",),
    "need-time": ("start",),
    "need-texts": ("words", "options", "conflicts"),
}
_BY_KEY = {key: need for need, keys in _NEEDS.items() for key in keys}


def wanted(key: str) -> str:
    """Name what a setting needs, such as `need-whole`; nothing where it is words, or unknown."""
    return _BY_KEY.get(key, "")


_SETTING = re.compile(r"([\w-]+)\s*=\s*(.*)")
_UNSEEN = re.compile(r"[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_CURLY = "“”„‟«»‘’‚‛"

_ENDLESS = re.compile(r"\d{4000}")  # Python reads no more than 4,300 digits

_LONGEST = 500  # characters of a line that are looked at; what is said of it is shorter still

Slip = tuple[str, str]  # the kind of fault, and what was likely meant


def broken(file: str, text: str, problem: str) -> Fault:
    """Return the fault, from the text and the standard reader's own words."""
    lines = text.splitlines()
    line = _line(lines, problem)
    whole = lines[line - 1].strip()[:_LONGEST] if 0 < line <= len(lines) else ""
    found = whole.strip()
    if "overwrite" in problem or "twice" in problem.casefold() or "mutate" in problem:
        return _twice(file, lines, line, found)
    if _UNSEEN.search(_STRING.sub("", whole)):
        return Fault(file, line, "toml-space", found=shown(found))
    setting = _SETTING.match(found)
    if setting is None:
        kind, meant = _no_setting(found)
        return Fault(file, line, kind, found=shown(found), meant=meant)
    key, value = setting[1], _without_note(setting[2])
    for slip in _SLIPS:
        if said := slip(key, value):
            return Fault(file, line, said[0], found=shown(f"{key} = {value}".strip()), meant=said[1])
    if need := wanted(key):
        meant = say(f"folder.{need}", key=key)
        return Fault(file, line, "wrong-type", about=key, found=shown(value), meant=meant)
    if re.match(r"[^\W_]", value):
        return Fault(file, line, "toml-quotes", found=shown(f"{key} = {value}"), meant=_quoted(key, value))
    return Fault(file, line, "toml-broken", found=shown(found))


def _line(lines: list[str], problem: str) -> int:
    """Return the line the slip is on: the reader names where it gave up, which for a list is below it."""
    place = re.search(r"at line (\d+)", problem)
    line = int(place[1]) if place else _endless_number(lines)
    if "Unclosed array" in problem:
        opened = (at for at in range(min(line, len(lines)), 0, -1) if re.search(r"=\s*\[", lines[at - 1]))
        return next(opened, line)
    return line


def _endless_number(lines: list[str]) -> int:
    """Return the line of a number too long to be read, of which the reader says no place; else the last line."""
    found = (at for at, text in enumerate(lines, start=1) if _ENDLESS.search(text.replace("_", "")))
    return next(found, len(lines))


def _twice(file: str, lines: list[str], line: int, found: str) -> Fault:
    name = re.match(r"\[+\s*([\w-]+)", found)
    if name and name[1] in MANY:
        single = re.compile(rf"\s*\[\s*{re.escape(name[1])}\s*\]")
        at = next((at for at, text in enumerate(lines, start=1) if single.match(text)), line)
        meant = f"[[{name[1]}]]"
        return Fault(file, at, "toml-two-brackets", found=shown(lines[at - 1].strip()), meant=meant)
    return Fault(file, line, "toml-twice", found=shown(found))


def _no_setting(found: str) -> Slip:
    """Say what a line wanted that has no `name =` at its start."""
    if name := re.match(r"\[+\s*([\w-]+)", found):
        return "toml-heading", f"[[{name[1]}]]" if name[1] in MANY else f"[{name[1]}]"
    if re.match(r"[\w-]+(\s+[\w-]+)+\s*=", found):
        return "toml-name", ""
    if pair := re.match(r"([\w-]+)\s*(?::\s*|\s)(.+)", found):
        key, value = pair[1], _without_note(pair[2])
        if value[:1] in ('"', "'") or (wanted(key) and " " not in value):
            return "toml-equals", shown(f"{key} = {value}")
        if pair[0][len(key) :].lstrip().startswith(":"):
            return "toml-equals", _quoted(key, value)
    return ("toml-note" if re.match(r"[\w/;*-]", found) else "toml-broken"), ""


def _nothing(_key: str, value: str) -> Slip | None:
    return None if value else ("toml-nothing", "")


def _curly(key: str, value: str) -> Slip | None:
    if value[0] == "[" and re.search(rf"[\[,]\s*[{_CURLY}]", value):
        return "toml-curly", shown(f"{key} = {re.sub(f'[{_CURLY}]', chr(34), value)}")
    return ("toml-curly", _quoted(key, value)) if value[0] in _CURLY else None


def _list(_key: str, value: str) -> Slip | None:
    return ("toml-list", "") if value[0] == "[" else None


def _quotes(_key: str, value: str) -> Slip | None:
    mark = value[0]
    if mark not in "\"'":
        return None
    if value.count(mark) == 1:
        return "toml-open", ""
    if mark == '"' and re.search(r"\\(?![\\\"btnfr])", value):
        return "toml-backslash", ""
    return "toml-inside", ""


def _time(key: str, value: str) -> Slip | None:
    time = re.fullmatch(r"(\d\d?)[:.](\d\d)", value) if key == "start" else None
    return ("toml-time", f"start = {int(time[1]):02}:{time[2]}:00") if time else None


def _money(key: str, value: str) -> Slip | None:
    if not re.match(r"[£$€]|[\d_]+,\d", value):
        return None
    digits = re.sub(r"[£$€\s]|,(?=\d{3}\b)", "", value).replace(",", ".")
    number = digits if re.fullmatch(r"\d+(\.\d+)?", digits) else "12500"
    return "toml-money", f"{key} = {number}"


_SLIPS: tuple[Callable[[str, str], Slip | None], ...] = (
    _nothing,
    _curly,
    _list,
    _quotes,
    _time,
    _money,
)


def _without_note(value: str) -> str:
    """Take the note off the end of a line; a # within quotation marks is none."""
    inside = _STRING.match(value)
    start = inside.end() if inside else 0
    return (value[:start] + re.sub(r"(^|\s+)#.*", "", value[start:])).strip()


def _quoted(key: str, value: str) -> str:
    return shown(f'{key} = "{value.strip(_CURLY + chr(34) + chr(39))}"')
